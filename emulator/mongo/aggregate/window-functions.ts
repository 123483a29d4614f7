import { ACCUMULATORS } from '../accumulate/accumulators.js';
import {
  addDecimals,
  BsonDate,
  Decimal128,
  Document,
  divideDecimals,
  double,
  isNumber,
  multiplyDecimals,
  type NumberValue,
  subtractDecimals,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { unitOf } from '../expression/date-arithmetic.js';
import { addNumbers, multiplyNumbers, toDecimal, toDouble, wholeInt32 } from '../expression/numbers.js';
import { nullish, typeName } from '../expression/operator.js';
import type { Sorter } from '../sort/index.js';
import { expressionOf, type StageContext } from './stage.js';

/** One partition in order, as window functions see it. */
export interface Partition {
  readonly documents: readonly Document[];
  /** Value of the (single) sort field per document, for ranges and derivatives. */
  readonly order: readonly (Value | undefined)[];
  readonly sorter: Sorter | undefined;
}

/** First and last position (inclusive) of the window of the document at `at`. */
export type Bounds = (partition: Partition, at: number) => [number, number];
/** Computes one output field for every document of a partition. */
export type WindowFunction = (partition: Partition) => (Value | undefined)[];

export interface WindowArguments {
  name: string;
  argument: Value;
  bounds: Bounds | undefined;
  sortBy: Document | undefined;
  context: StageContext;
}

/** Fixed lengths of the units that `$derivative` and `$integral` take, in ms. */
const UNIT_MS: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};
const WHOLE: Bounds = ({ documents }) => [0, documents.length - 1];

/** An accumulator over each window. Windows that only grow are added to, others are computed anew. */
function accumulating({ name, argument, bounds, context }: WindowArguments): WindowFunction {
  const compile = ACCUMULATORS[name] as (typeof ACCUMULATORS)[string];
  const accumulator = compile(argument, context.environment, name);
  const scope = context.environment.newScope();
  const window = bounds ?? WHOLE;
  return (partition) => {
    const inputs = partition.documents.map((document) => {
      scope.root = document;
      return accumulator.input.evaluate(scope);
    });
    let state = accumulator.create(scope);
    let [from, to] = [0, -1];
    return partition.documents.map((document, at) => {
      const [low, high] = window(partition, at);
      if (low !== from || high < to) {
        scope.root = document;
        state = accumulator.create(scope);
        [from, to] = [low, low - 1];
      }
      for (; to < high; to++) state.add(inputs[to + 1]);
      const result = state.result() ?? null;
      return Array.isArray(result) ? [...result] : result instanceof Document ? result.clone() : result;
    });
  };
}

function needsSort({ name, sortBy }: WindowArguments, code = 5371602): Document {
  if (sortBy === undefined || sortBy.size !== 1)
    throw mongoError(
      code,
      `${name} must be specified with a top level sortBy expression with exactly one element`,
    );
  return sortBy;
}

function ranking(next: (tied: boolean, rank: number, at: number) => number) {
  return (args: WindowArguments): WindowFunction => {
    if (args.bounds !== undefined)
      throw mongoError(5371601, `Rank style window functions take no other arguments`);
    if (!(args.argument instanceof Document) || args.argument.size > 0)
      throw mongoError(5371603, `${args.name} must be specified with '{}' as the value`);
    needsSort(args);
    return ({ documents, sorter }) => {
      let rank = 0;
      let before: Document | undefined;
      return documents.map((document, at) => {
        const tied = before !== undefined && (sorter as Sorter).compare(before, document) === 0;
        rank = next(tied, rank, at);
        before = document;
        return rank;
      });
    };
  };
}

const SHIFT = ['output', 'by', 'default'];

