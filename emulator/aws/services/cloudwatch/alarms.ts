import { Input } from '../../protocol/input.js';
import { seriesOf } from './metric-input.js';
import { pointsOf, type SeriesBook, statisticOf } from './metrics.js';
import { type Query, readQueries, runQueries } from './queries.js';
import type { AlarmState, StoredAlarm } from './stored.js';

/** What an evaluation came to. */
export interface AlarmRun {
  state: AlarmState;
  reason: string;
  reasonData?: string;
}

const COMPARISONS: Readonly<
  Record<string, { holds: (value: number, threshold: number) => boolean; words: string }>
> = {
  GreaterThanThreshold: { holds: (a, b) => a > b, words: 'greater than' },
  GreaterThanOrEqualToThreshold: { holds: (a, b) => a >= b, words: 'greater than or equal to' },
  LessThanThreshold: { holds: (a, b) => a < b, words: 'less than' },
  LessThanOrEqualToThreshold: { holds: (a, b) => a <= b, words: 'less than or equal to' },
};

export const COMPARISON_OPERATORS = Object.keys(COMPARISONS);

/**
 * Looks at the last `EvaluationPeriods` whole periods: with `DatapointsToAlarm` of them over the threshold it is an
 * alarm. What is missing counts as `TreatMissingData` says. Undefined when the state is to stay as it is.
 */
export function evaluateAlarm(
  { settings, state }: StoredAlarm,
  book: SeriesBook,
  now: number,
): AlarmRun | undefined {
  const input = new Input(settings);
  const periods = input.integer('EvaluationPeriods');
  const needed = input.optionalInteger('DatapointsToAlarm') ?? periods;
  const threshold = input.optionalNumber('Threshold') ?? 0;
  const missing = input.optionalText('TreatMissingData') ?? 'missing';
  const { holds, words } = COMPARISONS[input.text('ComparisonOperator')] as (typeof COMPARISONS)[string];
  const values = lastValues(input, book, now, periods);
  const present = values.filter((value) => value !== undefined);
  if (present.length === 0 && (missing === 'missing' || missing === 'ignore')) {
    if (missing === 'ignore') return undefined;
    return { state: 'INSUFFICIENT_DATA', reason: `Insufficient Data: ${periods} datapoints were unknown.` };
  }
  const isBreaching = (value: number | undefined) =>
    value === undefined ? missing === 'breaching' : holds(value, threshold);
  const breaching = values.filter(isBreaching).length;
  const shown = present.map((value) => value.toString()).join(', ');
  if (breaching >= needed)
    return {
      state: 'ALARM',
      reason: `Threshold Crossed: ${breaching} out of the last ${periods} datapoints [${shown}] was ${words} the threshold (${threshold}) (minimum ${needed} datapoint${needed === 1 ? '' : 's'} for OK -> ALARM transition).`,
    };
  // a gap keeps the state while what is there does not decide it
  if (missing === 'ignore' && present.length < periods && state === 'ALARM') return undefined;
  return {
    state: 'OK',
    reason: `Threshold Crossed: ${values.length - breaching} out of the last ${periods} datapoints [${shown}] was not ${words} the threshold (${threshold}) (minimum ${periods - needed + 1} datapoint${periods - needed === 0 ? '' : 's'} for ALARM -> OK transition).`,
  };
}

/** Values of the last whole periods, oldest first; undefined where there is none. */
function lastValues(input: Input, book: SeriesBook, now: number, periods: number): (number | undefined)[] {
  const queries = input.has('Metrics') ? readQueries(input.list('Metrics')) : undefined;
  const period = queries ? periodOf(queries) : (input.optionalInteger('Period') ?? 60);
  const step = period * 1000;
  const end = Math.floor(now / step) * step;
  const start = end - periods * step;
  const times = Array.from({ length: periods }, (_, index) => start + index * step);
  if (queries) {
    const shown = queries.find(({ returned }) => returned);
    const found = runQueries(queries, book, start, end).get(shown?.id ?? '') ?? new Map<number, number>();
    return times.map((time) => found.get(time));
  }
  const points = pointsOf(seriesOf(book, input), start, end, period);
  const statistic = input.optionalText('Statistic') ?? input.optionalText('ExtendedStatistic') ?? 'Average';
  return times.map((time) => {
    const point = points.get(time);
    return point && statisticOf(point, statistic);
  });
}

function periodOf(queries: readonly Query[]): number {
  return Math.max(60, ...queries.map(({ metric }) => metric?.period ?? 0));
}
