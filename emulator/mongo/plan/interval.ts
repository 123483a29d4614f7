import { invertKey } from '../compare/index.js';

/**
 * A place between index values of one field, in ascending order: just before or after a value's key, or before all
 * values of a type (its tag byte).
 */
export interface Bound {
  readonly key: string;
  readonly side: 'before' | 'after' | 'type';
  /** The place as a string that compares with ascending keys. */
  readonly ascending: string;
}

/** Values of one field between two bounds, with the words that `explain` has for them: `[5` and `inf.0]`. */
export interface Interval {
  readonly low: Bound;
  readonly high: Bound;
  readonly lowText: string;
  readonly highText: string;
  /** One value exactly. */
  readonly point: boolean;
}

/** Above every byte that can follow a whole key: tags and inverted tags stay below. */
const AFTER = '\xff';

export function before(key: string): Bound {
  return { key, side: 'before', ascending: key };
}

export function after(key: string): Bound {
  return { key, side: 'after', ascending: key + AFTER };
}

/** Before all values whose keys begin with this tag byte (0–255). */
export function typeBound(tag: number): Bound {
  const key = String.fromCharCode(tag);
  return { key, side: 'type', ascending: key };
}

/**
 * Where the entries of a descending value begin: every key that ends with a descending value carries this byte
 * (`DocumentIndex.encode`).
 */
export const DESCENDING_START = '\x01';

/** The place as a string that compares with the keys of a descending field. */
function descending({ key, side }: Bound): string {
  if (side === 'type') return String.fromCharCode(256 - key.charCodeAt(0));
  return invertKey(key) + (side === 'after' ? DESCENDING_START : AFTER);
}

export const EVERYTHING: Interval = {
  low: typeBound(0),
  high: typeBound(255),
  lowText: '[MinKey',
  highText: 'MaxKey]',
  point: false,
};

/** An interval as a half-open range of a field's keys. */
export function rangeOf({ low, high }: Interval, descends: boolean): { from: string; to: string } {
  return descends
    ? { from: descending(high), to: descending(low) }
    : { from: low.ascending, to: high.ascending };
}

/** An interval in mongod's words, in the direction that the scan takes. */
export function intervalText({ lowText, highText }: Interval, descends: boolean): string {
  if (!descends) return `${lowText}, ${highText}`;
  return `${highText.endsWith(']') ? '[' : '('}${highText.slice(0, -1)}, ${lowText.slice(1)}${lowText.startsWith('[') ? ']' : ')'}`;
}

function isEmpty(low: Bound, high: Bound): boolean {
  return low.ascending >= high.ascending;
}

/** The values that lie in both of two ordered lists of intervals. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as Interval, b[j] as Interval];
    const lower = x.low.ascending >= y.low.ascending ? x : y;
    const upper = x.high.ascending <= y.high.ascending ? x : y;
    if (!isEmpty(lower.low, upper.high)) result.push(join(lower, upper, x.point || y.point));
    if (upper === x) i++;
    else j++;
  }
  return result;
}

/** The values that lie in any of some intervals, as an ordered list without overlap. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.toSorted((a, b) => (a.low.ascending < b.low.ascending ? -1 : 1));
  const result: Interval[] = [];
  for (const interval of sorted) {
    const last = result[result.length - 1];
    if (last === undefined || last.high.ascending < interval.low.ascending) result.push(interval);
    else if (last.high.ascending < interval.high.ascending)
      result[result.length - 1] = join(last, interval, false);
  }
  return result;
}

/** The values that lie in none of an ordered list of intervals. */
export function complement(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  let { low, lowText } = EVERYTHING;
  for (const interval of intervals) {
    if (!isEmpty(low, interval.low)) {
      result.push({ low, high: interval.low, lowText, highText: openEnd(interval.lowText), point: false });
    }
    low = interval.high;
    lowText = openStart(interval.highText);
  }
  const { high, highText } = EVERYTHING;
  if (!isEmpty(low, high)) result.push({ low, high, lowText, highText, point: false });
  return result;
}

/** True when all values of `inner` lie in `outer`; both ordered lists. */
export function isWithin(inner: readonly Interval[], outer: readonly Interval[]): boolean {
  return inner.every(({ low, high }) =>
    outer.some((o) => o.low.ascending <= low.ascending && high.ascending <= o.high.ascending),
  );
}

function join(lower: Interval, upper: Interval, point: boolean): Interval {
  return { low: lower.low, lowText: lower.lowText, high: upper.high, highText: upper.highText, point };
}

function openEnd(lowText: string): string {
  return `${lowText.slice(1)}${lowText.startsWith('[') ? ')' : ']'}`;
}

function openStart(highText: string): string {
  return `${highText.endsWith(']') ? '(' : '['}${highText.slice(0, -1)}`;
}
