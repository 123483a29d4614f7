import fc from 'fast-check';
import { BSON } from 'mongodb';
import { describe, expect, test } from 'vitest';
import {
  Binary,
  BsonDate,
  Code,
  Decimal128,
  Document,
  Double,
  decode,
  double,
  encode,
  isInt32,
  MAX_KEY,
  MIN_KEY,
  ObjectId,
  Regex,
  Timestamp,
  typeOf,
  type Value,
} from '../../../../emulator/mongo/bson/index.js';

const AS_STORED = { promoteValues: false, useBigInt64: false } as const;

describe('agreement with the bson package', () => {
  const leaf = fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.integer().map((n) => new BSON.Int32(n)),
    fc.double().map((n) => new BSON.Double(n)),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => BSON.Long.fromBigInt(n)),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new BSON.ObjectId(bytes)),
    fc
      .tuple(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(0, 2, 4, 128))
      .map(([b, t]) => new BSON.Binary(b, t)),
    fc.tuple(fc.nat(), fc.nat()).map(([t, i]) => new BSON.Timestamp({ t, i })),
    fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new BSON.Decimal128(bytes)),
    fc.constant(new BSON.MinKey()),
    fc.constant(new BSON.MaxKey()),
    fc.constant(new BSON.BSONRegExp('^a+', 'im')),
    fc.constant(new BSON.Code('f()')),
    fc.constant(new BSON.Code('f()', { x: 1 })),
    fc.constant(new BSON.BSONSymbol('s')),
  );
  const key = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((name) => !name.includes('\0'));
  const { document } = fc.letrec<{ value: unknown; document: object }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('document')),
    document: fc.dictionary(key, tie('value'), { maxKeys: 6, noNullPrototype: true }),
  }));

  test('bytes of the bson package survive decode and encode unchanged', () => {
    fc.assert(
      fc.property(document, (plain) => {
        const bytes = BSON.serialize(plain);
        expect(Buffer.compare(encode(decode(bytes)), Buffer.from(bytes))).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test('the bson package reads what encode writes', () => {
    const written = encode(Document.of({ a: 1, b: new Double(1), c: 1n, d: [1.5, 'x'], e: { f: null } }));
    const read = BSON.deserialize(written, AS_STORED);
    expect(read.a).toBeInstanceOf(BSON.Int32);
    expect(read.b).toBeInstanceOf(BSON.Double);
    expect(read.c).toBeInstanceOf(BSON.Long);
    expect(BSON.EJSON.stringify(read.d)).toBe('[1.5,"x"]');
    expect(read.e).toEqual({ f: null });
  });
});

describe('types', () => {
  const cases: [Value, number][] = [
    [1, 16],
    [-0, 1],
    [1.5, 1],
    [2 ** 31, 1],
    [new Double(1), 1],
    [1n, 18],
    [Number.NaN, 1],
    [new Decimal128(0n, 0n), 19],
    [new BsonDate(-1), 9],
    [new Timestamp(1, 2), 17],
    [new Binary(new Uint8Array(3), 4), 5],
    [new Regex('a', 'i'), 11],
    [MIN_KEY, 255],
    [MAX_KEY, 127],
    [new Code('x'), 13],
    [ObjectId.fromHex('0123456789abcdef01234567'), 7],
  ];

  test.each(cases)('%o keeps its type %i through the codec', (value, type) => {
    expect(typeOf(value)).toBe(type);
    const back = decode(encode(Document.of({ value }))).get('value') as Value;
    expect(typeOf(back)).toBe(type);
    expect(back).toEqual(value);
  });

  test('double() boxes exactly the numbers that look like an int32', () => {
    fc.assert(
      fc.property(fc.double(), (n) => {
        expect(typeof double(n) === 'object').toBe(isInt32(n));
        expect(typeOf(double(n))).toBe(1);
      }),
    );
  });

  test('dates beyond the range of JS dates keep their milliseconds', () => {
    for (const ms of [2 ** 52, -(2 ** 52), 9e15, -1, -(2 ** 32), -(2 ** 32) - 1]) {
      expect((decode(encode(Document.of({ at: new BsonDate(ms) }))).get('at') as BsonDate).ms).toBe(ms);
    }
  });
});

describe('malformed bytes', () => {
  const good = encode(Document.of({ a: 'text', b: { c: [1, 2n, 1.5] }, d: new Binary(new Uint8Array(5)) }));

  test('no damage makes anything but InvalidBSON or Overflow, and nothing reads outside', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, cut) => {
        const bad = Buffer.from(good);
        bad[at] = byte;
        for (const bytes of [bad, bad.subarray(0, cut)]) {
          try {
            decode(bytes);
          } catch (error) {
            expect(error).toMatchObject({ name: 'MongoError' });
            expect([15, 22]).toContain((error as { code: number }).code);
          }
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['invalid UTF-8', [14, 0, 0, 0, 2, 97, 0, 2, 0, 0, 0, 0xff, 0, 0]],
    ['an unknown type', [8, 0, 0, 0, 0x7e, 97, 0, 0]],
    ['a boolean of 2', [9, 0, 0, 0, 8, 97, 0, 2, 0]],
    ['a length that lies', [9, 0, 0, 0, 8, 97, 0, 1]],
    ['trailing bytes', [5, 0, 0, 0, 0, 0]],
  ])('%s is InvalidBSON', (_name, bytes) => {
    expect(() => decode(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 22 }));
  });

  test('nesting beyond 200 is Overflow in both directions', () => {
    let inner = Document.of({});
    for (let i = 1; i < 200; i++) inner = Document.of({ a: inner });
    expect(decode(encode(inner)).size).toBe(1);
    const deeper = Document.of({ a: inner });
    expect(() => encode(deeper)).toThrow(expect.objectContaining({ code: 15 }));
    const bytes = Buffer.concat([Buffer.from([0, 0, 0, 0, 3, 97, 0]), encode(inner), Buffer.from([0])]);
    bytes.writeInt32LE(bytes.length, 0);
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ code: 15 }));
  });
});
