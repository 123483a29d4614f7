/** Most entries of a leaf and most children of an inner node. */
export const WIDTH = 64;
/** A node below this asks a neighbour to take it in. */
export const NARROW = WIDTH >> 2;

export class Leaf {
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

export class Inner {
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

export type Node = Leaf | Inner;

/** Where an entry is. Without `leaf` there is none. */
export interface Place {
  leaf: Leaf | undefined;
  at: number;
}

export interface Split {
  right: Node;
  /** What separates it from the node it was split from. */
  key: string;
  id: number;
}

export function lowerBound(node: Leaf, key: string, id: number): number {
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
export function childOf(node: Inner, key: string, id: number): number {
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

export function widthOf(node: Node): number {
  return node instanceof Leaf ? node.keys.length : node.children.length;
}

export function lowest(node: Node): [string, number] {
  let leaf = node;
  while (leaf instanceof Inner) leaf = leaf.children[0] as Node;
  return [leaf.keys[0] as string, leaf.ids[0] as number];
}

export function link(left: Leaf | undefined, leaf: Leaf, right: Leaf | undefined): void {
  leaf.previous = left;
  leaf.next = right;
  if (left !== undefined) left.next = leaf;
  if (right !== undefined) right.previous = leaf;
}

/** The place itself, or the first one of the leaves that follow. */
export function ahead(leaf: Leaf, at: number): Place {
  if (at < leaf.keys.length) return { leaf, at };
  let next = leaf.next;
  while (next !== undefined && next.keys.length === 0) next = next.next;
  return { leaf: next, at: 0 };
}

/** The place itself, or the last one of the leaves before. */
export function behind(leaf: Leaf, at: number): Place {
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

export function splitInner(node: Inner): Split {
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

export function mergeInner(a: Inner, b: Inner, key: string, id: number): void {
  a.keys.push(key, ...b.keys);
  a.ids.push(id, ...b.ids);
  a.children.push(...b.children);
  a.count += b.count;
}

export function parents(level: readonly Node[], fill: number): Node[] {
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
