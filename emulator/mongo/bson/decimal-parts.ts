/** Digits a decimal128 holds. */
export const MAX_DIGITS = 34;
export const MAX_EXPONENT = 6111;
export const MIN_EXPONENT = -6176;

/** (-1)^negative · coefficient · 10^exponent. */
export interface DecimalParts {
  negative: boolean;
  coefficient: bigint;
  exponent: number;
}

interface Magnitude {
  coefficient: bigint;
  exponent: number;
}

export type Rounding = 'half-even' | 'down' | 'floor' | 'ceiling' | 'half-up';

const POWERS: bigint[] = [1n];

/** 10^n for n ≥ 0. */
export function power10(n: number): bigint {
  if (n > 6200) return 10n ** BigInt(n);
  while (POWERS.length <= n) POWERS.push((POWERS[POWERS.length - 1] as bigint) * 10n);
  return POWERS[n] as bigint;
}

/** Decimal digits of a coefficient; 0 has one. */
export function digitsOf(coefficient: bigint): number {
  return coefficient.toString().length;
}

/** Divides by 10^drop with the given rounding. `negative` counts for floor and ceiling alone. */
export function dropDigits(coefficient: bigint, drop: number, rounding: Rounding, negative: boolean): bigint {
  if (drop <= 0) return coefficient;
  const divisor = power10(drop);
  const quotient = coefficient / divisor;
  const rest = coefficient % divisor;
  if (rest === 0n) return quotient;
  return roundsUp(quotient, rest * 2n, divisor, rounding, negative) ? quotient + 1n : quotient;
}

function roundsUp(
  quotient: bigint,
  twice: bigint,
  divisor: bigint,
  rounding: Rounding,
  negative: boolean,
): boolean {
  if (rounding === 'down') return false;
  if (rounding === 'floor') return negative;
  if (rounding === 'ceiling') return !negative;
  if (twice !== divisor) return twice > divisor;
  return rounding === 'half-up' || (quotient & 1n) === 1n;
}

/** Rounds to at most `digits` digits, half to even. */
export function roundDigits(number: Magnitude, digits: number): Magnitude {
  const excess = digitsOf(number.coefficient) - digits;
  if (excess <= 0) return number;
  const coefficient = dropDigits(number.coefficient, excess, 'half-even', false);
  // 99.9 → 100: one digit more than asked for, a zero.
  if (digitsOf(coefficient) > digits)
    return { coefficient: coefficient / 10n, exponent: number.exponent + excess + 1 };
  return { coefficient, exponent: number.exponent + excess };
}

/** Brings a number into decimal128's range: 34 digits, clamped exponent; `undefined` when it is too large. */
export function fitParts(parts: DecimalParts): DecimalParts | undefined {
  const { negative } = parts;
  const lost = MIN_EXPONENT - parts.exponent;
  const excess = Math.max(digitsOf(parts.coefficient) - MAX_DIGITS, 0);
  // Rounded once, to the coarser of the two limits: twice would round 0.49 up.
  const magnitude =
    lost > excess
      ? { coefficient: dropDigits(parts.coefficient, lost, 'half-even', negative), exponent: MIN_EXPONENT }
      : roundDigits(parts, MAX_DIGITS);
  if (magnitude.coefficient === 0n) {
    return {
      negative,
      coefficient: 0n,
      exponent: Math.min(Math.max(magnitude.exponent, MIN_EXPONENT), MAX_EXPONENT),
    };
  }
  const pad = magnitude.exponent - MAX_EXPONENT;
  if (pad <= 0) return { negative, ...magnitude };
  if (digitsOf(magnitude.coefficient) + pad > MAX_DIGITS) return undefined;
  return { negative, coefficient: magnitude.coefficient * power10(pad), exponent: MAX_EXPONENT };
}
