import { describe, expect, test } from 'vitest';
import { Document, type PlainDocument, type Value } from '../../../../emulator/mongo/bson/index.js';
import { MongoError } from '../../../../emulator/mongo/error/index.js';
import { compileProjection } from '../../../../emulator/mongo/projection/index.js';
import { describe as show } from '../../../../emulator/mongo/update/index.js';

/** Stands in for the aggregation compiler: `$path` strings and `$literal`. */
const compileExpression = (expression: Value) => (document: Document) =>
  typeof expression === 'string' && expression.startsWith('$')
    ? document.get(expression.slice(1))
    : expression instanceof Document
      ? expression.get('$literal')
      : expression;

const project = (spec: PlainDocument, document: PlainDocument, filter: PlainDocument = {}) =>
  compileProjection(Document.of(spec), { find: true, compileExpression, filter: Document.of(filter) }).apply(
    Document.of(document),
  );

const codeOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return error instanceof MongoError ? error.code : error;
  }
  return undefined;
};

const DOCUMENT = { _id: 1, a: 1, b: { c: 2, d: 3 }, e: [{ f: 1, g: 2 }, 5, [{ f: 3 }]], n: [1, 2, 3, 4] };

describe('compileProjection', () => {
  test.each<[PlainDocument, PlainDocument]>([
    [{}, DOCUMENT],
    [{ a: 1 }, { _id: 1, a: 1 }],
    [
      { n: true, a: 1, _id: 0 },
      { a: 1, n: [1, 2, 3, 4] },
    ],
    [{ _id: 1 }, { _id: 1 }],
    [{ _id: 0 }, { a: 1, b: DOCUMENT.b, e: DOCUMENT.e, n: DOCUMENT.n }],
    [
      { e: 0, n: 0 },
      { _id: 1, a: 1, b: { c: 2, d: 3 } },
    ],
    [{ 'b.c': 1 }, { _id: 1, b: { c: 2 } }],
    [
      { b: { c: 0 }, e: 0, n: 0 },
      { _id: 1, a: 1, b: { d: 3 } },
    ],
    [{ 'e.f': 1 }, { _id: 1, e: [{ f: 1 }, [{ f: 3 }]] }],
    [
      { 'e.f': 0, n: 0, b: 0 },
      { _id: 1, a: 1, e: [{ g: 2 }, 5, [{}]] },
    ],
    [
      { n: { $slice: 2 }, a: 1 },
      { _id: 1, a: 1, n: [1, 2] },
    ],
    [
      { n: { $slice: [-3, 2] }, a: 0, b: 0, e: 0 },
      { _id: 1, n: [2, 3] },
    ],
    [{ n: { $elemMatch: { $gt: 2 } } }, { _id: 1, n: [3] }],
    [
      { n: { $elemMatch: { $gt: 9 } }, a: 1 },
      { _id: 1, a: 1 },
    ],
    [{ e: { $elemMatch: { f: 1 } } }, { _id: 1, e: [{ f: 1, g: 2 }] }],
    [
      { x: '$a', 'b.y': '$a' },
      { _id: 1, b: { y: 1 }, x: 1 },
    ],
    [
      { a: { $literal: 7 }, 'q.r': 'text' },
      { _id: 1, a: 7, q: { r: 'text' } },
    ],
  ])('%o', (spec, expected) => {
    expect(show(project(spec, DOCUMENT))).toBe(show(Document.of(expected)));
  });

  test('picks the element that the filter matched', () => {
    expect(show(project({ 'n.$': 1 }, DOCUMENT, { n: { $gt: 2 } }))).toBe('{ _id: 1, n: [ 3 ] }');
    expect(show(project({ 'e.$': 1 }, DOCUMENT, { 'e.f': 1 }))).toBe('{ _id: 1, e: [ { f: 1, g: 2 } ] }');
    expect(codeOf(() => project({ 'n.$': 1 }, DOCUMENT, { a: 1 }))).toBe(51246);
    expect(codeOf(() => project({ 'n.$': 1 }, { n: [1], a: [1, 2] }, { a: 2 }))).toBe(51247);
  });

  test.each<[PlainDocument, number]>([
    [{ a: 1, b: 0 }, 31254],
    [{ a: 0, b: 1 }, 31253],
    [{ a: 1, 'a.b': 1 }, 31249],
    [{ 'a.b': 1, a: 1 }, 31250],
    [{ a: { $slice: 1 }, 'a.b': 1 }, 31249],
    [{ a: 0, b: { $literal: 1 } }, 31252],
    [{ a: 0, b: 'x' }, 31310],
    [{ a: {} }, 51270],
    [{ 'a.b': { $elemMatch: {} } }, 31275],
    [{ a: { $elemMatch: 1 } }, 31274],
    [{ 'a.$.b': 1 }, 31394],
    [{ 'a.$': 1, 'b.$': 1 }, 31276],
    [{ 'a.$': 1, b: { $elemMatch: { x: 1 } } }, 31255],
    [{ b: { $elemMatch: { x: 1 } }, 'a.$': 1 }, 31256],
    [{ '': 1 }, 40352],
    [{ 'a.': 1 }, 40353],
    [{ 'a..b': 1 }, 15998],
    [{ $a: 1 }, 16410],
    [{ a: { $slice: [1, 0] } }, 28724],
    [{ a: { $slice: 'x' } }, 28667],
  ])('refuses %o with %i', (spec, code) => {
    expect(codeOf(() => project(spec, DOCUMENT))).toBe(code);
  });
});
