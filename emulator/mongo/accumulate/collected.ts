import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { Environment } from '../expression/node.js';
import { nullish, typeName } from '../expression/operator.js';
import { ValueSet } from '../expression/set.js';
import type { State } from './accumulator.js';
import { sizeOf } from './size.js';

type V = Value | undefined;

/** What one accumulator may gather before mongod stops it (`internalQueryMaxPushBytes` and its relatives). */
const MAX_BYTES = 104_857_600;
/** One value in so many is measured, for all of them. */
const MEASURED = 16;

/** Counts what an accumulator holds, by samples. */
class Meter {
  readonly #name: string;
  #values = 0;
  #bytes = 0;

  constructor(name: string) {
    this.#name = name;
  }

  add(value: Value): void {
    if (++this.#values % MEASURED !== 0) return;
    this.#bytes += sizeOf(value) * MEASURED;
    if (this.#bytes <= MAX_BYTES) return;
    throw mongoError(
      'ExceededMemoryLimit',
      `${this.#name} used too much memory and cannot spill to disk. Memory limit: ${MAX_BYTES} bytes`,
    );
  }
}

/** `$push`: every value that is there. */
export function pushState(): State {
  const values: Value[] = [];
  const meter = new Meter('$push');
  return {
    add: (value) => {
      if (value === undefined) return;
      values.push(value);
      meter.add(value);
    },
    result: () => values,
  };
}

function setState(environment: Environment, name: string): { set: ValueSet; add(value: Value): void } {
  const set = new ValueSet(environment);
  const meter = new Meter(name);
  const add = (value: Value) => {
    const before = set.size;
    set.add(value);
    if (set.size > before) meter.add(value);
  };
  return { set, add };
}

/** `$addToSet`: every different value. */
export function addToSetState(environment: Environment): State {
  const { set, add } = setState(environment, '$addToSet');
  return {
    add: (value) => {
      if (value !== undefined) add(value);
    },
    result: () => set.values(),
  };
}

function listOf(value: V, name: string): readonly Value[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw mongoError(14, `${name} requires array inputs, but input is of type ${typeName(value)}`);
}

/** `$concatArrays`: the items of all arrays, one array behind the other. */
export function concatArraysState(): State {
  const all: Value[] = [];
  const meter = new Meter('$concatArrays');
  return {
    add: (value) => {
      for (const item of listOf(value, '$concatArrays')) {
        all.push(item);
        meter.add(item);
      }
    },
    result: () => all,
  };
}

/** `$setUnion`: the different items of all arrays. */
export function setUnionState(environment: Environment): State {
  const { set, add } = setState(environment, '$setUnion');
  return {
    add: (value) => {
      for (const item of listOf(value, '$setUnion')) add(item);
    },
    result: () => set.values(),
  };
}

/** `$mergeObjects`: the fields of all documents; later ones win. */
export function mergeState(): State {
  const merged = new Document();
  return {
    add: (value) => {
      if (nullish(value)) return;
      if (!(value instanceof Document))
        throw mongoError(
          5911200,
          `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`,
        );
      for (const [name, field] of value) merged.set(name, field);
    },
    result: () => merged,
  };
}
