import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Document, type PlainDocument, Regex, type Value } from '../../../../emulator/mongo/bson/index.js';
import { type Collation, parseCollation } from '../../../../emulator/mongo/collation/index.js';
import { MongoError } from '../../../../emulator/mongo/error/index.js';
import type { IndexSpec } from '../../../../emulator/mongo/index/index.js';
import { countOf, openPlan, planQuery } from '../../../../emulator/mongo/plan/index.js';
import { compileFilter, parseFilter } from '../../../../emulator/mongo/query/index.js';
import { compileSort } from '../../../../emulator/mongo/sort/index.js';
import type { Collection, RecordCursor, Storage } from '../../../../emulator/mongo/storage/index.js';
import { checkIndexes } from '../../../helpers/mongo-crash.js';
import { doc, spec, testStorage } from '../storage/helpers.js';

const scalar = fc.oneof(
  fc.constantFrom<Value[]>(
    null,
    0,
    1,
    2,
    3,
    1.5,
    -1,
    2n,
    'a',
    'A',
    'á',
    'ab',
    'b',
    '',
    'a\0b',
    true,
    false,
    Number.NaN,
  ),
  fc.constant(doc({ x: 1 })),
) as fc.Arbitrary<Value>;
const inner = fc.record({ b: scalar, c: scalar }, { requiredKeys: [] });
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 2, arbitrary: inner },
  { weight: 2, arbitrary: fc.array(fc.oneof(inner, scalar), { maxLength: 3 }) },
);
const document = fc.record({ a: value, d: scalar, e: scalar }, { requiredKeys: [] });

const path = fc.constantFrom('a', 'a.b', 'a.c', 'd', 'e', 'a.0');
const condition: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }),
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), scalar)
    .map(([name, operand]) => ({ [name]: operand })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { maxLength: 4 }).map((values) => ({ $in: values })),
  fc.array(scalar, { maxLength: 2 }).map((values) => ({ $nin: values })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.constantFrom('^a', '^ab?', '^b', 'b$').map((pattern) => new Regex(pattern, '')),
  fc.constantFrom('number', 'string', 'null', 'bool').map((name) => ({ $type: name })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $elemMatch: { $gte: low, $lte: high } })),
  fc.tuple(scalar, scalar).map(([b, c]) => ({ $elemMatch: { b, c: { $gte: c } } })),
  scalar.map((operand) => ({ $not: { $gt: operand } })),
  fc.constant({ $size: 1 }),
);
const leaf = fc.tuple(path, condition).map(([name, asked]) => ({ [name]: asked }) as PlainDocument);
const filter: fc.Arbitrary<PlainDocument> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 3, arbitrary: fc.tuple(leaf, leaf).map((parts) => ({ $and: parts })) },
  { weight: 2, arbitrary: fc.tuple(leaf, leaf).map((parts) => ({ $or: parts })) },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf, leaf).map(([a, b, c]) => ({ $and: [a], $or: [b, c] })) },
);
const collation = parseCollation(doc({ locale: 'en', strength: 1 })) as Collation;
const sortPattern = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'a.b', 'a.c', 'd', 'e'), fc.constantFrom(1, -1)), {
    minLength: 1,
    maxLength: 3,
    selector: ([name]) => name,
  })
  .map((parts) => Object.fromEntries(parts));
const hashed = fc.constantFrom('a.b', 'd', 'e').map((name) => ({ [name]: 'hashed' }));
const pattern = fc.oneof({ weight: 9, arbitrary: sortPattern }, { weight: 1, arbitrary: hashed });
const options = fc.constantFrom<Partial<IndexSpec>[]>(
  {},
  {},
  { sparse: true },
  { partialFilterExpression: doc({ d: { $gt: 1 } }) },
  { partialFilterExpression: doc({ e: { $exists: true } }) },
  { collation },
);
const query = fc.record({
  plain: filter,
  order: fc.option(sortPattern, { nil: undefined }),
  collation: fc.constantFrom(undefined, undefined, collation),
});
type Query = typeof query extends fc.Arbitrary<infer T> ? T : never;

/** Parallel arrays, ambiguous names, arrays under a hashed field: such a document is not stored. */
const REFUSED = new Set([171, 16746, 16766]);

function attempt(write: () => unknown): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof MongoError) || !REFUSED.has(error.code)) throw error;
  }
}

/** Stores documents, then replaces and removes some of them. */
function store(storage: Storage, collection: Collection, documents: readonly object[]): void {
  const txn = storage.begin();
  const withId = (at: number, _id: number) => Document.of({ _id, ...documents[at % documents.length] });
  for (let at = 0; at < documents.length; at++) attempt(() => txn.insert(collection, withId(at, at)));
  for (let at = 0; at < documents.length; at += 3) {
    const found = txn.findById(collection, at);
    if (found !== undefined) attempt(() => txn.update(collection, found.id, withId(at + 1, at)));
  }
  const last = txn.findById(collection, documents.length - 1);
  if (last !== undefined && documents.length % 2 === 0) txn.remove(collection, last.id);
}

function rowsOf(cursor: RecordCursor): Document[] {
  const rows: Document[] = [];
  for (let next = cursor.next(); next !== undefined; next = cursor.next()) rows.push(next.document());
  return rows;
}

function sortedIds(rows: readonly Document[]): number[] {
  return rows.map((row) => row.get('_id') as number).sort((a, b) => a - b);
}

function check(storage: Storage, collection: Collection, { plain, order, ...asked }: Query): void {
  const parsed = parseFilter(Document.of(plain), { nested: false, allowWhere: false });
  const matches = compileFilter(parsed, asked);
  const sort = order && doc(order);
  const { plan } = planQuery(collection, parsed, { sort, ...asked });
  const txn = storage.begin();
  const found = rowsOf(openPlan(plan, txn, collection));
  if (plan.exact) expect(found.every((row) => matches(row))).toBe(true);
  const rows = found.filter((row) => matches(row));
  const expected = rowsOf(txn.scan(collection)).filter((row) => matches(row));
  expect(sortedIds(rows)).toEqual(sortedIds(expected));
  const counted = countOf(plan, txn, collection);
  if (counted !== undefined) expect(counted).toBe(expected.length);
  if (sort === undefined || !plan.sorted) return;
  const sorter = compileSort(sort, asked);
  for (let at = 1; at < rows.length; at++) {
    expect(sorter.compare(rows[at - 1] as Document, rows[at] as Document)).toBeLessThanOrEqual(0);
  }
}

test('an index finds what a collection scan finds, in the order it promises', async () => {
  const { storage } = await testStorage({
    compileFilter: (source, collating) =>
      compileFilter(parseFilter(source, { nested: false, allowWhere: false }), { collation: collating }),
  });
  let round = 0;
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 1, maxLength: 25 }),
      fc.array(fc.tuple(pattern, options), { minLength: 1, maxLength: 3 }),
      fc.array(query, { minLength: 1, maxLength: 12 }),
      (documents, patterns, queries) => {
        const collection = storage.catalogue.create('p', `c${round++}`);
        for (const [at, [key, extra]] of patterns.entries()) {
          storage.catalogue.createIndexes(collection, [{ ...spec(key, extra), name: `i${at}` }]);
        }
        store(storage, collection, documents);
        checkIndexes(collection);
        for (const one of queries) check(storage, collection, one);
        storage.catalogue.drop(collection);
      },
    ),
    { numRuns: 300 },
  );
  await storage.close();
});
