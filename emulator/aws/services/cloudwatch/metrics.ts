import type { Dimension, MetricId, Point, StoredSeries } from './stored.js';

export const MINUTE = 60_000;
/** CloudWatch keeps points of a minute for 15 days. */
const KEPT = (15 * 86_400_000) / MINUTE;

/** Samples of one moment: a value as often as `count` says. */
export interface Samples {
  values: readonly { value: number; count: number }[];
  /** Sum and extremes where a whole set of statistics was given. */
  statistics?: { sum: number; count: number; min: number; max: number };
}

/** Series of an account in a region. */
export type SeriesBook = Record<string, StoredSeries>;

const KEYS = new WeakMap<MetricId, string>();

/** The series' name in the book, remembered for who asks with the same object again and again. */
export function seriesKey(id: MetricId): string {
  let key = KEYS.get(id);
  if (key === undefined) {
    const { namespace, name, dimensions } = id;
    key = JSON.stringify([namespace, name, dimensions.map(({ Name, Value }) => [Name, Value])]);
    KEYS.set(id, key);
  }
  return key;
}

/** A value to four digits, as percentiles are counted. */
function fourDigits(value: number): string {
  const isShort = Number.isInteger(value) && value < 10_000 && value > -10_000;
  return String(isShort ? value : Number(value.toPrecision(4)));
}

/** Dimensions in their one order. */
export function sorted(dimensions: readonly Dimension[]): Dimension[] {
  return [...dimensions].sort((a, b) => (a.Name < b.Name ? -1 : a.Name > b.Name ? 1 : 0));
}

/** Adds samples to the minute they belong to; `time` is epoch ms. */
export function addSamples(
  book: SeriesBook,
  id: MetricId,
  unit: string,
  time: number,
  samples: Samples,
): void {
  const key = seriesKey(id);
  book[key] ??= { ...id, unit, points: {} };
  const series = book[key];
  const minute = Math.floor(time / MINUTE);
  const isNew = series.points[minute] === undefined;
  series.points[minute] ??= {
    sum: 0,
    count: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    values: {},
  };
  const point = series.points[minute];
  if (samples.statistics) merge(point, samples.statistics);
  for (const { value, count } of samples.values) {
    merge(point, { sum: value * count, count, min: value, max: value });
    const rounded = fourDigits(value);
    point.values[rounded] = (point.values[rounded] ?? 0) + count;
  }
  if (isNew) forgetOld(series, minute);
}

/** Points of a series between two moments, put together by period (seconds, whole minutes): start (epoch ms) → point. */
export function pointsOf(
  series: StoredSeries | undefined,
  start: number,
  end: number,
  period: number,
): Map<number, Point> {
  const step = period * 1000;
  const found = new Map<number, Point>();
  for (const [minute, point] of Object.entries(series?.points ?? {})) {
    const time = Number(minute) * MINUTE;
    if (time < Math.floor(start / MINUTE) * MINUTE || time >= end) continue;
    const at = Math.floor(time / step) * step;
    const whole = found.get(at) ?? {
      sum: 0,
      count: 0,
      min: Number.POSITIVE_INFINITY,
      max: Number.NEGATIVE_INFINITY,
      values: {},
    };
    merge(whole, point);
    for (const [value, count] of Object.entries(point.values))
      whole.values[value] = (whole.values[value] ?? 0) + count;
    found.set(at, whole);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** A statistic of a point: `Sum`, `Average`, …, or a percentile such as `p99.9`; undefined for an unknown one. */
export function statisticOf(point: Point, statistic: string): number | undefined {
  const { sum, count, min, max } = point;
  const simple: Record<string, number> = {
    Sum: sum,
    SampleCount: count,
    Minimum: min,
    Maximum: max,
    Average: sum / count,
  };
  if (Object.hasOwn(simple, statistic)) return simple[statistic];
  const [, percent] = /^p(\d{1,2}(?:\.\d+)?|100)$/.exec(statistic) ?? [];
  return percent === undefined ? undefined : percentile(point, Number(percent));
}

function percentile({ values, count }: Point, percent: number): number | undefined {
  const wanted = (percent / 100) * count;
  let seen = 0;
  for (const [value, times] of Object.entries(values).sort(([a], [b]) => Number(a) - Number(b))) {
    seen += times;
    if (seen >= wanted) return Number(value);
  }
  return undefined;
}

function merge(point: Point, { sum, count, min, max }: Omit<Point, 'values'>): void {
  point.sum += sum;
  point.count += count;
  point.min = Math.min(point.min, min);
  point.max = Math.max(point.max, max);
}

function forgetOld({ points }: StoredSeries, newest: number): void {
  for (const minute of Object.keys(points)) if (Number(minute) < newest - KEPT) delete points[minute];
}
