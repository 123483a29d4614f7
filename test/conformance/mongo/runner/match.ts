import { BSON } from 'mongodb';

/** What special operators of an expected value may look up. */
export interface MatchContext {
  entity(id: string): unknown;
  sessionId(id: string): unknown;
}

/** A value that is not what was expected. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
}

/** Checks a value against an expected one by the rules of the unified test format. Extra keys are allowed at the root. */
export function expectMatch(actual: unknown, expected: unknown, context: MatchContext): void {
  match(actual, expected, context, '$', true);
}

function match(
  actual: unknown,
  expected: unknown,
  context: MatchContext,
  path: string,
  isRoot: boolean,
): void {
  if (isPlain(expected)) {
    const [operator] = Object.keys(expected);
    if (operator?.startsWith('$$')) special(operator, expected[operator], actual, context, path);
    else matchDocument(actual, expected, context, path, isRoot);
    return;
  }
  if (Array.isArray(expected)) {
    matchArray(actual, expected, context, path);
    return;
  }
  if (!sameScalar(actual, expected)) fail(path, actual, expected);
}

function matchDocument(
  actual: unknown,
  expected: Record<string, unknown>,
  context: MatchContext,
  path: string,
  isRoot: boolean,
): void {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) fail(path, actual, expected);
  const found = fieldsOf(actual as object);
  for (const [key, wanted] of Object.entries(expected)) {
    match(found[key], wanted, context, `${path}.${key}`, false);
  }
  if (isRoot) return;
  for (const key of Object.keys(found)) {
    if (!Object.hasOwn(expected, key) && found[key] !== undefined)
      fail(`${path}.${key}`, found[key], 'nothing');
  }
}

function fieldsOf(actual: object): Record<string, unknown> {
  return actual instanceof Map ? Object.fromEntries(actual) : (actual as Record<string, unknown>);
}

function matchArray(actual: unknown, expected: unknown[], context: MatchContext, path: string): void {
  if (!Array.isArray(actual) || actual.length !== expected.length) fail(path, actual, expected);
  // Documents in an array of results are roots of their own.
  const areRoots = path === '$';
  expected.forEach(
    (wanted, at) => void match((actual as unknown[])[at], wanted, context, `${path}[${at}]`, areRoots),
  );
}

function special(
  operator: string,
  argument: unknown,
  actual: unknown,
  context: MatchContext,
  path: string,
): void {
  const check = SPECIAL[operator];
  if (check === undefined) throw new Error(`the runner does not know ${operator}`);
  check(argument, actual, context, path);
}

type Special = (argument: unknown, actual: unknown, context: MatchContext, path: string) => void;

const SPECIAL: Record<string, Special | undefined> = {
  $$exists: (argument, actual, _context, path) => {
    if ((actual !== undefined) !== argument) fail(path, actual, argument ? 'something' : 'nothing');
  },
  $$unsetOrMatches: (argument, actual, context, path) => {
    if (actual !== undefined && actual !== null) match(actual, argument, context, path, true);
  },
  $$type: (argument, actual, _context, path) => {
    const wanted = Array.isArray(argument) ? argument : [argument];
    if (!wanted.some((type) => hasType(actual, String(type))))
      fail(path, actual, `type ${wanted.join(' or ')}`);
  },
  $$matchesEntity: (argument, actual, context, path) =>
    match(actual, context.entity(String(argument)), context, path, true),
  $$sessionLsid: (argument, actual, context, path) =>
    match(actual, context.sessionId(String(argument)), context, path, false),
  $$lte: (argument, actual, _context, path) => {
    if (Number(actual) > Number(argument)) fail(path, actual, `at most ${String(argument)}`);
  },
  $$matchAsRoot: (argument, actual, context, path) => match(actual, argument, context, path, true),
};

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'int':
      return typeof value === 'number' && Number.isInteger(value);
    case 'long':
      return value instanceof BSON.Long || typeof value === 'bigint' || Number.isInteger(value);
    case 'double':
    case 'number':
      return typeof value === 'number' || value instanceof BSON.Long;
    case 'string':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isPlain(value);
    case 'date':
      return value instanceof Date;
    case 'objectId':
      return value instanceof BSON.ObjectId;
    case 'timestamp':
      return value instanceof BSON.Timestamp;
    case 'binData':
      return value instanceof BSON.Binary || Buffer.isBuffer(value);
    default:
      throw new Error(`the runner does not know the type ${type}`);
  }
}

/** Numbers are equal whatever their type; everything else by its extended JSON. */
function sameScalar(actual: unknown, expected: unknown): boolean {
  if (isNumeric(actual) && isNumeric(expected)) return Number(actual) === Number(expected);
  if (expected === undefined || actual === undefined) return expected === actual;
  return BSON.EJSON.stringify({ v: actual }) === BSON.EJSON.stringify({ v: expected });
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof BSON.Long;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !('_bsontype' in value) && !(value instanceof Date) && !(value instanceof Uint8Array);
}

function fail(path: string, actual: unknown, expected: unknown): never {
  throw new Mismatch(`${path}: expected ${show(expected)}, got ${show(actual)}`);
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = BSON.EJSON.stringify({ v: value }) ?? 'nothing';
  return text.slice(5, -1).slice(0, 300);
}
