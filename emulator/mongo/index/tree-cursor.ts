import type { BTree } from './btree.js';
import { ahead, behind, type Leaf, type Place } from './btree-nodes.js';

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
