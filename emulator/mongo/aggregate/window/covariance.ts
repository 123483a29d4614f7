import {
  Decimal128,
  divideDecimals,
  double,
  isNumber,
  type NumberValue,
  type Value,
} from '../../bson/index.js';
import {
  addNumbers,
  multiplyNumbers,
  subtractNumbers,
  toDecimal,
  toDouble,
} from '../../expression/numbers.js';
import { expressionOf } from '../stage.js';
import { WHOLE, type WindowArguments, type WindowFunction } from './partition.js';
import { slide } from './slide.js';

type Point = readonly [NumberValue, NumberValue];

/** `$covariancePop` and `$covarianceSamp` over each window. */
export function covariance(sample: boolean) {
  return ({ argument, bounds, context }: WindowArguments): WindowFunction => {
    const read = expressionOf(argument, context);
    return (partition) => {
      const points = partition.documents.map((document) => pointOf(read(document)));
      return slide(partition, bounds ?? WHOLE, points, () => new Covariance(sample));
    };
  };
}

/** A pair of numbers; anything else takes no part. */
function pointOf(value: Value | undefined): Point | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [x, y] = value;
  return isNumber(x) && isNumber(y) ? [x, y] : undefined;
}

/** A decimal beyond the doubles is finite all the same. */
function sizeOf(value: NumberValue): number {
  if (!(value instanceof Decimal128)) return toDouble(value);
  return value.isFinite ? 0 : value.toNumber();
}

/** As MongoDB divides: in decimal when one of them is, and a count is a double for it. */
function divided(value: NumberValue, count: number): NumberValue {
  if (!(value instanceof Decimal128)) return double(toDouble(value) / count);
  return divideDecimals(value, toDecimal(double(count)));
}

/**
 * A covariance that points are added to and taken from. The order of its steps is MongoDB's, down to the last digit: a
 * point's distance from the mean of x before it, times its distance from the mean of y with it.
 */
class Covariance {
  readonly #sample: boolean;
  #count = 0;
  #sumX: NumberValue = 0;
  #sumY: NumberValue = 0;
  #moment: NumberValue = 0;
  /** Infinities and NaN show as long as one of them is in the window. */
  #strange: number[] = [];

  constructor(sample: boolean) {
    this.#sample = sample;
  }

  add(point: Point | undefined): void {
    if (point === undefined) return;
    if (isStrange(point)) return void this.#strange.push(strangeSum(point));
    const [x, y] = point;
    const meanX = this.#count === 0 ? 0 : divided(this.#sumX, this.#count);
    this.#count++;
    this.#sumX = addNumbers(this.#sumX, x);
    this.#sumY = addNumbers(this.#sumY, y);
    if (this.#count > 1) {
      this.#moment = addNumbers(this.#moment, product(x, meanX, y, divided(this.#sumY, this.#count)));
    }
  }

  remove(point: Point | undefined): void {
    if (point === undefined) return;
    if (isStrange(point)) return void this.#strange.shift();
    const [x, y] = point;
    const meanY = divided(this.#sumY, this.#count);
    this.#count--;
    if (this.#count === 0) {
      [this.#sumX, this.#sumY, this.#moment] = [0, 0, 0];
      return;
    }
    this.#sumX = subtractNumbers(this.#sumX, x);
    this.#sumY = subtractNumbers(this.#sumY, y);
    this.#moment = subtractNumbers(this.#moment, product(x, divided(this.#sumX, this.#count), y, meanY));
  }

  result(): Value {
    const divisor = this.#count - (this.#sample ? 1 : 0);
    if (divisor <= 0) return null;
    if (this.#count === 1) return double(0);
    if (this.#strange.length > 0) return double(this.#strange.reduce((sum, value) => sum + value));
    return divided(this.#moment, divisor);
  }
}

function product(x: NumberValue, meanX: NumberValue, y: NumberValue, meanY: NumberValue): NumberValue {
  return multiplyNumbers(subtractNumbers(x, meanX), subtractNumbers(y, meanY));
}

function isStrange(point: Point): boolean {
  return point.some((value) => !Number.isFinite(sizeOf(value)));
}

function strangeSum(point: Point): number {
  return point.map(sizeOf).reduce((sum, size) => (Number.isFinite(size) ? sum : sum + size), 0);
}
