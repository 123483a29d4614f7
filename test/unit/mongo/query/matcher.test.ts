import { describe, expect, test } from 'vitest';
import {
  Binary,
  BsonDate,
  BsonSymbol,
  Decimal128,
  Document,
  Double,
  MAX_KEY,
  MIN_KEY,
  ObjectId,
  type Plain,
  type PlainDocument,
  Regex,
} from '../../../../emulator/mongo/bson/index.js';
import { parseCollation } from '../../../../emulator/mongo/collation/index.js';
import { MongoError } from '../../../../emulator/mongo/error/index.js';
import { compileMatcher, matchPosition } from '../../../../emulator/mongo/query/index.js';

const matches = (filter: PlainDocument, document: PlainDocument) =>
  compileMatcher(Document.of(filter))(Document.of(document));

const codeOf = (filter: PlainDocument) => {
  try {
    compileMatcher(Document.of(filter));
  } catch (error) {
    return error instanceof MongoError ? error.code : error;
  }
  return undefined;
};

/** filter, document, expected: facts of the MongoDB manual and of its jstests on null semantics. */
const FACTS: [PlainDocument, PlainDocument, boolean][] = [
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1 }, { a: new Double(1) }, true],
  [{ a: 1 }, { a: 1n }, true],
  [{ a: 1 }, { a: '1' }, false],
  [{ a: 1 }, { a: [3, 1] }, true],
  [{ a: [1, 2] }, { a: [1, 2] }, true],
  [{ a: [1, 2] }, { a: [[1, 2]] }, true],
  [{ a: [1, 2] }, { a: [2, 1] }, false],
  [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, false],
  [{ a: null }, {}, true],
  [{ a: null }, { a: null }, true],
  [{ a: null }, { a: [] }, false],
  [{ a: null }, { a: [null] }, true],
  [{ 'a.b': null }, { a: 4 }, true],
  [{ 'a.b': null }, { a: [] }, false],
  [{ 'a.b': null }, { a: [1, 2] }, false],
  [{ 'a.b': null }, { a: [{ b: 1 }, {}] }, true],
  [{ 'a.b': { $ne: null } }, { a: [{ b: 1 }, {}] }, false],
  [{ 'a.b': { $exists: false } }, { a: [{ b: 1 }] }, false],
  [{ 'a.b': { $exists: true } }, { a: [{}, { b: null }] }, true],
  [{ a: { $gt: 1 } }, { a: 'x' }, false],
  [{ a: { $gt: 1 } }, { a: Number.NaN }, false],
  [{ a: { $lt: 1 } }, { a: Number.NaN }, false],
  [{ a: { $gte: Number.NaN } }, { a: Decimal128.NAN }, true],
  [{ a: { $gte: null } }, {}, true],
  [{ a: { $gt: MIN_KEY } }, { a: 'x' }, true],
  [{ a: { $lt: MAX_KEY } }, { a: [] }, true],
  [{ a: { $gt: 1, $lt: 3 } }, { a: [0, 4] }, true],
  [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 4] }, false],
  [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 2] }, true],
  [{ a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1 }, { c: 2 }] }, false],
  [{ a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1, c: 2 }] }, true],
  [{ a: { $elemMatch: { $gt: 0 } } }, { a: [[1]] }, false],
  [{ a: { $elemMatch: { 0: 1 } } }, { a: [[1]] }, true],
  [{ 'a.0': 1 }, { a: [1, 2] }, true],
  [{ 'a.1': 1 }, { a: [1, 2] }, false],
  [{ 'a.0.b': 1 }, { a: [{ b: 1 }] }, true],
  [{ 'a.b.c': 1 }, { a: [{ b: [{ c: 1 }] }] }, true],
  [{ a: { $in: [1, new Regex('^x')] } }, { a: 'xy' }, true],
  [{ a: { $in: [null] } }, {}, true],
  [{ a: { $in: [new BsonSymbol('x'), 1] } }, { a: 'x' }, true],
  [{ a: { $nin: [1, 2] } }, { a: [3, 1] }, false],
  [{ a: { $in: [new ObjectId(1, 2, 3)] } }, { a: new ObjectId(1, 2, 3) }, true],
  [{ a: { $in: [1] } }, { a: Decimal128.parse('1.0')! }, true],
  [{ a: { $all: [1, 2] } }, { a: [2, 1, 3] }, true],
  [{ a: { $all: [[1, 2]] } }, { a: [1, 2] }, true],
  [{ a: { $all: [5] } }, { a: 5 }, true],
  [{ a: { $all: [] } }, { a: [] }, false],
  [{ a: { $size: 2 } }, { a: [1, [2]] }, true],
  [{ a: { $size: 0 } }, {}, false],
  [{ a: { $type: 'number' } }, { a: 1n }, true],
  [{ a: { $type: 'array' } }, { a: [1] }, true],
  [{ a: { $type: ['string', 16] } }, { a: ['x'] }, true],
  [{ a: { $mod: [4, 0] } }, { a: 8.9 }, true],
  [{ a: { $mod: [4, -1] } }, { a: -5 }, true],
  [{ a: { $mod: [4, 0] } }, { a: -4 }, true],
  [{ a: new Regex('B', 'i') }, { a: 'abc' }, true],
  [{ a: { $regex: '^b', $options: 'm' } }, { a: 'a\nb' }, true],
  [{ a: { $not: { $gt: 1 } } }, {}, true],
  [{ a: { $not: new Regex('x') } }, { a: 'x' }, false],
  [{ a: { $bitsAllSet: [1, 5] } }, { a: 54 }, true],
  [{ a: { $bitsAnyClear: 20 } }, { a: 50 }, true],
  [{ a: { $bitsAllSet: [200] } }, { a: -1 }, true],
  [{ a: { $bitsAllSet: new Binary(new Uint8Array([1])) } }, { a: 3 }, true],
  [{ $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
  [{ $nor: [{ a: 1 }, { b: 1 }] }, { c: 1 }, true],
  [{ a: new BsonDate(5) }, { a: new BsonDate(5) }, true],
  [{ a: { $gte: new BsonDate(5) } }, { a: new BsonDate(4) }, false],
  [{ $where: 'this.a > 1' }, { a: 2 }, true],
  [{ $where: 'function() { return obj.a.length === 2 }' }, { a: [1, 2] }, true],
  [{ $comment: 'why' }, {}, true],
];

describe('compileMatcher', () => {
  test.each(FACTS)('%o on %o is %s', (filter, document, expected) => {
    expect(matches(filter, document)).toBe(expected);
  });

  test.each<[PlainDocument, number]>([
    [{ $foo: 1 }, 2],
    [{ a: { $foo: 1 } }, 2],
    [{ $and: [] }, 2],
    [{ $or: [1] }, 2],
    [{ a: { $in: 1 } }, 2],
    [{ a: { $in: [{ $gt: 1 }] } }, 2],
    [{ a: { $not: {} } }, 2],
    [{ a: { $size: -1 } }, 2],
    [{ a: { $type: 'nonsense' } }, 2],
    [{ a: { $mod: [0, 1] } }, 2],
    [{ a: { $regex: '(' } }, 51091],
    [{ a: { $regex: 'a', $options: 'q' } }, 51108],
    [{ a: { $near: [0, 0] } }, 291],
    [{ $text: { $search: 'x' } }, 27],
  ])('refuses %o with %i', (filter, code) => {
    expect(codeOf(filter)).toBe(code);
  });

  test('ends $where code that runs for ever, wherever it hides', () => {
    const run = (code: string) => matches({ $where: code }, { a: 1 });
    expect(() => run('for (;;);')).toThrow(/interrupted/);
    expect(() => run('throw { get message() { for (;;); } }')).toThrow(/interrupted/);
    expect(() => run('this.a.b.c')).toThrow(/undefined/);
    expect(() => run('process.exit()')).toThrow(/process is not defined/);
    expect(() => run('return }')).toThrow(MongoError);
  });

  test('compares strings by the collation, nested ones too', () => {
    const collation = parseCollation(Document.of({ locale: 'en', strength: 2 }));
    const find = (filter: PlainDocument, a: Plain) =>
      compileMatcher(Document.of(filter), { collation })(Document.of({ a }));
    expect(find({ a: 'X' }, 'x')).toBe(true);
    expect(find({ a: { $in: ['X'] } }, ['x'])).toBe(true);
    expect(find({ a: { b: 'X' } }, { b: 'x' })).toBe(true);
    expect(find({ a: { $gt: 'X' } }, 'x')).toBe(false);
  });

  test('tells the array position that matched', () => {
    const at = (filter: PlainDocument, document: PlainDocument) =>
      matchPosition(compileMatcher(Document.of(filter)), Document.of(document));
    expect(at({ a: 2 }, { a: [1, 2] })).toBe(1);
    expect(at({ 'a.b': 2 }, { a: [{ b: 1 }, { b: [1, 1, 2] }] })).toBe(1);
    expect(at({ a: { $elemMatch: { $gt: 1 } } }, { a: [0, 1, 2] })).toBe(2);
    expect(at({ a: 1 }, { a: 1 })).toBeUndefined();
  });
});
