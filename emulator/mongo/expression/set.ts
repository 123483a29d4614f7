import type { Value } from '../bson/index.js';
import { compare, keyOf } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { truthy } from './logic.js';
import type { Environment } from './node.js';
import { binary, nullish, type Operators, typeName, unary, variadic } from './operator.js';

type V = Value | undefined;

/** A set of values under MongoDB's equality: 1 and 1.0 are one member, the first to come stays. */
export class ValueSet {
  readonly #members = new Map<string, Value>();
  readonly #stringKey: ((text: string) => string) | undefined;

  constructor(environment: Environment, values: Iterable<Value> = []) {
    this.#stringKey = environment.runtime.collation?.stringKey;
    for (const value of values) this.add(value);
  }

  add(value: Value): void {
    const key = keyOf(value, this.#stringKey);
    if (!this.#members.has(key)) this.#members.set(key, value);
  }

  has(value: Value): boolean {
    return this.#members.has(keyOf(value, this.#stringKey));
  }

  get size(): number {
    return this.#members.size;
  }

  values(): Value[] {
    return [...this.#members.values()];
  }

  sorted(environment: Environment): Value[] {
    const collate = environment.runtime.collation?.compare;
    return this.values().sort((a, b) => compare(a, b, collate));
  }
}

function array(value: V, code: number, message: string): Value[] {
  if (!Array.isArray(value))
    throw mongoError(code, `${message}. One argument is of type: ${typeName(value)}`);
  return value;
}

const setDifference = binary((left, right, environment) => {
  if (nullish(left) || nullish(right)) return null;
  const a = array(left, 17048, 'both operands of $setDifference must be arrays');
  const b = new ValueSet(environment, array(right, 17049, 'both operands of $setDifference must be arrays'));
  return new ValueSet(
    environment,
    a.filter((item) => !b.has(item)),
  ).values();
});

const setEquals = variadic((values, environment) => {
  if (values.length < 2)
    throw mongoError(17045, `$setEquals needs at least two arguments had: ${values.length}`);
  const sets = values.map(
    (value) => new ValueSet(environment, array(value, 5887502, 'All operands of $setEquals must be arrays')),
  );
  const [first, ...rest] = sets as [ValueSet, ...ValueSet[]];
  return rest.every((set) => set.size === first.size && set.values().every((item) => first.has(item)));
});

const setIntersection = variadic((values, environment) => {
  let common: ValueSet | undefined;
  for (const value of values) {
    if (nullish(value)) return null;
    const items = array(value, 17047, 'All operands of $setIntersection must be arrays');
    const set: ValueSet = new ValueSet(environment, items);
    const before: ValueSet | undefined = common;
    common =
      before === undefined
        ? set
        : new ValueSet(
            environment,
            before.values().filter((item) => set.has(item)),
          );
  }
  return common?.sorted(environment) ?? [];
});

const setIsSubset = binary((left, right, environment) => {
  const a = array(left, 17046, 'both operands of $setIsSubset must be arrays');
  const b = new ValueSet(environment, array(right, 17042, 'both operands of $setIsSubset must be arrays'));
  return a.every((item) => b.has(item));
});

const setUnion = variadic((values, environment) => {
  const union = new ValueSet(environment);
  for (const value of values) {
    if (nullish(value)) return null;
    for (const item of array(value, 17043, 'All operands of $setUnion must be arrays')) union.add(item);
  }
  return union.sorted(environment);
});

/** `$allElementsTrue` and `$anyElementTrue` take one operand, an array, that is often written as `[[…]]`. */
function elements(code: number, test: (list: Value[]) => boolean) {
  return unary((value, _environment, name) =>
    test(array(value, code, `${name}'s argument must be an array, but is ${typeName(value)}`)),
  );
}

export const setOperators: Operators = {
  $allElementsTrue: elements(17040, (list) => list.every(truthy)),
  $anyElementTrue: elements(17041, (list) => list.some(truthy)),
  $setDifference: setDifference,
  $setEquals: setEquals,
  $setIntersection: setIntersection,
  $setIsSubset: setIsSubset,
  $setUnion: setUnion,
};
