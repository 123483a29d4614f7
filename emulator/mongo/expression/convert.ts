import {
  BsonType,
  type BsonTypeCode,
  BsonUndefined,
  Document,
  isNumber,
  typeAlias,
  type Value,
} from '../bson/index.js';
import { MongoError, mongoError } from '../error/index.js';
import { type ConvertOptions, convertTo } from './convert-values.js';
import { derived, type Node } from './node.js';
import { toDouble } from './numbers.js';
import {
  compileNamed,
  namedArguments,
  nullish,
  type Operator,
  type Operators,
  typeName,
  unary,
} from './operator.js';

type V = Value | undefined;

const BY_ALIAS = new Map(Object.values(BsonType).map((code) => [typeAlias(code), code]));

interface Target {
  type: BsonTypeCode;
  /** As given; it is looked at only when there is something to convert. */
  subtype?: V;
}

function targetOf(to: V): Target | undefined {
  if (nullish(to)) return undefined;
  if (to instanceof Document) {
    const named = targetOf(to.get('type'));
    if (named === undefined)
      throw mongoError(
        'FailedToParse',
        "$convert's 'to' argument must have a 'type' that is a string or number",
      );
    return { ...named, subtype: to.get('subtype') };
  }
  if (typeof to === 'string') {
    const code = BY_ALIAS.get(to);
    if (code === undefined) throw mongoError('BadValue', `Unknown type name: ${to}`);
    return { type: code };
  }
  if (!isNumber(to))
    throw mongoError(
      'FailedToParse',
      `$convert's 'to' argument must be a string or number, but is ${typeName(to)}`,
    );
  const number = toDouble(to);
  if (!Number.isInteger(number))
    throw mongoError('FailedToParse', `In $convert, numeric 'to' argument is not an integer`);
  // 0 is MongoDB's code for "missing": a type, but nothing that anything converts to.
  if (number === 0) throw mongoError('ConversionFailure', `Unsupported conversion to missing in $convert`);
  const code = Object.values(BsonType).find((known) => (known === 255 ? -1 : known) === number);
  if (code === undefined)
    throw mongoError(
      'FailedToParse',
      `In $convert, numeric value for 'to' does not correspond to a BSON type: ${number}`,
    );
  return { type: code };
}

function subtypeOf(value: V): number | undefined {
  if (value === undefined) return undefined;
  if (!isNumber(value))
    throw mongoError(4341108, `$convert requires that 'subtype' be a number, found: ${typeName(value)}`);
  const number = toDouble(value);
  if (!Number.isInteger(number))
    throw mongoError(4341106, "In $convert, numeric 'subtype' argument is not an integer");
  if (number < 0 || number > 255 || (number > 9 && number < 128)) {
    throw mongoError(
      4341107,
      `In $convert, numeric value for 'subtype' does not correspond to a BinData type: ${number}`,
    );
  }
  return number;
}

const FORMATS = ['base64', 'base64url', 'utf8', 'hex', 'uuid', 'auto'];

function optionsOf(values: Record<string, V>, target: Target): ConvertOptions {
  const format = values.format ?? undefined;
  const byteOrder = values.byteOrder ?? undefined;
  if (format !== undefined && typeof format !== 'string')
    throw mongoError(4341114, `$convert requires that 'format' be a string, found: ${typeName(format)}`);
  if (format !== undefined && !FORMATS.includes(format))
    throw mongoError(4341125, `Invalid 'format' argument for $convert: ${format}`);
  if (byteOrder !== undefined && typeof byteOrder !== 'string')
    throw mongoError(
      9130001,
      `$convert requires that 'byteOrder' be a string, found: ${typeName(byteOrder)}`,
    );
  if (byteOrder !== undefined && byteOrder !== 'little' && byteOrder !== 'big')
    throw mongoError(9130002, `Invalid 'byteOrder' argument for $convert: ${byteOrder}`);
  return { format, subtype: subtypeOf(target.subtype), byteOrder };
}

const CONVERT = {
  notObject: 9,
  unknown: 9,
  fields: { input: 9, to: 9, onError: 0, onNull: 0, format: 0, byteOrder: 0 },
};

const convert: Operator = (argument, environment, name) => {
  const nodes = compileNamed(namedArguments(argument, name, CONVERT), environment);
  const read = (field: string, scope: Parameters<Node['evaluate']>[0]) => nodes.get(field)?.evaluate(scope);
  // What is constant is evaluated at once, as mongod's optimiser does: an error in it shows even when it is not used.
  for (const node of nodes.values()) if (node.constant) node.evaluate(environment.newScope());
  return derived([...nodes.values()], (scope) => {
    const input = read('input', scope);
    const values: Record<string, V> = {};
    for (const field of ['format', 'byteOrder']) if (nodes.has(field)) values[field] = read(field, scope);
    const target = targetOf(read('to', scope));
    if (nullish(input)) return nodes.has('onNull') ? read('onNull', scope) : null;
    if (target === undefined) return null;
    const options = optionsOf(values, target);
    try {
      return convertTo(input as Value, target.type, options);
    } catch (error) {
      if (!nodes.has('onError') || !(error instanceof MongoError) || error.code !== 241) throw error;
      return read('onError', scope);
    }
  });
};

/** `$toInt` and its relatives: `$convert` with everything but the type left out. */
function shorthand(target: BsonTypeCode, options: ConvertOptions = {}): Operator {
  return (argument, environment, name) => {
    const list = Array.isArray(argument) ? argument : [argument];
    if (list.length !== 1) throw mongoError(50723, `${name} requires a single argument, got ${list.length}`);
    const node = environment.compile(list[0] as Value);
    return derived([node], (scope) => {
      const value = node.evaluate(scope);
      return nullish(value) ? null : convertTo(value as Value, target, options);
    });
  };
}

const type = unary((value) =>
  value === undefined ? 'missing' : value instanceof BsonUndefined ? 'undefined' : typeName(value),
);

export const convertOperators: Operators = {
  $convert: convert,
  $isNumber: unary((value) => isNumber(value)),
  $toBool: shorthand(BsonType.Boolean),
  $toDate: shorthand(BsonType.Date),
  $toDecimal: shorthand(BsonType.Decimal128),
  $toDouble: shorthand(BsonType.Double),
  $toInt: shorthand(BsonType.Int32),
  $toLong: shorthand(BsonType.Int64),
  $toObjectId: shorthand(BsonType.ObjectId),
  $toString: shorthand(BsonType.String, { format: 'auto' }),
  $toUUID: shorthand(BsonType.Binary, { subtype: 4, format: 'uuid' }),
  $type: type,
};
