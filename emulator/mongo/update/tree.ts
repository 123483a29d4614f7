import type { Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { Modify } from './context.js';

/** The paths of an update, merged: what happens at each name, and at the elements of arrays. */
export type UpdateNode = ObjectNode | ArrayNode | LeafNode;

/** Names (and positions) below a value; `$` among them stands for the matched position. */
export interface ObjectNode {
  kind: 'object';
  children: Map<string, UpdateNode>;
  /** Children in the order of application, made when first needed. */
  ordered: [string, UpdateNode][] | undefined;
}

/** All elements (`$[]`, under the name '') or those an array filter takes (`$[name]`). */
export interface ArrayNode {
  kind: 'array';
  children: Map<string, UpdateNode>;
}

export interface LeafNode {
  kind: 'leaf';
  operator: string;
  modify: Modify;
  /** False for operators that find nothing to do where the path cannot exist (`$unset`, `$pull`, `$pop`). */
  creates: boolean;
}

/** Decides whether an element belongs to `$[name]`. */
export type ArrayFilter = (element: Value) => boolean;

export function objectNode(): ObjectNode {
  return { kind: 'object', children: new Map(), ordered: undefined };
}

function arrayNode(): ArrayNode {
  return { kind: 'array', children: new Map() };
}

const ARRAY_NAME = /^\$\[(.*)\]$/s;

/** The name inside `$[name]`, '' for `$[]`, `undefined` for anything else. */
export function arrayName(name: string): string | undefined {
  return ARRAY_NAME.exec(name)?.[1];
}

/** Adds a leaf below `root`. Throws 40 when two paths meet. */
export function addLeaf(root: ObjectNode, names: readonly string[], leaf: LeafNode): void {
  let parent: ObjectNode | ArrayNode = root;
  for (let at = 0; at < names.length; at++) {
    const key: string =
      parent.kind === 'array' ? (arrayName(names[at] as string) as string) : (names[at] as string);
    const child = parent.children.get(key);
    const next = names[at + 1];
    if (next === undefined) {
      if (child !== undefined) throw conflict(names, names.slice(0, at + 1));
      parent.children.set(key, leaf);
      return;
    }
    const wanted = arrayName(next) === undefined ? 'object' : 'array';
    if (child !== undefined && child.kind !== wanted) throw conflict(names, names.slice(0, at + 1));
    const made: ObjectNode | ArrayNode =
      (child as ObjectNode | ArrayNode) ?? (wanted === 'array' ? arrayNode() : objectNode());
    parent.children.set(key, made);
    parent = made;
  }
}

function conflict(path: readonly string[], at: readonly string[]) {
  return mongoError(
    'ConflictingUpdateOperators',
    `Updating the path '${path.join('.')}' would create a conflict at '${at.join('.')}'`,
  );
}

/** Two nodes that turn out to mean one element. Throws 40 when they say different things of the same value. */
export function mergeNodes(a: UpdateNode, b: UpdateNode, path: string): UpdateNode {
  if (a.kind === 'leaf' || b.kind === 'leaf' || a.kind !== b.kind) {
    throw mongoError('ConflictingUpdateOperators', `Update created a conflict at '${path}'`);
  }
  const children = new Map(a.children);
  for (const [name, child] of b.children) {
    const other = children.get(name);
    children.set(name, other === undefined ? child : mergeNodes(other, child, `${path}.${name}`));
  }
  return a.kind === 'array' ? { kind: 'array', children } : { kind: 'object', children, ordered: undefined };
}

const DIGITS = /^\d+$/;

/** mongod applies names in lexicographic order, positions in numeric order. */
export function orderedChildren(node: ObjectNode): [string, UpdateNode][] {
  node.ordered ??= [...node.children].sort(([a], [b]) => {
    if (DIGITS.test(a) && DIGITS.test(b)) return Number(a) - Number(b);
    return a < b ? -1 : 1;
  });
  return node.ordered;
}
