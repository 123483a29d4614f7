import { Document, type Value } from '../bson/index.js';
import { compare } from '../compare/index.js';
import { MongoError, mongoError } from '../error/index.js';
import { countOf } from '../expression/array.js';
import { type Environment, literal, type Node, type Scope } from '../expression/node.js';
import { nullish, typeName } from '../expression/operator.js';
import { ValueSet } from '../expression/set.js';
import { compileSort } from '../sort/index.js';
import { checkMethod, percentileArguments, percentileOf, sharesOf, sortedNumbers } from './percentile.js';
import { RunningDeviation, RunningSum } from './sum.js';

type V = Value | undefined;

/** What one group has gathered for one output field. */
export interface State {
  add(value: V): void;
  result(): V;
}

/** A compiled accumulator: what it takes from each document and how it begins. */
export interface Accumulator {
  /** Value of a document that goes into `add`. */
  readonly input: Node;
  /** `key` is the group's `_id`, for an `n` that depends on it. */
  create(scope: Scope): State;
}

type Compile = (argument: Value, environment: Environment, name: string) => Accumulator;

/** An accumulator of one expression. An array is no argument list here (40237). */
function simple(create: (environment: Environment) => State): Compile {
  return (argument, environment, name) => {
    if (Array.isArray(argument)) throw mongoError(40237, `The ${name} accumulator is a unary operator`);
    return { input: environment.compile(argument), create: () => create(environment) };
  };
}

function extreme(sign: 1 | -1) {
  return simple((environment) => {
    const collate = environment.runtime.collation?.compare;
    let best: V;
    return {
      add: (value) => {
        if (nullish(value)) return;
        if (best === undefined || compare(value, best, collate) * sign > 0) best = value;
      },
      result: () => best ?? null,
    };
  });
}

/** Keeps the n values that are first in an order; stable. */
class Best<T> {
  readonly #kept: T[] = [];
  readonly #most: number;
  readonly #compare: (a: T, b: T) => number;

  constructor(most: number, order: (a: T, b: T) => number) {
    this.#most = most;
    this.#compare = order;
  }

