import { Decimal128, Document, Double, type Value } from '../bson/index.js';
import { compare } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { derived, type Environment, literal, type Node } from './node.js';
import { nullish, type Operator, type Operators, operands, typeName } from './operator.js';

/** MongoDB's truth: everything but false, null, missing, undefined and the numbers zero. */
export function truthy(value: Value | undefined): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'bigint':
      return value !== 0n;
    case 'object':
      if (value instanceof Double) return value.value !== 0;
      if (value instanceof Decimal128) return !value.isZero;
      return !nullish(value);
    default:
      return value !== undefined;
  }
}

/** A comparison: NaN equals NaN, types order as everywhere in MongoDB, missing is less than null. */
function comparison(holds: (order: number) => Value): Operator {
  return (argument, environment, name) => {
    const nodes = operands(argument, environment, name, 2, 2);
    const [left, right] = nodes as [Node, Node];
    const [a, b] = [left.evaluate, right.evaluate];
    const collate = environment.runtime.collation?.compare;
    return derived(nodes, (scope) => holds(compare(a(scope), b(scope), collate)));
  };
}

function and(argument: Value, environment: Environment, name: string): Node {
  const nodes = operands(argument, environment, name, 0, Number.POSITIVE_INFINITY);
  return derived(nodes, (scope) => nodes.every((node) => truthy(node.evaluate(scope))));
}

function or(argument: Value, environment: Environment, name: string): Node {
  const nodes = operands(argument, environment, name, 0, Number.POSITIVE_INFINITY);
  // A true literal decides before anything is evaluated, though an operand in front of it would fail.
  const list = Array.isArray(argument) ? argument : [argument];
  if (list.some((item) => typeof item !== 'object' && typeof item !== 'string' && truthy(item))) {
    return literal(true);
  }
  return derived(nodes, (scope) => nodes.some((node) => truthy(node.evaluate(scope))));
}

function not(argument: Value, environment: Environment, name: string): Node {
  const nodes = operands(argument, environment, name, 1, 1);
  const [node] = nodes as [Node];
  return derived(nodes, (scope) => !truthy(node.evaluate(scope)));
}

const COND_FIELDS: ReadonlyMap<string, number> = new Map([
  ['if', 17080],
  ['then', 17081],
  ['else', 17082],
]);

/** `$cond`, in both of its forms; only the chosen branch is evaluated. */
function cond(argument: Value, environment: Environment, name: string): Node {
  const nodes =
    argument instanceof Document
      ? condFields(argument, environment)
      : operands(argument, environment, name, 3, 3);
  const [test, yes, no] = nodes as [Node, Node, Node];
  return derived(nodes, (scope) => (truthy(test.evaluate(scope)) ? yes : no).evaluate(scope));
}

function condFields(argument: Document, environment: Environment): Node[] {
  for (const field of argument.keys()) {
    if (!COND_FIELDS.has(field)) throw mongoError(17083, `Unrecognized parameter to $cond: ${field}`);
  }
  return [...COND_FIELDS].map(([field, code]) => {
    const value = argument.get(field);
    if (value === undefined) throw mongoError(code, `Missing '${field}' parameter to $cond`);
    return environment.compile(value);
  });
}

function ifNull(argument: Value, environment: Environment): Node {
  const list = Array.isArray(argument) ? argument : [argument];
  if (list.length < 2) {
    throw mongoError(1257300, `$ifNull needs at least two arguments, had: ${list.length}`);
  }
  const nodes = list.map((item) => environment.compile(item));
  return derived(nodes, (scope) => {
    let value: Value | undefined;
    for (const node of nodes) {
      value = node.evaluate(scope);
      if (!nullish(value)) return value;
    }
    return value;
  });
}

interface Branch {
  test: Node;
  result: Node;
}

function switchOperator(argument: Value, environment: Environment): Node {
  if (!(argument instanceof Document)) {
    throw mongoError(40060, `$switch requires an object as an argument, found: ${typeName(argument)}`);
  }
  for (const field of argument.keys()) {
    if (field !== 'branches' && field !== 'default') {
      throw mongoError(40067, `$switch found an unknown argument: ${field}`);
    }
  }
  const branches = switchBranches(argument.get('branches'), environment);
  const fallback = argument.get('default');
  const otherwise = fallback === undefined ? undefined : environment.compile(fallback);
  if (branches.length === 0) throw mongoError(40068, '$switch requires at least one branch.');
  const parts = [
    ...branches.flatMap(({ test, result }) => [test, result]),
    ...(otherwise ? [otherwise] : []),
  ];
  return derived(parts, (scope) => {
    for (const { test, result } of branches) {
      if (truthy(test.evaluate(scope))) return result.evaluate(scope);
    }
    if (otherwise !== undefined) return otherwise.evaluate(scope);
    throw mongoError(
      40069,
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  });
}

function switchBranches(list: Value | undefined, environment: Environment): Branch[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    throw mongoError(40061, `$switch expected an array for 'branches', found: ${typeName(list)}`);
  }
  return list.map((item) => {
    if (!(item instanceof Document)) {
      throw mongoError(40062, `$switch expected each branch to be an object, found: ${typeName(item)}`);
    }
    for (const field of item.keys()) {
      if (field !== 'case' && field !== 'then') {
        throw mongoError(40063, `$switch found an unknown argument to a branch: ${field}`);
      }
    }
    const [test, then] = [item.get('case'), item.get('then')];
    if (test === undefined) throw mongoError(40064, "$switch requires each branch have a 'case' expression");
    if (then === undefined) throw mongoError(40065, "$switch requires each branch have a 'then' expression.");
    return { test: environment.compile(test), result: environment.compile(then) };
  });
}

export const logicOperators: Operators = {
  $and: and,
  $cmp: comparison((order) => Math.sign(order)),
  $cond: cond,
  $eq: comparison((order) => order === 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $ifNull: ifNull,
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $ne: comparison((order) => order !== 0),
  $not: not,
  $or: or,
  $switch: switchOperator,
};
