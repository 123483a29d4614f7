import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { type Node, parsePath, type Scope } from '../expression/index.js';
import type { StageContext } from './stage.js';

/** One level of the fields to add: names with a value, and names to go into. */
interface Level {
  readonly kind: 'level';
  /** In the order of the specification, which is the order in which new fields are appended. */
  readonly fields: Map<string, Level | Leaf>;
}

interface Leaf {
  readonly kind: 'leaf';
  readonly node: Node;
}

const newLevel = (): Level => ({ kind: 'level', fields: new Map() });

/** Compiles `$addFields` and `$set`: every value is an expression. The document given is never changed. */
export function compileAddFields(spec: Document, context: StageContext): (document: Document) => Document {
  const root = newLevel();
  readFields(spec, [], root, context);
  const scope = context.environment.newScope();
  return (document) => {
    scope.root = document;
    const made = document.clone();
    addTo(made, root, scope);
    return made;
  };
}

function readFields(spec: Document, prefix: string[], root: Level, context: StageContext): void {
  for (const [name, value] of spec) {
    if (prefix.length > 0 && name.includes('.')) {
      throw mongoError(
        40183,
        `Invalid $addFields :: caused by :: FieldPath field names may not contain '.' in a nested object. Found: '${name}'`,
      );
    }
    const path = [...prefix, ...parsePath(name)];
    const isNested = value instanceof Document && value.size > 0 && !value.keys()[0]?.startsWith('$');
    if (isNested) readFields(value, path, root, context);
    else put(root, path, { kind: 'leaf', node: context.environment.compile(value) });
  }
}

function put(root: Level, path: readonly string[], leaf: Leaf): void {
  let level = root;
  for (const name of path.slice(0, -1)) {
    const child = level.fields.get(name) ?? newLevel();
    if (child.kind === 'leaf') throw collision(path);
    level.fields.set(name, child);
    level = child;
  }
  const last = path[path.length - 1] as string;
  if (level.fields.has(last)) throw collision(path);
  level.fields.set(last, leaf);
}

function collision(path: readonly string[]): Error {
  return mongoError(
    40176,
    `Invalid $addFields :: caused by :: specification contains two conflicting paths. Cannot specify both '${path.join('.')}' and a path of it`,
  );
}

/** Sets the fields in a document that nobody else holds. */
function addTo(made: Document, level: Level, scope: Scope): void {
  for (const [name, field] of level.fields) {
    if (field.kind === 'level') {
      made.set(name, addInside(made.get(name), field, scope));
      continue;
    }
    const value: Value | undefined = field.node.evaluate(scope);
    if (value === undefined) made.delete(name);
    else made.set(name, value);
  }
}

/** Inside arrays every item gets the fields; what is no document is replaced by one of them alone. */
function addInside(value: Value | undefined, level: Level, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((item) => addInside(item, level, scope));
  const made = value instanceof Document ? value.clone() : new Document();
  addTo(made, level, scope);
  return made;
}
