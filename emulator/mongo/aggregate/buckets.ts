import { Document, double, isNumber, type Value } from '../bson/index.js';
import { compare, typeRank } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { toDouble, wholeInt32 } from '../expression/numbers.js';
import { typeName } from '../expression/operator.js';
import { PAUSE } from '../session/budget.js';
import { granularity } from './granularity.js';
import { compileOutputs, groupBy, type Outputs } from './group.js';
import { sortStage } from './simple-stages.js';
import type { Flow, StageCompiler, StageContext } from './stage.js';

const BUCKET = ['groupBy', 'boundaries', 'default', 'output'];
const COUNT = Document.of({ count: { $sum: 1 } });

function outputsOf(output: Value | undefined, context: StageContext, code: number): Outputs {
  if (output !== undefined && !(output instanceof Document))
    throw mongoError(code, `The 'output' field must be an object, but found type: ${typeName(output)}.`);
  return compileOutputs(output ?? COUNT, context);
}

function constantOf(value: Value, context: StageContext, code: number, what: string): Value {
  const node = context.environment.compile(value);
  if (!node.constant) throw mongoError(code, `The ${what} field must evaluate to constant values`);
  return node.evaluate(context.environment.newScope()) ?? null;
}

function boundariesOf(value: Value | undefined, context: StageContext): Value[] {
  if (!Array.isArray(value))
    throw mongoError(
      40200,
      `The $bucket 'boundaries' field must be an array, but found type: ${typeName(value)}.`,
    );
  const list = value.map((item) => constantOf(item, context, 40191, "$bucket 'boundaries'"));
  if (list.length < 2)
    throw mongoError(
      40192,
      `The $bucket 'boundaries' field must have at least 2 values, but found ${list.length} value(s).`,
    );
  for (let at = 1; at < list.length; at++) {
    const [low, high] = [list[at - 1] as Value, list[at] as Value];
    if (typeRank(low) !== typeRank(high))
      throw mongoError(
        40193,
        "All values in the the 'boundaries' option to $bucket must have the same type.",
      );
    if (compare(low, high, context.runtime.collation?.compare) >= 0)
      throw mongoError(40194, "The 'boundaries' option to $bucket must be sorted in ascending order.");
  }
  return list;
}

function checkGroupBy(value: Value | undefined, code: number, stage: string): Value {
  const path = typeof value === 'string' && value.startsWith('$');
  if (!path && !(value instanceof Document))
    throw mongoError(
      code,
      `The ${stage} 'groupBy' field must be defined as a $-prefixed path or an expression.`,
    );
  return value as Value;
}

