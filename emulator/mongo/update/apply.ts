import { Document, typeAlias, typeOf, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { Run } from './context.js';
import { describe, describeField } from './describe.js';
import { dollarPrefixed } from './path.js';
import {
  type ArrayFilter,
  type ArrayNode,
  mergeNodes,
  type ObjectNode,
  orderedChildren,
  type UpdateNode,
} from './tree.js';

/** mongod fills at most this many nulls up to a position beyond the end of an array. */
const LONGEST_PADDING = 1_500_000;
const POSITION = /^(0|[1-9]\d*)$/;

/** Runs an update tree over values; what does not change is shared with the old document. */
export class Applier {
  readonly #filters: ReadonlyMap<string, ArrayFilter>;

  constructor(filters: ReadonlyMap<string, ArrayFilter>) {
    this.#filters = filters;
  }

  apply(node: UpdateNode, current: Value | undefined, run: Run): Value | undefined {
    if (node.kind === 'leaf') return node.modify(current, run);
    if (node.kind === 'array') return this.#applyArray(node, current, run);
    if (current === undefined) return this.#create(node, run);
    if (current instanceof Document) return this.applyDocument(node, current, run);
    if (Array.isArray(current)) return this.#applyPositions(node, current, run);
    return this.#applyScalar(node, current, run);
  }

  applyDocument(node: ObjectNode, current: Document, run: Run): Document {
    let result = current;
    for (const [name, child] of this.#children(node, run)) {
      const before = result.get(name);
      run.path.push(name);
      const after = this.apply(child, before, run);
      run.path.pop();
      if (Object.is(before, after)) continue;
      if (name.startsWith('$') && run.path.length === 0 && run.context.inserting !== true) {
        throw dollarPrefixed(name);
      }
      if (result === current) result = current.clone();
      if (after === undefined) result.delete(name);
      else result.set(name, after);
    }
    return result;
  }

  /** Puts the matched position in the place of `$`. */
  #children(node: ObjectNode, run: Run): [string, UpdateNode][] {
    const positional = node.children.get('$');
    if (positional === undefined) return orderedChildren(node);
    const { position } = run.context;
    if (position === undefined) {
      throw mongoError('BadValue', 'The positional operator did not find the match needed from the query.');
    }
    const name = String(position);
    const children = new Map(node.children);
    children.delete('$');
    const other = children.get(name);
    children.set(name, other === undefined ? positional : mergeNodes(other, positional, `${run.at}.${name}`));
    return orderedChildren({ kind: 'object', children, ordered: undefined });
  }

  #create(node: ObjectNode, run: Run): Value | undefined {
    const made = this.applyDocument(node, new Document(), run);
    return made.size === 0 ? undefined : made;
  }

  /** A position beyond the end is created when something is to be put there; a value taken out leaves null. */
  #applyPositions(node: ObjectNode, current: Value[], run: Run): Value[] {
    let result = current;
    for (const [name, child] of this.#children(node, run)) {
      if (!POSITION.test(name)) {
        if (creates(child)) throw notViable(name, current, run);
        continue;
      }
      const at = Number(name);
      run.path.push(name);
      const after = this.apply(child, result[at], run);
      run.path.pop();
      if (Object.is(result[at], after)) continue;
      if (result === current) result = current.slice();
      pad(result, at);
      result[at] = after ?? null;
    }
    return result;
  }

  #applyScalar(node: ObjectNode, current: Value, run: Run): Value {
    for (const [name, child] of this.#children(node, run)) {
      if (creates(child)) throw notViable(name, current, run);
    }
    return current;
  }

  #applyArray(node: ArrayNode, current: Value | undefined, run: Run): Value {
    if (current === undefined) {
      throw mongoError(
        'BadValue',
        `The path '${run.at}' must exist in the document in order to apply array updates.`,
      );
    }
    if (!Array.isArray(current)) {
      throw mongoError(
        'BadValue',
        `Cannot apply array updates to non-array element ${describeField(run.at, current)}`,
      );
    }
    let result = current;
    current.forEach((element, at) => {
      run.path.push(String(at));
      const child = this.#childFor(node, element, run);
      const after = child === undefined ? element : this.apply(child, element, run);
      run.path.pop();
      if (Object.is(element, after)) return;
      if (result === current) result = current.slice();
      result[at] = after ?? null;
    });
    return result;
  }

  #childFor(node: ArrayNode, element: Value, run: Run): UpdateNode | undefined {
    let found: UpdateNode | undefined;
    for (const [name, child] of node.children) {
      if (name !== '' && !(this.#filters.get(name) as ArrayFilter)(element)) continue;
      found = found === undefined ? child : mergeNodes(found, child, run.at);
    }
    return found;
  }
}

/** True when something below wants to exist. */
function creates(node: UpdateNode): boolean {
  if (node.kind === 'leaf') return node.creates;
  return [...node.children.values()].some(creates);
}

function pad(items: Value[], position: number): void {
  if (position > items.length + LONGEST_PADDING) {
    throw mongoError(
      'CannotBackfillArray',
      `can't backfill more than ${LONGEST_PADDING} elements in order to fulfill array index of ${position}`,
    );
  }
  while (items.length < position) items.push(null);
}

function notViable(name: string, current: Value, run: Run) {
  const field = run.path[run.path.length - 1] ?? '';
  return mongoError(
    'PathNotViable',
    `Cannot create field '${name}' in element {${describeField(field, current)}}`,
  );
}

/** `{_id: 1} has the field 'a' of non-numeric type string`, the tail of several texts. */
export function ownerText(run: Run, current: Value, kind: string): string {
  const id = run.id === undefined ? '{}' : `{_id: ${describe(run.id)}}`;
  const field = run.path[run.path.length - 1];
  return `${id} has the field '${field}' of ${kind} type ${typeAlias(typeOf(current))}`;
}
