import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { seriesKey, sorted } from '../metrics.js';
import { pageOf } from '../pages.js';
import type { AlarmState, Dimension, StoredAlarm } from '../stored.js';
import type { Watch } from '../watch.js';

const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];

/** `DescribeAlarms`, as they are at this moment of the emulator's clock. */
export const describeAlarms: Operation<Watch> = (watch, input) => {
  watch.evaluate();
  const names = input.optionalTexts('AlarmNames');
  const prefix = input.optionalText('AlarmNamePrefix') ?? '';
  const state = input.optionalText('StateValue', { oneOf: STATES });
  const all = Object.values(watch.state.alarms).filter(
    (alarm) =>
      (names === undefined || names.includes(alarm.name)) &&
      alarm.name.startsWith(prefix) &&
      (state === undefined || alarm.state === state),
  );
  const { items, next } = pageOf(input, all, input.optionalInteger('MaxRecords', { min: 1, max: 100 }) ?? 50);
  return { CompositeAlarms: [], MetricAlarms: items.map((alarm) => show(watch, alarm)), ...next };
};

/** `DescribeAlarmsForMetric`. */
export const describeAlarmsForMetric: Operation<Watch> = (watch, input) => {
  watch.evaluate();
  const key = (from: Dict) =>
    seriesKey({
      namespace: String(from.Namespace),
      name: String(from.MetricName),
      dimensions: sorted((from.Dimensions ?? []) as Dimension[]),
    });
  input.text('Namespace');
  input.text('MetricName');
  const wanted = key(input.raw);
  const fitting = Object.values(watch.state.alarms).filter(
    ({ settings }) => settings.MetricName !== undefined && key(settings) === wanted,
  );
  return { MetricAlarms: fitting.map((alarm) => show(watch, alarm)) };
};

/** `DeleteAlarms`. */
export const deleteAlarms: Operation<Watch> = async (watch, input) => {
  for (const name of input.texts('AlarmNames')) delete watch.state.alarms[name];
  await watch.save();
  return {};
};

/** `SetAlarmState`: until the next evaluation decides otherwise. */
export const setAlarmState: Operation<Watch> = async (watch, input) => {
  const alarm = watch.state.alarms[input.text('AlarmName')];
  const state = input.text('StateValue', { oneOf: STATES }) as AlarmState;
  const reason = input.text('StateReason', { max: 1023 });
  if (!alarm) throw new AwsError('ResourceNotFound', '', 404);
  watch.turn(alarm, { state, reason });
  alarm.setAt = watch.now;
  await watch.save();
  return {};
};

/** `EnableAlarmActions` and `DisableAlarmActions`. */
export function switchActions(enabled: boolean): Operation<Watch> {
  return async (watch, input) => {
    for (const name of input.texts('AlarmNames')) {
      const alarm = watch.state.alarms[name];
      if (alarm) alarm.settings.ActionsEnabled = enabled;
    }
    await watch.save();
    return {};
  };
}

/** `DescribeAlarmHistory`, newest first. */
export const describeAlarmHistory: Operation<Watch> = (watch, input) => {
  watch.evaluate();
  const name = input.optionalText('AlarmName');
  const type = input.optionalText('HistoryItemType');
  const [from, to] = [
    input.optionalTime('StartDate') ?? 0,
    input.optionalTime('EndDate') ?? Number.POSITIVE_INFINITY,
  ];
  const all = watch.state.history.filter(
    (item) =>
      (name === undefined || item.alarm === name) &&
      (type === undefined || item.type === type) &&
      item.at >= from &&
      item.at <= to,
  );
  if (input.optionalText('ScanBy') !== 'TimestampAscending') all.reverse();
  const { items, next } = pageOf(
    input,
    all,
    input.optionalInteger('MaxRecords', { min: 1, max: 100 }) ?? 100,
  );
  const shown = items.map((item) => ({
    AlarmName: item.alarm,
    AlarmType: 'MetricAlarm',
    Timestamp: new Date(item.at),
    HistoryItemType: item.type,
    HistorySummary: item.summary,
    HistoryData: item.data,
  }));
  return { AlarmHistoryItems: shown, ...next };
};

function show(watch: Watch, alarm: StoredAlarm): Dict {
  return {
    AlarmName: alarm.name,
    AlarmArn: watch.alarmArn(alarm.name),
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.updatedAt),
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    Dimensions: [],
    ...alarm.settings,
    StateValue: alarm.state,
    StateReason: alarm.reason,
    StateReasonData: alarm.reasonData,
    StateUpdatedTimestamp: new Date(alarm.stateAt),
    StateTransitionedTimestamp: new Date(alarm.transitionedAt),
  };
}