export const bucket: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document))
    throw mongoError(
      40201,
      `Argument to $bucket stage must be an object, but found type: ${typeName(argument)}.`,
    );
  for (const field of argument.keys())
    if (!BUCKET.includes(field)) throw mongoError(40197, `Unrecognized option to $bucket: ${field}.`);
  const [by, bounds, fallback, output] = BUCKET.map((field) => argument.get(field));
  if (by !== undefined) checkGroupBy(by, 40202, '$bucket');
  const boundaries = bounds === undefined ? undefined : boundariesOf(bounds, context);
  const outputs = outputsOf(output, context, 40196);
  if (by === undefined || boundaries === undefined)
    throw mongoError(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  const otherwise =
    fallback === undefined ? undefined : constantOf(fallback, context, 40195, "$bucket 'default'");
  if (otherwise !== undefined) checkDefault(otherwise, boundaries, context);
  const key = context.environment.compile(by);
  const collate = context.runtime.collation?.compare;
  const place = (value: Value): Value => {
    for (let at = boundaries.length - 2; at >= 0; at--) {
      if (compare(value, boundaries[at], collate) >= 0) {
        if (compare(value, boundaries[at + 1], collate) < 0) return boundaries[at] as Value;
        break;
      }
    }
    if (otherwise !== undefined) return otherwise;
    throw mongoError(
      40066,
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
  const run = groupBy(
    { constant: false, evaluate: (scope) => place(key.evaluate(scope) ?? null) },
    outputs,
    context,
  );
  const sorted = sortStage(Document.of({ _id: 1 }), context);
  return (input) => sorted(run(input));
};

function checkDefault(value: Value, boundaries: readonly Value[], context: StageContext): void {
  const [low, high] = [boundaries[0] as Value, boundaries[boundaries.length - 1] as Value];
  const collate = context.runtime.collation?.compare;
  const inside =
    typeRank(value) === typeRank(low) &&
    compare(value, low, collate) >= 0 &&
    compare(value, high, collate) < 0;
  if (inside)
    throw mongoError(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
}

export const sortByCount: StageCompiler = (argument, context) => {
  const path = typeof argument === 'string' && argument.startsWith('$');
  const expression = argument instanceof Document && argument.keys()[0]?.startsWith('$');
  if (argument instanceof Document && !expression)
    throw mongoError(
      40147,
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  if (typeof argument === 'string' && !path)
    throw mongoError(
      40148,
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  if (!path && !expression)
    throw mongoError(40149, 'the sortByCount field must be specified as a string or as an object');
  const run = groupBy(context.environment.compile(argument), compileOutputs(COUNT, context), context);
  const sorted = sortStage(Document.of({ count: -1 }), context);
  return (input) => sorted(run(input));
};

const AUTO = ['groupBy', 'buckets', 'output', 'granularity'];

export const bucketAuto: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document))
    throw mongoError(
      40240,
      `The argument to $bucketAuto must be an object, but found type: ${typeName(argument)}.`,
    );
  for (const field of argument.keys())
    if (!AUTO.includes(field)) throw mongoError(40245, `Unrecognized option to $bucketAuto: ${field}.`);
  const [by, buckets, output, series] = AUTO.map((field) => argument.get(field));
  if (by !== undefined) checkGroupBy(by, 40239, '$bucketAuto');
  const most = buckets === undefined ? undefined : bucketCount(buckets);
  const outputs = outputsOf(output, context, 40244);
  if (series !== undefined && typeof series !== 'string')
    throw mongoError(
      40261,
      `The $bucketAuto 'granularity' field must be a string, but found type: ${typeName(series)}.`,
    );
  const round = series === undefined ? undefined : granularity(series as string);
  if (by === undefined || most === undefined)
    throw mongoError(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  const key = context.environment.compile(by);
  const scope = context.environment.newScope();
  const collate = context.runtime.collation?.compare;
  return function* bucketed(input): Flow {
    const all: Keyed[] = [];
    for (const document of input) {
      if (document === PAUSE) {
        yield PAUSE;
        continue;
      }
      scope.root = document;
      const value = key.evaluate(scope) ?? null;
      if (round !== undefined) checkGranular(value);
      all.push({ key: value, document });
    }
    all.sort((a, b) => compare(a.key, b.key, collate));
    const made = divide(all, most, (a, b) => compare(a, b, collate), round);
    for (const { min, max, items } of made) yield bucketDocument(min, max, items, outputs, context);
  };
};

interface Keyed {
  key: Value;
  document: Document;
}

interface Bucket {
  min: Value;
  max: Value;
  items: Keyed[];
}

function bucketCount(value: Value): number {
  if (!isNumber(value))
    throw mongoError(
      40241,
      `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(value)}.`,
    );
  const count = wholeInt32(value);
  if (count === undefined)
    throw mongoError(40242, `The $bucketAuto 'buckets' field must be representable as a 32-bit integer`);
  if (count <= 0)
    throw mongoError(40243, `The $bucketAuto 'buckets' field must be greater than 0, but found: ${count}`);
  return count;
}

function checkGranular(value: Value): void {
  if (!isNumber(value))
    throw mongoError(
      40258,
      `$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a value with type: ${typeName(value)}`,
    );
  const number = toDouble(value);
  if (Number.isNaN(number))
    throw mongoError(
      40259,
      "$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a NaN",
    );
  if (number < 0)
    throw mongoError(
      40260,
      `$bucketAuto can specify a 'granularity' with non-negative numbers only, but found a negative number: ${number}`,
    );
}

type Round = NonNullable<ReturnType<typeof granularity>>;

/** Equal shares in order; equal keys never part, so that buckets may be fewer or larger. */
function divide(
  all: readonly Keyed[],
  most: number,
  order: (a: Value, b: Value) => number,
  round: Round | undefined,
): Bucket[] {
  const made: Bucket[] = [];
  const share = Math.max(1, Math.round(all.length / most));
  for (let at = 0; at < all.length; ) {
    const isLast = made.length === most - 1;
    const goal = isLast ? all.length : Math.min(at + share, all.length);
    const [top, end] = extent(all, goal, order, round);
    const before = made[made.length - 1];
    const first = (all[at] as Keyed).key;
    if (round === undefined) {
      if (before !== undefined) before.max = first;
      made.push({ min: first, max: top, items: all.slice(at, end) });
    } else {
      made.push({ min: before?.max ?? lowest(first, round), max: top, items: all.slice(at, end) });
    }
    at = end;
  }
  return made;
}

/** The upper boundary of a bucket that holds at least the items before `goal`, and where the next one begins. */
function extent(
  all: readonly Keyed[],
  goal: number,
  order: (a: Value, b: Value) => number,
  round: Round | undefined,
): [Value, number] {
  const last = (all[goal - 1] as Keyed).key;
  const top = round === undefined ? last : double(round.up(toDouble(last as number)));
  const belongs = (key: Value) => (round === undefined ? order(key, top) === 0 : order(key, top) < 0);
  let end = goal;
  while (end < all.length && belongs((all[end] as Keyed).key)) end++;
  return [top, end];
}

function lowest(key: Value, round: Round): Value {
  const number = toDouble(key as number);
  return number === 0 ? double(0) : double(round.down(number));
}

function bucketDocument(
  min: Value,
  max: Value,
  items: readonly Keyed[],
  outputs: Outputs,
  context: StageContext,
): Document {
  const scope = context.environment.newScope();
  const states = outputs.map(([, accumulator]) => accumulator.create(scope));
  for (const { document } of items) {
    scope.root = document;
    states.forEach((state, at) => void state.add((outputs[at] as Outputs[number])[1].input.evaluate(scope)));
  }
  const made = Document.of([
    [
      '_id',
      Document.of([
        ['min', min],
        ['max', max],
      ]),
    ],
  ]);
  states.forEach(
    (state, at) => void made.append((outputs[at] as Outputs[number])[0], state.result() ?? null),
  );
  return made;
}
