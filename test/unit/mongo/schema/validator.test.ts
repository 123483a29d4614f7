import { describe, expect, test } from 'vitest';
import {
  Decimal128,
  Document,
  type Plain,
  type PlainDocument,
} from '../../../../emulator/mongo/bson/index.js';
import { MongoError } from '../../../../emulator/mongo/error/index.js';
import { compileValidator } from '../../../../emulator/mongo/schema/index.js';
import { describe as show } from '../../../../emulator/mongo/update/index.js';

const accepts = (schema: PlainDocument, x: Plain) =>
  compileValidator(Document.of({ $jsonSchema: { properties: { x: schema } } })).accepts(Document.of({ x }));

const explain = (validator: PlainDocument, document: PlainDocument) =>
  show(compileValidator(Document.of(validator)).explain(Document.of(document)));

const codeOf = (validator: PlainDocument) => {
  try {
    compileValidator(Document.of(validator));
  } catch (error) {
    return error instanceof MongoError ? error.code : error;
  }
  return undefined;
};

describe('$jsonSchema', () => {
  test.each<[PlainDocument, Plain, boolean]>([
    [{ bsonType: 'int' }, 1, true],
    [{ bsonType: 'int' }, 1n, false],
    [{ bsonType: ['string', 'null'] }, null, true],
    [{ type: 'number' }, 1.5, true],
    [{ minimum: 1, exclusiveMinimum: true }, 1, false],
    [{ maximum: 1 }, 'text', true],
    [{ maximum: 1 }, Number.NaN, false],
    [{ minLength: 2 }, '\u{1F600}', false],
    [{ pattern: '^a' }, 'ba', false],
    [{ multipleOf: 0.1 }, 0.3, true],
    [{ multipleOf: Decimal128.parse('0.5')! }, 1, true],
    [{ enum: [{ a: 1, b: 2 }] }, { b: 2, a: 1 }, true],
    [{ uniqueItems: true }, [1, { a: 1 }, { a: 1 }], false],
    [{ items: { bsonType: 'int' }, minItems: 1 }, [1, 'a'], false],
    [{ items: [{ bsonType: 'int' }], additionalItems: false }, [1, 2], false],
    [{ required: ['a'] }, { b: 1 }, false],
    [
      { properties: { a: {} }, patternProperties: { '^b': {} }, additionalProperties: false },
      { a: 1, bc: 1 },
      true,
    ],
    [{ additionalProperties: { bsonType: 'int' } }, { a: 'x' }, false],
    [{ dependencies: { a: ['b'] } }, { a: 1 }, false],
    [{ dependencies: { a: { required: ['b'] } } }, { c: 1 }, true],
    [{ oneOf: [{ bsonType: 'int' }, { minimum: 1 }] }, 5, false],
    [{ anyOf: [{ bsonType: 'int' }, { bsonType: 'string' }] }, 'a', true],
    [{ not: { bsonType: 'int' } }, 1, false],
    [{ minProperties: 1, maxProperties: 2 }, {}, false],
  ])('%o with %o is %s', (schema, value, expected) => {
    expect(accepts(schema, value)).toBe(expected);
  });

  test.each<[PlainDocument, number]>([
    [{ $jsonSchema: { nonsense: 1 } }, 9],
    [{ $jsonSchema: { properties: { a: { bsonType: 'nonsense' } } } }, 2],
    [{ $jsonSchema: { required: [] } }, 9],
    [{ $jsonSchema: { minimum: 'x' } }, 14],
    [{ $jsonSchema: { exclusiveMinimum: true } }, 9],
    [{ $where: 'true' }, 2],
    [{ $text: { $search: 'x' } }, 2],
    [{ a: { $near: [0, 0] } }, 5626500],
  ])('refuses %o with %i', (validator, code) => {
    expect(codeOf(validator)).toBe(code);
  });
});

describe('errInfo', () => {
  test('tells the rules of a schema that are not satisfied', () => {
    const schema = {
      title: 'Fare',
      required: ['price', 'name'],
      properties: {
        price: { bsonType: 'int', minimum: 0, description: 'must be >= 0' },
        tags: { items: { type: 'string' } },
      },
    };
    expect(explain({ $jsonSchema: schema }, { price: -1, tags: ['a', 1] })).toBe(
      '{ operatorName: "$jsonSchema", title: "Fare", schemaRulesNotSatisfied: [ ' +
        '{ operatorName: "properties", propertiesNotSatisfied: [ ' +
        '{ propertyName: "price", description: "must be >= 0", details: [ { operatorName: "minimum", ' +
        'specifiedAs: { minimum: 0 }, reason: "comparison failed", consideredValue: -1 } ] }, ' +
        '{ propertyName: "tags", details: [ { operatorName: "items", reason: "At least one item did not match the ' +
        'sub-schema", itemIndex: 1, details: [ { operatorName: "type", specifiedAs: { type: "string" }, ' +
        'reason: "type did not match", consideredValue: 1, consideredType: "int" } ] } ] } ] }, ' +
        '{ operatorName: "required", specifiedAs: { required: [ "price", "name" ] }, missingProperties: [ "name" ] } ] }',
    );
  });

  test('tells the clauses of a filter that are not satisfied', () => {
    expect(explain({ a: { $gt: 5 }, b: { $ne: 1 } }, { a: 1, b: 1 })).toBe(
      '{ operatorName: "$and", clausesNotSatisfied: [ ' +
        '{ index: 0, details: { operatorName: "$gt", specifiedAs: { a: { $gt: 5 } }, reason: "comparison failed", consideredValue: 1 } }, ' +
        '{ index: 1, details: { operatorName: "$ne", specifiedAs: { b: { $ne: 1 } }, reason: "comparison succeeded", consideredValue: 1 } } ] }',
    );
    expect(explain({ $nor: [{ a: { $type: 'int' } }] }, { a: 1 })).toBe(
      '{ operatorName: "$nor", clausesSatisfied: [ { index: 0, details: { operatorName: "$type", ' +
        'specifiedAs: { a: { $type: [ "int" ] } }, reason: "type did match", consideredValue: 1, consideredType: "int" } } ] }',
    );
    expect(explain({ a: 1 }, {})).toContain('reason: "field was missing"');
    expect(explain({ a: { $exists: true } }, {})).toContain('reason: "path does not exist"');
  });
});
