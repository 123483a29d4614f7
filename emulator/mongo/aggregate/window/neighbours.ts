import { BsonDate, Document, double, isNumber, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { toDouble, wholeInt32 } from '../../expression/numbers.js';
import { nullish, typeName } from '../../expression/operator.js';
import { expressionOf } from '../stage.js';
import { needsSort, type WindowArguments, type WindowFunction } from './partition.js';

const SHIFT = ['output', 'by', 'default'];

/** `$shift`: the value of the document so many places away. */
export function shift({ argument, sortBy, context, name }: WindowArguments): WindowFunction {
  if (!(argument instanceof Document))
    throw mongoError('FailedToParse', `Argument to ${name} must be an object`);
  for (const field of argument.keys())
    if (!SHIFT.includes(field)) throw mongoError('FailedToParse', `Unknown argument in $shift: ${field}`);
  const [output, by, fallback] = SHIFT.map((field) => argument.get(field));
  if (sortBy === undefined) throw mongoError('FailedToParse', "'$shift' requires a sortBy");
  if (output === undefined || by === undefined)
    throw mongoError('FailedToParse', '$shift requires an output and a by argument');
  const steps = wholeInt32(by);
  if (steps === undefined)
    throw mongoError('FailedToParse', `'$shift:by' field must be an integer, but found by: ${typeName(by)}`);
  const value = expressionOf(output, context);
  const otherwise = fallback === undefined ? null : (expressionOf(fallback, context)(new Document()) ?? null);
  return ({ documents }) =>
    documents.map((_, at) => {
      const other = documents[at + steps];
      return other === undefined ? otherwise : (value(other) ?? null);
    });
}

/** `$locf`: the last value that was there. */
export function locf({ argument, context, bounds, name }: WindowArguments): WindowFunction {
  if (bounds !== undefined) throw mongoError('FailedToParse', `'window' field is not allowed in ${name}`);
  const value = expressionOf(argument, context);
  return ({ documents }) => {
    let last: Value = null;
    return documents.map((document) => {
      const now = value(document);
      if (!nullish(now)) last = now as Value;
      return last;
    });
  };
}

/** `$linearFill`: a straight line between the values around a gap. */
export function linearFill(args: WindowArguments): WindowFunction {
  needsSort(args, 605001);
  const value = expressionOf(args.argument, args.context);
  return ({ documents, order }) => {
    const values = documents.map((document) => value(document) ?? null);
    const next = nextKnown(values);
    const at = order.map((position) =>
      position instanceof BsonDate ? position.ms : isNumber(position) ? toDouble(position) : Number.NaN,
    );
    let left = -1;
    return values.map((now, index) => {
      if (!nullish(now)) {
        if (!isNumber(now)) throw mongoError(7000700, '$linearFill requires numeric values');
        left = index;
        return now;
      }
      const right = next[index] as number;
      if (left < 0 || right < 0) return null;
      const [y0, y1] = [toDouble(values[left] as number), toDouble(values[right] as number)];
      const [x0, x1, x] = [at[left], at[right], at[index]] as [number, number, number];
      return double(y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
    });
  };
}

/** For each position the next one that has a value; -1 where there is none. */
function nextKnown(values: readonly Value[]): number[] {
  let next = -1;
  return values
    .map((_, index) => values.length - 1 - index)
    .map((index) => {
      const found = next;
      if (!nullish(values[index])) next = index;
      return found;
    })
    .reverse();
}
