import { accessor, Document, type Value } from '../bson/index.js';

/** Asks one value; `undefined` is a missing one. */
export type Predicate = (value: Value | undefined, capture?: Capture) => boolean;

/** Notes the array position that matched, for the positional operator `$`. */
export interface Capture {
  index: number | undefined;
}

export type DocumentMatch = (document: Document, capture?: Capture) => boolean;

interface Step {
  read: (document: Document) => Value | undefined;
  /** The position this name can mean in an array, or -1. */
  index: number;
  rest: Step | undefined;
}

const INDEX = /^(0|[1-9]\d{0,9})$/;

/**
 * Matches when a value that the path leads to passes. Arrays on the way are entered, by position where the name is a
 * number. With `spread` an array at the end is asked element by element and then as a whole; without, only as a whole.
 */
export function matchPath(path: string, predicate: Predicate, spread: boolean): DocumentMatch {
  const walker = new Walker(predicate, spread);
  const step = steps(path.split('.'));
  if (step.rest === undefined) return single(step.read, predicate, spread);
  return (document, capture) => walker.inDocument(document, step, capture);
}

function steps(names: readonly string[]): Step {
  let step: Step | undefined;
  for (const name of [...names].reverse()) {
    step = { read: accessor(name), index: INDEX.test(name) ? Number(name) : -1, rest: step };
  }
  return step as Step;
}

/** The common case, one name. */
function single(read: Step['read'], predicate: Predicate, spread: boolean): DocumentMatch {
  if (!spread) return (document, capture) => predicate(read(document), capture);
  return (document, capture) => {
    const value = read(document);
    return Array.isArray(value) ? spreadArray(value, predicate, capture) : predicate(value, capture);
  };
}

function spreadArray(items: Value[], predicate: Predicate, capture: Capture | undefined): boolean {
  for (let at = 0; at < items.length; at++) {
    if (predicate(items[at])) {
      if (capture !== undefined) capture.index = at;
      return true;
    }
  }
  return predicate(items, capture);
}

class Walker {
  readonly #predicate: Predicate;
  readonly #spread: boolean;

  constructor(predicate: Predicate, spread: boolean) {
    this.#predicate = predicate;
    this.#spread = spread;
  }

  inDocument(document: Document, step: Step, capture: Capture | undefined): boolean {
    const value = step.read(document);
    if (step.rest === undefined) return this.#atEnd(value, capture);
    if (value instanceof Document) return this.inDocument(value, step.rest, capture);
    if (Array.isArray(value)) return this.#inArray(value, step.rest, capture);
    return this.#predicate(undefined, capture);
  }

  #atEnd(value: Value | undefined, capture: Capture | undefined): boolean {
    if (this.#spread && Array.isArray(value)) return spreadArray(value, this.#predicate, capture);
    return this.#predicate(value, capture);
  }

  /** The outermost array's position is the one that `$` means. */
  #inArray(items: Value[], step: Step, capture: Capture | undefined): boolean {
    for (let at = 0; at < items.length; at++) {
      const item = items[at] as Value;
      if (item instanceof Document && this.inDocument(item, step, capture)) {
        if (capture !== undefined) capture.index = at;
        return true;
      }
      if (at === step.index && this.#atPosition(item, step)) return true;
    }
    return false;
  }

  /** A position in the path is no match of the array's: `$` has nothing to stand for. */
  #atPosition(item: Value, step: Step): boolean {
    if (step.rest === undefined) return this.#atEnd(item, undefined);
    if (item instanceof Document) return this.inDocument(item, step.rest, undefined);
    return Array.isArray(item) && this.#inArray(item, step.rest, undefined);
  }
}
