import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BsonUndefined, Document, Regex, type Value } from '../../../../emulator/mongo/bson/index.js';
import { compileMatcher } from '../../../../emulator/mongo/query/index.js';
import { compileSort, sortDocuments, TopK } from '../../../../emulator/mongo/sort/index.js';
import { anyValue, numberValue, scalarValue } from '../arbitraries.js';
import { matchesReference, type Operator } from './reference.js';

/** Values a filter may compare with. */
const operand = fc
  .oneof(numberValue, scalarValue, anyValue)
  .filter((value) => !(value instanceof Regex || value instanceof BsonUndefined));
const field = fc.constantFrom('a', 'b', '0');
const leaf = fc.oneof(fc.constantFrom<Value>(null, 1, 2, 'x', Number.NaN), numberValue, scalarValue);
const tree = fc.letrec<{ value: Value; document: Document }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('document'),
  ),
  document: fc
    .uniqueArray(fc.tuple(field, tie('value')), { maxLength: 3, selector: ([name]) => name })
    .map((entries) => Document.of(entries)),
}));
const path = fc.array(field, { minLength: 1, maxLength: 3 }).map((names) => names.join('.'));

const question: fc.Arbitrary<[Operator, Value]> = fc.oneof(
  fc.tuple(
    fc.constantFrom<Operator>('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'),
    fc.oneof(leaf, operand).filter((value) => !(value instanceof Regex || value instanceof BsonUndefined)),
  ),
  fc.tuple(
    fc.constantFrom<Operator>('$in', '$nin'),
    fc.array(
      fc.oneof(leaf, operand).filter((value) => !(value instanceof Regex || value instanceof BsonUndefined)),
      { maxLength: 3 },
    ),
  ),
  fc.tuple(fc.constant<Operator>('$exists'), fc.boolean()),
  fc.tuple(fc.constant<Operator>('$size'), fc.nat(3)),
);

const isPlain = (value: Value) => !(value instanceof Document && value.keys()[0]?.startsWith('$'));

describe('the matcher', () => {
  test('agrees with a slow reference', () => {
    fc.assert(
      fc.property(tree.document, path, question, (document, at, [operator, argument]) => {
        fc.pre(isPlain(argument));
        const filter = Document.of([[at, Document.of([[operator, argument]])]]);
        expect(compileMatcher(filter)(document)).toBe(matchesReference(document, at, operator, argument));
      }),
      { numRuns: 3000 },
    );
  });

  test('takes logical operators as what they say', () => {
    const part = fc
      .tuple(path, question)
      .map(([at, [operator, argument]]) => Document.of([[at, Document.of([[operator, argument]])]]));
    fc.assert(
      fc.property(tree.document, fc.array(part, { minLength: 1, maxLength: 3 }), (document, parts) => {
        const results = parts.map((filter) => compileMatcher(filter)(document));
        const ask = (operator: string) => compileMatcher(Document.of([[operator, parts]]))(document);
        expect(ask('$and')).toBe(results.every(Boolean));
        expect(ask('$or')).toBe(results.some(Boolean));
        expect(ask('$nor')).toBe(!results.some(Boolean));
      }),
      { numRuns: 500 },
    );
  });
});

describe('sorting', () => {
  const pattern = fc.constantFrom({ a: 1 }, { a: -1 }, { 'a.b': 1 }, { b: 1, a: -1 }, { '0': -1 });

  test('by a heap gives the head of the whole', () => {
    fc.assert(
      fc.property(
        fc.array(tree.document, { maxLength: 20 }),
        fc.nat(8),
        pattern,
        (documents, limit, spec) => {
          const sorter = compileSort(Document.of(spec));
          const sortable = documents.filter((document) => {
            try {
              sorter.keyOf(document);
              return true;
            } catch {
              return false; // parallel arrays
            }
          });
          const top = new TopK(sorter, limit);
          for (const document of sortable) top.add(document);
          expect(top.sorted()).toEqual(sortDocuments(sortable, sorter).slice(0, limit));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('takes the least element of an array ascending, the greatest descending', () => {
    const document = Document.of({ a: [3, 1, 2] });
    expect(compileSort(Document.of({ a: 1 })).keyOf(document)).toEqual([1]);
    expect(compileSort(Document.of({ a: -1 })).keyOf(document)).toEqual([3]);
    const pairs = Document.of({
      a: [
        { b: 1, c: 9 },
        { b: 1, c: 3 },
        { b: 2, c: 0 },
      ],
    });
    expect(compileSort(Document.of({ 'a.b': 1, 'a.c': 1 })).keyOf(pairs)).toEqual([1, 3]);
    expect(() => compileSort(Document.of({ a: 1, b: 1 })).keyOf(Document.of({ a: [1], b: [2] }))).toThrow(
      /parallel/,
    );
  });
});
