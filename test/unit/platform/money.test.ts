import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert, exchangeRate } from '../../../templates/ancillary/functions/shared/money/convert.js';
import {
  isSupported,
  minorDigits,
  toMajor,
  toMinor,
} from '../../../templates/ancillary/functions/shared/money/currency.js';
import { RATES, ratesWith } from '../../../templates/ancillary/functions/shared/money/rates.js';
import { addPercent, mulDiv } from '../../../templates/ancillary/functions/shared/money/rounding.js';
import { priceOf } from '../../../templates/ancillary/functions/shared/offers/price.js';

const amount = fc.integer({ min: 0, max: 10 ** 10 });

describe('rounding', () => {
  test('halves go up', () => {
    expect(mulDiv(1, 1, 2)).toBe(1);
    expect(mulDiv(5, 1, 2)).toBe(3);
    expect(mulDiv(49, 1, 100)).toBe(0);
    expect(mulDiv(50, 1, 100)).toBe(1);
  });

  test('is exact where doubles are not', () => {
    // 1.005 × 100 is 100.49999999999999 in doubles.
    expect(mulDiv(1005, 1, 10)).toBe(101);
    expect(addPercent(9_007_199_254_740, 20)).toBe(10_808_639_105_688);
  });

  test('is never further from the true value than half a unit', () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        (a, n, d) => {
          const twice = 2n * BigInt(mulDiv(a, n, d)) * BigInt(d) - 2n * BigInt(a) * BigInt(n);
          expect(twice <= BigInt(d) && twice > -BigInt(d)).toBe(true);
        },
      ),
    );
  });
});

describe('currencies', () => {
  test('know their digits', () => {
    expect([minorDigits('EUR'), minorDigits('JPY'), minorDigits('KWD'), minorDigits('XXZ')]).toEqual([
      2,
      0,
      3,
      undefined,
    ]);
  });

  test('every currency with a rate is a currency of ISO 4217', () => {
    for (const code of Object.keys(RATES)) expect(isSupported(code), code).toBe(true);
  });

  test('a deployment’s own rates go over the table, and may bring further currencies', () => {
    const own = ratesWith('{"USD": 2, "LKR": 350.5}');
    expect([own.USD, own.LKR, own.GBP]).toEqual([2, 350.5, RATES.GBP]);
    expect([ratesWith(''), ratesWith(undefined)]).toEqual([RATES, RATES]);
    for (const bad of ['{"USD": 0}', '{"USD": "2"}', '{"USD": 1e999}'])
      expect(() => ratesWith(bad), bad).toThrow(RangeError);
  });

  test('amounts in JSON come back to the same minor units', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
        const text = JSON.stringify(toMajor(minor, currency));
        expect(toMinor(JSON.parse(text) as number, currency)).toBe(minor);
      }),
    );
  });

  test('a fraction of a cent is no amount', () => {
    expect(toMinor(14.545, 'EUR')).toBeUndefined();
    expect(toMinor(14.5400001, 'EUR')).toBeUndefined();
    expect(toMinor(0.5, 'JPY')).toBeUndefined();
  });

  test('conversion is the shown rate, rounded once', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('USD', 'GBP', 'CHF'), (minor, to) => {
        const exact = minor * exchangeRate('EUR', to);
        expect(Math.abs(convert(minor, 'EUR', to) - exact)).toBeLessThanOrEqual(0.5 + 1e-3);
      }),
    );
  });

  test('conversion minds the digits of both sides', () => {
    expect(convert(100, 'EUR', 'JPY')).toBe(181);
    expect(convert(100, 'EUR', 'KWD')).toBe(359);
    expect(convert(1000, 'JPY', 'EUR')).toBe(552);
  });
});

describe('the price of an offer', () => {
  test('is cost, then the platform’s 10 %, then the mark-up, each rounded half up', () => {
    expect(priceOf(2000, 'USD', 10, 20)).toEqual({ partner: 2000, arcube: 2200, total: 2640 });
    // 1005 × 1.1 = 1105.5 → 1106; × 1.2 = 1327.2 → 1327. Rounding only once would give 1326.6 → 1327 as well,
    // but 15 × 1.1 = 16.5 → 17; × 1.2 = 20.4 → 20, where rounding once gives 19.8 → 20 and rounding down 19.
    expect(priceOf(1005, 'USD', 10, 20)).toEqual({ partner: 1005, arcube: 1106, total: 1327 });
    expect(priceOf(5, 'USD', 10, 50)).toEqual({ partner: 5, arcube: 6, total: 9 });
  });

  test('takes mark-ups with fractions of a percent', () => {
    expect(priceOf(10_000, 'USD', 10, 12.5).total).toBe(12_375);
  });
});
