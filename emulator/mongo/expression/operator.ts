import { BsonUndefined, Document, typeAlias, typeOf, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { derived, type Environment, type Node } from './node.js';

/** Compiles the argument of one operator. `name` is the operator as written, `$add`. */
export type Operator = (argument: Value, environment: Environment, name: string) => Node;
/** A table of operators by name. */
export type Operators = Readonly<Record<string, Operator>>;

type V = Value | undefined;

/** True for missing, null and the deprecated undefined type. */
export function nullish(value: V): value is null | undefined {
  return value === undefined || value === null || value instanceof BsonUndefined;
}

/** The type's alias as MongoDB's messages name it; `missing` for `undefined`. */
export function typeName(value: V): string {
  return value === undefined ? 'missing' : typeAlias(typeOf(value));
}

/** An operator with exactly one operand, given bare or as the one item of an array. */
export function unary(run: (value: V, environment: Environment, name: string) => V): Operator {
  return (argument, environment, name) => {
    const [operand] = operands(argument, environment, name, 1, 1) as [Node];
    const { evaluate } = operand;
    return derived([operand], (scope) => run(evaluate(scope), environment, name));
  };
}

/** An operator with exactly two operands. */
export function binary(run: (left: V, right: V, environment: Environment, name: string) => V): Operator {
  return (argument, environment, name) => {
    const nodes = operands(argument, environment, name, 2, 2);
    const [left, right] = nodes as [Node, Node];
    const [a, b] = [left.evaluate, right.evaluate];
    return derived(nodes, (scope) => run(a(scope), b(scope), environment, name));
  };
}

/** An operator with between `least` and `most` operands. All are evaluated, in order, before `run`. */
export function variadic(
  run: (values: V[], environment: Environment, name: string) => V,
  least = 0,
  most = Number.POSITIVE_INFINITY,
): Operator {
  return (argument, environment, name) => {
    const nodes = operands(argument, environment, name, least, most);
    return derived(nodes, (scope) =>
      run(
        nodes.map((node) => node.evaluate(scope)),
        environment,
        name,
      ),
    );
  };
}

/** Compiles an operand list and checks its length (16020 for a fixed arity, 28667 for a range). */
export function operands(
  argument: Value,
  environment: Environment,
  name: string,
  least: number,
  most: number,
): Node[] {
  const list = Array.isArray(argument) ? argument : [argument];
  if (list.length < least || list.length > most) throw wrongArity(name, list.length, least, most);
  return list.map((item) => environment.compile(item));
}

function wrongArity(name: string, given: number, least: number, most: number) {
  if (least === most) {
    return mongoError(16020, `Expression ${name} takes exactly ${least} arguments. ${given} were passed in.`);
  }
  return mongoError(
    28667,
    `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${given} were passed in.`,
  );
}

/** The named arguments of an operator whose argument is a document. */
export interface NamedArguments {
  /** Code when the argument is no document. */
  notObject: number;
  /** Code for a name that is not in `fields`. */
  unknown: number;
  /** Name → code when it is left out; 0 for an optional one. */
  fields: Readonly<Record<string, number>>;
}

/** Reads `{$op: {a: …, b: …}}`: checks the shape and hands out the raw values by name. */
export function namedArguments(argument: Value, name: string, rule: NamedArguments): Map<string, Value> {
  if (!(argument instanceof Document)) {
    throw mongoError(
      rule.notObject,
      `${name} only supports an object as its argument, not ${typeName(argument)}`,
    );
  }
  const given = new Map<string, Value>();
  for (const [field, value] of argument) {
    if (!Object.hasOwn(rule.fields, field)) {
      throw mongoError(rule.unknown, `Unrecognized argument to ${name}: ${field}`);
    }
    given.set(field, value);
  }
  for (const [field, code] of Object.entries(rule.fields)) {
    if (code !== 0 && !given.has(field)) throw mongoError(code, `Missing '${field}' parameter to ${name}`);
  }
  return given;
}

/** Compiles each named argument that is there. */
export function compileNamed(given: ReadonlyMap<string, Value>, environment: Environment): Map<string, Node> {
  return new Map([...given].map(([field, value]) => [field, environment.compile(value)]));
}

/** An operator with named arguments, all evaluated before `run`; one that was left out is not in the record. */
export function named(
  rule: NamedArguments,
  run: (values: Record<string, V>, environment: Environment, name: string) => V,
): Operator {
  return (argument, environment, name) => {
    const nodes = [...compileNamed(namedArguments(argument, name, rule), environment)];
    return derived(
      nodes.map(([, node]) => node),
      (scope) => {
        const values: Record<string, V> = {};
        for (const [field, node] of nodes) values[field] = node.evaluate(scope);
        return run(values, environment, name);
      },
    );
  };
}
