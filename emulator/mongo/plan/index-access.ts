import type { Collation } from '../collation/index.js';
import { invertKey, utf8Key } from '../compare/index.js';
import type { DocumentIndex, KeyPart } from '../index/index.js';
import type { KeyRange } from '../storage/index.js';
import { DESCENDING_START, EVERYTHING, type Interval, intersect, rangeOf } from './interval.js';
import type { Conjunction, Predicate } from './predicates.js';
import { type BoundsContext, conditionBounds, type FieldBounds, holdsNull } from './test-bounds.js';

/** The values of several fields multiply: more ranges than this cost more than they save. */
const MOST_RANGES = 4_096;
/** Beyond this many ranges their sizes are guessed from a sample. */
const COUNTED_RANGES = 64;

/** How an index leads to a filter's candidates. */
export interface IndexAccess {
  readonly index: DocumentIndex;
  /** Per field of the index, what the scan keeps to, for `explain`. */
  readonly bounds: readonly (readonly Interval[])[];
  /** How many leading fields narrow the ranges. */
  readonly bounded: number;
  /** In the order of the index. */
  readonly ranges: readonly KeyRange[];
  /** Every candidate fulfils the filter, and each is met once. */
  readonly exact: boolean;
  /** Entries in the ranges. */
  readonly estimate: number;
}

/** Works out what ranges of an index can hold a filter's results. All of the index, when the filter says nothing of it. */
export function accessOf(
  index: DocumentIndex,
  conjunction: Conjunction,
  collation: Collation | undefined,
): IndexAccess {
  const sameCollation = (collation?.stringKey ?? utf8Key) === index.stringKey;
  const used = new Set<Predicate>();
  let allExact = !conjunction.others && conjunction.ors.length === 0 && !index.multikey;
  const bounds: Interval[][] = index.parts.map((part, field) => {
    const context = { stringKey: index.stringKey, sameCollation, multikey: index.arrays[field] !== 0 };
    const found = fieldBounds(index, field, part, conjunction.predicates, used, context);
    if (found === undefined) return [EVERYTHING];
    allExact &&= found.exact;
    return found.intervals;
  });
  const { ranges, bounded, whole } = rangesOf(index, bounds);
  const isExact = allExact && whole && used.size === conjunction.predicates.length;
  return { index, bounds, bounded, ranges, exact: isExact, estimate: estimate(index, ranges) };
}

/** What the predicates on one field allow together. Marks those it took into account. */
function fieldBounds(
  index: DocumentIndex,
  field: number,
  part: KeyPart,
  predicates: readonly Predicate[],
  used: Set<Predicate>,
  context: BoundsContext,
): FieldBounds | undefined {
  let result: FieldBounds | undefined;
  for (const predicate of predicates) {
    if (predicate.path !== part.path) continue;
    if (context.multikey && !mayCombine(index, field, predicate, used)) continue;
    const bounds = conditionBounds(predicate.condition, context);
    if (bounds === undefined || !fitsDirection(part, bounds)) continue;
    // An element without the field has no entry in a sparse index, though the document has others.
    if (index.spec.sparse === true && context.multikey && holdsNull(bounds.intervals)) continue;
    used.add(predicate);
    result =
      result === undefined
        ? { ...bounds, exact: bounds.exact && !predicate.partly }
        : {
            intervals: intersect(result.intervals, bounds.intervals),
            exact: result.exact && bounds.exact && !predicate.partly,
          };
  }
  return result;
}

/** A hashed field is ordered in a way that helps equality alone. */
function fitsDirection(part: KeyPart, bounds: FieldBounds): boolean {
  return part.direction !== 'hashed' || bounds.intervals.every(({ point }) => point);
}

/**
 * Through an array, two conditions may be fulfilled by two elements, which have two entries: bounds of both would miss
 * them. Those of one `$elemMatch` hold for one element.
 */
function mayCombine(
  index: DocumentIndex,
  field: number,
  predicate: Predicate,
  used: Set<Predicate>,
): boolean {
  for (const other of used) {
    const otherField = index.parts.findIndex(({ path }) => path === other.path);
    if (predicate.element !== undefined && predicate.element === other.element && otherField !== field)
      continue;
    if (otherField === field || shareArray(index, field, otherField)) return false;
  }
  return true;
}

function shareArray(index: DocumentIndex, a: number, b: number): boolean {
  const [x, y] = [index.parts[a] as KeyPart, index.parts[b] as KeyPart];
  let common = 0;
  while (common < x.steps.length && x.steps[common] === y.steps[common]) common++;
  const mask = 2 ** Math.min(common, 30) - 1;
  return (((index.arrays[a] as number) | (index.arrays[b] as number)) & mask) !== 0;
}

interface Ranges {
  ranges: KeyRange[];
  bounded: number;
  /** The ranges say all that the bounds say. */
  whole: boolean;
}

/** Leading fields with single values multiply; the first with a real interval ends the key. */
function rangesOf(index: DocumentIndex, bounds: readonly (readonly Interval[])[]): Ranges {
  let prefixes: readonly string[] = [''];
  let field = 0;
  for (; field < bounds.length; field++) {
    const intervals = bounds[field] as readonly Interval[];
    if (!intervals.every(({ point }) => point)) break;
    if (prefixes.length > 1 && prefixes.length * intervals.length > MOST_RANGES) break;
    const keys = intervals.map((interval) => pointKey(index, field, interval)).sort(byBytes);
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => prefix + key));
  }
  const rest = bounds.slice(field + 1).every(([interval]) => interval === EVERYTHING);
  const last = bounds[field];
  if (last === undefined || (last[0] === EVERYTHING && field > 0)) {
    const start = index.parts[field - 1]?.direction === -1 ? DESCENDING_START : '';
    const ranges = prefixes.map((prefix) => ({ from: prefix + start, to: `${prefix}\xff` }));
    return { ranges, bounded: field, whole: rest };
  }
  const descends = index.parts[field]?.direction === -1;
  const spans = last.map((interval) => rangeOf(interval, descends));
  if (descends) spans.reverse();
  if (prefixes.length > 1 && prefixes.length * spans.length > MOST_RANGES) {
    return { ranges: [{ from: '', to: '\xff' }], bounded: 0, whole: false };
  }
  const ranges = prefixes.flatMap((prefix) =>
    spans.map(({ from, to }) => ({ from: prefix + from, to: prefix + to })),
  );
  return { ranges, bounded: last[0] === EVERYTHING ? field : field + 1, whole: rest };
}

function pointKey(index: DocumentIndex, field: number, { low }: Interval): string {
  return index.parts[field]?.direction === -1 ? invertKey(low.key) : low.key;
}

function byBytes(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function estimate(index: DocumentIndex, ranges: readonly KeyRange[]): number {
  const counted = Math.min(ranges.length, COUNTED_RANGES);
  let total = 0;
  for (let at = 0; at < counted; at++) {
    const { from, to } = ranges[Math.floor((at * ranges.length) / counted)] as KeyRange;
    total += index.tree.countRange(from, to);
  }
  return counted === 0 ? 0 : (total * ranges.length) / counted;
}
