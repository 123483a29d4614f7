import type { Value } from '../bson/index.js';
import { compare } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { countOf } from './array.js';
import { derived, type Environment } from './node.js';
import { named, nullish, type Operator, type Operators, operands, typeName } from './operator.js';

type V = Value | undefined;

/**
 * The accumulators that are expressions too fold a list: the one operand's array, or the operands themselves (an array
 * among several operands counts as one value).
 */
export function folding(fold: (values: V[], environment: Environment) => V): Operator {
  return (argument, environment, name) => {
    const nodes = operands(argument, environment, name, 0, Number.POSITIVE_INFINITY);
    return derived(nodes, (scope) => {
      const values = nodes.map((node) => node.evaluate(scope));
      const [only] = values;
      return fold(values.length === 1 && Array.isArray(only) ? only : values, environment);
    });
  };
}

function extreme(sign: 1 | -1): Operator {
  return folding((values, environment) => {
    const collate = environment.runtime.collation?.compare;
    let best: V;
    for (const value of values) {
      if (nullish(value)) continue;
      if (best === undefined || compare(value, best, collate) * sign > 0) best = value;
    }
    return best ?? null;
  });
}

function ofArray(take: (list: Value[], n: number, environment: Environment) => Value[]): Operator {
  return named(
    { notObject: 5787801, unknown: 5787901, fields: { n: 5787906, input: 5787907 } },
    ({ n, input }, environment, name) => {
      const count = countOf(n);
      if (!Array.isArray(input))
        throw mongoError(5788200, `Input must be an array, but ${name} found ${typeName(input)}`);
      return take(input, count, environment);
    },
  );
}

function extremes(sign: 1 | -1): Operator {
  return ofArray((list, n, environment) => {
    const collate = environment.runtime.collation?.compare;
    return list
      .filter((item) => !nullish(item))
      .sort((a, b) => -sign * compare(a, b, collate))
      .slice(0, n);
  });
}

export const accumulatorOperators: Operators = {
  $firstN: ofArray((list, n) => list.slice(0, n)),
  $lastN: ofArray((list, n) => list.slice(-n)),
  $max: extreme(1),
  $maxN: extremes(1),
  $min: extreme(-1),
  $minN: extremes(-1),
};
