/** Most entries of a leaf and most children of an inner node. */
const WIDTH = 64;
/** A node below this asks a neighbour to take it in. */
const NARROW = WIDTH >> 2;

class Leaf {
  keys: string[];
  ids: number[];
  previous: Leaf | undefined;
  next: Leaf | undefined;

  constructor(keys: string[] = [], ids: number[] = []) {
    this.keys = keys;
    this.ids = ids;
  }

  get count(): number {
    return this.keys.length;
  }
}

class Inner {
  /** Entry `at` is the lowest of `children[at + 1]` and all that follow. */
  keys: string[];
  ids: number[];
  children: Node[];
  /** Entries below. */
  count: number;

  constructor(keys: string[], ids: number[], children: Node[], count: number) {
    this.keys = keys;
    this.ids = ids;
    this.children = children;
    this.count = count;
  }
}

type Node = Leaf | Inner;

/** Where an entry is. Without `leaf` there is none. */
interface Place {
  leaf: Leaf | undefined;
  at: number;
}

interface Split {
  right: Node;
  /** What separates it from the node it was split from. */
  key: string;
  id: number;
}

/**
 * An ordered set of (key, id) entries: a B+tree that knows how many entries lie below each node, so that the size of
 * any range is known in O(log n). Keys are strings of bytes (one character a byte): they compare as memcmp does and
 * take less memory than byte arrays.
 */
export class BTree {
  #root: Node = new Leaf();
  #first: Leaf = this.#root as Leaf;
  #last: Leaf = this.#root as Leaf;
  #depth = 1;
  /** Changes with every change of the tree; cursors find their place again by it. */
  version = 0;

  /** A tree of entries that are already in order and without doubles. */
  static build(keys: string[], ids: number[]): BTree {
    const tree = new BTree();
    const fill = Math.ceil(WIDTH * 0.75);
    let level: Node[] = [];
    for (let at = 0; at < keys.length; at += fill) {
      const leaf = new Leaf(keys.slice(at, at + fill), ids.slice(at, at + fill));
      link(level[level.length - 1] as Leaf | undefined, leaf, undefined);
      level.push(leaf);
    }
    if (level.length === 0) return tree;
    tree.#first = level[0] as Leaf;
    tree.#last = level[level.length - 1] as Leaf;
    while (level.length > 1) {
      level = parents(level, fill);
      tree.#depth++;
    }
    tree.#root = level[0] as Node;
    return tree;
  }

  get size(): number {
    return this.#root.count;
  }

  /** Levels from root to leaf. */
  get depth(): number {
    return this.#depth;
  }

  /** Adds an entry. False when it was there. */
  insert(key: string, id: number): boolean {
    const split = this.#insert(this.#root, key, id);
    if (split === false) return false;
    this.version++;
    if (split !== undefined) {
      const count = this.#root.count + split.right.count;
      this.#root = new Inner([split.key], [split.id], [this.#root, split.right], count);
      this.#depth++;
    }
    return true;
  }

  /** Takes an entry out. False when it was not there. */
  delete(key: string, id: number): boolean {
    if (!this.#delete(this.#root, key, id)) return false;
    this.version++;
    while (this.#root instanceof Inner && this.#root.children.length === 1) {
      this.#root = this.#root.children[0] as Node;
      this.#depth--;
    }
    return true;
  }

  has(key: string, id: number): boolean {
    const leaf = this.#leafOf(key, id);
    const at = lowerBound(leaf, key, id);
    return leaf.keys[at] === key && leaf.ids[at] === id;
  }

  /** The lowest id under exactly this key, or -1. */
  find(key: string): number {
    const place = this.seek(key, -1);
    return place.leaf !== undefined && place.leaf.keys[place.at] === key
      ? (place.leaf.ids[place.at] as number)
      : -1;
  }

  /** All ids under exactly this key. */
  idsOf(key: string): number[] {
    const ids: number[] = [];
    let { leaf, at } = this.seek(key, -1);
    while (leaf !== undefined && leaf.keys[at] === key) {
      ids.push(leaf.ids[at] as number);
      ({ leaf, at } = ahead(leaf, at + 1));
    }
    return ids;
  }

  /** How many entries lie before `key` (any id). */
  rank(key: string): number {
    let node = this.#root;
    let before = 0;
    while (node instanceof Inner) {
      const at = childOf(node, key, -1);
      for (let left = 0; left < at; left++) before += (node.children[left] as Node).count;
      node = node.children[at] as Node;
    }
    return before + lowerBound(node, key, -1);
  }

  /** How many entries have `from` ≤ key < `to`. */
  countRange(from: string, to: string): number {
    return Math.max(this.rank(to) - this.rank(from), 0);
  }

  /** The first entry at or after (key, id). Without one, `leaf` is undefined. */
  seek(key: string, id: number): Place {
    const leaf = this.#leafOf(key, id);
    return ahead(leaf, lowerBound(leaf, key, id));
  }

  /** The last entry before (key, id). */
  seekBefore(key: string, id: number): Place {
    const leaf = this.#leafOf(key, id);
    return behind(leaf, lowerBound(leaf, key, id) - 1);
  }

  /** Every entry in order; for checks and tests. */
  *entries(): Generator<[string, number]> {
    for (let leaf: Leaf | undefined = this.#first; leaf !== undefined; leaf = leaf.next) {
      for (let at = 0; at < leaf.keys.length; at++) yield [leaf.keys[at] as string, leaf.ids[at] as number];
    }
  }

  #leafOf(key: string, id: number): Leaf {
    let node = this.#root;
    while (node instanceof Inner) node = node.children[childOf(node, key, id)] as Node;
    return node;
  }

