/** More field names than this in one document, and its shape is its own. */
const LONGEST_SHARED = 256;
/** A shape that more names than this have followed is taken for one with computed keys. */
const WIDEST_FAN = 128;
/** The same for the first name: filters and commands begin with many. */
const WIDEST_ROOT = 1_024;
/** Shared shapes live as long as the process; beyond this many every new one belongs to one document. */
const MOST_SHARED = 50_000;
/** Up to this many keys a linear search beats a map and costs no memory. */
const LINEAR_SEARCH = 8;

const NO_BYTES = new Uint8Array(0);
const utf8 = new TextEncoder();

let sharedShapes = 0;

/**
 * The field names of a document, in order. Documents with the same names in the same order share one shape, reached
 * from the empty one by a step per name, so that a reader may remember `shape → slot`. A shape that is not `shared`
 * (dictionary mode, for documents with computed keys) belongs to one document and changes with it: never remember it.
 */
export class Shape {
  static readonly EMPTY = new Shape(undefined, '', 0, true);

  readonly shared: boolean;
  /** The step that decoding took last from here: most documents look like the one before. */
  lastChild: Shape | undefined;
  /** UTF-8 of the last name. */
  readonly keyBytes: Uint8Array;
  readonly #parent: Shape | undefined;
  readonly #key: string;
  #size: number;
  #keys: string[] | undefined;
  #index: Map<string, number> | undefined;
  #children: Map<string, Shape> | undefined;

  private constructor(
    parent: Shape | undefined,
    key: string,
    size: number,
    shared: boolean,
    keys?: string[],
  ) {
    this.#parent = parent;
    this.#key = key;
    this.#size = size;
    this.shared = shared;
    this.#keys = keys;
    this.keyBytes = shared ? utf8.encode(key) : NO_BYTES;
  }

  get size(): number {
    return this.#size;
  }

  /** Names in order. Not to be changed. */
  get keys(): readonly string[] {
    this.#keys ??= this.#collectKeys();
    return this.#keys;
  }

  /** Name → slot. Not to be changed. */
  get index(): ReadonlyMap<string, number> {
    this.#index ??= new Map(this.keys.map((key, slot) => [key, slot]));
    return this.#index;
  }

  /** The slot of a name, or -1. */
  slot(key: string): number {
    if (this.#size <= LINEAR_SEARCH) return this.keys.indexOf(key);
    return this.index.get(key) ?? -1;
  }

  /** The shape with one more name, which must be new to it. A shape that is not shared changes in place. */
  with(key: string): Shape {
    if (!this.shared) return this.#append(key);
    const known = this.#children?.get(key);
    if (known !== undefined) return known;
    if (this.#full()) return this.unshared().#append(key);
    sharedShapes++;
    const child = new Shape(this, key, this.#size + 1, true);
    this.#children ??= new Map();
    this.#children.set(key, child);
    return child;
  }

  /** A copy that belongs to one document alone. */
  unshared(): Shape {
    return new Shape(undefined, '', this.#size, false, [...this.keys]);
  }

  /** What a copy of the document may use: this one when it is shared. */
  forCopy(): Shape {
    return this.shared ? this : this.unshared();
  }

  /** The shape with these names, which must differ from each other. */
  static of(keys: readonly string[]): Shape {
    let shape = Shape.EMPTY;
    for (const key of keys) shape = shape.with(key);
    return shape;
  }

  #full(): boolean {
    const widest = this.#size === 0 ? WIDEST_ROOT : WIDEST_FAN;
    const fan = this.#children?.size ?? 0;
    return this.#size >= LONGEST_SHARED || fan >= widest || sharedShapes >= MOST_SHARED;
  }

  #append(key: string): Shape {
    this.#keys!.push(key);
    this.#index?.set(key, this.#size);
    this.#size++;
    return this;
  }

  #collectKeys(): string[] {
    const keys = new Array<string>(this.#size);
    let shape: Shape | undefined = this;
    for (let slot = this.#size - 1; slot >= 0; slot--) {
      keys[slot] = shape!.#key;
      shape = shape!.#parent;
    }
    return keys;
  }
}
