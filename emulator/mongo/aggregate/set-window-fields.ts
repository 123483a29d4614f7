import { Document, type Value } from '../bson/index.js';
import { compare, keyOf } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { parsePath, pathReader } from '../expression/index.js';
import { typeName } from '../expression/operator.js';
import { compileSort, type Sorter } from '../sort/index.js';
import { MemoryMeter } from './memory.js';
import { setAt } from './paths.js';
import { gather } from './simple-stages.js';
import { expressionOf, type StageCompiler, type StageContext } from './stage.js';
import { compileBounds } from './window/bounds.js';
import { compileWindowFunction, takesNothingElse } from './window/functions.js';
import type { Partition, WindowFunction } from './window/partition.js';

const FIELDS = ['partitionBy', 'sortBy', 'output'];

interface Output {
  path: string[];
  run: WindowFunction;
}

/** Splits into partitions (in the order of their keys) and sorts each. */
export function partitions(
  all: readonly Document[],
  partitionBy: ((document: Document) => Value | undefined) | undefined,
  sorter: Sorter | undefined,
  orderPath: string[] | undefined,
  context: StageContext,
): Partition[] {
  const groups = new Map<string, { key: Value; documents: Document[] }>();
  for (const document of all) {
    const key = partitionBy?.(document) ?? null;
    if (Array.isArray(key))
      throw mongoError(
        'TypeMismatch',
        'An expression used to partition cannot evaluate to value of type array',
      );
    const name = keyOf(key, context.runtime.collation?.stringKey);
    const found = groups.get(name);
    if (found === undefined) groups.set(name, { key, documents: [document] });
    else found.documents.push(document);
  }
  const order = orderPath === undefined ? undefined : pathReader(orderPath);
  return [...groups.values()]
    .sort((a, b) => compare(a.key, b.key, context.runtime.collation?.compare))
    .map(({ documents }) => {
      if (sorter !== undefined) documents.sort((a, b) => sorter.compare(a, b));
      return { documents, sorter, order: documents.map((document) => order?.(document)) };
    });
}

export const setWindowFields: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document))
    throw mongoError(
      'FailedToParse',
      `the $setWindowFields stage specification must be an object, found ${typeName(argument)}`,
    );
  for (const field of argument.keys())
    if (!FIELDS.includes(field))
      throw mongoError(40415, `BSON field '$setWindowFields.${field}' is an unknown field.`);
  const [by, sortBy, output] = FIELDS.map((field) => argument.get(field));
  if (sortBy !== undefined && !(sortBy instanceof Document))
    throw mongoError(
      'TypeMismatch',
      `BSON field '$setWindowFields.sortBy' is the wrong type '${typeName(sortBy)}', expected type 'object'`,
    );
  if (output === undefined)
    throw mongoError(40414, "BSON field '$setWindowFields.output' is missing but a required field");
  if (!(output instanceof Document))
    throw mongoError(
      'TypeMismatch',
      `BSON field '$setWindowFields.output' is the wrong type '${typeName(output)}', expected type 'object'`,
    );
  const sorter =
    sortBy === undefined ? undefined : compileSort(sortBy, { collation: context.runtime.collation });
  const orderPath = sortBy?.size === 1 ? parsePath(sortBy.keys()[0] as string) : undefined;
  const partitionBy = by === undefined ? undefined : expressionOf(by, context);
  const outputs = [...output].map(([path, spec]) => compileOutput(path, spec, sortBy, context));
  return function* windowed(input) {
    const all: Document[] = [];
    yield* gather(input, all, new MemoryMeter('$setWindowFields', context.runtime));
    for (const partition of partitions(all, partitionBy, sorter, orderPath, context)) {
      const columns = outputs.map(({ run }) => run(partition));
      for (const [at, document] of partition.documents.entries()) {
        yield outputs.reduce((made, { path }, column) => {
          const value = columns[column]?.[at];
          return value === undefined ? made : setAt(made, path, value);
        }, document);
      }
    }
  };
};

function compileOutput(
  path: string,
  spec: Value,
  sortBy: Document | undefined,
  context: StageContext,
): Output {
  if (!(spec instanceof Document)) throw mongoError('FailedToParse', `The field '${path}' must be an object`);
  let name: string | undefined;
  let window: Value | undefined;
  for (const field of spec.keys()) {
    if (field === 'window') window = spec.get('window');
    else if (field.startsWith('$') && name === undefined) name = field;
    else
      throw mongoError(
        takesNothingElse(name ?? field) ? 5371601 : 'FailedToParse',
        `'output' specification contained an unexpected argument: ${field}`,
      );
  }
  if (name === undefined) throw mongoError('FailedToParse', `Expected a $-prefixed window function, ${path}`);
  const bounds = window === undefined ? undefined : compileBounds(window, sortBy, context);
  const run = compileWindowFunction({ name, argument: spec.get(name) as Value, bounds, sortBy, context });
  return { path: parsePath(path), run };
}
