import { createHash } from 'node:crypto';
import { Binary, Code, Document, double, encode, Timestamp, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { derived, type Environment, literal, type Node } from './node.js';
import {
  compileNamed,
  namedArguments,
  nullish,
  type Operator,
  type Operators,
  operands,
  typeName,
  unary,
  variadic,
} from './operator.js';

type V = Value | undefined;

/** A single operand that is an array is taken as the list of objects. */
function mergeObjects(values: V[]): V {
  const merged = new Document();
  const [only] = values;
  for (const value of values.length === 1 && Array.isArray(only) ? only : values) {
    if (nullish(value)) continue;
    if (!(value instanceof Document)) {
      throw mongoError(
        40400,
        `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`,
      );
    }
    for (const [name, field] of value) merged.set(name, field);
  }
  return merged;
}

const GET_FIELD = { notObject: 3041701, unknown: 3041701, fields: { field: 3041702, input: 3041703 } };

const getField: Operator = (argument, environment, name) => {
  const short = !(argument instanceof Document) || argument.keys()[0]?.startsWith('$');
  const given = short
    ? new Map<string, Value>([
        ['field', argument],
        ['input', '$$CURRENT'],
      ])
    : namedArguments(argument, name, GET_FIELD);
  const field = environment.compile(given.get('field') as Value);
  const input = environment.compile(given.get('input') as Value);
  return derived([field, input], (scope) => {
    const key = field.evaluate(scope);
    if (typeof key !== 'string') {
      throw mongoError(
        3041704,
        `$getField requires 'field' to evaluate to type String, but got ${typeName(key)}`,
      );
    }
    const value = input.evaluate(scope);
    if (value instanceof Document) return value.get(key);
    return nullish(value) && value !== undefined ? null : undefined;
  });
};

function fieldName(value: Value, name: string, environment: Environment): string {
  const node = environment.compile(value);
  if (!node.constant) {
    throw mongoError(
      typeof value === 'string' ? 4161108 : 4161106,
      `${name} requires 'field' to evaluate to a constant`,
    );
  }
  const key = node.evaluate(environment.newScope());
  if (typeof key !== 'string')
    throw mongoError(
      isLiteral(value) ? 4161107 : 4161106,
      `${name} requires 'field' to evaluate to type String, but got ${typeName(key)}`,
    );
  if (key.includes('\0')) throw mongoError(9534700, `${name}: 'field' cannot contain an embedded null byte`);
  return key;
}

/** False for an object or array of expressions, though all of them be constants. */
function isLiteral(value: Value): boolean {
  if (Array.isArray(value)) return false;
  return !(value instanceof Document) || value.keys()[0]?.startsWith('$') === true;
}

/** `$setField` and `$unsetField`; a value that is missing takes the field out. */
function changeField(fields: Record<string, number>): Operator {
  return (argument, environment, name) => {
    const given = namedArguments(argument, name, { notObject: 4161100, unknown: 4161101, fields });
    const key = fieldName(given.get('field') as Value, name, environment);
    const input = environment.compile(given.get('input') as Value);
    const change = given.has('value') ? environment.compile(given.get('value') as Value) : literal(undefined);
    return derived([input, change], (scope) => {
      const target = input.evaluate(scope);
      if (nullish(target)) return null;
      if (!(target instanceof Document)) {
        throw mongoError(
          4161105,
          `${name} requires 'input' to evaluate to type Object, but got ${typeName(target)}`,
        );
      }
      const value = change.evaluate(scope);
      const made = target.clone();
      if (value === undefined) made.delete(key);
      else made.set(key, value);
      return made;
    });
  };
}

const rand: Operator = (argument, environment) => {
  if (Array.isArray(argument) && argument.length > 0)
    throw mongoError(3040501, '$rand does not currently accept arguments');
  if (!(argument instanceof Document) && !Array.isArray(argument)) {
    throw mongoError(10065, '$rand not a valid argument: expected an object');
  }
  if (argument instanceof Document && argument.size > 0)
    throw mongoError(3040501, '$rand does not currently accept arguments');
  return { constant: false, evaluate: () => double(environment.runtime.random()) };
};

const META_KINDS = new Set([
  'geoNearDistance',
  'geoNearPoint',
  'indexKey',
  'randVal',
  'recordId',
  'searchHighlights',
  'searchScore',
  'searchScoreDetails',
  'searchSequenceToken',
  'sortKey',
  'textScore',
  'timeseriesBucketMaxTime',
  'timeseriesBucketMinTime',
  'vectorSearchScore',
  'score',
  'scoreDetails',
  'stream',
]);
/** Metadata that only a stage or query earlier in the pipeline can make. */
const NEEDS_SOURCE: Readonly<Record<string, string>> = {
  textScore: 'text score',
  geoNearDistance: '$geoNear distance',
  geoNearPoint: '$geoNear point',
  searchScore: 'search score',
  vectorSearchScore: 'vector search score',
  score: 'score',
  scoreDetails: 'score details',
};

const meta: Operator = (argument, environment) => {
  if (typeof argument !== 'string') throw mongoError(17307, '$meta only supports string arguments');
  if (!META_KINDS.has(argument)) throw mongoError(17308, `Unsupported argument to $meta: ${argument}`);
  const { runtime } = environment;
  if (Object.hasOwn(NEEDS_SOURCE, argument) && runtime.meta === undefined) {
    throw mongoError(40218, `query requires ${NEEDS_SOURCE[argument]} metadata, but it is not available`);
  }
  return { constant: false, evaluate: () => runtime.meta?.(argument) };
};

function bsonSize(value: V): V {
  if (nullish(value)) return null;
  if (!(value instanceof Document))
    throw mongoError(31393, `$bsonSize requires a document input, found: ${typeName(value)}`);
  return encode(value).length;
}

function binarySize(value: V): V {
  if (nullish(value)) return null;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Binary) return value.bytes.length;
  throw mongoError(51276, `$binarySize requires a string or BinData argument, found: ${typeName(value)}`);
}

