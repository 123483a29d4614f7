import { Document, type Value } from '../bson/index.js';
import { keyOf } from '../compare/index.js';
import { nullish } from '../expression/operator.js';
import { PAUSE } from '../session/budget.js';
import type { Flow } from './stage.js';

export type StringKey = ((text: string) => string) | undefined;

/** Values that a document offers at a path for an equality join: each array item, and null for what is missing. */
function joinKeys(document: Document, path: string[], stringKey: StringKey): Set<string> {
  const keys = new Set<string>();
  for (const value of offered(document, path, 0)) keys.add(keyOf(nullish(value) ? null : value, stringKey));
  return keys;
}

function* offered(value: Value | undefined, path: string[], at: number): Generator<Value | undefined> {
  const name = path[at];
  if (name === undefined) {
    if (Array.isArray(value)) yield* value;
    yield value;
  } else if (value instanceof Document) yield* offered(value.get(name), path, at + 1);
  else if (Array.isArray(value)) yield* offeredInside(value, path, at);
  else yield undefined;
}

/** A name leads into each document of an array, or, when it is a number, to one of its items. */
function* offeredInside(list: readonly Value[], path: string[], at: number): Generator<Value | undefined> {
  const name = path[at] as string;
  const item = /^\d+$/.test(name) ? list[Number(name)] : undefined;
  if (item !== undefined) yield* offered(item, path, at + 1);
  for (const inner of list) if (inner instanceof Document) yield* offered(inner, path, at);
}

/** Values to look for: what aggregation reads at the local path, arrays item by item, missing as null. */
export function localKeys(value: Value | undefined, stringKey: StringKey): Set<string> {
  // No item at all is looked for as null.
  const list = Array.isArray(value) && value.length > 0 ? value : [Array.isArray(value) ? null : value];
  return new Set(list.map((item) => keyOf(nullish(item) ? null : (item as Value), stringKey)));
}

/** A hash table of a collection by one path; built once per stage, on the first document that asks. */
export class HashJoin {
  readonly #table = new Map<string, { order: number; document: Document }[]>();
  #order = 0;

  add(document: Document, keys: Iterable<string>): void {
    const entry = { order: this.#order++, document };
    for (const key of keys) {
      const found = this.#table.get(key);
      if (found === undefined) this.#table.set(key, [entry]);
      else found.push(entry);
    }
  }

  find(keys: Iterable<string>): Document[] {
    const found = new Set<{ order: number; document: Document }>();
    for (const key of keys) for (const entry of this.#table.get(key) ?? []) found.add(entry);
    return [...found].sort((a, b) => a.order - b.order).map(({ document }) => document);
  }
}

/** Fills a table, passing pauses on. */
export function* buildJoin(source: Flow, path: string[], stringKey: StringKey, into: HashJoin): Flow {
  for (const document of source) {
    if (document === PAUSE) yield PAUSE;
    else into.add(document, joinKeys(document, path, stringKey));
  }
}
