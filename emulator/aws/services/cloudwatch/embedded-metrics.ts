import { sorted } from './metrics.js';
import type { Watch } from './watch.js';

interface Directive {
  Namespace: string;
  Dimensions: string[][];
  Metrics: { Name: string; Unit?: string }[];
}

/**
 * Metrics in a line of log (CloudWatch embedded metric format): the line is JSON, or JSON behind the prefix that
 * Lambda's runtime puts before console output. Anything else is no metric.
 */
export function readEmbeddedMetrics(watch: Watch, text: string): void {
  if (!text.includes('"_aws"')) return;
  const brace = text.indexOf('{');
  const document = parse(text.slice(brace));
  const { Timestamp: time, CloudWatchMetrics: directives } = (document?._aws ?? {}) as {
    Timestamp?: unknown;
    CloudWatchMetrics?: unknown;
  };
  if (!document || typeof time !== 'number' || !Array.isArray(directives)) return;
  for (const directive of directives as Partial<Directive>[]) take(watch, document, directive, time);
}

function take(
  watch: Watch,
  document: Record<string, unknown>,
  directive: Partial<Directive>,
  time: number,
): void {
  const { Namespace: namespace, Dimensions: sets, Metrics: metrics } = directive;
  if (typeof namespace !== 'string' || !Array.isArray(sets) || !Array.isArray(metrics)) return;
  for (const set of sets) {
    const dimensions = sorted(set.map((Name) => ({ Name, Value: String(document[Name] ?? '') })));
    for (const { Name: name, Unit: unit = 'None' } of metrics) {
      const values = [document[name]].flat().filter((value): value is number => typeof value === 'number');
      if (values.length > 0)
        watch.add(
          { namespace, name, dimensions },
          unit,
          { values: values.map((value) => ({ value, count: 1 })) },
          time,
        );
    }
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