/** The first eight bytes of MD5 over the type's sort order and the value: the key of a hashed index. */
export function hashedKey(value: V): bigint {
  const body = encode(Document.of([['', value ?? null]]));
  const seed = Buffer.alloc(4);
  const digest = createHash('md5').update(seed).update(body).digest();
  return digest.readBigInt64LE(0);
}

function timestampPart(take: (value: Timestamp) => bigint) {
  return unary((value, _environment, name) => {
    if (nullish(value)) return null;
    if (!(value instanceof Timestamp)) {
      throw mongoError(
        name === '$tsSecond' ? 5687301 : 5687302,
        ` Argument to ${name} must be a timestamp, but is ${typeName(value)}`,
      );
    }
    return take(value);
  });
}

function jsExpression(): Operator {
  const rule = {
    notObject: 4660800,
    unknown: 4660801,
    fields: { body: 4660802, args: 4660803, lang: 4660804 },
  };
  return (argument, environment, name) => {
    const given = namedArguments(argument, name, rule);
    const body = given.get('body');
    if (typeof body !== 'string' && !(body instanceof Code))
      throw mongoError(4660805, 'The body function must be specified.');
    compileNamed(new Map([['args', given.get('args') as Value]]), environment);
    throw mongoError(31264, '$function is not allowed: server-side JavaScript in expressions is disabled');
  };
}

const literalOperator: Operator = (argument): Node => literal(argument);

export const objectOperators: Operators = {
  $binarySize: unary(binarySize),
  $bsonSize: unary(bsonSize),
  $const: literalOperator,
  $function: jsExpression(),
  $getField: getField,
  $literal: literalOperator,
  $mergeObjects: variadic(mergeObjects),
  $meta: meta,
  $rand: rand,
  $setField: changeField({ field: 4161102, value: 4161103, input: 4161109 }),
  $toHashedIndexKey: (argument, environment, name) => {
    const nodes = operands(argument, environment, name, 1, 1);
    const [node] = nodes as [Node];
    return derived(nodes, (scope) => hashedKey(node.evaluate(scope)));
  },
  $tsIncrement: timestampPart(({ i }) => BigInt(i)),
  $tsSecond: timestampPart(({ t }) => BigInt(t)),
  $unsetField: changeField({ field: 4161102, input: 4161109 }),
};