function shift({ argument, sortBy, context, name }: WindowArguments): WindowFunction {
  if (!(argument instanceof Document))
    throw mongoError('FailedToParse', `Argument to ${name} must be an object`);
  for (const field of argument.keys())
    if (!SHIFT.includes(field)) throw mongoError('FailedToParse', `Unknown argument in $shift: ${field}`);
  const [output, by, fallback] = SHIFT.map((field) => argument.get(field));
  if (sortBy === undefined) throw mongoError('FailedToParse', "'$shift' requires a sortBy");
  if (output === undefined || by === undefined)
    throw mongoError('FailedToParse', '$shift requires an output and a by argument');
  const steps = wholeInt32(by);
  if (steps === undefined)
    throw mongoError('FailedToParse', `'$shift:by' field must be an integer, but found by: ${typeName(by)}`);
  const value = expressionOf(output, context);
  const otherwise = fallback === undefined ? null : (expressionOf(fallback, context)(new Document()) ?? null);
  return ({ documents }) =>
    documents.map((_, at) => {
      const other = documents[at + steps];
      return other === undefined ? otherwise : (value(other) ?? null);
    });
}

interface Rate {
  input: (document: Document) => Value | undefined;
  unit: number | undefined;
}

function rateArguments({ name, argument, context }: WindowArguments): Rate {
  if (!(argument instanceof Document)) throw mongoError('FailedToParse', `${name} expects an object`);
  for (const field of argument.keys())
    if (field !== 'input' && field !== 'unit')
      throw mongoError('FailedToParse', `${name} got unexpected argument: ${field}`);
  const input = argument.get('input');
  if (input === undefined) throw mongoError('FailedToParse', `${name} requires an 'input' expression`);
  const unit = argument.has('unit') ? unitOf(argument.get('unit'), name) : undefined;
  if (unit !== undefined && UNIT_MS[unit] === undefined)
    throw mongoError(5490704, `unit must be 'week' or smaller, but got ${unit}`);
  return { input: expressionOf(input, context), unit: unit === undefined ? undefined : UNIT_MS[unit] };
}

/** The position on the axis of a sort value: ms for dates (which need a unit), the number itself otherwise. */
function axis(value: Value | undefined, unit: number | undefined, name: string): number {
  if (value instanceof BsonDate) {
    if (unit === undefined)
      throw mongoError(5624901, `${name} where the sortBy is a Date requires an 'unit'`);
    return value.ms / unit;
  }
  if (unit !== undefined)
    throw mongoError(5624900, `${name} with 'unit' expects the sortBy field to be a Date`);
  if (!isNumber(value))
    throw mongoError(5624902, `${name} expects the sortBy field to be numeric, found ${typeName(value)}`);
  return toDouble(value);
}

function derivative(args: WindowArguments): WindowFunction {
  const { input, unit } = rateArguments(args);
  needsSort(args, 5624003);
  const window = args.bounds;
  if (window === undefined) throw mongoError('FailedToParse', '$derivative requires explicit window bounds');
  return (partition) =>
    partition.documents.map((_, at) => {
      const [low, high] = window(partition, at);
      if (low >= high) return null;
      const [a, b] = [
        input(partition.documents[low] as Document),
        input(partition.documents[high] as Document),
      ];
      if (nullish(a) || nullish(b)) return null;
      const run =
        axis(partition.order[high], unit, '$derivative') - axis(partition.order[low], unit, '$derivative');
      if (run === 0) return null;
      const rise =
        a instanceof BsonDate && b instanceof BsonDate
          ? b.ms - a.ms
          : numeric(b, '$derivative') - numeric(a, '$derivative');
      return double(rise / run);
    });
}

function numeric(value: Value, name: string): number {
  if (!isNumber(value)) throw mongoError(5624904, `${name} expects numeric input, found ${typeName(value)}`);
  return toDouble(value);
}

function integral(args: WindowArguments): WindowFunction {
  const { input, unit } = rateArguments(args);
  needsSort(args, 5624003);
  const window = args.bounds ?? WHOLE;
  return (partition) =>
    partition.documents.map((_, at) => {
      const [low, high] = window(partition, at);
      let area = 0;
      for (let step = Math.max(low, 0) + 1; step <= high; step++) {
        const [a, b] = [
          input(partition.documents[step - 1] as Document),
          input(partition.documents[step] as Document),
        ];
        if (nullish(a) || nullish(b)) continue;
        const width =
          axis(partition.order[step], unit, '$integral') - axis(partition.order[step - 1], unit, '$integral');
        area += (width * (numeric(a, '$integral') + numeric(b, '$integral'))) / 2;
      }
      return low > high ? null : double(area);
    });
}

