import { Document, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { Condition, Filter } from '../query/index.js';

/**
 * The document an upsert starts from: the filter's equalities. Throws 54 when two of them meet on one path.
 */
export function equalitiesOf(filter: Filter): Document {
  const found = new Map<string, Value>();
  collect(filter, found);
  let document = new Document();
  for (const [path, value] of found) document = withPath(document, path.split('.'), value);
  return document;
}

function collect(filter: Filter, found: Map<string, Value>): void {
  if (filter.kind === 'and' || (filter.kind === 'or' && filter.filters.length === 1)) {
    for (const part of filter.filters) collect(part, found);
  } else if (filter.kind === 'field') {
    const value = equalityOf(filter.condition);
    if (value !== undefined) add(found, filter.path, value);
  }
}

function equalityOf(condition: Condition): Value | undefined {
  if (condition.kind !== 'test') return undefined;
  const { test } = condition;
  if (test.kind === 'compare' && test.operator === 'eq') return test.value;
  return test.kind === 'in' && test.values.length === 1 && test.regexes.length === 0
    ? test.values[0]
    : undefined;
}

function add(found: Map<string, Value>, path: string, value: Value): void {
  for (const other of found.keys()) {
    if (`${other}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${other}.`)) {
      throw mongoError(
        'NotSingleValueField',
        path === other
          ? `cannot infer query fields to set, path '${path}' is matched twice`
          : `cannot infer query fields to set, both paths '${path}' and '${other}' are matched`,
      );
    }
  }
  found.set(path, value);
}

function withPath(document: Document, names: readonly string[], value: Value): Document {
  const [name, ...rest] = names as [string, ...string[]];
  if (rest.length === 0) return document.set(name, value);
  const inner = document.get(name);
  return document.set(name, withPath(inner instanceof Document ? inner : new Document(), rest, value));
}
