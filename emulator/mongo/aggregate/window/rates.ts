import { BsonDate, Document, double, isNumber, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { unitOf } from '../../expression/date-arithmetic.js';
import { toDouble } from '../../expression/numbers.js';
import { nullish, typeName } from '../../expression/operator.js';
import { expressionOf } from '../stage.js';
import { needsSort, WHOLE, type WindowArguments, type WindowFunction } from './partition.js';

/** Fixed lengths of the units that `$derivative` and `$integral` take, in ms. */
const UNIT_MS: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

interface Rate {
  input: (document: Document) => Value | undefined;
  unit: number | undefined;
}

function rateArguments({ name, argument, context }: WindowArguments): Rate {
  if (!(argument instanceof Document)) throw mongoError('FailedToParse', `${name} expects an object`);
  for (const field of argument.keys())
    if (field !== 'input' && field !== 'unit')
      throw mongoError('FailedToParse', `${name} got unexpected argument: ${field}`);
  const input = argument.get('input');
  if (input === undefined) throw mongoError('FailedToParse', `${name} requires an 'input' expression`);
  const unit = argument.has('unit') ? unitOf(argument.get('unit'), name) : undefined;
  if (unit !== undefined && UNIT_MS[unit] === undefined)
    throw mongoError(5490704, `unit must be 'week' or smaller, but got ${unit}`);
  return { input: expressionOf(input, context), unit: unit === undefined ? undefined : UNIT_MS[unit] };
}

/** The position on the axis of a sort value: ms for dates (which need a unit), the number itself otherwise. */
function axis(value: Value | undefined, unit: number | undefined, name: string): number {
  if (value instanceof BsonDate) {
    if (unit === undefined)
      throw mongoError(5624901, `${name} where the sortBy is a Date requires an 'unit'`);
    return value.ms / unit;
  }
  if (unit !== undefined)
    throw mongoError(5624900, `${name} with 'unit' expects the sortBy field to be a Date`);
  if (!isNumber(value))
    throw mongoError(5624902, `${name} expects the sortBy field to be numeric, found ${typeName(value)}`);
  return toDouble(value);
}

/** `$derivative`: the slope between the ends of a window. */
export function derivative(args: WindowArguments): WindowFunction {
  const { input, unit } = rateArguments(args);
  needsSort(args, 5624003);
  const window = args.bounds;
  if (window === undefined) throw mongoError('FailedToParse', '$derivative requires explicit window bounds');
  return (partition) =>
    partition.documents.map((_, at) => {
      const [low, high] = window.of(partition, at);
      if (low >= high) return null;
      const [a, b] = [
        input(partition.documents[low] as Document),
        input(partition.documents[high] as Document),
      ];
      if (nullish(a) || nullish(b)) return null;
      const run =
        axis(partition.order[high], unit, '$derivative') - axis(partition.order[low], unit, '$derivative');
      if (run === 0) return null;
      const rise =
        a instanceof BsonDate && b instanceof BsonDate
          ? b.ms - a.ms
          : numeric(b, '$derivative') - numeric(a, '$derivative');
      return double(rise / run);
    });
}

function numeric(value: Value, name: string): number {
  if (!isNumber(value)) throw mongoError(5624904, `${name} expects numeric input, found ${typeName(value)}`);
  return toDouble(value);
}

/** `$integral`: the area under the line through the points of a window. */
export function integral(args: WindowArguments): WindowFunction {
  const { input, unit } = rateArguments(args);
  needsSort(args, 5624003);
  const window = args.bounds ?? WHOLE;
  return (partition) =>
    partition.documents.map((_, at) => {
      const [low, high] = window.of(partition, at);
      let area = 0;
      for (let step = Math.max(low, 0) + 1; step <= high; step++) {
        const [a, b] = [
          input(partition.documents[step - 1] as Document),
          input(partition.documents[step] as Document),
        ];
        if (nullish(a) || nullish(b)) continue;
        const width =
          axis(partition.order[step], unit, '$integral') - axis(partition.order[step - 1], unit, '$integral');
        area += (width * (numeric(a, '$integral') + numeric(b, '$integral'))) / 2;
      }
      return low > high ? null : double(area);
    });
}
