import { Document, type Value } from '../bson/index.js';
import type { Collation } from '../collation/index.js';
import { mongoError } from '../error/index.js';
import { compileSchema } from '../schema/compile.js';
import type { Condition, Filter, Test } from './ast.js';
import { bitsPredicate } from './bits.js';
import { asIn, orderedParts } from './normalise.js';
import { type Capture, type DocumentMatch, matchPath, type Predicate } from './path.js';
import {
  comparePredicate,
  inPredicate,
  modPredicate,
  regexPredicate,
  sizePredicate,
  typePredicate,
} from './predicates.js';
import { compileWhere } from './where.js';

/** What a filter needs from its command. */
export interface MatchOptions {
  collation?: Collation | undefined;
  /** Compiles the expression of `$expr`; the variables of `let` are the giver's matter. */
  compileExpression?: ((expression: Value) => (document: Document) => Value | undefined) | undefined;
  /** False where mongod refuses `$jsonSchema`. */
  allowSchema?: boolean | undefined;
  /** A number in [0, 1) for `$sampleRate`. */
  random?: (() => number) | undefined;
  /** False where mongod refuses `$where`. */
  allowWhere?: boolean | undefined;
  /** False where mongod refuses `$near`. */
  allowNear?: boolean | undefined;
}

/** Compiles a parsed filter to a closure. */
export function compileFilter(filter: Filter, options: MatchOptions): DocumentMatch {
  switch (filter.kind) {
    case 'and':
      return all(orderedParts(filter.filters).map((part) => compileFilter(part, options)));
    case 'or':
      return compileOr(filter.filters, options);
    case 'nor': {
      const matches = any(filter.filters.map((part) => compileFilter(part, options)));
      return (document) => !matches(document);
    }
    case 'field':
      return compileField(filter.path, filter.condition, options);
    default:
      return compileRoot(filter, options);
  }
}

function compileOr(filters: readonly Filter[], options: MatchOptions): DocumentMatch {
  const list = asIn(filters);
  if (list !== undefined) return compileFilter(list, options);
  return any(filters.map((part) => compileFilter(part, options)));
}

type RootFilter = Exclude<Filter, { kind: 'and' | 'or' | 'nor' | 'field' }>;

function compileRoot(filter: RootFilter, options: MatchOptions): DocumentMatch {
  switch (filter.kind) {
    case 'constant':
      return () => filter.value;
    case 'sampleRate': {
      const { random } = options;
      if (random === undefined) throw mongoError('BadValue', '$sampleRate is not allowed in this context');
      return () => random() < filter.rate;
    }
    case 'where':
      return compileWhere(filter.code);
    case 'expr':
      return compileExpr(filter.expression, options);
    case 'jsonSchema':
      return compileJsonSchema(filter.schema, options);
  }
}

function compileJsonSchema(schema: Document, options: MatchOptions): DocumentMatch {
  if (options.allowSchema === false) {
    throw mongoError(224, '$jsonSchema is not allowed in this context');
  }
  const { accepts } = compileSchema(schema);
  return (document) => accepts(document);
}

function compileExpr(expression: Value, options: MatchOptions): DocumentMatch {
  if (options.compileExpression === undefined) {
    throw mongoError(224, '$expr is not allowed in this context');
  }
  const evaluate = options.compileExpression(expression);
  return (document) => isTrue(evaluate(document));
}

/** Truth as aggregation sees it: everything but false, null, missing, undefined and zero of any type. */
function isTrue(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  if (typeof value === 'object' && !Array.isArray(value) && value.bsonType === 6) return false;
  return !ZERO(value);
}

const ZERO = comparePredicate('eq', 0, undefined);

function all(matches: DocumentMatch[]): DocumentMatch {
  const [first, second] = matches;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (matches.length === 2)
    return (document, capture) => first(document, capture) && second(document, capture);
  return (document, capture) => {
    for (const match of matches) if (!match(document, capture)) return false;
    return true;
  };
}

/** An `$or` of several tells no array position; mongod notes none there. */
function any(matches: DocumentMatch[]): DocumentMatch {
  if (matches.length === 1) return matches[0] as DocumentMatch;
  return (document) => {
    for (const match of matches) if (match(document)) return true;
    return false;
  };
}

function compileField(path: string, condition: Condition, options: MatchOptions): DocumentMatch {
  if (condition.kind === 'not') {
    const matches = all(condition.conditions.map((inner) => compileField(path, inner, options)));
    return (document) => !matches(document);
  }
  const { test } = condition;
  if (test.kind === 'never') return () => false;
  return matchPath(path, testPredicate(test, options), !WHOLE.has(test.kind));
}

/** Tests that ask an array as a whole. */
const WHOLE = new Set<Test['kind']>(['size', 'elemMatchObject', 'elemMatchValue', 'exists']);

function testPredicate(test: Test, options: MatchOptions): Predicate {
  switch (test.kind) {
    case 'compare':
      return comparePredicate(test.operator, test.value, options.collation);
    case 'in':
      return inPredicate(test.values, test.regexes, options.collation);
    case 'regex':
      return regexPredicate(test.pattern, test.options);
    case 'exists':
      return (value) => value !== undefined;
    case 'type':
      return typePredicate(test.types);
    case 'mod':
      return modPredicate(test.divisor, test.remainder);
    case 'size':
      return sizePredicate(test.size);
    case 'bits':
      return bitsPredicate(test.operator, test.positions);
    case 'elemMatchObject':
      return elementPredicate(objectMatcher(test.filter, options));
    case 'elemMatchValue':
      return elementPredicate(valuePredicate(test.conditions, options));
    case 'never':
      return () => false;
  }
}

/** An array with an element that passes. */
function elementPredicate(passes: Predicate): Predicate {
  return (value, capture) => {
    if (!Array.isArray(value)) return false;
    const at = value.findIndex((item) => passes(item));
    if (at >= 0 && capture !== undefined) capture.index = at;
    return at >= 0;
  };
}

/** An array as an element is entered as if its positions were names. */
function objectMatcher(filter: Filter, options: MatchOptions): Predicate {
  const matches = compileFilter(filter, options);
  return (value) => {
    if (value instanceof Document) return matches(value);
    if (!Array.isArray(value)) return false;
    return matches(Document.of(value.map((item, at): [string, Value] => [String(at), item])));
  };
}

/** Several conditions that one value meets; an array is not entered. */
export function valuePredicate(conditions: readonly Condition[], options: MatchOptions): Predicate {
  const predicates = conditions.map((condition) => conditionPredicate(condition, options));
  return (value) => predicates.every((passes) => passes(value));
}

function conditionPredicate(condition: Condition, options: MatchOptions): Predicate {
  if (condition.kind === 'test') return testPredicate(condition.test, options);
  const holds = valuePredicate(condition.conditions, options);
  return (value) => !holds(value);
}

export type { Capture, DocumentMatch };