  /** False when the entry was there, what was split off when the node was full. */
  #insert(node: Node, key: string, id: number): Split | false | undefined {
    if (node instanceof Leaf) return this.#insertLeaf(node, key, id);
    const at = childOf(node, key, id);
    const split = this.#insert(node.children[at] as Node, key, id);
    if (split === false) return false;
    node.count++;
    if (split === undefined) return undefined;
    node.keys.splice(at, 0, split.key);
    node.ids.splice(at, 0, split.id);
    node.children.splice(at + 1, 0, split.right);
    return node.children.length > WIDTH ? splitInner(node) : undefined;
  }

  #insertLeaf(leaf: Leaf, key: string, id: number): Split | false | undefined {
    const at = lowerBound(leaf, key, id);
    if (leaf.keys[at] === key && leaf.ids[at] === id) return false;
    const appending = leaf === this.#last && at === leaf.keys.length;
    if (at === leaf.keys.length) {
      leaf.keys.push(key);
      leaf.ids.push(id);
    } else {
      leaf.keys.splice(at, 0, key);
      leaf.ids.splice(at, 0, id);
    }
    if (leaf.keys.length <= WIDTH) return undefined;
    // Growing keys (ObjectIds, times) leave full leaves behind instead of half-full ones.
    const middle = appending ? WIDTH - 4 : WIDTH >> 1;
    const right = new Leaf(leaf.keys.splice(middle), leaf.ids.splice(middle));
    link(leaf, right, leaf.next);
    if (this.#last === leaf) this.#last = right;
    return { right, key: right.keys[0] as string, id: right.ids[0] as number };
  }

  #delete(node: Node, key: string, id: number): boolean {
    if (node instanceof Leaf) {
      const at = lowerBound(node, key, id);
      if (node.keys[at] !== key || node.ids[at] !== id) return false;
      node.keys.splice(at, 1);
      node.ids.splice(at, 1);
      return true;
    }
    const at = childOf(node, key, id);
    const child = node.children[at] as Node;
    if (!this.#delete(child, key, id)) return false;
    node.count--;
    if (widthOf(child) < NARROW && node.children.length > 1) this.#mergeChild(node, at);
    return true;
  }

  /** Joins a narrow child with a neighbour when both fit into one node. */
  #mergeChild(node: Inner, at: number): void {
    const left = at > 0 ? at - 1 : at;
    const [a, b] = [node.children[left] as Node, node.children[left + 1] as Node];
    const width = widthOf(a) + widthOf(b);
    if (width > (widthOf(node.children[at] as Node) < 2 ? WIDTH : WIDTH - NARROW)) return;
    if (a instanceof Leaf) this.#mergeLeaves(a, b as Leaf);
    else mergeInner(a, b as Inner, node.keys[left] as string, node.ids[left] as number);
    node.keys.splice(left, 1);
    node.ids.splice(left, 1);
    node.children.splice(left + 1, 1);
  }

  #mergeLeaves(a: Leaf, b: Leaf): void {
    for (let at = 0; at < b.keys.length; at++) {
      a.keys.push(b.keys[at] as string);
      a.ids.push(b.ids[at] as number);
    }
    a.next = b.next;
    if (b.next !== undefined) b.next.previous = a;
    if (this.#last === b) this.#last = a;
  }
}

/** A place in a tree's range `from` ≤ key < `to`; it survives changes of the tree between two steps. */
export class TreeCursor {
  key = '';
  id = -1;
  readonly #tree: BTree;
  readonly #from: string;
  readonly #to: string;
  readonly #backward: boolean;
  #leaf: Leaf | undefined;
  #at = -1;
  #version = -1;
  #started = false;