function covariance(sample: boolean) {
  return ({ argument, bounds, context }: WindowArguments): WindowFunction => {
    const read = expressionOf(argument, context);
    const window = bounds ?? WHOLE;
    return (partition) => {
      const points = partition.documents.map((document) => pointOf(read(document)));
      return points.map((_, at) => {
        const [low, high] = window(partition, at);
        return covarianceOf(
          points.slice(low, high + 1).filter((point) => point !== undefined),
          sample,
        );
      });
    };
  };
}

type Point = readonly [NumberValue, NumberValue];

/** A pair of numbers; anything else takes no part. */
function pointOf(value: Value | undefined): Point | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [x, y] = value;
  return isNumber(x) && isNumber(y) ? [x, y] : undefined;
}

/**
 * Covariance in one pass over the finite points. One of them has none (0 for a population); infinities and NaN show
 * once there are two, as mongod lets them.
 */
function covarianceOf(points: readonly Point[], sample: boolean): Value {
  const finite = points.filter((point) => point.every((value) => Number.isFinite(sizeOf(value))));
  const divisor = finite.length - (sample ? 1 : 0);
  if (divisor <= 0) return null;
  if (finite.length === 1) return double(0);
  if (finite.length < points.length) return double(nonFiniteSum(points));
  const moment = finite.some((point) => point.some((value) => value instanceof Decimal128))
    ? decimalMoment(finite)
    : doubleMoment(finite);
  if (moment instanceof Decimal128) return divideDecimals(moment, Decimal128.fromInteger(BigInt(divisor)));
  return double(moment / divisor);
}

/** A decimal beyond the doubles is finite all the same. */
function sizeOf(value: NumberValue): number {
  if (!(value instanceof Decimal128)) return toDouble(value);
  return value.isFinite ? 0 : value.toNumber();
}

function nonFiniteSum(points: readonly Point[]): number {
  return points.flat().reduce<number>((sum, value) => {
    const size = sizeOf(value);
    return Number.isFinite(size) ? sum : sum + size;
  }, 0);
}

function doubleMoment(points: readonly Point[]): number {
  let [meanX, meanY, moment] = [0, 0, 0];
  for (const [at, [x, y]] of points.entries()) {
    const deltaX = toDouble(x) - meanX;
    meanX += deltaX / (at + 1);
    meanY += (toDouble(y) - meanY) / (at + 1);
    moment += deltaX * (toDouble(y) - meanY);
  }
  return moment;
}

function decimalMoment(points: readonly Point[]): Decimal128 {
  const zero = Decimal128.fromInteger(0n);
  let [sumX, sumY, moment] = [zero, zero, zero];
  for (const [at, point] of points.entries()) {
    const [x, y] = [toDecimal(point[0]), toDecimal(point[1])];
    const meanX = at === 0 ? zero : divideDecimals(sumX, Decimal128.fromInteger(BigInt(at)));
    sumX = addDecimals(sumX, x);
    sumY = addDecimals(sumY, y);
    const meanY = divideDecimals(sumY, Decimal128.fromInteger(BigInt(at + 1)));
    if (at > 0) {
      moment = addDecimals(moment, multiplyDecimals(subtractDecimals(x, meanX), subtractDecimals(y, meanY)));
    }
  }
  return moment;
}

