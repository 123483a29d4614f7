import type { Document, Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';

/** What a projection does with one field. */
export type Leaf =
  | { kind: 'keep' }
  | { kind: 'drop' }
  /** Kept, and cut to a slice afterwards. */
  | { kind: 'cut' }
  /** A value from an expression over the whole document. */
  | { kind: 'compute'; evaluate: (document: Document) => Value | undefined }
  /** The same, but an exclusion leaves the field where it is. */
  | { kind: 'elemMatch'; evaluate: (document: Document) => Value | undefined };

export interface Branch {
  kind: 'branch';
  children: Map<string, Branch | Leaf>;
  /** True when a value is computed here or below: then missing objects are made. */
  computes: boolean;
}

export function branch(): Branch {
  return { kind: 'branch', children: new Map(), computes: false };
}

/** Adds a leaf at a path. Throws 31249 or 31250 when another path lies above or below. */
export function addPath(root: Branch, names: readonly string[], leaf: Leaf): void {
  let parent = root;
  for (const [at, name] of names.entries()) {
    if (leaf.kind === 'compute' || leaf.kind === 'elemMatch') parent.computes = true;
    const child = parent.children.get(name);
    if (at === names.length - 1) {
      if (child !== undefined) throw mongoError(31250, `Path collision at ${names.join('.')}`);
      parent.children.set(name, leaf);
    } else if (child !== undefined && child.kind !== 'branch') {
      const rest = names.slice(at + 1).join('.');
      throw mongoError(31249, `Path collision at ${names.join('.')} remaining portion ${rest}`);
    } else {
      const next: Branch = child ?? branch();
      parent.children.set(name, next);
      parent = next;
    }
  }
}
