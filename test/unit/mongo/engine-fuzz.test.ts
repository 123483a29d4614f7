import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, encode, ObjectId, Timestamp, type Value } from '../../../emulator/mongo/bson/index.js';
import { parseCollation } from '../../../emulator/mongo/collation/index.js';
import { MongoError } from '../../../emulator/mongo/error/index.js';
import { compileProjection } from '../../../emulator/mongo/projection/index.js';
import { compileMatcher } from '../../../emulator/mongo/query/index.js';
import { compileValidator } from '../../../emulator/mongo/schema/index.js';
import { compileSort } from '../../../emulator/mongo/sort/index.js';
import { compileUpdate } from '../../../emulator/mongo/update/index.js';
import { anyValue } from './arbitraries.js';

const QUERY =
  '$eq $ne $gt $gte $lt $lte $in $nin $and $or $nor $not $exists $type $mod $regex $options $size $all'
    .concat(
      ' $elemMatch $bitsAllSet $bitsAnySet $bitsAllClear $bitsAnyClear $jsonSchema $comment $alwaysTrue $ref $id',
    )
    .split(' ');
const UPDATE = '$set $unset $inc $mul $min $max $rename $setOnInsert $currentDate $addToSet $push $pop $pull'
  .concat(' $pullAll $bit $each $slice $sort $position $type')
  .split(' ');
const SCHEMA = 'properties required bsonType type enum items minimum maximum pattern not allOf anyOf oneOf'
  .concat(' additionalProperties dependencies minLength uniqueItems multipleOf patternProperties title')
  .split(' ');
const NAMES = [
  'a',
  'b',
  'a.b',
  'a.0',
  'a.$',
  'a.$[]',
  'a.$[x]',
  '_id',
  '',
  'a.',
  '$',
  'a..b',
  '0',
  '\0',
  '[',
  'x',
];

/** Documents whose names are mostly operators, so that parsers get far. */
function hostile(operators: readonly string[]): fc.Arbitrary<Document> {
  const name = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...operators) }, fc.constantFrom(...NAMES));
  return fc.letrec<{ value: Value; document: Document }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(anyValue, fc.constantFrom<Value>(1, -1, true, false, 'a', '(?<n>a)\\k<n>', '$a', 'int')),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('document'),
    ),
    document: fc
      .uniqueArray(fc.tuple(name, tie('value')), { maxLength: 3, selector: ([key]) => key })
      .map((entries) => Document.of(entries)),
  })).document;
}

const subject = fc
  .dictionary(fc.constantFrom('a', 'b', '_id', '0'), anyValue, { maxKeys: 4, noNullPrototype: true })
  .map((fields) => Document.of(Object.entries(fields)));
const context = { now: () => 0, timestamp: () => new Timestamp(1, 1), position: 0 };

/** Runs the action; whatever it refuses, it refuses as MongoDB does. */
function refusesOnlyAsMongo(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    expect(error.code).toBeGreaterThan(0);
  }
}

describe('whatever a client sends', () => {
  test('a filter matches or is refused', () => {
    fc.assert(
      fc.property(hostile(QUERY), subject, (filter, document) => {
        refusesOnlyAsMongo(() => expect(compileMatcher(filter)(document)).toBeTypeOf('boolean'));
      }),
      { numRuns: 2500 },
    );
  });

  test('a schema validates and explains, or is refused', () => {
    fc.assert(
      fc.property(hostile(SCHEMA), subject, (schema, document) => {
        refusesOnlyAsMongo(() => {
          const validator = compileValidator(Document.of({ $jsonSchema: schema }));
          if (!validator.accepts(document))
            expect(encode(validator.explain(document)).length).toBeGreaterThan(5);
        });
      }),
      { numRuns: 1200 },
    );
  });

  test('an update gives a document that can be encoded, or is refused', () => {
    fc.assert(
      fc.property(hostile(UPDATE), subject, (update, document) => {
        const before = encode(document);
        refusesOnlyAsMongo(() => {
          const compiled = compileUpdate(update, { arrayFilters: [Document.of({ x: { $ne: 1 } })] });
          expect(encode(compiled.apply(document, context).document).length).toBeGreaterThan(4);
        });
        refusesOnlyAsMongo(() => {
          const inserted = compileUpdate(update).insert(
            Document.of({ b: 1 }),
            context,
            () => new ObjectId(0, 0, 1),
          );
          expect(inserted.keys()[0]).toBe('_id');
        });
        expect(encode(document)).toEqual(before);
      }),
      { numRuns: 2500 },
    );
  });

  test('a projection, a sort and a collation work or are refused', () => {
    fc.assert(
      fc.property(hostile(['$slice', '$elemMatch', '$meta', '$add', '$gt']), subject, (spec, document) => {
        const before = encode(document);
        refusesOnlyAsMongo(() =>
          compileProjection(spec, { find: true, filter: Document.of({ a: 1 }) }).apply(document),
        );
        refusesOnlyAsMongo(() => compileSort(spec).keyOf(document));
        refusesOnlyAsMongo(() => parseCollation(spec));
        expect(encode(document)).toEqual(before);
      }),
      { numRuns: 1200 },
    );
  });
});
