import type { Document, Value } from '../bson/index.js';
import { invertKey, keyOf, type StringKey, utf8Key } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { BTree } from './btree.js';
import type { CompileFilter, IndexSpec } from './index-spec.js';
import { type KeyPart, keyParts } from './key-pattern.js';
import { KeyCollector, type KeyTuple } from './key-values.js';

const NO_KEYS: readonly string[] = [];
/** Keys are copied through this buffer: a joined string keeps its parts alive, a sliced one its whole. */
let scratch = Buffer.allocUnsafe(4_096);

/** One index of a collection: its tree, and how a document's keys are made. */
export class DocumentIndex {
  readonly spec: IndexSpec;
  readonly parts: readonly KeyPart[];
  readonly stringKey: StringKey;
  tree = new BTree();
  /** Per field, bit n: some document had an array after n + 1 steps of the path. Never taken back, as in MongoDB. */
  readonly arrays: number[];
  /** Cursors on it end with an error. */
  dropped = false;
  /** Times a plan used it, for `$indexStats`. */
  uses = 0;
  readonly #filter: ((document: Document) => boolean) | undefined;
  /** The field of the commonest kind of index: one ascending or descending field without dots. */
  readonly #single: string | undefined;

  constructor(spec: IndexSpec, compileFilter: CompileFilter) {
    this.spec = spec;
    this.parts = keyParts(spec.key);
    this.arrays = this.parts.map(() => 0);
    this.stringKey = spec.collation?.stringKey ?? utf8Key;
    const filter = spec.partialFilterExpression;
    this.#filter = filter && compileFilter(filter, spec.collation);
    const [first] = this.parts;
    if (this.parts.length === 1 && first?.steps.length === 1) this.#single = first.path;
  }

  get multikey(): boolean {
    return this.arrays.some((bits) => bits !== 0);
  }

  get unique(): boolean {
    const { unique, prepareUnique, name } = this.spec;
    return unique === true || prepareUnique === true || name === '_id_';
  }

  /** The keys a document has in this index, each once. None where it is sparse or partial and leaves it out. */
  keysOf(document: Document): readonly string[] {
    if (this.#filter !== undefined && !this.#filter(document)) return NO_KEYS;
    if (this.#single !== undefined) {
      const value = document.get(this.#single);
      if (value === undefined && this.spec.sparse === true) return NO_KEYS;
      if (!Array.isArray(value)) return [this.encode([value])];
    }
    return this.#collect(document);
  }

  /** The values behind one key of a document, as the text of a duplicate key error shows them. */
  tupleOf(document: Document, key: string): KeyTuple {
    const collector = new KeyCollector(this.parts);
    collector.collect(document);
    return collector.tuples.find((tuple) => this.encode(tuple) === key) ?? [];
  }

  /** The key of a tuple of values, one for each field. */
  encode(tuple: readonly (Value | undefined)[]): string {
    let key = '';
    for (let field = 0; field < tuple.length; field++) key += this.encodeField(field, tuple[field]);
    // Inverted, a string's end may be the beginning of a longer one's: a byte keeps the shorter behind.
    return compact(this.parts.at(-1)?.direction === -1 ? `${key}\x01` : key);
  }

  /** One field's part of a key. Missing counts as null. */
  encodeField(field: number, value: Value | undefined): string {
    const key = keyOf(value === undefined ? null : value, this.stringKey);
    return (this.parts[field] as KeyPart).direction === -1 ? invertKey(key) : key;
  }

  #collect(document: Document): readonly string[] {
    const collector = new KeyCollector(this.parts);
    collector.collect(document);
    this.#noteArrays(collector.arrays);
    const keys = new Set<string>();
    for (const tuple of collector.tuples) {
      if (this.spec.sparse === true && tuple.every((value) => value === undefined)) continue;
      keys.add(this.encode(tuple));
    }
    return [...keys];
  }

  #noteArrays(found: readonly number[]): void {
    for (let field = 0; field < found.length; field++) {
      const bits = found[field] as number;
      if (bits !== 0 && this.parts[field]?.direction === 'hashed') {
        throw mongoError(16766, 'hashed indexes do not currently support array values');
      }
      this.arrays[field] = (this.arrays[field] as number) | bits;
    }
  }
}

/** The same text as one flat string of its own. */
function compact(key: string): string {
  if (key.length < 13) return key;
  if (key.length > scratch.length) scratch = Buffer.allocUnsafe(key.length * 2);
  return scratch.toString('latin1', 0, scratch.write(key, 0, 'latin1'));
}
