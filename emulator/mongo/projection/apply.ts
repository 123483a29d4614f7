import { Document, Shape, type Value } from '../bson/index.js';
import type { Branch, Leaf } from './tree.js';

type Transform = (document: Document) => Document;

/** Compiles a tree of kept, or of dropped, fields; fields without a leaf are dropped, or kept. */
export function compileTree(root: Branch, inclusion: boolean): Transform {
  const flat = [...root.children.values()].every((child) => FLAT.has(child.kind));
  if (flat) return flatProjector(root, inclusion);
  return (document) => projectDocument(root, document, inclusion, document);
}

const FLAT = new Set<(Branch | Leaf)['kind']>(['keep', 'drop', 'cut']);

/** Whether a field without further fields below stays. */
function stays(child: Branch | Leaf | undefined, inclusion: boolean): boolean {
  return child === undefined ? !inclusion : child.kind === 'keep' || child.kind === 'cut';
}

/** Top-level fields only: which slots stay is remembered for the shape seen last. */
function flatProjector(root: Branch, inclusion: boolean): Transform {
  let seen: Shape | undefined;
  let slots: number[] = [];
  let shape = Shape.EMPTY;
  return (document) => {
    if (document.shape !== seen) {
      const { keys } = document.shape;
      slots = keys.flatMap((name, slot) => (stays(root.children.get(name), inclusion) ? [slot] : []));
      shape = Shape.of(slots.map((slot) => keys[slot] as string));
      seen = document.shape.shared && shape.shared ? document.shape : undefined;
    }
    const values = new Array<Value>(slots.length);
    for (let at = 0; at < slots.length; at++) values[at] = document.values[slots[at] as number] as Value;
    return new Document(shape, values);
  };
}

function projectDocument(node: Branch, document: Document, inclusion: boolean, root: Document): Document {
  const result = new Document();
  for (const [name, value] of document) {
    const child = node.children.get(name);
    if (child?.kind === 'branch') {
      const projected = projectValue(child, value, inclusion, root);
      if (projected !== undefined) result.append(name, projected);
    } else if (child?.kind === 'elemMatch' && !inclusion) {
      const matched = child.evaluate(root);
      if (matched !== undefined) result.append(name, matched);
    } else if (stays(child, inclusion)) {
      result.append(name, value);
    }
  }
  if (node.computes) computeFields(node, document, result, root, inclusion);
  return result;
}

/** Inside arrays the projection goes into every element; scalars are nothing that an inclusion could keep. */
function projectValue(node: Branch, value: Value, inclusion: boolean, root: Document): Value | undefined {
  if (value instanceof Document) return projectDocument(node, value, inclusion, root);
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const projected = projectValue(node, item, inclusion, root);
      return projected === undefined ? [] : [projected];
    });
  }
  if (node.computes) return projectDocument(node, new Document(), inclusion, root);
  return inclusion ? undefined : value;
}

function computeFields(
  node: Branch,
  document: Document,
  result: Document,
  root: Document,
  inclusion: boolean,
) {
  for (const [name, child] of node.children) {
    if (child.kind === 'compute' || (child.kind === 'elemMatch' && inclusion)) {
      const value = child.evaluate(root);
      if (value !== undefined) result.set(name, value);
    } else if (child.kind === 'branch' && child.computes && !document.has(name)) {
      result.set(name, projectDocument(child, new Document(), inclusion, root));
    }
  }
}
