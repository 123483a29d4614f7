import type { BsonTypeCode, Document, Regex, Value } from '../bson/index.js';

/** A parsed filter. Paths are as written (`a.b.0`). */
export type Filter =
  | { kind: 'and' | 'or' | 'nor'; filters: Filter[] }
  | { kind: 'field'; path: string; condition: Condition }
  | { kind: 'expr'; expression: Value }
  | { kind: 'where'; code: string; scope: Document | undefined }
  | { kind: 'jsonSchema'; schema: Document }
  | { kind: 'sampleRate'; rate: number }
  | { kind: 'constant'; value: boolean };

/** What is asked of one path: a test, or the negation of several that hold together. */
export type Condition = { kind: 'test'; test: Test } | { kind: 'not'; conditions: Condition[] };

export type CompareOperator = 'eq' | 'lt' | 'lte' | 'gt' | 'gte';
export type BitsOperator = 'allSet' | 'anySet' | 'allClear' | 'anyClear';

export type Test =
  | { kind: 'compare'; operator: CompareOperator; value: Value }
  | { kind: 'in'; values: Value[]; regexes: Regex[] }
  | { kind: 'regex'; pattern: string; options: string }
  | { kind: 'exists' }
  | { kind: 'type'; types: ReadonlySet<BsonTypeCode> }
  | { kind: 'mod'; divisor: bigint; remainder: bigint }
  | { kind: 'size'; size: number }
  | { kind: 'bits'; operator: BitsOperator; positions: readonly number[] }
  | { kind: 'elemMatchObject'; filter: Filter }
  | { kind: 'elemMatchValue'; conditions: Condition[] }
  | { kind: 'never' };

/** `$all` and several operators on one path are conditions that hold together. */
export function fieldFilter(path: string, conditions: Condition[]): Filter {
  const filters = conditions.map((condition): Filter => ({ kind: 'field', path, condition }));
  return filters.length === 1 ? (filters[0] as Filter) : { kind: 'and', filters };
}
