import { Document, type Value } from '../bson/index.js';
import { compare } from '../compare/index.js';
import { MongoError, mongoError } from '../error/index.js';
import { countOf } from '../expression/array.js';
import type { Environment } from '../expression/node.js';
import { nullish, typeName } from '../expression/operator.js';
import type { CompileAccumulator, State } from './accumulator.js';
import { Best } from './best.js';

const N_FIELDS = { n: 5787906, input: 5787907 };

/** Reads `{n, input}`; `n` may use the group's key but no document. */
function nArguments(argument: Value, environment: Environment, name: string) {
  if (!(argument instanceof Document))
    throw mongoError(5787900, `specification must be an object; found ${name}: ${typeName(argument)}`);
  for (const field of argument.keys()) {
    if (!Object.hasOwn(N_FIELDS, field))
      throw mongoError(5787901, `Unknown argument for 'n' operator: ${field}`);
  }
  for (const [field, code] of Object.entries(N_FIELDS)) {
    if (!argument.has(field)) throw mongoError(code, `Missing value for '${field}'`);
  }
  const n = environment.compile(argument.get('n') as Value);
  if (n.constant) groupCount(n.evaluate(environment.newScope()));
  return { n, input: environment.compile(argument.get('input') as Value) };
}

function several(create: (n: number, environment: Environment) => State): CompileAccumulator {
  return (argument, environment, name) => {
    const { n, input } = nArguments(argument, environment, name);
    return { input, create: (scope) => create(groupCount(n.evaluate(scope)), environment) };
  };
}

/** `$maxN` (1) and `$minN` (-1). */
export function extremes(sign: 1 | -1) {
  return several((n, environment) => {
    const collate = environment.runtime.collation?.compare;
    const best = new Best<Value>(n, (a, b) => -sign * compare(a, b, collate));
    return {
      add: (value) => {
        if (!nullish(value)) best.add(value);
      },
      result: () => [...best.items()],
    };
  });
}

export const firstN = several((n) => {
  const kept: Value[] = [];
  return {
    add: (value) => {
      if (kept.length < n) kept.push(value ?? null);
    },
    result: () => kept,
  };
});

export const lastN = several((n) => {
  const kept: Value[] = [];
  return {
    add: (value) => {
      kept.push(value ?? null);
      if (kept.length > n) kept.shift();
    },
    result: () => kept,
  };
});

/** The `n` of an accumulator: 7548606 where others say 5787902 (no number) and 5787908 (not positive). */
export function groupCount(value: Value | undefined): number {
  try {
    return countOf(value);
  } catch (error) {
    if (error instanceof MongoError && (error.code === 5787902 || error.code === 5787908))
      throw mongoError(7548606, error.message);
    throw error;
  }
}
