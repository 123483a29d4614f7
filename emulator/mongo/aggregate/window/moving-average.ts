import { Decimal128, Document, double, isNumber, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { addNumbers, multiplyNumbers, toDouble, wholeInt32 } from '../../expression/numbers.js';
import { expressionOf } from '../stage.js';
import type { WindowArguments, WindowFunction } from './partition.js';

/** `$expMovingAvg`: an average in which older documents count less. */
export function expMovingAverage(args: WindowArguments): WindowFunction {
  const { argument, context, name } = args;
  if (!(argument instanceof Document))
    throw mongoError('FailedToParse', `${name} must have exactly one argument that is an object`);
  const [input, n, alpha] = ['input', 'N', 'alpha'].map((field) => argument.get(field));
  if (input === undefined || (n === undefined) === (alpha === undefined))
    throw mongoError(
      'FailedToParse',
      "$expMovingAvg sub object must have exactly two fields: An 'input' field, and either an 'N' field or an 'alpha' field",
    );
  if (args.sortBy === undefined)
    throw mongoError('FailedToParse', "$expMovingAvg requires an explicit 'sortBy'");
  const weight = emaWeight(n, alpha);
  const value = expressionOf(input, context);
  return ({ documents }) => {
    let average: Value | undefined;
    return documents.map((document) => {
      const now = value(document);
      if (isNumber(now)) {
        average = isNumber(average)
          ? addNumbers(multiplyNumbers(now, double(weight)), multiplyNumbers(average, double(1 - weight)))
          : now instanceof Decimal128
            ? now
            : double(toDouble(now));
      }
      return average ?? null;
    });
  };
}

function emaWeight(n: Value | undefined, alpha: Value | undefined): number {
  if (n !== undefined) {
    const whole = wholeInt32(n);
    if (whole === undefined || whole <= 0)
      throw mongoError('FailedToParse', "'N' field must be an integer greater than zero");
    return 2 / (whole + 1);
  }
  const number = isNumber(alpha) ? toDouble(alpha) : Number.NaN;
  if (!(number > 0 && number < 1))
    throw mongoError('FailedToParse', "'alpha' must be between 0 and 1 (exclusive)");
  return number;
}
