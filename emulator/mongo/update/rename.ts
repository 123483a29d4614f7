import { Document, typeAlias, typeOf, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { Modify, Run } from './context.js';
import { describe, describeField } from './describe.js';
import { updatePath } from './path.js';
import { addLeaf, type ObjectNode } from './tree.js';

/** Adds both ends of a `$rename` to the tree; returns the source, to be taken out at the end. */
export function addRename(root: ObjectNode, from: string, to: Value): readonly string[] {
  if (typeof to !== 'string') {
    throw mongoError('BadValue', `The 'to' field for $rename must be a string: ${describeField(from, to)}`);
  }
  const source = updatePath(from);
  const target = updatePath(to);
  checkEnds(from, to, source, target);
  if (target[0] === '_id' || source[0] === '_id') throw immutableId();
  const path = { source, target };
  addLeaf(root, source, { kind: 'leaf', operator: '$rename', modify: (current) => current, creates: false });
  addLeaf(root, target, { kind: 'leaf', operator: '$rename', modify: moved(path), creates: true });
  return source;
}

function immutableId() {
  return mongoError(
    'ImmutableField',
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  );
}

function checkEnds(from: string, to: string, source: readonly string[], target: readonly string[]): void {
  const shown = describeField(from, to);
  if (from === to)
    throw mongoError('BadValue', `The source and target field for $rename must differ: ${shown}`);
  if (`${to}.`.startsWith(`${from}.`) || `${from}.`.startsWith(`${to}.`)) {
    throw mongoError(
      'BadValue',
      `The source and target field for $rename must not be on the same path: ${shown}`,
    );
  }
  const isDynamic = (name: string) => name === '$' || name.startsWith('$[');
  if (source.some(isDynamic))
    throw mongoError('BadValue', `The source field for $rename may not be dynamic: ${from}`);
  if (target.some(isDynamic))
    throw mongoError('BadValue', `The destination field for $rename may not be dynamic: ${to}`);
}

interface Ends {
  source: readonly string[];
  target: readonly string[];
}

/** At the target: the value of the source as it was. */
function moved({ source, target }: Ends): Modify {
  return (current, run) => {
    const value = lookUp(run, source, 'source');
    if (value === undefined) return current;
    lookUp(run, target, 'destination');
    return value;
  };
}

/** Reads a path of the document; throws 2 when an array is on it, 28 when a scalar is. */
function lookUp(run: Run, names: readonly string[], end: 'source' | 'destination'): Value | undefined {
  let node: Value | undefined = run.document;
  for (const [at, name] of names.entries()) {
    if (Array.isArray(node)) throw inArray(run, names, at, end);
    if (node === undefined) return undefined;
    if (!(node instanceof Document)) {
      if (end === 'source') throw notViable(names, at, node);
      return undefined;
    }
    node = node.get(name);
  }
  return node;
}

function inArray(run: Run, names: readonly string[], at: number, end: string) {
  return mongoError(
    'BadValue',
    `The ${end} field cannot be an array element, '${names.join('.')}' in doc with _id: ${describe(run.id)} has an ` +
      `array field called '${names[at - 1]}'`,
  );
}

function notViable(names: readonly string[], at: number, node: Value) {
  return mongoError(
    'PathNotViable',
    `cannot use the part (${names[at - 1]} of ${names.join('.')}) to traverse the element ({${names[at - 1]}: ` +
      `${typeAlias(typeOf(node))}})`,
  );
}

/** The document without the field at a path, sharing all else. */
export function withoutPath(document: Document, names: readonly string[]): Document {
  const [name, ...rest] = names as [string, ...string[]];
  const value = document.get(name);
  if (value === undefined) return document;
  if (rest.length === 0) {
    const copy = document.clone();
    copy.delete(name);
    return copy;
  }
  if (!(value instanceof Document)) return document;
  const inner = withoutPath(value, rest);
  return inner === value ? document : document.clone().set(name, inner);
}
