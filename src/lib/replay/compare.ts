import type { ComparedAnswer } from './answer.js';
import { isGenerated } from './generated.js';
import { diffValues, type ValueDifference } from './json-diff.js';

/** One difference between the kept answer and the new one. */
export interface Difference extends ValueDifference {
  where: 'status' | 'header' | 'body';
}

/** What came of a comparison. `generated` are ids, times and tokens that differ as they must; they do not count. */
export interface Comparison {
  same: boolean;
  differences: Difference[];
  generated: Difference[];
}

/** Headers that differ from one answer to the next by their nature. */
const VOLATILE = new Set([
  ...['date', 'age', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding'],
  ...['x-amzn-requestid', 'x-amz-apigw-id', 'x-amzn-trace-id', 'x-request-id', 'x-correlation-id'],
  ...['x-amz-cf-id', 'x-amz-cf-pop', 'x-cache', 'via', 'server-timing'],
  ...['x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after'],
]);

/** Compares two answers. With `strict` generated values count; `ignored` are paths into the body, `*` standing for any index. */
export function compareAnswers(
  before: ComparedAnswer,
  after: ComparedAnswer,
  { strict = false, ignored = [] }: { strict?: boolean; ignored?: readonly string[] } = {},
): Comparison {
  const all: Difference[] = [];
  if (before.status !== after.status)
    all.push({ where: 'status', path: '', before: before.status, after: after.status });
  for (const one of diffValues(withoutVolatile(before.headers), withoutVolatile(after.headers)))
    all.push({ where: 'header', ...one });
  const patterns = ignored.map(patternOf);
  for (const one of diffValues(before.body, after.body)) {
    if (!patterns.some((pattern) => pattern.test(one.path))) all.push({ where: 'body', ...one });
  }
  const isNoise = (one: Difference) => !strict && isGenerated(one.before, one.after);
  const differences = all.filter((one) => !isNoise(one));
  return { same: differences.length === 0, differences, generated: all.filter(isNoise) };
}

function withoutVolatile(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !VOLATILE.has(name)));
}

/** `result[*].price` fits `result[0].price` and `result[id=x].price`; a path covers all that lies below it. */
function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\[\\*\\]', '\\[[^\\]]*\\]');
  return new RegExp(`^${escaped}(?:$|[.[ ])`);
}
