import { Document, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { type Node, parsePath, type Scope, truthy } from '../expression/index.js';
import type { StageContext } from './stage.js';

type Mode = 'include' | 'exclude' | 'add';

/** One level of a projection: the names it keeps (or drops), computes, or goes into. */
class Level {
  readonly leaves = new Set<string>();
  readonly children = new Map<string, Level>();
  readonly computed = new Map<string, Node>();
  /** Names of `computed` and of children that compute something, in the order of the specification. */
  readonly order: string[] = [];

  child(name: string): Level {
    let child = this.children.get(name);
    if (child === undefined) {
      child = new Level();
      this.children.set(name, child);
    }
    return child;
  }

  get computes(): boolean {
    return this.order.length > 0;
  }
}

/** A function from a document to its projection; the document itself is never changed. */
export type Project = (document: Document) => Document;

interface Entry {
  path: string[];
  keep?: boolean;
  node?: Node;
}

/** Compiles `$project`. */
export function compileProject(spec: Document, context: StageContext): Project {
  if (spec.size === 0) {
    throw mongoError(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  }
  const entries = readEntries(spec, [], context, 'project');
  const mode = modeOf(entries);
  checkMix(entries, mode);
  const tree = buildTree(entries, mode);
  if (mode === 'include' && !entries.some(({ path }) => path[0] === '_id')) tree.leaves.add('_id');
  return projector(tree, mode, context);
}

/** Compiles `$addFields` and `$set`: every value is an expression. */
export function compileAddFields(spec: Document, context: StageContext): Project {
  if (spec.size === 0) {
    throw mongoError(40177, 'Invalid $addFields :: caused by :: specification must have at least one field');
  }
  return projector(buildTree(readEntries(spec, [], context, 'add'), 'add'), 'add', context);
}

/** Compiles `$unset` from its paths. */
export function compileUnset(paths: readonly string[], context: StageContext): Project {
  const entries = paths.map((path) => ({ path: parsePath(path), keep: false }));
  return projector(buildTree(entries, 'exclude'), 'exclude', context);
}

function readEntries(
  spec: Document,
  prefix: string[],
  context: StageContext,
  use: 'project' | 'add',
): Entry[] {
  const entries: Entry[] = [];
  for (const [name, value] of spec) {
    const path = [...prefix, ...parsePath(name)];
    if (prefix.length > 0 && name.includes('.')) {
      throw mongoError(
        40183,
        `FieldPath field names may not contain '.' in a nested specification. Found: '${name}'`,
      );
    }
    entries.push(...readEntry(path, value, context, use));
  }
  return entries;
}

function readEntry(path: string[], value: Value, context: StageContext, use: 'project' | 'add'): Entry[] {
  if (use === 'project' && (typeof value === 'boolean' || isNumber(value)))
    return [{ path, keep: truthy(value) }];
  if (value instanceof Document && !value.keys()[0]?.startsWith('$')) {
    if (value.size === 0) {
      if (use === 'project')
        throw mongoError(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
      return [{ path, node: context.environment.compile(value) }];
    }
    return readEntries(value, path, context, use);
  }
  if (use === 'project' && value instanceof Document && value.size === 1 && !isKnown(value, context)) {
    throw mongoError(31325, `Invalid $project :: caused by :: Unknown expression ${value.keys()[0]}`);
  }
  return [{ path, node: context.environment.compile(value) }];
}

function isKnown(value: Document, context: StageContext): boolean {
  try {
    context.environment.compile(value);
    return true;
  } catch (error) {
    return (
      (error as { code?: number }).code !== 168 || !(error as Error).message.includes(`'${value.keys()[0]}'`)
    );
  }
}

const isId = (entry: Entry) => entry.path.length === 1 && entry.path[0] === '_id';

function modeOf(entries: readonly Entry[]): 'include' | 'exclude' {
  const decisive = entries.find((entry) => !isId(entry) && entry.keep !== undefined);
  if (decisive !== undefined) return decisive.keep === true ? 'include' : 'exclude';
  if (entries.some((entry) => entry.node !== undefined)) return 'include';
  return entries.some((entry) => entry.keep === false) ? 'exclude' : 'include';
}

function checkMix(entries: readonly Entry[], mode: 'include' | 'exclude'): void {
  for (const entry of entries) {
    const path = entry.path.join('.');
    if (entry.node !== undefined && mode === 'exclude') {
      throw mongoError(
        31252,
        `Invalid $project :: caused by :: Cannot use an expression on field ${path} in exclusion projection`,
      );
    }
    if (isId(entry) || entry.keep === undefined) continue;
    if (entry.keep && mode === 'exclude') {
      throw mongoError(
        31253,
        `Invalid $project :: caused by :: Cannot do inclusion on field ${path} in exclusion projection`,
      );
    }
    if (!entry.keep && mode === 'include') {
      throw mongoError(
        31254,
        `Invalid $project :: caused by :: Cannot do exclusion on field ${path} in inclusion projection`,
      );
    }
  }
}

function buildTree(entries: readonly Entry[], mode: Mode): Level {
  const root = new Level();
  for (const entry of entries) {
    let level = root;
    const names = entry.path.slice(0, -1);
    const last = entry.path[entry.path.length - 1] as string;
    for (const name of names) {
      if (level.leaves.has(name) || level.computed.has(name)) throw collision(entry.path, 31249, mode);
      if (entry.node !== undefined && !level.order.includes(name)) level.order.push(name);
      level = level.child(name);
    }
    if (level.children.has(last)) throw collision(entry.path, 31250, mode);
    if (level.leaves.has(last) || level.computed.has(last)) throw collision(entry.path, 31250, mode);
    put(level, last, entry, mode);
  }
  return root;
}

function put(level: Level, name: string, entry: Entry, mode: Mode): void {
  if (entry.node !== undefined) {
    level.computed.set(name, entry.node);
    level.order.push(name);
  } else if (entry.keep === (mode === 'include')) level.leaves.add(name);
}

function collision(path: readonly string[], code: number, mode: Mode): Error {
  if (mode === 'add') {
    return mongoError(
      40176,
      `Invalid $addFields :: caused by :: specification contains two conflicting paths. Cannot specify both '${path.join('.')}' and a path of it`,
    );
  }
  return mongoError(code, `Invalid $project :: caused by :: Path collision at ${path.join('.')}`);
}

function projector(tree: Level, mode: Mode, context: StageContext): Project {
  const scope = context.environment.newScope();
  const drop = mode === 'include' ? takeIncluded : mode === 'exclude' ? takeExcluded : takeAll;
  return (document) => {
    const made = drop(document, tree);
    if (tree.computes) {
      scope.root = document;
      compute(made, tree, scope);
    }
    return made;
  };
}

function takeAll(document: Document): Document {
  return document.clone();
}

function takeIncluded(document: Document, level: Level): Document {
  const made = new Document();
  for (const [name, value] of document) {
    if (level.leaves.has(name)) made.append(name, value);
    else {
      const child = level.children.get(name);
      const inner = child === undefined ? undefined : includedIn(value, child);
      if (inner !== undefined) made.append(name, inner);
    }
  }
  if (made.size > 1 && made.keys()[0] !== '_id' && level.leaves.has('_id') && made.has('_id')) {
    made.insertFirst('_id', made.get('_id') as Value);
  }
  return made;
}

function includedIn(value: Value, level: Level): Value | undefined {
  if (value instanceof Document) return takeIncluded(value, level);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => includedIn(item, level)).filter((item) => item !== undefined);
}

function takeExcluded(document: Document, level: Level): Document {
  const made = new Document();
  for (const [name, value] of document) {
    if (level.leaves.has(name)) continue;
    const child = level.children.get(name);
    made.append(name, child === undefined ? value : excludedIn(value, child));
  }
  return made;
}

function excludedIn(value: Value, level: Level): Value {
  if (value instanceof Document) return takeExcluded(value, level);
  return Array.isArray(value) ? value.map((item) => excludedIn(item, level)) : value;
}

/** Sets computed fields in a document that nobody else holds. */
function compute(made: Document, level: Level, scope: Scope): void {
  for (const name of level.order) {
    const node = level.computed.get(name);
    const value =
      node === undefined
        ? computedIn(made.get(name), level.children.get(name) as Level, scope)
        : node.evaluate(scope);
    if (value !== undefined) made.set(name, value);
    else made.delete(name);
  }
}

/** Inside arrays every item gets the computed fields; what is no document is replaced by one of them alone. */
function computedIn(value: Value | undefined, level: Level, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((item) => computedIn(item, level, scope));
  const made = value instanceof Document ? value.clone() : new Document();
  compute(made, level, scope);
  return made;
}
