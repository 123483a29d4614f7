import type { Collate } from '../compare/index.js';

/** Bytes of a label that are counted up when a string sorts after all others. */
const COUNTER_BYTES = 4;
const END = '\x00';
/** A label's digits are 1–254: 0 ends it, 255 stays free for inverted ends. */
const LOW = 1;
const HIGH = 254;

/** A chunk that grows beyond this is cut in two. */
const LONGEST_CHUNK = 512;

interface Ranked {
  text: string;
  label: string;
}

/**
 * Sort keys for a collation. `Intl.Collator` compares but tells no sort key, so each class of equal strings gets a
 * label between those of its neighbours when it is first seen; labels stay as they are from then on. Keys of one
 * instance order against each other for as long as it lives, and mean nothing outside it.
 */
export class CollationKeys {
  readonly #collate: Collate;
  readonly #labels = new Map<string, string>();
  /** Classes in order, in chunks: inserting moves no more than one chunk. */
  readonly #chunks: Ranked[][] = [];

  constructor(collate: Collate) {
    this.#collate = collate;
  }

  /** The key of a string, with its terminator. */
  keyOf(text: string): string {
    const known = this.#labels.get(text);
    if (known !== undefined) return known;
    const label = this.#place(text);
    this.#labels.set(text, label);
    return label;
  }

  #place(text: string): string {
    const at = this.#chunkFor(text);
    const chunk = this.#chunks[at];
    if (chunk === undefined) {
      const label = labelBetween(undefined, undefined) + END;
      this.#chunks.push([{ text, label }]);
      return label;
    }
    const place = this.#firstNotBelow(chunk, text);
    const after = chunk[place] ?? this.#chunks[at + 1]?.[0];
    if (after !== undefined && this.#collate(text, after.text) === 0) return after.label;
    const before = chunk[place - 1] ?? this.#chunks[at - 1]?.at(-1);
    const label = labelBetween(bare(before), bare(after)) + END;
    chunk.splice(place, 0, { text, label });
    if (chunk.length > LONGEST_CHUNK) this.#chunks.splice(at + 1, 0, chunk.splice(LONGEST_CHUNK / 2));
    return label;
  }

  /** The last chunk whose first text is not above this one. */
  #chunkFor(text: string): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const first = (this.#chunks[middle] as Ranked[])[0] as Ranked;
      if (this.#collate(text, first.text) < 0) high = middle;
      else low = middle + 1;
    }
    return Math.max(low - 1, 0);
  }

  #firstNotBelow(chunk: readonly Ranked[], text: string): number {
    let low = 0;
    let high = chunk.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#collate((chunk[middle] as Ranked).text, text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function bare(entry: Ranked | undefined): string | undefined {
  return entry?.label.slice(0, -END.length);
}

/** A string of digits strictly between two others in byte order; `undefined` bounds are open. */
export function labelBetween(before: string | undefined, after: string | undefined): string {
  if (after === undefined) return before === undefined ? firstLabel() : counted(before);
  return middle(before ?? '', after);
}

function firstLabel(): string {
  return String.fromCharCode(128, 128, 128, 128);
}

/** The next value of the leading counter, so that strings arriving in order keep short labels. */
function counted(before: string): string {
  const digits = Array.from({ length: COUNTER_BYTES }, (_, at) => before.charCodeAt(at) || LOW);
  for (let at = COUNTER_BYTES - 1; at >= 0; at--) {
    if ((digits[at] as number) < HIGH) {
      digits[at] = (digits[at] as number) + 1;
      return String.fromCharCode(...digits);
    }
    digits[at] = LOW;
  }
  return middle(before, undefined);
}

/** Missing digits count as the lowest, and no label but a counted one ends in it: there is room below every label. */
function middle(before: string, after: string | undefined): string {
  let label = '';
  for (let at = 0; ; at++) {
    const low = at < before.length ? before.charCodeAt(at) : LOW;
    const high = after !== undefined && at < after.length ? after.charCodeAt(at) : HIGH + 1;
    if (high - low > 1) return label + String.fromCharCode((low + high) >> 1);
    label += String.fromCharCode(low);
    if (high > low) return above(label, before, at + 1);
  }
}

/** With `label` the bound above is kept already: anything above the rest of `before` will do. */
function above(label: string, before: string, from: number): string {
  let result = label;
  for (let at = from; ; at++) {
    const low = at < before.length ? before.charCodeAt(at) : LOW;
    if (low < HIGH) return result + String.fromCharCode((low + HIGH + 1) >> 1);
    result += String.fromCharCode(low);
  }
}
