import { BsonDate, Document, isNumber, type Value } from '../bson/index.js';
import { compare, keyOf } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { addUnits, unitOf } from '../expression/date-arithmetic.js';
import { parsePath, pathReader } from '../expression/index.js';
import { addNumbers, toDouble, wholeInt32 } from '../expression/numbers.js';
import { typeName } from '../expression/operator.js';
import { UTC } from '../expression/time-zone.js';
import { compileSort, type Sorter } from '../sort/index.js';
import { setAt } from './paths.js';
import { gather } from './simple-stages.js';
import { expressionOf, type StageCompiler, type StageContext } from './stage.js';
import {
  type Bounds,
  compileWindowFunction,
  type Partition,
  type WindowFunction,
} from './window-functions.js';

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
    yield* gather(input, all);
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
      throw mongoError('FailedToParse', `'output' specification contained an unexpected argument: ${field}`);
  }
  if (name === undefined) throw mongoError('FailedToParse', `Expected a $-prefixed window function, ${path}`);
  const bounds = window === undefined ? undefined : compileBounds(window, sortBy, context);
  const run = compileWindowFunction({ name, argument: spec.get(name) as Value, bounds, sortBy, context });
  return { path: parsePath(path), run };
}

function compileBounds(window: Value, sortBy: Document | undefined, context: StageContext): Bounds {
  if (!(window instanceof Document)) throw mongoError('FailedToParse', "'window' field must be an object");
  for (const field of window.keys()) {
    if (!['documents', 'range', 'unit'].includes(field))
      throw mongoError('FailedToParse', `'window' field contained an unknown argument: ${field}`);
  }
  const [documents, range, unit] = ['documents', 'range', 'unit'].map((field) => window.get(field));
  if (documents !== undefined && range !== undefined)
    throw mongoError('FailedToParse', "Window bounds can specify either 'documents' or 'range', not both.");
  if (documents !== undefined) {
    if (unit !== undefined)
      throw mongoError('FailedToParse', "Window bounds can only specify 'unit' with range-based bounds.");
    return documentBounds(documents, sortBy, context);
  }
  if (range === undefined) {
    if (unit !== undefined)
      throw mongoError('FailedToParse', "Window bounds can only specify 'unit' with range-based bounds.");
    return ({ documents: all }) => [0, all.length - 1];
  }
  return rangeBounds(range, unit, sortBy, context);
}

type Bound = 'unbounded' | 'current' | Value;

function boundPair(value: Value, what: string, context: StageContext): [Bound, Bound] {
  if (!Array.isArray(value) || value.length !== 2)
    throw mongoError('FailedToParse', `Window bounds must be a 2-element array: ${what}`);
  return value.map((item) => {
    if (item === 'unbounded' || item === 'current') return item;
    const node = context.environment.compile(item);
    return node.constant ? (node.evaluate(context.environment.newScope()) ?? null) : null;
  }) as [Bound, Bound];
}

function documentBounds(value: Value, sortBy: Document | undefined, context: StageContext): Bounds {
  const [low, high] = boundPair(value, 'documents', context).map((bound) => {
    if (bound === 'unbounded' || bound === 'current') return bound;
    const whole = wholeInt32(bound);
    if (whole === undefined)
      throw mongoError('FailedToParse', 'Numeric document-based bounds must be an integer');
    return whole;
  }) as ['unbounded' | 'current' | number, 'unbounded' | 'current' | number];
  if (sortBy === undefined && !(low === 'unbounded' && high === 'unbounded'))
    throw mongoError(5339901, 'Document-based bounds require a sortBy');
  const place = (bound: number | string, at: number, edge: number) =>
    bound === 'unbounded' ? edge : bound === 'current' ? at : at + (bound as number);
  if (rankOf(low, -1) > rankOf(high, 1)) throw mongoError(5339900, 'Lower bound must not exceed upper bound');
  return ({ documents }, at) => [
    Math.max(place(low, at, 0), 0),
    Math.min(place(high, at, documents.length - 1), documents.length - 1),
  ];
}

function rankOf(bound: number | string, sign: number): number {
  if (bound === 'unbounded') return sign * Number.POSITIVE_INFINITY;
  return bound === 'current' ? 0 : (bound as number);
}

function rangeBounds(
  value: Value,
  unit: Value | undefined,
  sortBy: Document | undefined,
  context: StageContext,
): Bounds {
  const pair = boundPair(value, 'range', context);
  for (const bound of pair)
    if (bound !== 'unbounded' && bound !== 'current' && !isNumber(bound as Value))
      throw mongoError('FailedToParse', 'Range-based bounds expression must be a number');
  if (sortBy?.size !== 1) throw mongoError(5339902, 'Range-based bounds require sortBy a single field');
  if (sortBy.values[0] !== 1) throw mongoError(8947401, 'Range-based bounds require an ascending sortBy');
  const step = unit === undefined ? undefined : unitOf(unit, 'window');
  if (step !== undefined)
    for (const bound of pair)
      if (isNumber(bound as Value) && !Number.isInteger(toDouble(bound as number)))
        throw mongoError('FailedToParse', 'With unit, range-based bounds must be an integer');
  const offset = (position: Value, by: Bound): Value => {
    if (by === 'current') return position;
    if (step !== undefined)
      return new BsonDate(addUnits((position as BsonDate).ms, step, toDouble(by as number), UTC));
    return addNumbers(position as number, by as number);
  };
  const [low, high] = pair;
  return ({ order }, at) => {
    const here = order[at] ?? null;
    checkRangeValue(here, step !== undefined);
    const least = low === 'unbounded' ? undefined : offset(here, low);
    const most = high === 'unbounded' ? undefined : offset(here, high);
    let from = 0;
    while (least !== undefined && from < order.length && compare(order[from] ?? null, least) < 0) from++;
    let to = order.length - 1;
    while (most !== undefined && to >= 0 && compare(order[to] ?? null, most) > 0) to--;
    return [from, to];
  };
}

function checkRangeValue(value: Value, dated: boolean): void {
  if (dated && !(value instanceof BsonDate))
    throw mongoError(5429513, `Expected the sortBy field to be a Date, but it was ${typeName(value)}`);
  if (!dated && value instanceof BsonDate)
    throw mongoError(5429413, 'For windows that involve date or time ranges, a unit must be provided.');
  if (!dated && !isNumber(value))
    throw mongoError(
      5429414,
      `Invalid range: Expected the sortBy field to be a number, but it was ${typeName(value)}`,
    );
}
