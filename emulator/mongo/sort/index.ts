import { accessor, Document, type Value } from '../bson/index.js';
import type { Collation } from '../collation/index.js';
import { compare } from '../compare/index.js';
import { keyTuples } from './multikey.js';
import { parseSort, type SortPart } from './parse.js';

export { pathNames, type SortPart } from './parse.js';
export { TopK } from './top-k.js';

export interface SortOptions {
  collation?: Collation | undefined;
  /** Metadata of a document for `{$meta: …}` parts (a text score, a random number). */
  meta?: (document: Document, name: string) => Value | undefined;
}

/** A compiled sort. Keys are taken once per document and compared often. */
export interface Sorter {
  readonly parts: readonly SortPart[];
  /** The values that the document sorts by, one a part. Throws 2 for parallel arrays. */
  keyOf(document: Document): Value[];
  compareKeys(a: readonly Value[], b: readonly Value[]): number;
  compare(a: Document, b: Document): number;
}

/** Compiles `{a: 1, "b.c": -1, score: {$meta: "textScore"}}`. */
export function compileSort(spec: Document, options: SortOptions = {}): Sorter {
  const parts = parseSort(spec);
  const compareKeys = keyComparer(parts, options.collation);
  const keyOf = keyTaker(parts, compareKeys, options);
  return { parts, keyOf, compareKeys, compare: (a, b) => compareKeys(keyOf(a), keyOf(b)) };
}

/** Sorts documents stably into a new array; each key is taken once. */
export function sortDocuments(documents: readonly Document[], sorter: Sorter): Document[] {
  const keyed = documents.map((document) => ({ document, key: sorter.keyOf(document) }));
  keyed.sort((a, b) => sorter.compareKeys(a.key, b.key));
  return keyed.map(({ document }) => document);
}

function keyComparer(parts: readonly SortPart[], collation: Collation | undefined) {
  const collate = collation?.compare;
  const directions = parts.map((part) => part.direction);
  const [first] = directions;
  if (first !== undefined && directions.length === 1) {
    return (a: readonly Value[], b: readonly Value[]) => first * compare(a[0], b[0], collate);
  }
  return (a: readonly Value[], b: readonly Value[]) => {
    for (let at = 0; at < directions.length; at++) {
      const order = compare(a[at], b[at], collate);
      if (order !== 0) return order * (directions[at] as number);
    }
    return 0;
  };
}

type CompareKeys = (a: readonly Value[], b: readonly Value[]) => number;

function keyTaker(parts: readonly SortPart[], compareKeys: CompareKeys, options: SortOptions) {
  const paths = parts.map((part) => (part.kind === 'path' ? part.names : []));
  const readers = parts.map((part) => partReader(part, options));
  return (document: Document): Value[] => {
    const key = new Array<Value>(readers.length);
    for (let at = 0; at < readers.length; at++) {
      const value = (readers[at] as Reader)(document);
      if (value === SPREAD) return spreadKey(document, parts, paths, compareKeys, options);
      key[at] = value as Value;
    }
    return key;
  };
}

const SPREAD = Symbol('an array is on the path');
type Reader = (document: Document) => Value | typeof SPREAD;

function partReader(part: SortPart, options: SortOptions): Reader {
  if (part.kind === 'meta') return (document) => options.meta?.(document, part.meta) ?? null;
  const readers = part.names.map((name) => accessor(name));
  return (document) => {
    let node: Value | undefined = document;
    for (const read of readers) {
      if (!(node instanceof Document)) return Array.isArray(node) ? SPREAD : null;
      node = read(node);
    }
    return Array.isArray(node) ? SPREAD : (node ?? null);
  };
}

/** With an array on a path the document sorts by the least (in the sort's own order) of its compound keys. */
function spreadKey(
  document: Document,
  parts: readonly SortPart[],
  paths: readonly (readonly string[])[],
  compareKeys: CompareKeys,
  options: SortOptions,
): Value[] {
  const fields = parts.flatMap((part, at) => (part.kind === 'path' ? [at] : []));
  const tuples = keyTuples(
    document,
    fields.map((at) => paths[at] as readonly string[]),
  );
  const keys = tuples.map((tuple) =>
    parts.map((part, at) =>
      part.kind === 'path'
        ? (tuple[fields.indexOf(at)] as Value)
        : (options.meta?.(document, part.meta) ?? null),
    ),
  );
  return keys.reduce((least, key) => (compareKeys(key, least) < 0 ? key : least));
}
