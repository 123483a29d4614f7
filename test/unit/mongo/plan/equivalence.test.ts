import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Document, type PlainDocument, Regex, type Value } from '../../../../emulator/mongo/bson/index.js';
import { countOf, openPlan, planQuery } from '../../../../emulator/mongo/plan/index.js';
import { compileFilter, parseFilter } from '../../../../emulator/mongo/query/index.js';
import { compileSort } from '../../../../emulator/mongo/sort/index.js';
import { doc, fill, spec, testStorage } from '../storage/helpers.js';

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
const direction = fc.constantFrom(1, -1);
const pattern = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'a.b', 'a.c', 'd', 'e'), direction), {
    minLength: 1,
    maxLength: 3,
    selector: ([name]) => name,
  })
  .map((parts) => Object.fromEntries(parts));
const options = fc.constantFrom<Partial<Parameters<typeof spec>[1]>[]>(
  {},
  {},
  { sparse: true },
  { partialFilterExpression: doc({ d: { $gt: 1 } }) },
  { partialFilterExpression: doc({ e: { $exists: true } }) },
);

test('an index finds what a collection scan finds, in the order it promises', async () => {
  const { storage } = await testStorage({
    compileFilter: (source) => compileFilter(parseFilter(source, { nested: false, allowWhere: false }), {}),
  });
  let round = 0;
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 1, maxLength: 25 }),
      fc.array(fc.tuple(pattern, options), { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(filter, fc.option(pattern, { nil: undefined })), { minLength: 1, maxLength: 12 }),
      (documents, patterns, queries) => {
        const collection = storage.catalogue.create('p', `c${round++}`);
        try {
          patterns.forEach(([key, extra], at) => {
            storage.catalogue.createIndexes(collection, [{ ...spec(key, extra), name: `i${at}` }]);
          });
          fill(
            storage,
            collection,
            documents.map((fields, _id) => ({ _id, ...(fields as PlainDocument) })),
          );
        } catch (error) {
          // Parallel arrays and the like: not what is asked here.
          fc.pre((error as { code?: number }).code === undefined);
          throw error;
        }
        for (const [plain, order] of queries) compareRun(plain, order);

        function compareRun(plain: PlainDocument, order: Record<string, number> | undefined): void {
          const source = Document.of(plain);
          const parsed = parseFilter(source, { nested: false, allowWhere: false });
          const matches = compileFilter(parsed, {});
          const sort = order && doc(order);
          const { plan } = planQuery(collection, parsed, { sort });
          const txn = storage.begin();
          const cursor = openPlan(plan, txn, collection);
          const found: Document[] = [];
          for (let next = cursor.next(); next !== undefined; next = cursor.next())
            found.push(next.document());
          if (plan.exact) expect(found.every((row) => matches(row))).toBe(true);
          const rows = found.filter((row) => matches(row));
          const scan = txn.scan(collection);
          const expected: Document[] = [];
          for (let next = scan.next(); next !== undefined; next = scan.next()) {
            if (matches(next.document())) expected.push(next.document());
          }
          const id = (row: Document) => row.get('_id') as number;
          expect(rows.map(id).sort((a, b) => a - b)).toEqual(expected.map(id).sort((a, b) => a - b));
          const counted = countOf(plan, txn, collection);
          if (counted !== undefined) expect(counted).toBe(expected.length);
          if (sort === undefined || !plan.sorted) return;
          const sorter = compileSort(sort);
          for (let at = 1; at < rows.length; at++) {
            expect(sorter.compare(rows[at - 1] as Document, rows[at] as Document)).toBeLessThanOrEqual(0);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  await storage.close();
});