  add(item: T): void {
    const kept = this.#kept;
    if (kept.length === this.#most && this.#compare(item, kept[kept.length - 1] as T) >= 0) return;
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(kept[middle] as T, item) <= 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, item);
    if (kept.length > this.#most) kept.pop();
  }

  items(): readonly T[] {
    return this.#kept;
  }
}

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

function several(create: (n: number, environment: Environment) => State): Compile {
  return (argument, environment, name) => {
    const { n, input } = nArguments(argument, environment, name);
    return { input, create: (scope) => create(groupCount(n.evaluate(scope)), environment) };
  };
}

function extremes(sign: 1 | -1) {
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

const firstN = several((n) => {
  const kept: Value[] = [];
  return {
    add: (value) => {
      if (kept.length < n) kept.push(value ?? null);
    },
    result: () => kept,
  };
});

const lastN = several((n) => {
  const kept: Value[] = [];
  return {
    add: (value) => {
      kept.push(value ?? null);
      if (kept.length > n) kept.shift();
    },
    result: () => kept,
  };
});

const RANKED_FIELDS = ['n', 'sortBy', 'output'];

/** `$top`, `$topN`, `$bottom`, `$bottomN`: the outputs of the documents that a sort puts first or last. */
function ranked(sign: 1 | -1, many: boolean): Compile {
  return (argument, environment, name) => {
    const spec = rankedArguments(argument, name, many);
    const sorter = compileSort(spec.get('sortBy') as Document, { collation: environment.runtime.collation });
    const output = environment.compile(spec.get('output') as Value);
    const n = many ? environment.compile(spec.get('n') as Value) : literal(1);
    if (n.constant) groupCount(n.evaluate(environment.newScope()));
    const input: Node = {
      constant: false,
      evaluate: (scope) => [sorter.keyOf(scope.root as Document), output.evaluate(scope) ?? null],
    };
    const order = (a: Value[], b: Value[]) => sign * sorter.compareKeys(a[0] as Value[], b[0] as Value[]);
    return { input, create: (scope) => rankedState(groupCount(n.evaluate(scope)), order, sign, many) };
  };
}

/** The `n` of an accumulator: 7548606 where others say 5787902 (no number) and 5787908 (not positive). */
function groupCount(value: V): number {
  try {
    return countOf(value);
  } catch (error) {
    if (error instanceof MongoError && (error.code === 5787902 || error.code === 5787908))
      throw mongoError(7548606, error.message);
    throw error;
  }
}

function rankedArguments(argument: Value, name: string, many: boolean): Document {
  if (!(argument instanceof Document))
    throw mongoError(5788001, `specification must be an object; found ${name}: ${typeName(argument)}`);
  for (const field of argument.keys()) {
    if (!RANKED_FIELDS.includes(field) || (field === 'n' && !many))
      throw mongoError(5788002, `Unknown argument to ${name} '${field}'`);
  }
  if (many && !argument.has('n')) throw mongoError(5788003, "Missing value for 'n'");
  if (!argument.has('output')) throw mongoError(5788004, "Missing value for 'output'");
  if (!argument.has('sortBy')) throw mongoError(5788005, "Missing value for 'sortBy'");
  if (!(argument.get('sortBy') instanceof Document))
    throw mongoError(5788604, "expected 'sortBy' to be an object");
  return argument;
}

function rankedState(
  n: number,
  order: (a: Value[], b: Value[]) => number,
  sign: 1 | -1,
  many: boolean,
): State {
  const best = new Best<Value[]>(n, order);
  const outputs = () => best.items().map((item) => item[1] as Value);
  return {
    add: (value) => best.add(value as Value[]),
    result: () => (many ? (sign === 1 ? outputs() : outputs().reverse()) : outputs()[0]),
  };
}

function gathered(finish: (numbers: number[]) => Value): State {
  const values: V[] = [];
  return { add: (value) => void values.push(value), result: () => finish(sortedNumbers(values)) };
}

const median: Compile = (argument, environment, name) => {
  const spec = percentileArguments(argument, name, ['input', 'method']);
  checkMethod(spec.get('method'), name);
  const input = environment.compile(spec.get('input') as Value);
  return { input, create: () => gathered((numbers) => percentileOf(numbers, 0.5)) };
};

const percentile: Compile = (argument, environment, name) => {
  const spec = percentileArguments(argument, name, ['input', 'p', 'method']);
  checkMethod(spec.get('method'), name);
  const p = environment.compile(spec.get('p') as Value);
  if (!p.constant) throw mongoError(7750300, "The $percentile 'p' field must be a constant expression");
  const shares = sharesOf(p.evaluate(environment.newScope()));
  const input = environment.compile(spec.get('input') as Value);
  return {
    input,
    create: () => gathered((numbers) => shares.map((share) => percentileOf(numbers, share))),
  };
};

const count: Compile = (argument) => {
  if (Array.isArray(argument)) throw mongoError(40237, 'The $count accumulator is a unary operator');
  if (!(argument instanceof Document) || argument.size > 0) {
    throw mongoError('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
  }
  return { input: literal(1), create: sumState };
};

function sumState(): State {
  const sum = new RunningSum();
  return { add: (value) => sum.add(value), result: () => sum.value };
}

function mergeState(): State {
  const merged = new Document();
  return {
    add: (value) => {
      if (nullish(value)) return;
      if (!(value instanceof Document))
        throw mongoError(
          5911200,
          `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`,
        );
      for (const [name, field] of value) merged.set(name, field);
    },
    result: () => merged,
  };
}

/** What a `$push` may gather before mongod stops it (`internalQueryMaxPushBytes`). */
const MAX_PUSHED_BYTES = 104_857_600;
/** One value in so many is measured, for all of them. */
const MEASURED = 16;

/** About how much memory a value takes, in bytes. */
function sizeOf(value: Value): number {
  if (typeof value === 'string') return 32 + value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 32);
  if (value instanceof Document) return value.values.reduce<number>((sum, item) => sum + sizeOf(item), 64);
  return 16;
}

function pushState(): State {
  const values: Value[] = [];
  let bytes = 0;
  return {
    add: (value) => {
      if (value === undefined) return;
      values.push(value);
      if (values.length % MEASURED !== 0) return;
      bytes += sizeOf(value) * MEASURED;
      if (bytes > MAX_PUSHED_BYTES) {
        throw mongoError(
          'ExceededMemoryLimit',
          '$push used too much memory and cannot spill to disk. Memory limit: 104857600 bytes',
        );
      }
    },
    result: () => values,
  };
}

function joined(name: string, into: (list: Value[]) => void, code: number) {
  return (value: V): void => {
    if (value === undefined) return;
    if (!Array.isArray(value))
      throw mongoError(code, `${name} requires array inputs, but input is of type ${typeName(value)}`);
    into(value);
  };
}

const deviation = (sample: boolean) =>
  simple(() => {
    const running = new RunningDeviation();
    return { add: (value) => running.add(value), result: () => running.result(sample) };
  });

/** Every accumulator of `$group`, by name. */
export const ACCUMULATORS: Readonly<Record<string, Compile>> = {
  $addToSet: simple((environment) => {
    const set = new ValueSet(environment);
    return {
      add: (value) => {
        if (value !== undefined) set.add(value);
      },
      result: () => set.values(),
    };
  }),
  $avg: simple(() => {
    const sum = new RunningSum();
    return { add: (value) => sum.add(value), result: () => sum.mean };
  }),
  $bottom: ranked(-1, false),
  $bottomN: ranked(-1, true),
  $concatArrays: simple(() => {
    const all: Value[] = [];
    return { add: joined('$concatArrays', (list) => void all.push(...list), 14), result: () => all };
  }),
  $count: count,
  $first: simple(() => {
    let first: { value: V } | undefined;
    return {
      add: (value) => {
        first ??= { value };
      },
      result: () => first?.value ?? null,
    };
  }),
  $firstN: firstN,
  $last: simple(() => {
    let last: V;
    return {
      add: (value) => {
        last = value;
      },
      result: () => last ?? null,
    };
  }),
  $lastN: lastN,
  $max: extreme(1),
  $maxN: extremes(1),
  $median: median,
  $mergeObjects: simple(mergeState),
  $min: extreme(-1),
  $minN: extremes(-1),
  $percentile: percentile,
  $push: simple(pushState),
  $setUnion: simple((environment) => {
    const set = new ValueSet(environment);
    const add = joined(
      '$setUnion',
      (list) => {
        for (const item of list) set.add(item);
      },
      14,
    );
    return { add, result: () => set.values() };
  }),
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
  $sum: simple(sumState),
  $top: ranked(1, false),
  $topN: ranked(1, true),
};

/** Compiles `{$sum: …}`, the value of an output field; errors as `$group` gives them. */
export function compileAccumulator(field: string, spec: Value, environment: Environment): Accumulator {
  if (!(spec instanceof Document))
    throw mongoError(40234, `The field '${field}' must be an accumulator object`);
  if (spec.size === 0) throw mongoError(40234, `The field '${field}' must be an accumulator object`);
  if (spec.size !== 1) throw mongoError(40238, `The field '${field}' must specify one accumulator`);
  const name = spec.keys()[0] as string;
  if (!name.startsWith('$')) throw mongoError(40234, `The field '${field}' must be an accumulator object`);
  const compile = Object.hasOwn(ACCUMULATORS, name) ? ACCUMULATORS[name] : undefined;
  if (compile === undefined) {
    if (name === '$accumulator')
      throw mongoError(
        31264,
        '$accumulator is not allowed: server-side JavaScript in expressions is disabled',
      );
    throw mongoError(15952, `unknown group operator '${name}'`);
  }
  return compile(spec.values[0] as Value, environment, name);
}
