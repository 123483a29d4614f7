import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePipeline } from '../../../../emulator/mongo/aggregate/index.js';
import {
  BsonDate,
  Decimal128,
  Document,
  double,
  type PlainDocument,
  type Value,
} from '../../../../emulator/mongo/bson/index.js';
import { compare } from '../../../../emulator/mongo/compare/index.js';
import { hostOf, run } from './pipeline.js';

const docs = (...plain: PlainDocument[]) => plain.map((document) => Document.of(document));
const decimal = (text: string) => Decimal128.parse(text) as Decimal128;

/** One example a stage: stages, what they run on, what comes out. */
const EXAMPLES: [string, PlainDocument[], PlainDocument[], PlainDocument[]][] = [
  ['$match', [{ $match: { a: { $gt: 1 } } }], [{ a: 1 }, { a: 2 }], [{ a: 2 }]],
  [
    '$project',
    [{ $project: { a: 1, c: { $add: ['$b', 1] } } }],
    [{ _id: 1, b: 1, a: 2 }],
    [{ _id: 1, a: 2, c: 2 }],
  ],
  ['$unset', [{ $unset: ['a', 'b.c'] }], [{ a: 1, b: { c: 1, d: 2 } }], [{ b: { d: 2 } }]],
  ['$set in an array', [{ $set: { 'a.x': 1 } }], [{ a: [{ b: 2 }, 3] }], [{ a: [{ b: 2, x: 1 }, { x: 1 }] }]],
  [
    '$sort, $skip and $limit',
    [{ $sort: { a: -1 } }, { $skip: 1 }, { $limit: 1 }],
    [{ a: 1 }, { a: 3 }, { a: 2 }],
    [{ a: 2 }],
  ],
  [
    '$unwind with its index',
    [{ $unwind: { path: '$a', includeArrayIndex: 'i' } }],
    [{ a: ['x', 'y'] }, { b: 1 }],
    [
      { a: 'x', i: 0n },
      { a: 'y', i: 1n },
    ],
  ],
  [
    '$group with several',
    [{ $group: { _id: '$k', s: { $sum: '$n' }, p: { $push: '$n' } } }],
    [
      { k: 1, n: 1 },
      { k: 2, n: 5 },
      { k: 1, n: 2 },
    ],
    [
      { _id: 1, s: 3, p: [1, 2] },
      { _id: 2, s: 5, p: [5] },
    ],
  ],
  ['$count', [{ $count: 'n' }], [{}, {}], [{ n: 2 }]],
  [
    '$sortByCount',
    [{ $sortByCount: '$a' }],
    [{ a: 'x' }, { a: 'y' }, { a: 'y' }],
    [
      { _id: 'y', count: 2 },
      { _id: 'x', count: 1 },
    ],
  ],
  ['$replaceWith', [{ $replaceWith: '$a' }], [{ a: { b: 1 } }], [{ b: 1 }]],
  [
    '$redact',
    [{ $redact: { $cond: ['$ok', '$$DESCEND', '$$PRUNE'] } }],
    [{ ok: true, a: { ok: false }, b: { ok: true } }],
    [{ ok: true, b: { ok: true } }],
  ],
  [
    '$bucket',
    [{ $bucket: { groupBy: '$a', boundaries: [0, 2, 4], default: 'rest' } }],
    [{ a: 1 }, { a: 3 }, { a: 3 }, { a: 9 }],
    [
      { _id: 0, count: 1 },
      { _id: 2, count: 2 },
      { _id: 'rest', count: 1 },
    ],
  ],
  [
    '$bucketAuto',
    [{ $bucketAuto: { groupBy: '$a', buckets: 2 } }],
    [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }],
    [
      { _id: { min: 1, max: 3 }, count: 2 },
      { _id: { min: 3, max: 4 }, count: 2 },
    ],
  ],
  [
    '$facet',
    [{ $facet: { all: [{ $count: 'n' }], one: [{ $limit: 1 }] } }],
    [{ a: 1 }, { a: 2 }],
    [{ all: [{ n: 2 }], one: [{ a: 1 }] }],
  ],
  [
    '$densify',
    [{ $densify: { field: 'a', range: { step: 1, bounds: 'full' } } }],
    [{ a: 1 }, { a: 3 }],
    [{ a: 1 }, { a: 2 }, { a: 3 }],
  ],
  [
    '$fill',
    [{ $fill: { sortBy: { t: 1 }, output: { v: { method: 'linear' } } } }],
    [
      { t: 1, v: 1 },
      { t: 2, v: null },
      { t: 3, v: 3 },
    ],
    [
      { t: 1, v: 1 },
      { t: 2, v: double(2) },
      { t: 3, v: 3 },
    ],
  ],
  [
    '$setWindowFields',
    [
      {
        $setWindowFields: {
          sortBy: { t: 1 },
          output: { s: { $sum: '$v', window: { documents: ['unbounded', 'current'] } } },
        },
      },
    ],
    [
      { t: 1, v: 1 },
      { t: 2, v: 2 },
    ],
    [
      { t: 1, v: 1, s: 1 },
      { t: 2, v: 2, s: 3 },
    ],
  ],
  ['$unionWith', [{ $unionWith: 'other' }], [{ a: 1 }], [{ a: 1 }, { o: 1, p: 0 }, { o: 2, p: 1 }]],
  [
    '$lookup',
    [{ $lookup: { from: 'other', localField: 'a', foreignField: 'o', as: 'x' } }],
    [{ a: 1 }],
    [{ a: 1, x: [{ o: 1, p: 0 }] }],
  ],
  [
    '$graphLookup',
    [
      {
        $graphLookup: {
          from: 'other',
          startWith: '$a',
          connectFromField: 'p',
          connectToField: 'o',
          as: 'x',
          depthField: 'd',
        },
      },
    ],
    [{ a: 2 }],
    [
      {
        a: 2,
        x: [
          { o: 2, p: 1, d: 0n },
          { o: 1, p: 0, d: 1n },
        ],
      },
    ],
  ],
];
const OTHER = docs({ o: 1, p: 0 }, { o: 2, p: 1 });

