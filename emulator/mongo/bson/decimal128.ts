import { type DecimalParts, fitParts, MAX_DIGITS, power10, roundDigits } from './decimal-parts.js';
import { formatDecimal, parseDecimal } from './decimal-text.js';
import { BsonType, type BsonTypeCode } from './types.js';

const BIAS = 6176;
const INFINITY_BITS = 0x78n << 56n;
const NAN_BITS = 0x7cn << 56n;
const SIGN_BIT = 1n << 63n;
const LOW_MASK = (1n << 64n) - 1n;
const LARGEST = power10(MAX_DIGITS) - 1n;

/**
 * IEEE 754 decimal128 (34 digits, binary integer encoding), kept as the two 64-bit halves that were on the wire.
 * Arithmetic is exact, then rounded to 34 digits, half to even.
 */
export class Decimal128 {
  readonly high: bigint;
  readonly low: bigint;
  #parts: DecimalParts | undefined;

  constructor(high: bigint, low: bigint) {
    this.high = high;
    this.low = low;
  }

  static readonly NAN = new Decimal128(NAN_BITS, 0n);
  static readonly NEGATIVE_NAN = new Decimal128(NAN_BITS | SIGN_BIT, 0n);
  static readonly INFINITY = new Decimal128(INFINITY_BITS, 0n);
  static readonly NEGATIVE_INFINITY = new Decimal128(INFINITY_BITS | SIGN_BIT, 0n);

  /** From a number in text (`1.50`, `-1E+3`, `NaN`, `Infinity`); `undefined` when it is none. Rounds to 34 digits. */
  static parse(text: string): Decimal128 | undefined {
    const parsed = parseDecimal(text);
    if (parsed === undefined) return undefined;
    if (parsed === 'nan') return text.startsWith('-') ? Decimal128.NEGATIVE_NAN : Decimal128.NAN;
    if (parsed === 'infinity') return Decimal128.INFINITY;
    if (parsed === '-infinity') return Decimal128.NEGATIVE_INFINITY;
    return Decimal128.fromParts(parsed);
  }

  /** The number (-1)^negative · coefficient · 10^exponent, rounded to 34 digits; too large gives an infinity. */
  static fromParts(parts: DecimalParts): Decimal128 {
    const fit = fitParts(parts);
    if (fit === undefined) return parts.negative ? Decimal128.NEGATIVE_INFINITY : Decimal128.INFINITY;
    const sign = fit.negative ? SIGN_BIT : 0n;
    const exponent = BigInt(fit.exponent + BIAS) << 49n;
    return new Decimal128(sign | exponent | (fit.coefficient >> 64n), fit.coefficient & LOW_MASK);
  }

  static fromInteger(value: bigint): Decimal128 {
    return Decimal128.fromParts({
      negative: value < 0n,
      coefficient: value < 0n ? -value : value,
      exponent: 0,
    });
  }

  /**
   * From a double. MongoDB rounds to 15 digits in arithmetic and conversion ($toDecimal of 0.1 is
   * 0.100000000000000), and to 34 when it compares.
   */
  static fromDouble(value: number, digits: 15 | 34 = 15): Decimal128 {
    if (Number.isNaN(value)) return Decimal128.NAN;
    if (!Number.isFinite(value)) return value > 0 ? Decimal128.INFINITY : Decimal128.NEGATIVE_INFINITY;
    const negative = value < 0 || Object.is(value, -0);
    if (value === 0) return Decimal128.fromParts({ negative, coefficient: 0n, exponent: 0 });
    const exact = exactDecimal(Math.abs(value));
    if (digits === 34) return Decimal128.fromParts({ negative, ...exact });
    return Decimal128.fromParts({ negative, ...toFifteen(exact) });
  }

  get bsonType(): BsonTypeCode {
    return BsonType.Decimal128;
  }

  get isNaN(): boolean {
    return (this.high & NAN_BITS) === NAN_BITS;
  }

  get isInfinite(): boolean {
    return (this.high & NAN_BITS) === INFINITY_BITS;
  }

  get isFinite(): boolean {
    return (this.high & INFINITY_BITS) !== INFINITY_BITS;
  }

  get isNegative(): boolean {
    return (this.high & SIGN_BIT) !== 0n;
  }

  get isZero(): boolean {
    return this.isFinite && this.parts.coefficient === 0n;
  }

  /** Sign, coefficient and exponent of a finite number. An encoding beyond 34 digits counts as zero. */
  get parts(): DecimalParts {
    this.#parts ??= this.#unpack();
    return this.#parts;
  }

  /** The nearest double. */
  toNumber(): number {
    return Number(this.toString());
  }

  toString(): string {
    if (this.isNaN) return 'NaN';
    if (this.isInfinite) return this.isNegative ? '-Infinity' : 'Infinity';
    return formatDecimal(this.parts);
  }

  #unpack(): DecimalParts {
    const large = (this.high & (3n << 61n)) === 3n << 61n;
    const exponent = Number((this.high >> (large ? 47n : 49n)) & 0x3fffn) - BIAS;
    const coefficient = large ? 0n : ((this.high & ((1n << 49n) - 1n)) << 64n) | this.low;
    return { negative: this.isNegative, coefficient: coefficient > LARGEST ? 0n : coefficient, exponent };
  }
}

const scratch = new DataView(new ArrayBuffer(8));

/** A positive double is m · 2^e; for a negative e that is m · 5^-e · 10^e, exactly. */
function exactDecimal(value: number): { coefficient: bigint; exponent: number } {
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const exponent = (biased === 0 ? 1 : biased) - 1075;
  if (exponent >= 0) return { coefficient: mantissa << BigInt(exponent), exponent: 0 };
  return { coefficient: mantissa * 5n ** BigInt(-exponent), exponent };
}

function toFifteen(exact: { coefficient: bigint; exponent: number }): {
  coefficient: bigint;
  exponent: number;
} {
  const digits = exact.coefficient.toString().length;
  if (digits >= 15) return roundDigits(exact, 15);
  const pad = 15 - digits;
  return { coefficient: exact.coefficient * power10(pad), exponent: exact.exponent - pad };
}
