import type { Accumulator, State } from '../accumulate/accumulator.js';
import { compileAccumulator } from '../accumulate/accumulators.js';
import { Document, Double, double, isNumber, type Value } from '../bson/index.js';
import { compare, keyOf } from '../compare/index.js';
import { MongoError, mongoError } from '../error/index.js';
import type { Node, Scope } from '../expression/index.js';
import { toDouble } from '../expression/numbers.js';
import { PAUSE } from '../session/budget.js';
import { MemoryMeter } from './memory.js';
import type { Flow, Run, StageCompiler, StageContext } from './stage.js';

interface Group {
  id: Value;
  states: State[];
}

/** Accumulators by output field. */
export type Outputs = readonly (readonly [string, Accumulator])[];

/** Compiles the output fields of `$group` and its relatives. */
export function compileOutputs(spec: Iterable<readonly [string, Value]>, context: StageContext): Outputs {
  return [...spec].map(([field, value]) => {
    if (field.includes('.')) throw mongoError(40235, `The field name '${field}' cannot contain '.'`);
    if (field.startsWith('$'))
      throw mongoError(40236, `The field name '${field}' cannot be an operator name`);
    return [field, compileAccumulator(field, value, context.environment)] as const;
  });
}

/** Groups a flow by a key expression; groups come out in the order in which they were met. */
export function groupBy(key: Node, outputs: Outputs, context: StageContext): Run {
  return function* group(input: Flow): Flow {
    const table = new GroupTable(key, outputs, context);
    for (const document of input) {
      if (document === PAUSE) yield PAUSE;
      else table.add(document);
    }
    for (const { id, states } of table.groups()) yield groupDocument(id, states, outputs);
  };
}

class GroupTable {
  readonly #key: Node;
  readonly #accumulators: readonly Accumulator[];
  readonly #scope: Scope;
  readonly #stringKey: ((text: string) => string) | undefined;
  readonly #meter: MemoryMeter;
  readonly #gathers: boolean;
  readonly #all: Group[] = [];
  readonly #byNumber = new Map<number, Group>();
  readonly #byText = new Map<string, Group>();
  readonly #byName = new Map<string, Group>();

  constructor(key: Node, outputs: Outputs, context: StageContext) {
    this.#key = key;
    this.#accumulators = outputs.map(([, accumulator]) => accumulator);
    this.#meter = new MemoryMeter('$group', context.runtime);
    this.#gathers = this.#accumulators.some(({ gathers }) => gathers === true);
    this.#scope = context.environment.newScope();
    this.#stringKey = context.runtime.collation?.stringKey;
  }

  add(document: Document): void {
    const scope = this.#scope;
    scope.root = document;
    const id = this.#key.evaluate(scope) ?? null;
    const { states } = this.#find(id) ?? this.#begin(id, document);
    const accumulators = this.#accumulators;
    try {
      for (let at = 0; at < states.length; at++) {
        const value = (accumulators[at] as Accumulator).input.evaluate(scope);
        (states[at] as State).add(value);
        if (this.#gathers && value !== undefined && accumulators[at]?.gathers === true)
          this.#meter.add(value);
      }
    } catch (error) {
      throw asGroupError(error);
    }
  }

  groups(): Iterable<Group> {
    return this.#all;
  }

  /** Numbers and (without a collation) strings name their group themselves; other keys are written out first. */
  #find(id: Value): Group | undefined {
    if (typeof id === 'number') return this.#byNumber.get(id);
    if (typeof id === 'string' && this.#stringKey === undefined) return this.#byText.get(id);
    const name = nameOf(id, this.#stringKey);
    return typeof name === 'number' ? this.#byNumber.get(name) : this.#byName.get(name);
  }

  #keep(id: Value, group: Group): void {
    this.#all.push(group);
    if (typeof id === 'string' && this.#stringKey === undefined) {
      this.#byText.set(id, group);
      return;
    }
    const name = typeof id === 'number' ? id : nameOf(id, this.#stringKey);
    if (typeof name === 'number') this.#byNumber.set(name, group);
    else this.#byName.set(name, group);
  }

  /** An accumulator's `n` may read the group's key, and nothing of the document. */
  #begin(id: Value, document: Document): Group {
    this.#scope.root = id instanceof Document ? id : document;
    const begun = { id, states: this.#accumulators.map((accumulator) => accumulator.create(this.#scope)) };
    this.#scope.root = document;
    this.#keep(id, begun);
    this.#meter.add(id);
    return begun;
  }
}

/** The name of a key's group. Numbers that are equal have one name whatever their types. */
function nameOf(id: Value, stringKey: ((text: string) => string) | undefined): string | number {
  if (!isNumber(id)) return keyOf(id, stringKey);
  const number = toDouble(id);
  return id instanceof Double || compare(id, double(number)) === 0 ? number : keyOf(id);
}

/** mongod runs accumulators in another engine, which has codes of its own for these. */
const GROUP_CODES = new Map([
  ["can't $divide by zero", 4848401],
  ["can't $mod by zero", 4848403],
]);

function asGroupError(error: unknown): unknown {
  const code = error instanceof MongoError ? GROUP_CODES.get(error.message) : undefined;
  return code === undefined ? error : mongoError(code, (error as MongoError).message);
}

function groupDocument(id: Value, states: readonly State[], outputs: Outputs): Document {
  const made = new Document();
  made.append('_id', id);
  states.forEach((state, at) => {
    made.append((outputs[at] as Outputs[number])[0], state.result() ?? null);
  });
  return made;
}

/** A number or boolean in a compound `_id` looks like a projection, which it is not. */
function refuseInclusion(id: Document): void {
  if (id.keys()[0]?.startsWith('$')) return;
  if (id.values.some((value) => isNumber(value) || typeof value === 'boolean'))
    throw mongoError(17390, '$group does not support inclusion-style expressions');
}

/** `$group`. */
export const group: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document))
    throw mongoError(15947, "a group's fields must be specified in an object");
  const id = argument.get('_id');
  if (id === undefined) throw mongoError(15955, 'a group specification must include an _id');
  if (id instanceof Document) refuseInclusion(id);
  const key = context.environment.compile(id);
  const fields = [...argument].filter(([field]) => field !== '_id');
  return groupBy(key, compileOutputs(fields, context), context);
};
