import fc from 'fast-check';
import {
  Binary,
  BsonDate,
  BsonSymbol,
  Code,
  Decimal128,
  Document,
  double,
  MAX_KEY,
  MIN_KEY,
  ObjectId,
  Regex,
  Timestamp,
  UNDEFINED,
  type Value,
} from '../../../emulator/mongo/bson/index.js';

const decimal = fc
  .record({
    negative: fc.boolean(),
    coefficient: fc.bigInt(0n, 10n ** 34n - 1n),
    exponent: fc.integer({ min: -40, max: 20 }),
  })
  .map((parts) => Decimal128.fromParts(parts));

/** Numbers that meet each other: near powers of two, halves, the borders of the types. */
export const numberValue: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: -5, max: 5 }).map((value) => double(value / 2)),
  fc.integer({ min: -5, max: 5 }).map((value) => Decimal128.fromDouble(value / 2)),
  fc.bigInt(2n ** 53n - 3n, 2n ** 53n + 3n),
  fc.integer({ min: -3, max: 3 }).map((value) => double(2 ** 53 + value)),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  fc.double().map(double),
  fc.constantFrom<Value>(0.1, Decimal128.parse('0.1') as Value, Decimal128.parse('1E400') as Value),
  fc.constantFrom<Value>(Decimal128.NAN, Decimal128.INFINITY, Decimal128.NEGATIVE_INFINITY, Number.NaN, -0),
  decimal,
);

const text = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.constantFrom('', 'a', 'A', 'á', 'b', '\0', 'a\0', '\u{1F600}', '\uffff'),
);

export const scalarValue: fc.Arbitrary<Value> = fc.oneof(
  numberValue,
  text,
  text.map((value) => new BsonSymbol(value)),
  fc.boolean(),
  fc.constantFrom<Value>(null, MIN_KEY, MAX_KEY, UNDEFINED),
  fc
    .tuple(fc.integer(), fc.integer(), fc.integer({ min: 0, max: 2 }))
    .map(([a, b, c]) => new ObjectId(a, b, c)),
  fc.integer({ min: -2, max: 2 }).map((ms) => new BsonDate(ms * 1e9)),
  fc.tuple(fc.nat(2), fc.nat(2)).map(([t, i]) => new Timestamp(t, i)),
  fc
    .tuple(fc.uint8Array({ maxLength: 6 }), fc.constantFrom(0, 2, 4, 128))
    .map(([bytes, subtype]) => new Binary(bytes, subtype)),
  fc.constantFrom('a', 'ab').map((pattern) => new Regex(pattern, 'i')),
  fc.constantFrom('a', 'ab').map((code) => new Code(code)),
  fc.constantFrom('a', 'b').map((code) => new Code(code, Document.of({ x: code }))),
);

const name = fc.constantFrom('a', 'b', 'c', '', '0', '10');

/** Values of every type, nested up to three deep. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalarValue,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 3 }).map((entries) => Document.of(entries)),
  ),
})).value;
