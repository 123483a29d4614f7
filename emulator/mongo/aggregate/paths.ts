import { Document, type Value } from '../bson/index.js';

/** The value at a path through documents alone. */
export function valueAt(document: Document, names: readonly string[]): Value | undefined {
  let node: Value | undefined = document;
  for (const name of names) {
    if (!(node instanceof Document)) return undefined;
    node = node.get(name);
  }
  return node;
}

/** A copy with a value at a path; what is in the way of the path is replaced by documents. */
export function setAt(document: Document, names: readonly string[], value: Value): Document {
  const [name, ...rest] = names as [string, ...string[]];
  const made = document.clone();
  if (rest.length === 0) return made.set(name, value);
  const inner = document.get(name);
  return made.set(name, setAt(inner instanceof Document ? inner : new Document(), rest, value));
}

/** A copy without the value at a path. */
export function removeAt(document: Document, names: readonly string[]): Document {
  const [name, ...rest] = names as [string, ...string[]];
  const made = document.clone();
  const inner = made.get(name);
  if (rest.length === 0) made.delete(name);
  else if (inner instanceof Document) made.set(name, removeAt(inner, rest));
  return made;
}
