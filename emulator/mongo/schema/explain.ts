import { Document, type Plain, typeAlias, typeOf, type Value } from '../bson/index.js';
import type { Condition, Filter, Test } from '../query/index.js';
import { compileFilter, type MatchOptions } from '../query/index.js';
import { compileSchema } from './compile.js';

/**
 * Why a document does not match a filter (or, `inverted`, why it does), in the layout of `errInfo.details` that
 * MongoDB 5.0 introduced with error 121.
 */
export function explainMismatch(
  filter: Filter,
  document: Document,
  options: MatchOptions,
  inverted = false,
): Document {
  switch (filter.kind) {
    case 'and':
    case 'or':
    case 'nor':
      return explainLogical(filter.kind, filter.filters, document, options, inverted);
    case 'field':
      return explainField(filter.path, filter.condition, document, inverted);
    case 'jsonSchema':
      return explainSchema(filter.schema, document, inverted);
    case 'expr':
      return Document.of({
        operatorName: '$expr',
        specifiedAs: { $expr: filter.expression },
        reason: inverted ? 'expression did match' : 'expression did not match',
        expressionResult: inverted,
      });
    default:
      return Document.of({ operatorName: `$${filter.kind}`, reason: 'expression did not match' });
  }
}

function explainSchema(schema: Document, document: Document, inverted: boolean): Document {
  if (inverted) return Document.of({ operatorName: '$jsonSchema', reason: 'schema matched' });
  const { title, description, failures } = compileSchema(schema);
  return Document.of({
    operatorName: '$jsonSchema',
    title,
    description,
    schemaRulesNotSatisfied: failures(document),
  });
}

function explainLogical(
  kind: 'and' | 'or' | 'nor',
  filters: readonly Filter[],
  document: Document,
  options: MatchOptions,
  inverted: boolean,
): Document {
  const wantsMatches = (kind === 'nor') !== inverted;
  const clauses = filters.flatMap((filter, index) => {
    if (compileFilter(filter, options)(document) !== wantsMatches) return [];
    return [Document.of({ index, details: explainMismatch(filter, document, options, wantsMatches) })];
  });
  return Document.of({
    operatorName: `$${kind}`,
    [wantsMatches ? 'clausesSatisfied' : 'clausesNotSatisfied']: clauses,
  });
}

/** `$ne` and `$nin` have names of their own, any other negation is a `$not`. */
function explainField(path: string, condition: Condition, document: Document, inverted: boolean): Document {
  if (condition.kind === 'test') return explainTest(path, condition.test, document, inverted);
  const [inner] = condition.conditions;
  if (inner?.kind !== 'test' || condition.conditions.length > 1) {
    return Document.of({ operatorName: '$not', reason: 'child expression matched' });
  }
  const { kind } = inner.test;
  const name =
    inner.test.kind === 'compare' && inner.test.operator === 'eq'
      ? '$ne'
      : kind === 'in'
        ? '$nin'
        : undefined;
  if (name !== undefined) return explainTest(path, inner.test, document, !inverted, name);
  if (kind === 'exists') return explainTest(path, inner.test, document, !inverted);
  return Document.of({ operatorName: '$not', details: explainTest(path, inner.test, document, !inverted) });
}

function explainTest(
  path: string,
  test: Test,
  document: Document,
  inverted: boolean,
  name = operatorName(test),
): Document {
  const specifiedAs = { [path]: { [name]: argumentOf(test, name) } };
  const values = valuesAt(document, path.split('.'));
  const [missed, met] = REASONS[test.kind];
  if (values.length === 0 && test.kind !== 'exists') {
    return Document.of({ operatorName: name, specifiedAs, reason: 'field was missing' });
  }
  const considered: Record<string, Plain> =
    test.kind === 'exists'
      ? {}
      : values.length === 1
        ? { consideredValue: values[0]! }
        : { consideredValues: values };
  if (test.kind === 'type' && values[0] !== undefined)
    considered.consideredType = typeAlias(typeOf(values[0]));
  return Document.of({ operatorName: name, specifiedAs, reason: inverted ? met : missed, ...considered });
}

function operatorName(test: Test): string {
  switch (test.kind) {
    case 'compare':
      return `$${test.operator}`;
    case 'elemMatchObject':
    case 'elemMatchValue':
      return '$elemMatch';
    case 'bits':
      return `$bits${test.operator[0]?.toUpperCase()}${test.operator.slice(1)}`;
    case 'never':
      return '$all';
    default:
      return `$${test.kind}`;
  }
}

function argumentOf(test: Test, name: string): Plain {
  switch (test.kind) {
    case 'compare':
      return test.value;
    case 'in':
      return test.values;
    case 'regex':
      return test.pattern;
    case 'exists':
      return true;
    case 'type':
      return [...test.types].map(typeAlias);
    case 'mod':
      return [test.divisor, test.remainder];
    case 'size':
      return test.size;
    case 'bits':
      return [...test.positions];
    default:
      return name === '$all' ? [] : new Document();
  }
}

/** What each test says when it fails and when, under a negation, it succeeds. */
const REASONS: Record<Test['kind'], readonly [string, string]> = {
  compare: ['comparison failed', 'comparison succeeded'],
  in: ['no matching value found in array', 'matching value found in array'],
  regex: ['regular expression did not match', 'regular expression did match'],
  exists: ['path does not exist', 'path does exist'],
  type: ['type did not match', 'type did match'],
  mod: ['$mod did not evaluate to expected remainder', '$mod did evaluate to expected remainder'],
  size: ['array length was not equal to given size', 'array length was equal to given size'],
  bits: ['bitwise operator failed to match', 'bitwise operator matched successfully'],
  elemMatchObject: ['array did not satisfy the child predicate', 'array did satisfy the child predicate'],
  elemMatchValue: ['array did not satisfy the child predicate', 'array did satisfy the child predicate'],
  never: ['expression always evaluates to false', 'expression always evaluates to true'],
};

/** Everything the path leads to, through arrays. */
function valuesAt(value: Value | undefined, names: readonly string[]): Value[] {
  if (value === undefined) return [];
  const [name, ...rest] = names;
  if (name === undefined) return [value];
  if (value instanceof Document) return valuesAt(value.get(name), rest);
  return Array.isArray(value)
    ? value.flatMap((item) => (item instanceof Document ? valuesAt(item, names) : []))
    : [];
}