test.each(EXAMPLES)('%s', (_, stages, input, expected) => {
  expect(run(stages, docs(...input), { other: OTHER })).toEqual(docs(...expected));
});

test('the documents that go in stay as they are', () => {
  const before = docs({ a: { b: 1 }, list: [{ x: 1 }] });
  const copy = docs({ a: { b: 1 }, list: [{ x: 1 }] });
  run([{ $set: { 'a.b': 2, 'list.x': 3 } }, { $unset: 'a' }, { $project: { 'list.x': 1 } }], before);
  expect(before).toEqual(copy);
});

test('numbers of one value fall into one group whatever their types', () => {
  const same = [1, 1n, double(1), decimal('1'), decimal('1.0')];
  const nothing = [0, double(-0), 0n, decimal('-0')];
  const input = [...same, ...nothing, double(Number.NaN), decimal('NaN')].map((a) => Document.of({ a }));
  const counts = run([{ $group: { _id: '$a', n: { $sum: 1 } } }], input).map((group) => group.get('n'));
  expect(counts).toEqual([5, 4, 2]);
});

const key = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom<Value>('a', 'b', null, true, 2n, double(1), double(1.5)),
  fc.constantFrom<Value>(new BsonDate(0), Document.of({ x: 1 }), Document.of({ x: double(1) }), [1]),
);
const item = fc.record({ k: key, n: fc.integer({ min: -1000, max: 1000 }) });

/** Groups by comparing each document with every group there is. */
function slowGroups(items: readonly { k: Value; n: number }[]) {
  const groups: { k: Value; sum: number; min: number; first: number; all: number[] }[] = [];
  for (const { k, n } of items) {
    const group = groups.find((other) => compare(other.k, k) === 0);
    if (group === undefined) groups.push({ k, sum: n, min: n, first: n, all: [n] });
    else {
      group.sum += n;
      group.min = Math.min(group.min, n);
      group.all.push(n);
    }
  }
  return groups.map(({ k, sum, min, first, all }) =>
    Document.of({ _id: k, sum, min, first, all, avg: double(sum / all.length) }),
  );
}

test('$group does what a slow reference does', () => {
  const outputs = {
    sum: { $sum: '$n' },
    min: { $min: '$n' },
    first: { $first: '$n' },
    all: { $push: '$n' },
    avg: { $avg: '$n' },
  };
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), (items) => {
      const found = run(
        [{ $group: { _id: '$k', ...outputs } }],
        items.map((each) => Document.of(each)),
      );
      expect(found).toEqual(slowGroups(items));
    }),
    { numRuns: 200 },
  );
});

test('a $sort with a $limit gives the beginning of the $sort', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (items, limit) => {
      const input = items.map((each, at) => Document.of({ _id: at, ...each }));
      const sort = { $sort: { n: 1, _id: 1 } };
      const all = run([{ $skip: 0 }, sort], input);
      expect(run([{ $skip: 0 }, sort, { $limit: limit }], input)).toEqual(all.slice(0, limit));
      expect(run([sort, { $limit: limit }], input)).toEqual(all.slice(0, limit));
    }),
    { numRuns: 100 },
  );
});

test('$lookup finds what comparing all with all finds', () => {
  const value = fc.constantFrom<Value>(1, 2, 1n, 'a', null, [1, 2], []);
  fc.assert(
    fc.property(fc.array(value, { maxLength: 8 }), fc.array(value, { maxLength: 8 }), (locals, foreigns) => {
      const other = foreigns.map((f, at) => Document.of({ _id: at, f }));
      const input = locals.map((l) => Document.of({ l }));
      const found = run([{ $lookup: { from: 'o', localField: 'l', foreignField: 'f', as: 'x' } }], input, {
        o: other,
      });
      const list = (v: Value) => (Array.isArray(v) ? v : [v]);
      const wanted = locals.map((local) => {
        const sought = Array.isArray(local) && local.length === 0 ? [null] : list(local);
        const pairs = (foreign: Value) => sought.some((a) => list(foreign).some((b) => compare(a, b) === 0));
        return other.filter((document) => pairs(document.get('f') as Value));
      });
      expect(found.map((document) => document.get('x'))).toEqual(wanted);
    }),
    { numRuns: 200 },
  );
});

test('long flows ask for pauses', () => {
  const many = Array.from({ length: 1000 }, (_, at) => Document.of({ a: [at, at] }));
  const host = hostOf({ c: many });
  const runtime = { now: new BsonDate(0), random: () => 0.5 };
  const stages = docs({ $unwind: '$a' }, { $count: 'n' });
  const pipeline = compilePipeline(stages, { runtime, host, database: 'd', collection: 'c' });
  expect([...pipeline.open()]).toEqual(docs({ n: 2000 }));
  expect(host.steps).toBe(2000);
});
