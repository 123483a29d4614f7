import { Document, type Value } from '../bson/index.js';
import { compare } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { type Environment, literal } from '../expression/node.js';
import { nullish } from '../expression/operator.js';
import type { Accumulator, CompileAccumulator, State } from './accumulator.js';
import { addToSetState, concatArraysState, mergeState, pushState, setUnionState } from './collected.js';
import { median, percentile } from './quantiles.js';
import { ranked } from './ranked.js';
import { extremes, firstN, lastN } from './several.js';
import { RunningDeviation, RunningSum } from './sum.js';

function extreme(sign: 1 | -1) {
  return (environment: Environment): State => {
    const collate = environment.runtime.collation?.compare;
    let best: Value | undefined;
    return {
      add: (value) => {
        if (nullish(value)) return;
        if (best === undefined || compare(value, best, collate) * sign > 0) best = value;
      },
      result: () => best ?? null,
    };
  };
}

function summed(result: (sum: RunningSum) => Value): () => State {
  return () => {
    const sum = new RunningSum();
    return { add: (value) => sum.add(value), result: () => result(sum) };
  };
}

const total = summed((sum) => sum.value);

function deviation(sample: boolean): () => State {
  return () => {
    const running = new RunningDeviation();
    return { add: (value) => running.add(value), result: () => running.result(sample) };
  };
}

function firstState(): State {
  let first: { value: Value | undefined } | undefined;
  return {
    add: (value) => {
      first ??= { value };
    },
    result: () => first?.value ?? null,
  };
}

function lastState(): State {
  let last: Value | undefined;
  return {
    add: (value) => {
      last = value;
    },
    result: () => last ?? null,
  };
}

const count: CompileAccumulator = (argument) => {
  if (!(argument instanceof Document) || argument.size > 0) {
    throw mongoError('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
  }
  return { input: literal(1), create: total };
};

/** Accumulators of one expression. */
const UNARY: Readonly<Record<string, (environment: Environment) => State>> = {
  $addToSet: addToSetState,
  $avg: summed((sum) => sum.mean),
  $concatArrays: concatArraysState,
  $first: firstState,
  $last: lastState,
  $max: extreme(1),
  $mergeObjects: mergeState,
  $min: extreme(-1),
  $push: pushState,
  $setUnion: setUnionState,
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
  $sum: total,
};

/** Those of them that keep all they are given. */
const GATHERING = new Set(['$addToSet', '$concatArrays', '$push', '$setUnion']);

/** Accumulators with arguments of their own. */
const NAMED: Readonly<Record<string, CompileAccumulator>> = {
  $bottom: ranked(-1, false),
  $bottomN: ranked(-1, true),
  $count: count,
  $firstN: firstN,
  $lastN: lastN,
  $maxN: extremes(1),
  $median: median,
  $minN: extremes(-1),
  $percentile: percentile,
  $top: ranked(1, false),
  $topN: ranked(1, true),
};

/** True for the name of an accumulator. */
export function isAccumulator(name: string): boolean {
  return Object.hasOwn(UNARY, name) || Object.hasOwn(NAMED, name);
}

/** Compiles what stands behind an accumulator's name. An array is an expression here, not a list of arguments. */
export function compileAccumulatorArgument(
  name: string,
  argument: Value,
  environment: Environment,
): Accumulator {
  const unary = Object.hasOwn(UNARY, name) ? UNARY[name] : undefined;
  if (unary === undefined) return (NAMED[name] as CompileAccumulator)(argument, environment, name);
  return {
    input: environment.compile(argument),
    create: () => unary(environment),
    gathers: GATHERING.has(name),
  };
}

/** Compiles `{$sum: …}`, the value of an output field; errors as `$group` gives them. */
export function compileAccumulator(field: string, spec: Value, environment: Environment): Accumulator {
  if (!(spec instanceof Document) || spec.size === 0)
    throw mongoError(40234, `The field '${field}' must be an accumulator object`);
  if (spec.size !== 1) throw mongoError(40238, `The field '${field}' must specify one accumulator`);
  const name = spec.keys()[0] as string;
  if (!name.startsWith('$')) throw mongoError(40234, `The field '${field}' must be an accumulator object`);
  if (name === '$accumulator')
    throw mongoError(31264, '$accumulator is not allowed: server-side JavaScript in expressions is disabled');
  if (!isAccumulator(name)) throw mongoError(15952, `unknown group operator '${name}'`);
  const argument = spec.values[0] as Value;
  if (Array.isArray(argument) && (Object.hasOwn(UNARY, name) || name === '$count'))
    throw mongoError(40237, `The ${name} accumulator is a unary operator`);
  return compileAccumulatorArgument(name, argument, environment);
}
