import { type Document, isDocument, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { booleanArgument, countArgument } from './arguments.js';
import { type CompileNested, failure, type Rule, ruleFor, unorderedKey } from './rule.js';

export function itemCountRule(keyword: 'minItems' | 'maxItems', argument: Value): Rule {
  const limit = countArgument(keyword, argument);
  return ruleFor(keyword, argument, 'array did not match specified length', (value) => {
    if (!Array.isArray(value)) return true;
    return keyword === 'minItems' ? value.length >= limit : value.length <= limit;
  });
}

export function uniqueItemsRule(argument: Value): Rule | undefined {
  if (!booleanArgument('uniqueItems', argument)) return undefined;
  return {
    accepts: (value) => !Array.isArray(value) || duplicateIn(value) === undefined,
    explain: (value) =>
      failure('uniqueItems', argument, {
        reason: 'found a duplicate item',
        consideredValue: value,
        duplicatedValue: duplicateIn(value as Value[]),
      } as Record<string, Value>),
  };
}

function duplicateIn(items: readonly Value[]): Value | undefined {
  const seen = new Set<string>();
  return items.find((item) => {
    const key = unorderedKey(item);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

/** `items`: one schema for all elements, or one for each of the first ones. */
export function itemsRule(argument: Value, compile: CompileNested): Rule {
  if (!Array.isArray(argument) && !isDocument(argument)) {
    throw mongoError('TypeMismatch', "$jsonSchema keyword 'items' must be an array or an object");
  }
  const several = Array.isArray(argument) ? argument.map((schema) => compile(schema, 'items')) : undefined;
  const single = several === undefined ? compile(argument, 'items') : undefined;
  const schemaAt = (at: number) => single ?? several?.[at];
  const failing = (items: readonly Value[]) =>
    items.findIndex((item, at) => schemaAt(at)?.accepts(item) === false);
  return {
    accepts: (value) => !Array.isArray(value) || failing(value) < 0,
    explain(value) {
      const items = value as Value[];
      const at = failing(items);
      const details = schemaAt(at)?.failures(items[at] as Value) ?? [];
      const reason = 'At least one item did not match the sub-schema';
      return failure('items', undefined, { reason, itemIndex: at, details });
    },
  };
}

/** What comes after the elements that `items` names one by one. */
export function additionalItemsRule(schema: Document, compile: CompileNested): Rule | undefined {
  const argument = schema.get('additionalItems') as Value;
  if (!isDocument(argument) && typeof argument !== 'boolean') {
    throw mongoError('TypeMismatch', "$jsonSchema keyword 'additionalItems' must be an object or a boolean");
  }
  const nested = isDocument(argument) ? compile(argument, 'additionalItems') : undefined;
  const items = schema.get('items');
  if (!Array.isArray(items) || argument === true) return undefined;
  const rest = (value: Value) => (Array.isArray(value) ? value.slice(items.length) : []);
  if (nested === undefined) {
    return {
      accepts: (value) => rest(value).length === 0,
      explain: (value) =>
        failure('additionalItems', argument, {
          reason: 'found additional items',
          additionalItems: rest(value),
        }),
    };
  }
  const failing = (value: Value) => rest(value).findIndex((item) => !nested.accepts(item));
  return {
    accepts: (value) => failing(value) < 0,
    explain(value) {
      const at = failing(value);
      const reason = 'At least one additional item did not match the sub-schema';
      const details = nested.failures(rest(value)[at] as Value);
      return failure('additionalItems', undefined, { reason, itemIndex: items.length + at, details });
    },
  };
}
