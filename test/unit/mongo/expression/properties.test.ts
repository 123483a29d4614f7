import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BsonDate, Decimal128, Document, Double, type Value } from '../../../../emulator/mongo/bson/index.js';
import { compare } from '../../../../emulator/mongo/compare/index.js';
import { codeOf, evaluate } from './evaluate.js';

const RUNS = { numRuns: 200 };
const numberOf = (value: Value | undefined): number => {
  if (value instanceof Decimal128) return value.toNumber();
  return value instanceof Double ? value.value : Number(value);
};

/** Decimals of some digits around 1, as text. */
const decimalText = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: -14, max: -6 }))
  .map(([digits, exponent]) => `${digits}E${exponent}`);
const decimal = decimalText.map((text) => Decimal128.parse(text) as Decimal128);

/** How far two decimals are apart, in parts of the second. */
function distance(a: Value | undefined, b: Value): number {
  const difference = evaluate({ $abs: { $subtract: [a as Value, b] } }) as Decimal128;
  return numberOf(evaluate({ $divide: [difference, { $abs: b }] }));
}

test('decimal functions undo each other to 31 digits', () => {
  fc.assert(
    fc.property(decimal, (x) => {
      expect(distance(evaluate({ $exp: { $ln: x } }), x)).toBeLessThan(1e-31);
      expect(distance(evaluate({ $pow: [{ $sqrt: x }, 2] }), x)).toBeLessThan(1e-31);
      expect(distance(evaluate({ $pow: [Decimal128.fromInteger(10n), { $log10: x }] }), x)).toBeLessThan(
        1e-31,
      );
    }),
    { numRuns: 40 },
  );
});

test('sin² + cos² = 1 in decimals, and each is what doubles say', () => {
  fc.assert(
    fc.property(decimal, (x) => {
      const sum = evaluate({ $add: [{ $pow: [{ $sin: x }, 2] }, { $pow: [{ $cos: x }, 2] }] });
      expect(distance(sum, Decimal128.fromInteger(1n))).toBeLessThan(1e-31);
      const angle = x.toNumber();
      if (Math.abs(angle) < 1e6) expect(numberOf(evaluate({ $sin: x }))).toBeCloseTo(Math.sin(angle), 8);
    }),
    { numRuns: 40 },
  );
});

const moment = fc.integer({ min: -3_000_000_000_000, max: 6_000_000_000_000 });

test('the parts of a date are those of a JavaScript date', () => {
  fc.assert(
    fc.property(moment, (ms) => {
      const [js, date] = [new Date(ms), new BsonDate(ms)];
      expect(evaluate({ $year: date })).toBe(js.getUTCFullYear());
      expect(evaluate({ $month: date })).toBe(js.getUTCMonth() + 1);
      expect(evaluate({ $dayOfMonth: date })).toBe(js.getUTCDate());
      expect(evaluate({ $dayOfWeek: date })).toBe(js.getUTCDay() + 1);
      expect(evaluate({ $hour: date })).toBe(js.getUTCHours());
      expect(evaluate({ $millisecond: date })).toBe(js.getUTCMilliseconds());
      expect(evaluate({ $dateToString: { date } })).toBe(js.toISOString());
    }),
    RUNS,
  );
});

test.each(['Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Chatham'])(
  'the parts of a date in %s are those of Intl, and lead back',
  (timezone) => {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
        const date = new BsonDate(ms);
        const parts = Object.fromEntries(
          format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]),
        );
        const at = { date, timezone };
        expect(evaluate({ $dayOfMonth: at })).toBe(parts.day);
        expect(evaluate({ $hour: at })).toBe(parts.hour);
        expect(evaluate({ $minute: at })).toBe(parts.minute);
        const local = evaluate({ $dateToParts: at }) as Document;
        const back = evaluate({
          $dateFromParts: Document.of([...local, ['timezone', timezone]]),
        }) as BsonDate;
        // An hour that comes twice has one of its two moments back.
        expect([0, 1_800_000, 3_600_000]).toContain(Math.abs(back.ms - ms));
      }),
      { numRuns: 60 },
    );
  },
);

test('truncating a date gives one that is not later, and the same again', () => {
  const unit = fc.constantFrom('year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second');
  fc.assert(
    fc.property(moment, unit, fc.integer({ min: 1, max: 9 }), (ms, name, binSize) => {
      const truncated = evaluate({ $dateTrunc: { date: new BsonDate(ms), unit: name, binSize } }) as BsonDate;
      expect(truncated.ms).toBeLessThanOrEqual(ms);
      expect(evaluate({ $dateTrunc: { date: truncated, unit: name, binSize } })).toEqual(truncated);
    }),
    RUNS,
  );
});

const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

test('whole numbers add, subtract and multiply as bigints do', () => {
  fc.assert(
    fc.property(int, int, (a, b) => {
      expect(BigInt(evaluate({ $add: [a, b] }) as number)).toBe(BigInt(a) + BigInt(b));
      expect(BigInt(evaluate({ $subtract: [a, b] }) as number)).toBe(BigInt(a) - BigInt(b));
      expect(BigInt(evaluate({ $multiply: [a, b] }) as number)).toBe(BigInt(a) * BigInt(b));
      if (b === 0) expect(codeOf({ $mod: [a, b] })).toBe(16610);
      else expect(numberOf(evaluate({ $mod: [a, b] }))).toBe((a % b) + 0);
    }),
    RUNS,
  );
});

test('sets have each member once, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.array(fc.integer({ min: 0, max: 9 })),
      (a, b) => {
        const sorted = (list: Iterable<number>) => [...new Set(list)].sort(compare);
        expect(evaluate({ $setUnion: [a, b] })).toEqual(sorted([...a, ...b]));
        expect(evaluate({ $setIntersection: [a, b] })).toEqual(sorted(a.filter((item) => b.includes(item))));
        expect(evaluate({ $setIsSubset: [a, b] })).toBe(a.every((item) => b.includes(item)));
      },
    ),
    RUNS,
  );
});
