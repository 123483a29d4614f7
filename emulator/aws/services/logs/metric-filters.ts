import { compileFilter, documentOf, type Test, valueAt } from './filter-pattern.js';
import type { LogEvent, MetricTransformation, StoredGroup, StoredMetricFilter } from './stored.js';

/** What a metric filter counts of an event. */
export interface LogMetric {
  id: { namespace: string; name: string; dimensions: { Name: string; Value: string }[] };
  unit: string;
  value: number;
  /** Epoch ms. */
  time: number;
}

interface Memory {
  fits: Test;
  /** The last minute that something was counted for. */
  minute: number;
}

const MINUTE = 60_000;
/** What is known of a filter beside its settings; gone with it. */
const memories = new WeakMap<StoredMetricFilter, Memory>();

/**
 * What a group's metric filters count of new events. A filter with a default value counts that once in a minute whose
 * events do not fit (CloudWatch Logs User Guide, "How metric filters work").
 */
export function measure(
  { metricFilters = {} }: StoredGroup,
  events: readonly Pick<LogEvent, 'timestamp' | 'message'>[],
): LogMetric[] {
  return Object.values(metricFilters).flatMap((filter) => {
    const memory = memoryOf(filter);
    const [transformation] = filter.metricTransformations;
    return events.flatMap(({ timestamp, message }) => {
      const value = memory.fits(message)
        ? numberOf(transformation.metricValue, message)
        : defaultOf(transformation, memory, timestamp);
      if (value === undefined) return [];
      memory.minute = Math.floor(timestamp / MINUTE);
      return [metricOf(transformation, message, value, timestamp)];
    });
  });
}

function memoryOf(filter: StoredMetricFilter): Memory {
  const known = memories.get(filter);
  if (known) return known;
  const made = { fits: compileFilter(filter.filterPattern), minute: -1 };
  memories.set(filter, made);
  return made;
}

/** The default value, unless the minute has a value already. */
function defaultOf({ defaultValue }: MetricTransformation, { minute }: Memory, time: number) {
  return Math.floor(time / MINUTE) === minute ? undefined : defaultValue;
}

function numberOf(written: string, message: string): number | undefined {
  if (!written.startsWith('$')) return Number(written);
  const value = Number(valueAt(documentOf(message), written.replace(/^\$\.?/, '')));
  return Number.isFinite(value) ? value : undefined;
}

function metricOf(
  { metricName, metricNamespace, unit = 'None', dimensions = {} }: MetricTransformation,
  message: string,
  value: number,
  time: number,
): LogMetric {
  const document = documentOf(message);
  const found = Object.entries(dimensions).flatMap(([Name, path]) => {
    const Value = valueAt(document, path.replace(/^\$\.?/, ''));
    return Value === undefined ? [] : [{ Name, Value: String(Value) }];
  });
  found.sort((a, b) => (a.Name < b.Name ? -1 : 1));
  return { id: { namespace: metricNamespace, name: metricName, dimensions: found }, unit, value, time };
}
