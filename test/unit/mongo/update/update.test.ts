import { describe, expect, test } from 'vitest';
import {
  BsonDate,
  Decimal128,
  Document,
  Double,
  ObjectId,
  type PlainDocument,
  Timestamp,
} from '../../../../emulator/mongo/bson/index.js';
import { identical } from '../../../../emulator/mongo/compare/index.js';
import { MongoError } from '../../../../emulator/mongo/error/index.js';
import {
  compileUpdate,
  describe as show,
  type UpdateContext,
} from '../../../../emulator/mongo/update/index.js';

const NOW = 1_700_000_000_000;
const context = (position?: number): UpdateContext => ({
  now: () => NOW,
  timestamp: () => new Timestamp(7, 1),
  position,
});

interface Extra {
  arrayFilters?: PlainDocument[];
  position?: number;
}

const run = (document: PlainDocument, update: PlainDocument, { arrayFilters, position }: Extra = {}) =>
  compileUpdate(Document.of(update), {
    arrayFilters: arrayFilters?.map((filter) => Document.of(filter)),
  }).apply(Document.of(document), context(position));

const codeOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return error instanceof MongoError ? error.code : error;
  }
  return undefined;
};

const LONG_MAX = 2n ** 63n - 1n;

/** document, update, expected (`undefined`: nothing changes). */
const FACTS: [PlainDocument, PlainDocument, PlainDocument | undefined, Extra?][] = [
  [{ a: 1 }, { $set: { a: 2, 'b.c': 3 } }, { a: 2, b: { c: 3 } }],
  [{ a: 1 }, { $set: { a: 1 } }, undefined],
  [{ a: 1 }, { $set: { a: new Double(1) } }, { a: new Double(1) }],
  [{}, { $set: { b: 1, a: 1, 10: 1, 9: 1 } }, { 9: 1, 10: 1, a: 1, b: 1 }],
  [{ a: [0] }, { $set: { 'a.2': 1 } }, { a: [0, null, 1] }],
  [{ a: { b: 1 } }, { $unset: { 'a.b': '', x: '' } }, { a: {} }],
  [{ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  [{ a: 4 }, { $unset: { 'a.b': '' } }, undefined],
  [{ a: 2147483647 }, { $inc: { a: 1 } }, { a: 2147483648n }],
  [{ a: 2n ** 53n + 1n }, { $inc: { a: 1 } }, { a: 2n ** 53n + 2n }],
  [{ a: 1 }, { $inc: { a: 0.5, b: 3 } }, { a: 1.5, b: 3 }],
  [{ a: 1.5 }, { $inc: { a: 0.5 } }, { a: new Double(2) }],
  [{ a: 1 }, { $inc: { a: Decimal128.parse('0.10')! } }, { a: Decimal128.parse('1.10')! }],
  [{ a: 1 }, { $inc: { a: 0 } }, undefined],
  [{ a: 3 }, { $mul: { a: 4n, b: 2n } }, { a: 12n, b: 0n }],
  [{ a: 3 }, { $min: { a: 2, b: 1 }, $max: { c: 1 } }, { a: 2, b: 1, c: 1 }],
  [{ a: 3 }, { $max: { a: 'x' } }, { a: 'x' }],
  [{ a: { b: 1 } }, { $rename: { 'a.b': 'c.d' } }, { a: {}, c: { d: 1 } }],
  [{ a: 1 }, { $rename: { x: 'y' } }, undefined],
  [
    {},
    { $currentDate: { a: true, b: { $type: 'timestamp' } } },
    { a: new BsonDate(NOW), b: new Timestamp(7, 1) },
  ],
  [{}, { $setOnInsert: { a: 1 } }, undefined],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] }, b: 1 } }, { a: [1, 2], b: [1] }],
  [
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  [{ a: [5] }, { $push: { a: { $each: [3, 4], $sort: 1, $slice: -2 } } }, { a: [4, 5] }],
  [{ a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: -1 } } }, { a: [1, 2, 3, 4] }],
  [
    {},
    { $push: { a: { $each: [{ x: 2, y: 1 }, { x: 1 }], $sort: { x: 1, y: -1 } } } },
    { a: [{ x: 1 }, { x: 2, y: 1 }] },
  ],
  [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  [{ a: [1, 2, 3] }, { $pull: { a: { $gte: 2 } } }, { a: [1] }],
  [{ a: [{ b: 1 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
  [{ a: [1, [1], 1n] }, { $pullAll: { a: [1] } }, { a: [[1]] }],
  [{ a: 12 }, { $bit: { a: { and: 10, or: 1n }, b: { xor: 5 } } }, { a: 9n, b: 5 }],
  [{ a: [1, 2, 2] }, { $set: { 'a.$': 9 } }, { a: [1, 9, 2] }, { position: 1 }],
  [{ a: [{ b: 1 }, {}] }, { $inc: { 'a.$[].b': 1 } }, { a: [{ b: 2 }, { b: 1 }] }],
  [{ a: [1, 5] }, { $set: { 'a.$[x]': 0 } }, { a: [1, 0] }, { arrayFilters: [{ x: { $gt: 3 } }] }],
  [
    { a: [{ b: [1, 2] }, { b: [3] }] },
    { $mul: { 'a.$[].b.$[y]': 10 } },
    { a: [{ b: [1, 20] }, { b: [30] }] },
    { arrayFilters: [{ y: { $gt: 1 } }] },
  ],
  [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
  [{ _id: 1, a: 1 }, { a: 1 }, { _id: 1, a: 1 }],
  [{ _id: 1, a: 1 }, { _id: 1, a: 1 }, undefined],
  [{ _id: 1 }, { $set: { _id: 1 } }, undefined],
];

describe('compileUpdate', () => {
  test.each(FACTS)('%o with %o', (document, update, expected, extra) => {
    const before = Document.of(document);
    const result = run(document, update, extra);
    expect(show(result.document)).toBe(show(Document.of(expected ?? document)));
    expect(identical(result.document, expected === undefined ? before : Document.of(expected))).toBe(true);
    expect(result.modified).toBe(expected !== undefined);
  });

  test.each<[PlainDocument, PlainDocument, number, Extra?]>([
    [{ a: 'x' }, { $inc: { a: 1 } }, 14],
    [{ a: LONG_MAX }, { $inc: { a: 1 } }, 2],
    [{ a: 1 }, { $push: { a: 1 } }, 2],
    [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
    [{ a: 1 }, { $set: { a: 1, 'a.b': 1 } }, 40],
    [{ a: 1 }, { $inc: { a: 1 }, $set: { a: 1 } }, 40],
    [{ _id: 1 }, { $set: { _id: 2 } }, 66],
    [{ _id: 1 }, { _id: 2 }, 66],
    [{ a: [1] }, { $set: { 'a.$': 1 } }, 2],
    [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
    [{ a: [1] }, { $set: { b: 1 } }, 9, { arrayFilters: [{ x: 1 }] }],
    [{}, { $set: { 'a.$[]': 1 } }, 2],
    [{}, { $foo: { a: 1 } }, 9],
    [{}, { $set: 1 }, 9],
    [{}, { $set: { 'a..b': 1 } }, 56],
    [{}, { $set: { $a: 1 } }, 52],
    [{}, { a: 1, $set: { b: 1 } }, 52],
    [{ a: [] }, { $set: { 'a.1500001': 1 } }, 34],
  ])('%o with %o fails with %i', (document, update, code, extra) => {
    expect(codeOf(() => run(document, update, extra))).toBe(code);
  });

  test('shares what it leaves alone and never changes the original', () => {
    const document = Document.of({ a: { b: 1 }, c: { d: [1] } });
    const { document: result } = compileUpdate(Document.of({ $set: { 'a.b': 2 } })).apply(
      document,
      context(),
    );
    expect(show(document)).toBe('{ a: { b: 1 }, c: { d: [ 1 ] } }');
    expect(result.get('c')).toBe(document.get('c'));
  });
});

describe('upsert', () => {
  const insert = (filter: PlainDocument, update: PlainDocument) =>
    show(
      compileUpdate(Document.of(update)).insert(Document.of(filter), context(), () => new ObjectId(0, 0, 1)),
    );

  test('starts from the equalities of the filter', () => {
    expect(
      insert({ a: 1, 'b.c': { $eq: 2 }, d: { $gt: 1 } }, { $set: { e: 1 }, $setOnInsert: { f: 1 } }),
    ).toBe("{ _id: ObjectId('000000000000000000000001'), a: 1, b: { c: 2 }, e: 1, f: 1 }");
    expect(insert({ $and: [{ _id: 5 }, { a: { $in: [1] } }] }, { $inc: { n: 1 } })).toBe(
      '{ _id: 5, a: 1, n: 1 }',
    );
    expect(insert({ _id: 5, a: 1 }, { b: 1 })).toBe('{ _id: 5, b: 1 }');
  });

  test('refuses two equalities on one path', () => {
    expect(codeOf(() => insert({ $and: [{ a: 1 }, { a: 2 }] }, { $set: { b: 1 } }))).toBe(54);
    expect(codeOf(() => insert({ a: 1, 'a.b': 2 }, { $set: { b: 1 } }))).toBe(54);
  });
});