function expMovingAverage(args: WindowArguments): WindowFunction {
  const { argument, context, name } = args;
  if (!(argument instanceof Document))
    throw mongoError('FailedToParse', `${name} must have exactly one argument that is an object`);
  const [input, n, alpha] = ['input', 'N', 'alpha'].map((field) => argument.get(field));
  if (input === undefined || (n === undefined) === (alpha === undefined))
    throw mongoError(
      'FailedToParse',
      "$expMovingAvg sub object must have exactly two fields: An 'input' field, and either an 'N' field or an 'alpha' field",
    );
  if (args.sortBy === undefined)
    throw mongoError('FailedToParse', "$expMovingAvg requires an explicit 'sortBy'");
  const weight = emaWeight(n, alpha);
  const value = expressionOf(input, context);
  return ({ documents }) => {
    let average: Value | undefined;
    return documents.map((document) => {
      const now = value(document);
      if (isNumber(now)) {
        average = isNumber(average)
          ? addNumbers(multiplyNumbers(now, double(weight)), multiplyNumbers(average, double(1 - weight)))
          : now instanceof Decimal128
            ? now
            : double(toDouble(now));
      }
      return average ?? null;
    });
  };
}

function emaWeight(n: Value | undefined, alpha: Value | undefined): number {
  if (n !== undefined) {
    const whole = wholeInt32(n);
    if (whole === undefined || whole <= 0)
      throw mongoError('FailedToParse', "'N' field must be an integer greater than zero");
    return 2 / (whole + 1);
  }
  const number = isNumber(alpha) ? toDouble(alpha) : Number.NaN;
  if (!(number > 0 && number < 1))
    throw mongoError('FailedToParse', "'alpha' must be between 0 and 1 (exclusive)");
  return number;
}

/** `$locf`: the last value that was there. */
function locf({ argument, context, bounds, name }: WindowArguments): WindowFunction {
  if (bounds !== undefined) throw mongoError('FailedToParse', `'window' field is not allowed in ${name}`);
  const value = expressionOf(argument, context);
  return ({ documents }) => {
    let last: Value = null;
    return documents.map((document) => {
      const now = value(document);
      if (!nullish(now)) last = now as Value;
      return last;
    });
  };
}

/** `$linearFill`: a straight line between the values around a gap. */
function linearFill(args: WindowArguments): WindowFunction {
  needsSort(args, 605001);
  const value = expressionOf(args.argument, args.context);
  return ({ documents, order }) => {
    const values = documents.map((document) => value(document) ?? null);
    const at = order.map((position) =>
      position instanceof BsonDate ? position.ms : isNumber(position) ? toDouble(position) : Number.NaN,
    );
    let left = -1;
    return values.map((now, index) => {
      if (!nullish(now)) {
        if (!isNumber(now)) throw mongoError(7000700, '$linearFill requires numeric values');
        left = index;
        return now;
      }
      const right = values.findIndex((other, other_) => other_ > index && !nullish(other));
      if (left < 0 || right < 0) return null;
      const [y0, y1] = [toDouble(values[left] as number), toDouble(values[right] as number)];
      const [x0, x1, x] = [at[left], at[right], at[index]] as [number, number, number];
      return double(y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
    });
  };
}

const FUNCTIONS: Readonly<Record<string, (args: WindowArguments) => WindowFunction>> = {
  $covariancePop: covariance(false),
  $covarianceSamp: covariance(true),
  $denseRank: ranking((tied, rank) => (tied ? rank : rank + 1)),
  $derivative: derivative,
  $documentNumber: ranking((_tied, _rank, at) => at + 1),
  $expMovingAvg: expMovingAverage,
  $integral: integral,
  $linearFill: linearFill,
  $locf: locf,
  $rank: ranking((tied, rank, at) => (tied ? rank : at + 1)),
  $shift: shift,
};

/** Compiles one window function; FailedToParse for an unknown one. */
export function compileWindowFunction(args: WindowArguments): WindowFunction {
  const special = Object.hasOwn(FUNCTIONS, args.name) ? FUNCTIONS[args.name] : undefined;
  if (special !== undefined) return special(args);
  if (!Object.hasOwn(ACCUMULATORS, args.name) || args.name === '$mergeObjects') {
    throw mongoError('FailedToParse', `Unrecognized window function, ${args.name}`);
  }
  return accumulating(args);
}
