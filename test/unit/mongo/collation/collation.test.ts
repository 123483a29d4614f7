import { describe, expect, test } from 'vitest';
import { Document, type PlainDocument } from '../../../../emulator/mongo/bson/index.js';
import { parseCollation } from '../../../../emulator/mongo/collation/index.js';
import { MongoError } from '../../../../emulator/mongo/error/index.js';

const order = (spec: PlainDocument, a: string, b: string) =>
  Math.sign(parseCollation(Document.of({ locale: 'en', ...spec }))!.compare(a, b)) + 0;

const codeOf = (spec: PlainDocument) => {
  try {
    parseCollation(Document.of(spec));
  } catch (error) {
    return error instanceof MongoError ? error.code : error;
  }
  return undefined;
};

describe('parseCollation', () => {
  test.each<[PlainDocument, string, string, number]>([
    [{ strength: 1 }, 'Á', 'a', 0],
    [{ strength: 1, caseLevel: true }, 'á', 'a', 0],
    [{ strength: 1, caseLevel: true }, 'a', 'A', -1],
    [{ strength: 2 }, 'A', 'a', 0],
    [{ strength: 2 }, 'á', 'a', 1],
    [{ strength: 2, caseLevel: true }, 'a', 'A', -1],
    [{}, 'a', 'A', -1],
    [{ caseFirst: 'upper' }, 'a', 'A', 1],
    [{}, '10', '9', -1],
    [{ numericOrdering: true }, '10', '9', 1],
    [{ alternate: 'shifted' }, 'a-b', 'ab', 0],
    [{ alternate: 'shifted', strength: 4 }, 'a-b', 'ab', -1],
    [{ alternate: 'shifted', maxVariable: 'space' }, 'a b', 'ab', 0],
    [{ alternate: 'shifted', maxVariable: 'space' }, 'a-b', 'ab', -1],
    [{ locale: 'fr_CA' }, 'côte', 'coté', -1],
    [{ locale: 'fr_CA', backwards: false }, 'côte', 'coté', 1],
    [{ locale: 'th', strength: 1 }, 'a b', 'ab', 0],
    [{ locale: 'de@collation=phonebook', strength: 1 }, 'Ä', 'AE', 0],
    [{ locale: 'sv' }, 'z', 'ä', -1],
  ])('%o puts %s and %s in order %i', (spec, a, b, expected) => {
    expect(order(spec, a, b)).toBe(expected);
  });

  test.each<[PlainDocument, number]>([
    [{}, 40414],
    [{ locale: 'en', unknown: 1 }, 40415],
    [{ locale: 'nonsense_xyz' }, 2],
    [{ locale: 1 }, 14],
    [{ locale: 'en', strength: 6 }, 2],
    [{ locale: 'en', strength: '1' }, 14],
    [{ locale: 'en', strength: 1, caseFirst: 'upper' }, 2],
    [{ locale: 'en', backwards: null }, 14],
    [{ locale: 'en', version: '1' }, 161],
  ])('refuses %o with %i', (spec, code) => {
    expect(codeOf(spec)).toBe(code);
  });

  test('fills in every default and is nothing for the simple locale', () => {
    expect(parseCollation(Document.of({ locale: 'simple' }))).toBeUndefined();
    const shown = parseCollation(Document.of({ locale: 'en' }))?.toDocument();
    expect(Object.fromEntries(shown!)).toEqual({
      locale: 'en',
      caseLevel: false,
      caseFirst: 'off',
      strength: 3,
      numericOrdering: false,
      alternate: 'non-ignorable',
      maxVariable: 'punct',
      normalization: false,
      backwards: false,
      version: '57.1',
    });
  });
});
