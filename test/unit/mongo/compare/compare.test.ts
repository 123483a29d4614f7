import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BsonSymbol,
  Decimal128,
  Document,
  Double,
  ObjectId,
  UNDEFINED,
  type Value,
} from '../../../../emulator/mongo/bson/index.js';
import { parseCollation } from '../../../../emulator/mongo/collation/index.js';
import { compare, equals, identical, invertKey, keyOf } from '../../../../emulator/mongo/compare/index.js';
import { anyValue, numberValue } from '../arbitraries.js';

const sign = (order: number) => Math.sign(order) + 0;
const byteOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('compare', () => {
  test('is a total order', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (a, b, c) => {
        expect(sign(compare(a, a))).toBe(0);
        expect(sign(compare(a, b))).toBe(sign(-compare(b, a)));
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('agrees with the byte order of keys, and of inverted keys backwards', () => {
    const check = (a: Value, b: Value) => {
      const order = sign(compare(a, b));
      expect(byteOrder(keyOf(a), keyOf(b))).toBe(order);
      expect(byteOrder(invertKey(keyOf(b)), invertKey(keyOf(a)))).toBe(order);
    };
    fc.assert(fc.property(anyValue, anyValue, check), { numRuns: 2000 });
    fc.assert(fc.property(numberValue, numberValue, check), { numRuns: 4000 });
  });

  test('inverts keys of strings with NUL and the bytes after it', () => {
    const texts = [
      '',
      '\0',
      '\0\0',
      '\0\x01',
      '\0a',
      '\x01',
      '\x01\0',
      '\x01\x01',
      '\x02',
      'a',
      'a\0',
      'é\0',
    ];
    const values: Value[] = texts.flatMap((text) => [text, new BsonSymbol(text), Document.of({ a: text })]);
    for (const a of values) {
      for (const b of values) {
        const order = sign(compare(a, b));
        expect(byteOrder(keyOf(a), keyOf(b))).toBe(order);
        expect(byteOrder(invertKey(keyOf(b)), invertKey(keyOf(a)))).toBe(order);
      }
    }
  });

  test('joined keys order as tuples', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, anyValue, (a, b, c, d) => {
        const order = sign(compare(a, c) || compare(b, d));
        expect(byteOrder(keyOf(a) + keyOf(b), keyOf(c) + keyOf(d))).toBe(order);
      }),
      { numRuns: 1000 },
    );
  });

  test('compares numbers of different types exactly', () => {
    expect(compare(2n ** 53n + 1n, 2 ** 53)).toBeGreaterThan(0);
    expect(equals(1n, new Double(1))).toBe(true);
    expect(equals(Decimal128.parse('1.50') as Value, 1.5)).toBe(true);
    expect(compare(Decimal128.parse('0.1') as Value, 0.1)).toBeLessThan(0);
    expect(compare(Decimal128.parse('1E400') as Value, Number.POSITIVE_INFINITY)).toBeLessThan(0);
    expect(compare(Number.NaN, Number.NEGATIVE_INFINITY)).toBeLessThan(0);
    expect(equals(Number.NaN, Decimal128.NAN)).toBe(true);
    expect(equals(0, -0)).toBe(true);
  });

  test('orders the types as MongoDB does', () => {
    const ordered: (Value | undefined)[] = [
      undefined,
      null,
      1,
      'a',
      new Document(),
      [],
      new ObjectId(0, 0, 0),
      false,
    ];
    for (let at = 1; at < ordered.length; at++) expect(compare(ordered[at - 1], ordered[at])).toBeLessThan(0);
    expect(equals(undefined, UNDEFINED)).toBe(true);
  });

  test('orders fields by type, then name, then value', () => {
    expect(compare(Document.of({ b: 1 }), Document.of({ a: 'x' }))).toBeLessThan(0);
    expect(compare(Document.of({ a: 2 }), Document.of({ b: 1 }))).toBeLessThan(0);
    expect(compare(Document.of({ a: 1 }), Document.of({ a: 1, b: 1 }))).toBeLessThan(0);
  });
});

describe('identical', () => {
  test('tells apart what is equal in value only', () => {
    expect(identical(1, new Double(1))).toBe(false);
    expect(identical(1, 1n)).toBe(false);
    expect(identical(0, -0)).toBe(false);
    expect(identical(Number.NaN, Number.NaN)).toBe(true);
    expect(identical(Decimal128.parse('1.0') as Value, Decimal128.parse('1.00') as Value)).toBe(false);
    expect(identical(Document.of({ a: [1, null] }), Document.of({ a: [1, null] }))).toBe(true);
    expect(identical(Document.of({ a: 1, b: 2 }), Document.of({ b: 2, a: 1 }))).toBe(false);
  });

  test('implies equality', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(identical(a, a)).toBe(true);
        if (identical(a, b)) expect(equals(a, b)).toBe(true);
      }),
    );
  });
});

describe('keys of a collation', () => {
  test('order as the collation does, whatever order strings arrive in', () => {
    const words = fc.array(
      fc.constantFrom('a', 'A', 'á', 'b', 'B', 'ab', 'aB', 'z', 'é', 'E', '10', '9', ''),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(words, fc.constantFrom(1, 2, 3), fc.boolean(), (texts, strength, numericOrdering) => {
        const collation = parseCollation(Document.of({ locale: 'en', strength, numericOrdering }));
        const keys = texts.map((text) => keyOf(text, collation?.stringKey));
        for (let at = 1; at < texts.length; at++) {
          const order = sign(compare(texts[at - 1], texts[at], collation?.compare));
          expect(byteOrder(keys[at - 1] as string, keys[at] as string)).toBe(order);
        }
      }),
    );
  });

  test('hold for many strings in any order', () => {
    const collation = parseCollation(Document.of({ locale: 'da' }));
    const texts = Array.from({ length: 3000 }, (_, at) => ((at * 7919) % 3000).toString(36));
    const keyed = texts.map((text) => ({ text, key: keyOf(text, collation?.stringKey) }));
    keyed.sort((a, b) => byteOrder(a.key, b.key));
    for (let at = 1; at < keyed.length; at++) {
      expect(collation?.compare(keyed[at - 1]!.text, keyed[at]!.text)).toBeLessThanOrEqual(0);
    }
  });

  test('stay short for a thousand strings in order, forwards and backwards', () => {
    const collation = parseCollation(Document.of({ locale: 'sv' }));
    const keys = Array.from({ length: 1000 }, (_, at) =>
      keyOf(String(at).padStart(4, '0'), collation?.stringKey),
    );
    expect([...keys].sort(byteOrder)).toEqual(keys);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(16);
  });
});
