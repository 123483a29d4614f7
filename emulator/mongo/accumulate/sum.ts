import {
  addDecimals,
  Decimal128,
  divideDecimals,
  double,
  isNumber,
  type NumberValue,
  type Value,
} from '../bson/index.js';
import { fitsInt64, intOrLong, toDouble, Width, widthOf } from '../expression/numbers.js';

/**
 * A sum in the widest type seen. Whole numbers add up exactly; doubles with a compensation for what rounding loses
 * (Neumaier), as MongoDB's summation does; decimals in decimal.
 */
export class RunningSum {
  #width = Width.Int;
  #whole = 0n;
  /** Whole numbers below 2^53 gather here first: cheaper than a bigint each. */
  #small = 0;
  /** Sum of the int64s in double steps, as `$avg` takes them, and exactly. */
  #longs = 0;
  #longsExact = 0n;
  #double = 0;
  #lost = 0;
  #decimal: Decimal128 | undefined;
  count = 0;

  /** Adds a number; anything else is passed over. */
  add(value: Value | undefined): void {
    if (typeof value === 'number') this.#addPlain(value);
    else if (isNumber(value)) this.#addTyped(value);
  }

  /** Most numbers are JS numbers: an int32, or a double with a fraction. */
  #addPlain(value: number): void {
    this.count++;
    if ((value | 0) === value && (value !== 0 || 1 / value > 0)) this.#addSmall(value);
    else {
      if (this.#width < Width.Double) this.#width = Width.Double;
      this.#addDouble(value);
    }
  }

  #addTyped(value: NumberValue): void {
    this.count++;
    const width = widthOf(value);
    if (width > this.#width) this.#width = width;
    if (width === Width.Int) this.#addSmall(value as number);
    else if (width === Width.Long) this.#addLong(value as bigint);
    else if (width === Width.Double) this.#addDouble(toDouble(value));
    else this.#decimal = addDecimals(this.#decimal ?? Decimal128.fromInteger(0n), value as Decimal128);
  }

  #addLong(value: bigint): void {
    this.#whole += value;
    this.#longs += Number(value);
    this.#longsExact += value;
  }

  #addSmall(value: number): void {
    this.#small += value;
    if (Number.isSafeInteger(this.#small)) return;
    this.#small -= value;
    this.#flush();
    this.#small = value;
  }

  #flush(): void {
    this.#whole += BigInt(this.#small);
    this.#small = 0;
  }

  #addDouble(value: number): void {
    const sum = this.#double + value;
    if (Number.isFinite(sum)) {
      this.#lost +=
        Math.abs(this.#double) >= Math.abs(value) ? this.#double - sum + value : value - sum + this.#double;
    }
    this.#double = sum;
  }

  /** The sum so far; int32 0 when nothing was added. */
  get value(): NumberValue {
    this.#flush();
    if (this.#width === Width.Decimal) return this.#decimalTotal();
    if (this.#width === Width.Double) return double(this.#doubleTotal());
    if (!fitsInt64(this.#whole)) return double(Number(this.#whole));
    return this.#width === Width.Long ? this.#whole : intOrLong(this.#whole);
  }

  #doubleTotal(whole = this.#whole + BigInt(this.#small)): number {
    const doubles = Number.isFinite(this.#double) ? this.#double + this.#lost : this.#double;
    return doubles + Number(whole);
  }

  #decimalTotal(): Decimal128 {
    this.#flush();
    const doubles = Decimal128.fromDouble(this.#double + this.#lost, 34);
    const others = addDecimals(Decimal128.fromInteger(this.#whole), withoutZeros(doubles));
    return addDecimals(this.#decimal as Decimal128, others);
  }

  /** The mean; null when nothing was added. */
  get mean(): Value {
    return this.#mean(this.#doubleTotal());
  }

  /** The mean as the `$avg` expression has it, which adds int64s up as doubles. */
  get looseMean(): Value {
    return this.#mean(this.#doubleTotal(this.#whole + BigInt(this.#small) - this.#longsExact) + this.#longs);
  }

  #mean(total: number): Value {
    if (this.count === 0) return null;
    if (this.#width === Width.Decimal) {
      return divideDecimals(this.#decimalTotal(), Decimal128.fromInteger(BigInt(this.count)));
    }
    return double(total / this.count);
  }
}

/** A whole double adds no digits after the point to a decimal sum. */
function withoutZeros(value: Decimal128): Decimal128 {
  if (!value.isFinite) return value;
  let { coefficient, exponent } = value.parts;
  while (exponent < 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return Decimal128.fromParts({ negative: value.isNegative, coefficient, exponent });
}

/** Mean and variance in one pass (Welford). */
export class RunningDeviation {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(value: Value | undefined): void {
    if (!isNumber(value)) return;
    const number = toDouble(value);
    this.#count++;
    const delta = number - this.#mean;
    this.#mean += delta / this.#count;
    this.#squares += delta * (number - this.#mean);
  }

  /** The standard deviation of a population or a sample; null for too few numbers. */
  result(sample: boolean): Value {
    const divisor = sample ? this.#count - 1 : this.#count;
    if (divisor <= 0) return null;
    return double(Math.sqrt(this.#squares / divisor));
  }
}
