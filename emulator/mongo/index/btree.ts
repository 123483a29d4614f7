import {
  ahead,
  behind,
  childOf,
  Inner,
  Leaf,
  link,
  lowerBound,
  mergeInner,
  NARROW,
  type Node,
  type Place,
  parents,
  type Split,
  splitInner,
  WIDTH,
  widthOf,
} from './btree-nodes.js';

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
