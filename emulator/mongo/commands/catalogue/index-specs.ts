import { type Document, isDocument, isNumber, type Value } from '../../bson/index.js';
import { parseCollation } from '../../collation/index.js';
import { mongoError } from '../../error/index.js';
import type { IndexSpec } from '../../index/index.js';
import { compileMatcher } from '../../query/index.js';
import type { Arguments } from '../arguments.js';
import * as as from '../arguments.js';

const TTL_MAX = 2_147_483_647;

/** The declared fields of an index in `createIndexes`. */
export const indexFields = {
  key: as.required(as.object),
  name: as.required(as.text),
  v: as.any,
  ns: as.any,
  unique: as.bool,
  sparse: as.bool,
  hidden: as.bool,
  background: as.any,
  dropDups: as.any,
  expireAfterSeconds: as.any,
  partialFilterExpression: as.object,
  collation: as.object,
  storageEngine: as.object,
  prepareUnique: as.bool,
  bits: as.any,
  min: as.any,
  max: as.any,
  weights: as.any,
  default_language: as.any,
  language_override: as.any,
  textIndexVersion: as.any,
  '2dsphereIndexVersion': as.any,
  wildcardProjection: as.object,
};
export type IndexArguments = Arguments<typeof indexFields>;

/** Checks an index description and brings it to the form that the storage takes. Errors: 67, 72, 85, 86 … as mongod. */
export function readIndexSpec(args: IndexArguments): IndexSpec {
  checkKey(args.key);
  if (args.name === '') throw mongoError('CannotCreateIndex', 'index name cannot be empty');
  const spec: IndexSpec = { name: args.name, key: args.key };
  for (const flag of ['unique', 'prepareUnique', 'sparse', 'hidden'] as const)
    if (args[flag] === true) spec[flag] = true;
  readPartial(args, spec);
  readExpiry(args, spec);
  const collation = args.collation === undefined ? undefined : parseCollation(args.collation);
  if (collation !== undefined) spec.collation = collation;
  if (args.name === '_id_' || isIdKey(args.key)) checkIdIndex(args);
  return spec;
}

function isIdKey(key: Document): boolean {
  return key.size === 1 && isNumber(key.get('_id'));
}

function checkIdIndex({
  unique,
  sparse,
  partialFilterExpression,
  expireAfterSeconds,
  hidden,
  key,
}: IndexArguments): void {
  if (!isIdKey(key)) {
    throw mongoError(
      'BadValue',
      `The index name '_id_' is reserved for the _id index, which must have key pattern {_id: 1}`,
    );
  }
  const has = unique ?? sparse ?? partialFilterExpression ?? expireAfterSeconds ?? hidden;
  if (has === undefined) return;
  throw mongoError(
    'InvalidIndexSpecificationOption',
    `The field '${firstOption({ unique, sparse, partialFilterExpression, expireAfterSeconds, hidden })}' is not valid for an _id index specification.`,
  );
}

function firstOption(options: Record<string, unknown>): string {
  return Object.entries(options).find(([, value]) => value !== undefined)![0];
}

/** Kinds of keys that are not there. They fail by name, rather than index nothing. */
const UNSUPPORTED_KINDS = new Set(['text', '2d', '2dsphere', 'wildcard', 'geoHaystack', 'columnstore']);

function checkKey(key: Document): void {
  if (key.size === 0) throw mongoError('CannotCreateIndex', 'Index keys cannot be an empty object');
  for (const [path, direction] of key) {
    checkPath(path);
    checkDirection(path, direction);
  }
}

function checkPath(path: string): void {
  if (path === '') throw mongoError('CannotCreateIndex', 'Index keys cannot be an empty field.');
  const parts = path.split('.');
  if (parts.some((part) => part === ''))
    throw mongoError('CannotCreateIndex', 'Index keys cannot contain an empty field.');
  if (path.includes('$**'))
    throw mongoError('CannotCreateIndex', 'wildcard indexes are not supported by this server');
  if (parts.some((part) => part.startsWith('$') && !['$id', '$ref', '$db'].includes(part))) {
    throw mongoError(
      'CannotCreateIndex',
      "Index key contains an illegal field name: field name starts with '$'.",
    );
  }
}

function checkDirection(path: string, direction: Value): void {
  if (typeof direction === 'string') {
    if (UNSUPPORTED_KINDS.has(direction)) {
      throw mongoError('CannotCreateIndex', `index type '${direction}' is not supported by this server`);
    }
    throw mongoError('CannotCreateIndex', `Unknown index plugin '${direction}'`);
  }
  if (!isNumber(direction)) {
    throw mongoError(
      'CannotCreateIndex',
      `Values in v:2 index key pattern cannot be of type ${nameOfType(direction)}. Only numbers > 0, numbers < 0, and strings are allowed.`,
    );
  }
  if (as.toNumber(direction) === 0) {
    throw mongoError('CannotCreateIndex', `Values in the index key pattern cannot be 0. (${path})`);
  }
}

function nameOfType(value: Value): string {
  if (isDocument(value)) return 'object';
  return Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : 'null';
}

function readPartial({ partialFilterExpression, sparse }: IndexArguments, spec: IndexSpec): void {
  if (partialFilterExpression === undefined) return;
  if (sparse === true) {
    throw mongoError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  }
  compileMatcher(partialFilterExpression, { allowWhere: false });
  refuseIn(partialFilterExpression);
  spec.partialFilterExpression = partialFilterExpression;
}

const PARTIAL_OPERATORS = new Set([
  '$and',
  '$or',
  '$in',
  '$eq',
  '$lt',
  '$lte',
  '$gt',
  '$gte',
  '$exists',
  '$type',
  '$geoWithin',
]);

function refuseIn(filter: Document): void {
  for (const [name, value] of filter) {
    if (name.startsWith('$') && !PARTIAL_OPERATORS.has(name)) {
      throw mongoError('CannotCreateIndex', `Expression not supported in partial index: ${name}`);
    }
    if (name === '$exists' && value === false) {
      throw mongoError('CannotCreateIndex', 'Expression not supported in partial index: $exists: false');
    }
    if (name === '$eq' || name === '$in') continue;
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (isDocument(inner) && (name.startsWith('$') || inner.keys()[0]?.startsWith('$'))) refuseIn(inner);
    }
  }
}

function readExpiry({ expireAfterSeconds, key }: IndexArguments, spec: IndexSpec): void {
  if (expireAfterSeconds === undefined) return;
  if (!isNumber(expireAfterSeconds)) {
    throw mongoError('CannotCreateIndex', "TTL index 'expireAfterSeconds' option must be numeric");
  }
  const seconds = as.toNumber(expireAfterSeconds);
  if (!(seconds >= 0 && seconds <= TTL_MAX)) {
    throw mongoError(
      'CannotCreateIndex',
      `TTL index 'expireAfterSeconds' option must be within an acceptable range, try a different number than ${seconds}`,
    );
  }
  if (key.size !== 1)
    throw mongoError(
      'CannotCreateIndex',
      'TTL indexes are single-field indexes, compound indexes do not support TTL',
    );
  spec.expireAfterSeconds = seconds;
}
