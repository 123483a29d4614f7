import {
  Code,
  type Document,
  isDocument,
  isNumber,
  Regex,
  typeAlias,
  typeOf,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { type Condition, type Filter, fieldFilter } from './ast.js';
import { parseOperator } from './operators.js';
import { asNumber } from './values.js';

/** What a filter may contain where it stands. */
export interface ParseScope {
  /** Inside `$elemMatch` only fields and logical operators are known. */
  nested: boolean;
  /** False where `$where` is refused (validators, views, updates with a pipeline). */
  allowWhere: boolean;
  /** False where no index can serve: array filters, projections, validators. */
  allowText?: boolean;
  allowNear?: boolean;
}

const TOP: ParseScope = { nested: false, allowWhere: true };
/** mongod refuses filters deeper than this many levels. */
const DEEPEST = 100;

/** Reads a filter document. Errors as mongod: mostly 2 (BadValue), 9, 14. */
export function parseFilter(filter: Document, scope: ParseScope = TOP, depth = 0): Filter {
  if (depth > DEEPEST) throw mongoError('BadValue', 'exceeded maximum query tree depth of 100');
  const filters: Filter[] = [];
  for (const [name, value] of filter) {
    const parsed = name.startsWith('$')
      ? parseTopOperator(name, value, filter, scope, depth)
      : parseField(name, value, scope, depth);
    if (parsed !== undefined) filters.push(parsed);
  }
  return filters.length === 1 ? (filters[0] as Filter) : { kind: 'and', filters };
}

function parseTopOperator(
  name: string,
  value: Value,
  filter: Document,
  scope: ParseScope,
  depth: number,
): Filter | undefined {
  switch (name) {
    case '$and':
    case '$or':
    case '$nor':
      return parseLogical(name, value, scope, depth);
    case '$comment':
      return undefined;
    case '$alwaysTrue':
    case '$alwaysFalse':
      return constant(name, value);
    case '$ref':
    case '$id':
    case '$db':
      if (isReference(filter)) return parseField(name, value, scope, depth);
      break;
    default:
      break;
  }
  return parseRootOperator(name, value, scope);
}

function parseRootOperator(name: string, value: Value, scope: ParseScope): Filter {
  const nestedError = () => mongoError('BadValue', `${name} can only be applied to the top-level document`);
  switch (name) {
    case '$expr':
      if (scope.nested) throw nestedError();
      return { kind: 'expr', expression: value };
    case '$jsonSchema':
      if (!isDocument(value)) throw mongoError('TypeMismatch', '$jsonSchema must be an object');
      return { kind: 'jsonSchema', schema: value };
    case '$where':
      if (scope.nested) throw nestedError();
      return parseWhere(value, scope);
    case '$sampleRate':
      return parseSampleRate(value);
    case '$text':
      if (scope.allowText === false) throw mongoError('BadValue', '$text is not allowed in this context');
      throw mongoError('IndexNotFound', 'text index required for $text query');
    default:
      throw mongoError(
        'BadValue',
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, ` +
          'consider using $getField or $setField.',
      );
  }
}

function parseLogical(name: string, value: Value, scope: ParseScope, depth: number): Filter {
  if (!Array.isArray(value)) throw mongoError('BadValue', `${name} must be an array`);
  if (value.length === 0) throw mongoError('BadValue', `${name} must be a nonempty array`);
  const filters = value.map((item) => {
    if (!isDocument(item)) throw mongoError('BadValue', `${name} argument's entries must be objects`);
    return parseFilter(item, scope, depth + 1);
  });
  return { kind: name.slice(1) as 'and' | 'or' | 'nor', filters };
}

function constant(name: string, value: Value): Filter {
  if (!isNumber(value) || asNumber(value) !== 1) {
    throw mongoError('FailedToParse', `${name} must be an integer value of 1`);
  }
  return { kind: 'constant', value: name === '$alwaysTrue' };
}

function parseWhere(value: Value, scope: ParseScope): Filter {
  if (!scope.allowWhere) throw mongoError('BadValue', '$where is not allowed in this context');
  if (typeof value === 'string') return { kind: 'where', code: value, scope: undefined };
  if (value instanceof Code && value.scope === undefined) {
    return { kind: 'where', code: value.code, scope: undefined };
  }
  throw mongoError('BadValue', '$where got bad type');
}

function parseSampleRate(value: Value): Filter {
  if (!isNumber(value)) throw mongoError('BadValue', 'argument to $sampleRate must be a numeric type');
  const rate = asNumber(value);
  if (!(rate >= 0 && rate <= 1)) {
    throw mongoError('BadValue', 'numeric argument to $sampleRate must be in [0, 1]');
  }
  return { kind: 'sampleRate', rate };
}

/** `{path: value}` or `{path: {$operator: …}}`. */
function parseField(path: string, value: Value, scope: ParseScope, depth: number): Filter {
  if (path.includes('\0')) throw mongoError('BadValue', 'Field name cannot contain a null byte');
  if (value instanceof Regex) return fieldFilter(path, [regexTest(value)]);
  if (!isDocument(value) || !isOperatorObject(value)) {
    return fieldFilter(path, [parseEquality(value)]);
  }
  const conditions = parseConditions(value, scope, depth);
  return conditions.length === 0 ? { kind: 'and', filters: [] } : fieldFilter(path, conditions);
}

function regexTest({ pattern, options }: Regex): Condition {
  return { kind: 'test', test: { kind: 'regex', pattern, options } };
}

function parseEquality(value: Value): Condition {
  if (typeof value === 'object' && value !== null && typeAlias(typeOf(value)) === 'undefined') {
    throw mongoError('BadValue', 'cannot compare to undefined');
  }
  return { kind: 'test', test: { kind: 'compare', operator: 'eq', value } };
}

/** An object whose first field is an operator; a reference (`$ref`, `$id`) is a plain value. */
export function isOperatorObject(value: Document): boolean {
  const first = value.keys()[0];
  return first?.startsWith('$') === true && !isReference(value);
}

function isReference(value: Document): boolean {
  const [first, second] = value.keys();
  return (first === '$ref' && second === '$id') || (first === '$id' && value.has('$ref'));
}

/** All operators of `{$gt: 1, $lt: 5}`; `$options` belongs to its `$regex`. */
export function parseConditions(operators: Document, scope: ParseScope, depth: number): Condition[] {
  return [...operators].flatMap(([name, value]) => {
    if (name === '$not') return [parseNot(value, scope, depth)];
    if (name === '$elemMatch') return [parseElemMatch(value, scope, depth)];
    if (name === '$all') return parseAll(value, scope, depth);
    if (name === '$comment') return [];
    if (scope.allowNear === false && NEAR.has(name)) {
      throw mongoError(5626500, `${name} is not allowed in this context`);
    }
    return parseOperator(name, value, operators);
  });
}

function parseNot(value: Value, scope: ParseScope, depth: number): Condition {
  if (value instanceof Regex) return { kind: 'not', conditions: [regexTest(value)] };
  if (!isDocument(value)) throw mongoError('BadValue', '$not needs a regex or a document');
  if (value.size === 0) throw mongoError('BadValue', '$not cannot be empty');
  return { kind: 'not', conditions: parseConditions(value, scope, depth + 1) };
}

/** `$elemMatch` asks of values (`{$gt: 1}`) or of the fields of objects (`{a: 1, $or: […]}`). */
export function parseElemMatch(value: Value, scope: ParseScope, depth: number): Condition {
  if (!isDocument(value)) throw mongoError('BadValue', '$elemMatch needs an Object');
  if (depth > DEEPEST) throw mongoError('BadValue', 'exceeded maximum query tree depth of 100');
  const first = value.keys()[0];
  const ofFields = first === undefined || !first.startsWith('$') || LOGICAL.has(first) || isReference(value);
  if (!ofFields) {
    const conditions = parseConditions(value, { ...scope, nested: true }, depth + 1);
    return { kind: 'test', test: { kind: 'elemMatchValue', conditions } };
  }
  const filter = parseFilter(value, { ...scope, nested: true }, depth + 1);
  return { kind: 'test', test: { kind: 'elemMatchObject', filter } };
}

const NEAR = new Set(['$near', '$nearSphere', '$geoNear']);
const LOGICAL = new Set(['$and', '$or', '$nor', '$where', '$jsonSchema']);

function parseAll(value: Value, scope: ParseScope, depth: number): Condition[] {
  if (!Array.isArray(value)) throw mongoError('BadValue', '$all needs an array');
  if (value.length === 0) return [{ kind: 'test', test: { kind: 'never' } }];
  const [first] = value;
  if (isDocument(first as Value) && (first as Document).keys()[0] === '$elemMatch') {
    return value.map((item) => parseAllElemMatch(item, scope, depth));
  }
  return value.map((item) => {
    if (item instanceof Regex) return regexTest(item);
    if (isDocument(item) && isOperatorObject(item)) throw mongoError('BadValue', 'no $ expressions in $all');
    return parseEquality(item);
  });
}

function parseAllElemMatch(item: Value, scope: ParseScope, depth: number): Condition {
  if (!isDocument(item) || item.keys()[0] !== '$elemMatch') {
    throw mongoError('BadValue', '$all/$elemMatch has to be consistent');
  }
  return parseElemMatch(item.get('$elemMatch') as Value, scope, depth);
}
