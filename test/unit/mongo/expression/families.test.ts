import { expect, test } from 'vitest';
import {
  BsonDate,
  Decimal128,
  Document,
  double,
  ObjectId,
  type Plain,
  type PlainDocument,
} from '../../../../emulator/mongo/bson/index.js';
import { codeOf, evaluate, NOW } from './evaluate.js';

const decimal = (text: string) => Decimal128.parse(text) as Decimal128;
const date = (text: string) => new BsonDate(Date.parse(text));

const NEVER = Document.of([
  ['case', false],
  ['then', 1],
]);

/** One example a family and rule: what is asked, of which document, and the answer. */
const EXAMPLES: [string, Plain, PlainDocument, Plain | undefined][] = [
  ['a path', '$a.b', { a: { b: 1 } }, 1],
  ['a path through an array', '$a.b', { a: [{ b: 1 }, {}, { b: 2 }] }, [1, 2]],
  ['a path that ends', '$a.b', { a: 1 }, undefined],
  ['$$NOW', '$$NOW', {}, new BsonDate(NOW)],
  ['int + int', { $add: [1, 2] }, {}, 3],
  ['int overflow to long', { $add: [2147483647, 1] }, {}, 2147483648n],
  ['long overflow to double', { $multiply: [9223372036854775807n, 2] }, {}, double(18446744073709552000)],
  ['date + ms', { $add: [date('2030-01-01T00:00:00Z'), 1000] }, {}, date('2030-01-01T00:00:01Z')],
  ['double / decimal', { $divide: [1, decimal('8')] }, {}, decimal('0.125')],
  ['null wins', { $multiply: [2, null] }, {}, null],
  ['round half to even', { $round: [2.5] }, {}, double(2)],
  ['1 and 1.0 are equal', { $eq: [1, double(1)] }, {}, true],
  ['types compare by their order', { $lt: ['a', Document.of({})] }, {}, true],
  ['missing is less than null', { $cmp: ['$nope', null] }, {}, -1],
  ['$and of nothing', { $and: [] }, {}, true],
  ['$cond', { $cond: [{ $gt: ['$n', 1] }, 'many', 'few'] }, { n: 2 }, 'many'],
  ['$ifNull', { $ifNull: ['$a', '$b', 3] }, { b: null }, 3],
  ['$switch', { $switch: { branches: [NEVER], default: 2 } }, {}, 2],
  ['$map', { $map: { input: '$a', as: 'x', in: { $add: ['$$x', 1] } } }, { a: [1, 2] }, [2, 3]],
  ['$filter', { $filter: { input: [1, 2, 3], cond: { $gt: ['$$this', 1] } } }, {}, [2, 3]],
  ['$reduce', { $reduce: { input: [1, 2], initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, {}, 3],
  ['$slice from the end', { $slice: [[1, 2, 3], -2] }, {}, [2, 3]],
  ['$sortArray', { $sortArray: { input: [3, 1, 2], sortBy: -1 } }, {}, [3, 2, 1]],
  ['$zip', { $zip: { inputs: [[1, 2], ['a']] } }, {}, [[1, 'a']]],
  ['$range', { $range: [0, 10, 4] }, {}, [0, 4, 8]],
  [
    '$setUnion',
    {
      $setUnion: [
        [2, 1],
        [double(1), 3],
      ],
    },
    {},
    [1, 2, 3],
  ],
  ['$setDifference', { $setDifference: [[1, 2], [2]] }, {}, [1]],
  ['$concat', { $concat: ['a', '$b'] }, { b: 'c' }, 'ac'],
  ['$substrCP', { $substrCP: ['aé😀b', 1, 2] }, {}, 'é😀'],
  ['$split', { $split: ['a,b', ','] }, {}, ['a', 'b']],
  ['$trim', { $trim: { input: '  x ' } }, {}, 'x'],
  [
    '$regexFind',
    { $regexFind: { input: 'xab', regex: '(a)(b)' } },
    {},
    { match: 'ab', idx: 1, captures: ['a', 'b'] },
  ],
  ['$toInt', { $toInt: '12' }, {}, 12],
  [
    '$toString of an ObjectId',
    { $toString: ObjectId.fromHex('0123456789abcdef01234567') },
    {},
    '0123456789abcdef01234567',
  ],
  ['$convert onError', { $convert: { input: 'x', to: 'int', onError: 'bad' } }, {}, 'bad'],
  ['$type of missing', { $type: '$nope' }, {}, 'missing'],
  ['$mergeObjects', { $mergeObjects: [{ a: 1 }, '$b'] }, { b: { a: 2, c: 3 } }, { a: 2, c: 3 }],
  ['$objectToArray', { $objectToArray: { a: 1 } }, {}, [{ k: 'a', v: 1 }]],
  ['$getField', { $getField: { field: { $literal: 'a.b' }, input: { $literal: { 'a.b': 1 } } } }, {}, 1],
  ['$let', { $let: { vars: { x: 2 }, in: { $multiply: ['$$x', '$$x'] } } }, {}, 4],
  ['$literal', { $literal: '$a' }, {}, '$a'],
  ['$sum over a path', { $sum: '$a.n' }, { a: [{ n: 1 }, { n: 'x' }, { n: 2 }] }, 3],
  ['$avg', { $avg: [1, 2] }, {}, double(1.5)],
  ['$maxN', { $maxN: { n: 2, input: [1, 3, 2] } }, {}, [3, 2]],
  ['$bitXor', { $bitXor: [5, 1] }, {}, 4],
  [
    '$dateToString in a zone',
    { $dateToString: { date: date('2030-07-01T12:00:00Z'), format: '%H:%M %z', timezone: 'Europe/Berlin' } },
    {},
    '14:00 +0200',
  ],
  [
    '$dateAdd over the end of a month',
    { $dateAdd: { startDate: date('2030-01-31T00:00:00Z'), unit: 'month', amount: 1 } },
    {},
    date('2030-02-28T00:00:00Z'),
  ],
  [
    '$dateTrunc to a week',
    { $dateTrunc: { date: date('2030-01-02T10:00:00Z'), unit: 'week', startOfWeek: 'monday' } },
    {},
    date('2029-12-31T00:00:00Z'),
  ],
  ['$dateFromString', { $dateFromString: { dateString: '2030-01-02' } }, {}, date('2030-01-02T00:00:00Z')],
];

test.each(EXAMPLES)('%s', (_, expression, document, expected) => {
  const wanted = expected === undefined ? undefined : Document.of({ expected }).get('expected');
  expect(evaluate(expression, document)).toEqual(wanted);
});

const REFUSED: [string, Plain, number][] = [
  ['division by zero', { $divide: [1, 0] }, 2],
  ['adding a text', { $add: [1, 'a'] }, 14],
  ['two dates', { $add: [new BsonDate(0), new BsonDate(0)] }, 16612],
  ['an unknown operator', { $nope: 1 }, 168],
  ['an unknown variable', '$$nope', 17276],
  ['too many operands', { $not: [1, 2] }, 16020],
  ['a set of no array', { $setUnion: [1] }, 17043],
  ['a conversion that fails', { $toInt: 'x' }, 241],
  ['a range without end', { $range: [0, 2147483647] }, 146],
  ['more matches than fit', { $regexFindAll: { input: 'a'.repeat(400_000), regex: 'a' } }, 51151],
  ['a time zone that is none', { $hour: { date: new BsonDate(0), timezone: 'Europe/Atlantis' } }, 40485],
  ['a time zone in the wrong case', { $hour: { date: new BsonDate(0), timezone: 'europe/berlin' } }, 40485],
];

test.each(REFUSED)('%s is refused', (_, expression, code) => {
  expect(codeOf(expression)).toBe(code);
});

test('an empty pattern is found at every place, and the search ends', () => {
  const found = evaluate({ $regexFindAll: { input: 'a😀b', regex: '' } }) as Document[];
  expect(found.map((match) => match.get('idx'))).toEqual([0, 1, 2]);
});