  constructor(tree: BTree, from: string, to: string, backward = false) {
    this.#tree = tree;
    this.#from = from;
    this.#to = to;
    this.#backward = backward;
  }

  /** Steps to the next entry, which is then in `key` and `id`. False at the end. */
  next(): boolean {
    if (this.#version !== this.#tree.version) this.#find();
    else if (this.#backward) this.#stepBack();
    else this.#step();
    const leaf = this.#leaf;
    if (leaf === undefined) return false;
    const key = leaf.keys[this.#at] as string;
    if (this.#backward ? key < this.#from : key >= this.#to) {
      this.#leaf = undefined;
      return false;
    }
    this.key = key;
    this.id = leaf.ids[this.#at] as number;
    return true;
  }

  /** Goes on at the first entry with a key ≥ `key` (< `key` when backward). */
  skipTo(key: string): void {
    this.key = key;
    this.id = -2;
    this.#started = true;
    this.#version = -1;
  }

  #step(): void {
    const leaf = this.#leaf;
    if (leaf !== undefined && ++this.#at >= leaf.keys.length) this.#goTo(ahead(leaf, this.#at));
  }

  #stepBack(): void {
    const leaf = this.#leaf;
    if (leaf !== undefined && --this.#at < 0) this.#goTo(behind(leaf, this.#at));
  }

  #find(): void {
    const tree = this.#tree;
    const [key, id] = this.#started ? [this.key, this.id] : [this.#backward ? this.#to : this.#from, -2];
    this.#goTo(this.#backward ? tree.seekBefore(key, id) : tree.seek(key, id + 1));
    this.#started = true;
    this.#version = tree.version;
  }

  #goTo(place: Place): void {
    this.#leaf = place.leaf;
    this.#at = place.at;
  }
}

function lowerBound(node: Leaf, key: string, id: number): number {
  let low = 0;
  let high = node.keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = node.keys[middle] as string;
    if (other < key || (other === key && (node.ids[middle] as number) < id)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The child that holds (key, id), or would. */
function childOf(node: Inner, key: string, id: number): number {
  let low = 0;
  let high = node.keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = node.keys[middle] as string;
    if (other < key || (other === key && (node.ids[middle] as number) <= id)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function widthOf(node: Node): number {
  return node instanceof Leaf ? node.keys.length : node.children.length;
}

function lowest(node: Node): [string, number] {
  let leaf = node;
  while (leaf instanceof Inner) leaf = leaf.children[0] as Node;
  return [leaf.keys[0] as string, leaf.ids[0] as number];
}

function link(left: Leaf | undefined, leaf: Leaf, right: Leaf | undefined): void {
  leaf.previous = left;
  leaf.next = right;
  if (left !== undefined) left.next = leaf;
  if (right !== undefined) right.previous = leaf;
}

/** The place itself, or the first one of the leaves that follow. */
function ahead(leaf: Leaf, at: number): Place {
  if (at < leaf.keys.length) return { leaf, at };
  let next = leaf.next;
  while (next !== undefined && next.keys.length === 0) next = next.next;
  return { leaf: next, at: 0 };
}

/** The place itself, or the last one of the leaves before. */
function behind(leaf: Leaf, at: number): Place {
  if (at >= 0) return { leaf, at };
  let previous = leaf.previous;
  while (previous !== undefined && previous.keys.length === 0) previous = previous.previous;
  return { leaf: previous, at: (previous?.keys.length ?? 0) - 1 };
}

function sum(nodes: readonly Node[]): number {
  let total = 0;
  for (const node of nodes) total += node.count;
  return total;
}

function splitInner(node: Inner): Split {
  const middle = node.children.length >> 1;
  const children = node.children.splice(middle);
  const keys = node.keys.splice(middle);
  const ids = node.ids.splice(middle);
  const key = node.keys.pop() as string;
  const id = node.ids.pop() as number;
  const right = new Inner(keys, ids, children, sum(children));
  node.count -= right.count;
  return { right, key, id };
}

function mergeInner(a: Inner, b: Inner, key: string, id: number): void {
  a.keys.push(key, ...b.keys);
  a.ids.push(id, ...b.ids);
  a.children.push(...b.children);
  a.count += b.count;
}

function parents(level: readonly Node[], fill: number): Node[] {
  const above: Node[] = [];
  for (let at = 0; at < level.length; at += fill) {
    const children = level.slice(at, at + fill);
    const lows = children.slice(1).map(lowest);
    above.push(
      new Inner(
        lows.map(([key]) => key),
        lows.map(([, id]) => id),
        children,
        sum(children),
      ),
    );
  }
  return above;
}
