import {
  type BsonTypeCode,
  Decimal128,
  type Document,
  isNumber,
  type NumberValue,
  remainder,
  typeAlias,
  typeOf,
  type Value,
} from '../bson/index.js';
import { compareNumbers } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { compileRegex } from '../query/regex/index.js';
import { typesNamed } from '../query/type-names.js';
import { asNumber } from '../query/values.js';
import { booleanArgument, countArgument, filledArray, numberArgument, stringArgument } from './arguments.js';
import { failure, type Rule, ruleFor, unorderedKey } from './rule.js';

const JSON_TYPES: Record<string, string> = {
  array: 'array',
  boolean: 'bool',
  null: 'null',
  number: 'number',
  object: 'object',
  string: 'string',
};

/** `bsonType` and `type`: one name or several. */
export function typeRule(keyword: 'bsonType' | 'type', argument: Value): Rule {
  const names = Array.isArray(argument) ? filledArray(keyword, argument) : [argument];
  const texts = names.map((name) => stringArgument(keyword, name));
  if (new Set(texts).size < texts.length) {
    throw mongoError('FailedToParse', `$jsonSchema keyword '${keyword}' has duplicate value`);
  }
  const types = new Set(texts.flatMap((name) => typesFor(keyword, name)));
  return {
    accepts: (value) => types.has(typeOf(value)),
    explain: (value) =>
      failure(keyword, argument, {
        reason: 'type did not match',
        consideredValue: value,
        consideredType: typeAlias(typeOf(value)),
      }),
  };
}

function typesFor(keyword: string, name: string): readonly BsonTypeCode[] {
  if (name === 'integer') {
    throw mongoError('FailedToParse', `$jsonSchema type 'integer' is not currently supported.`);
  }
  if (keyword === 'bsonType') return typesNamed(name);
  const alias = JSON_TYPES[name];
  if (alias === undefined) throw mongoError('BadValue', `Unknown type name alias: ${name}`);
  return typesNamed(alias);
}

export function enumRule(argument: Value): Rule {
  const keys = new Set(filledArray('enum', argument).map(unorderedKey));
  return ruleFor('enum', argument, 'value was not found in enum', (value) => keys.has(unorderedKey(value)));
}

/** `minimum` and `maximum`, with their `exclusive…` companions. */
export function boundRule(keyword: 'minimum' | 'maximum', schema: Document): Rule | undefined {
  const companion = keyword === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const argument = schema.get(keyword);
  const exclusiveArgument = schema.get(companion);
  const exclusive = exclusiveArgument !== undefined && booleanArgument(companion, exclusiveArgument);
  if (argument === undefined) {
    if (exclusiveArgument === undefined) return undefined;
    throw mongoError(
      'FailedToParse',
      `$jsonSchema keyword '${keyword}' must be a present if ${companion} is present`,
    );
  }
  const bound = numberArgument(keyword, argument);
  const sign = keyword === 'minimum' ? 1 : -1;
  return ruleFor(keyword, argument, 'comparison failed', (value) => {
    if (!isNumber(value)) return true;
    if (isNaNNumber(value) !== isNaNNumber(bound)) return false;
    const order = compareNumbers(value, bound) * sign;
    return exclusive ? order > 0 : order >= 0;
  });
}

/** No bound but NaN itself lets NaN in. */
function isNaNNumber(value: NumberValue): boolean {
  return Number.isNaN(asNumber(value));
}

/** Lengths count characters (code points). */
export function lengthRule(keyword: 'minLength' | 'maxLength', argument: Value): Rule {
  const limit = countArgument(keyword, argument);
  return ruleFor(keyword, argument, 'specified string length was not satisfied', (value) => {
    if (typeof value !== 'string') return true;
    const { length } = [...value];
    return keyword === 'minLength' ? length >= limit : length <= limit;
  });
}

export function patternRule(argument: Value): Rule {
  const regex = compileRegex(stringArgument('pattern', argument), '');
  return ruleFor(
    'pattern',
    argument,
    'regular expression did not match',
    (value) => typeof value !== 'string' || regex.test(value),
  );
}

export function multipleOfRule(argument: Value): Rule {
  const divisor = numberArgument('multipleOf', argument);
  if (!(compareNumbers(divisor, 0) > 0)) {
    throw mongoError('FailedToParse', "$jsonSchema keyword 'multipleOf' must have a positive value");
  }
  return ruleFor(
    'multipleOf',
    argument,
    'considered value is not a multiple of the specified value',
    (value) => !isNumber(value) || isMultiple(value, divisor),
  );
}

/** Doubles are taken as the decimals they are written as: 0.3 is a multiple of 0.1. */
function isMultiple(value: NumberValue, divisor: NumberValue): boolean {
  if (typeof value === 'number' && typeof divisor === 'number' && Number.isInteger(value)) {
    return value % divisor === 0;
  }
  return remainder(asDecimal(value), asDecimal(divisor)).isZero;
}

function asDecimal(value: NumberValue): Decimal128 {
  if (value instanceof Decimal128) return value;
  return typeof value === 'bigint' ? Decimal128.fromInteger(value) : Decimal128.fromDouble(asNumber(value));
}
