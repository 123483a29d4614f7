import { Document, UNDEFINED, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { KeyPart } from './key-pattern.js';

/** The values of an index's fields in one entry; `undefined` where the document has none. */
export type KeyTuple = (Value | undefined)[];

/** A field on its way through the document. */
interface Walk {
  readonly value: Value | undefined;
  /** How many steps of its path are done. */
  readonly done: number;
  /** An array that is itself an array's element is indexed as a whole. */
  readonly whole: boolean;
}

const INTEGER = /^(0|[1-9]\d*)$/;

/**
 * Collects what an index holds of a document. Arrays give an entry per element, fields below the same array move
 * through it together, and two different arrays in one document are refused (as `btree_key_generator.cpp` of MongoDB
 * describes).
 */
export class KeyCollector {
  readonly tuples: KeyTuple[] = [];
  /** Bit n of entry i: the first n + 1 steps of field i's path led to an array. */
  readonly arrays: number[];
  readonly #parts: readonly KeyPart[];

  constructor(parts: readonly KeyPart[]) {
    this.#parts = parts;
    this.arrays = parts.map(() => 0);
  }

  collect(document: Document): void {
    this.#expand(this.#parts.map((part, field) => this.#walk(field, part, document, 0)));
  }

  /** Follows a path to its end, or to the first array that is not stepped into by number. */
  #walk(field: number, { steps }: KeyPart, from: Value | undefined, start: number): Walk {
    let value = from;
    let done = start;
    for (; done < steps.length; done++) {
      const step = steps[done] as string;
      if (Array.isArray(value)) {
        const element = elementAt(value, step);
        if (element === undefined) break;
        refuseAmbiguous(value, steps, done);
        this.#note(field, done);
        value = element;
      } else {
        value = value instanceof Document ? value.get(step) : undefined;
      }
    }
    return { value, done, whole: false };
  }

  #expand(walks: readonly Walk[]): void {
    const array = this.#arrayOf(walks);
    if (array === undefined) {
      this.tuples.push(walks.map(({ value }) => value));
      return;
    }
    const elements: readonly Value[] = array.length === 0 ? [UNDEFINED] : array;
    for (const element of elements) {
      this.#expand(
        walks.map((walk, field) => (walk.value === array ? this.#enter(field, walk, element) : walk)),
      );
    }
  }

  #enter(field: number, { done }: Walk, element: Value): Walk {
    const part = this.#parts[field] as KeyPart;
    if (done === part.steps.length) return { value: element, done, whole: true };
    if (!(element instanceof Document)) return { value: undefined, done: part.steps.length, whole: true };
    return this.#walk(field, part, element, done);
  }

  /** The one array that some fields have come to. */
  #arrayOf(walks: readonly Walk[]): Value[] | undefined {
    let found: Value[] | undefined;
    for (let field = 0; field < walks.length; field++) {
      const { value, done, whole } = walks[field] as Walk;
      if (whole || !Array.isArray(value)) continue;
      this.#note(field, done);
      if (found !== undefined && found !== value) throw this.#parallel(walks, found, value);
      found = value;
    }
    return found;
  }

  #note(field: number, done: number): void {
    this.arrays[field] = (this.arrays[field] as number) | (1 << Math.min(done - 1, 30));
  }

  #parallel(walks: readonly Walk[], a: Value[], b: Value[]): Error {
    const name = (array: Value[]) => {
      const field = walks.findIndex(({ value }) => value === array);
      return (this.#parts[field] as KeyPart).steps[(walks[field] as Walk).done - 1] ?? '';
    };
    return mongoError(171, `cannot index parallel arrays [${name(b)}] [${name(a)}]`);
  }
}

function elementAt(array: readonly Value[], step: string): Value | undefined {
  return INTEGER.test(step) ? array[Number(step)] : undefined;
}

function refuseAmbiguous(array: readonly Value[], steps: readonly string[], done: number): void {
  const step = steps[done] as string;
  if (!array.some((element) => element instanceof Document && element.has(step))) return;
  throw mongoError(
    16746,
    `Ambiguous field name found in array (do not use numeric field names in embedded elements in an array), field: '${step}' for array: ${steps.slice(0, done).join('.')}`,
  );
}
