import { BsonDate, Document, isNumber, type Value } from '../../bson/index.js';
import { compare } from '../../compare/index.js';
import { mongoError } from '../../error/index.js';
import { addUnits, unitOf } from '../../expression/date-arithmetic.js';
import { addNumbers, toDouble, wholeInt32 } from '../../expression/numbers.js';
import { typeName } from '../../expression/operator.js';
import { UTC } from '../../expression/time-zone.js';
import type { StageContext } from '../stage.js';
import { type Bounds, WHOLE } from './partition.js';

/** Compiles `window`: positions or distances, from the documents before to the documents behind. */
export function compileBounds(window: Value, sortBy: Document | undefined, context: StageContext): Bounds {
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
    return WHOLE;
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
  return {
    growsOnly: low === 'unbounded',
    of: ({ documents }, at) => [
      Math.max(place(low, at, 0), 0),
      Math.min(place(high, at, documents.length - 1), documents.length - 1),
    ],
  };
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
  const of: Bounds['of'] = ({ order }, at) => {
    const here = order[at] ?? null;
    checkRangeValue(here, step !== undefined);
    const from = low === 'unbounded' ? 0 : firstAtLeast(order, offset(here, low));
    const to = high === 'unbounded' ? order.length : firstAbove(order, offset(here, high));
    return [from, to - 1];
  };
  return { growsOnly: low === 'unbounded', of };
}

type Positions = readonly (Value | undefined)[];
const firstAtLeast = (order: Positions, least: Value) =>
  firstWhere(order, (position) => compare(position, least) >= 0);
const firstAbove = (order: Positions, most: Value) =>
  firstWhere(order, (position) => compare(position, most) > 0);

/** The first position for which `test` holds, by halving: the positions ascend. */
function firstWhere(order: Positions, test: (position: Value) => boolean): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(order[middle] ?? null)) high = middle;
    else low = middle + 1;
  }
  return low;
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
