import { Document, type Plain, type Value } from '../bson/index.js';
import { keyOf } from '../compare/index.js';

/** One keyword of a schema, compiled. */
export interface Rule {
  accepts(value: Value): boolean;
  /** What `errInfo` says of a value that is not accepted. */
  explain(value: Value): Document;
}

/** A compiled (sub-)schema. */
export interface CompiledSchema {
  accepts(value: Value): boolean;
  /** The `errInfo` entries of the rules that the value breaks. */
  failures(value: Value): Document[];
  title: string | undefined;
  description: string | undefined;
}

/** Compiles a nested schema. */
export type CompileNested = (schema: Value, keyword: string) => CompiledSchema;

/** An `errInfo` entry in MongoDB's layout: what the schema said, why it failed, the value. */
export function failure(
  keyword: string,
  specified: Value | undefined,
  rest: Record<string, Plain>,
): Document {
  const specifiedAs = specified === undefined ? undefined : Document.of([[keyword, specified]]);
  return Document.of({ operatorName: keyword, specifiedAs, ...rest });
}

/** A rule for values of one kind; others pass. */
export function ruleFor(
  keyword: string,
  specified: Value,
  reason: string,
  accepts: (value: Value) => boolean,
): Rule {
  return {
    accepts,
    explain: (value) => failure(keyword, specified, { reason, consideredValue: value }),
  };
}

/** A key under which documents with the same fields in any order are equal, as in JSON. */
export function unorderedKey(value: Value): string {
  return keyOf(sorted(value));
}

function sorted(value: Value): Value {
  if (Array.isArray(value)) return value.map(sorted);
  if (!(value instanceof Document)) return value;
  const entries = [...value].map(([name, item]): [string, Value] => [name, sorted(item)]);
  return Document.of(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
