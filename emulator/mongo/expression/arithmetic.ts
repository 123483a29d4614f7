import {
  absolute,
  BsonDate,
  Decimal128,
  divideDecimals,
  double,
  isNumber,
  type NumberValue,
  quantize,
  remainder,
  truncateToInteger,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';
import {
  addNumbers,
  dateOf,
  fitsInt64,
  INT64_MIN,
  integerOf,
  intOrLong,
  multiplyNumbers,
  roundHalfAway,
  subtractNumbers,
  toDecimal,
  toDouble,
  Width,
  widthOf,
} from './numbers.js';
import { binary, nullish, type Operators, typeName, unary, variadic } from './operator.js';

type V = Value | undefined;

/** Numbers beyond this many milliseconds are no dates. */
const MAX_DATE = 2 ** 63;

function add(values: V[]): V {
  let total: NumberValue = 0;
  let date = false;
  for (const value of values) {
    if (nullish(value)) return null;
    if (value instanceof BsonDate) {
      if (date) throw mongoError(16612, 'only one date allowed in an $add expression');
      date = true;
      total = addNumbers(total, dateMillis(value));
    } else if (isNumber(value)) total = addNumbers(total, value);
    else throw mongoError('TypeMismatch', `$add only supports numeric or date types, not ${typeName(value)}`);
  }
  return date ? dateFrom(total, '$add') : total;
}

function dateMillis(date: BsonDate): NumberValue {
  return Number.isSafeInteger(date.ms) ? BigInt(date.ms) : double(date.ms);
}

function dateFrom(millis: NumberValue, name: string): BsonDate {
  const ms = millis instanceof Decimal128 ? decimalMillis(millis) : roundHalfAway(toDouble(millis));
  if (!(Math.abs(ms) < MAX_DATE)) throw mongoError('Overflow', `date overflow in ${name}`);
  return dateOf(ms);
}

function decimalMillis(value: Decimal128): number {
  const whole = truncateToInteger(quantize(value, 0, 'half-even'));
  return whole === undefined ? Number.NaN : Number(whole);
}

function subtract(left: V, right: V): V {
  if (nullish(left) || nullish(right)) return null;
  if (isNumber(left) && isNumber(right)) return subtractNumbers(left, right);
  if (left instanceof BsonDate) return subtractFromDate(left, right);
  throw mongoError('TypeMismatch', `can't $subtract ${typeName(right)} from ${typeName(left)}`);
}

function subtractFromDate(left: BsonDate, right: Value): V {
  if (right instanceof BsonDate) return integerOf(BigInt(left.ms) - BigInt(right.ms), Width.Long);
  if (isNumber(right)) return dateFrom(subtractNumbers(dateMillis(left), right), '$subtract');
  throw mongoError('TypeMismatch', `can't $subtract ${typeName(right)} from Date`);
}

function multiply(values: V[]): V {
  let product: NumberValue = 1;
  for (const value of values) {
    if (nullish(value)) return null;
    if (!isNumber(value)) {
      throw mongoError('TypeMismatch', `$multiply only supports numeric types, not ${typeName(value)}`);
    }
    product = multiplyNumbers(product, value);
  }
  return product;
}

function divide(left: V, right: V): V {
  if (nullish(left) || nullish(right)) return null;
  if (!isNumber(left) || !isNumber(right)) {
    throw mongoError(
      'TypeMismatch',
      `$divide only supports numeric types, not ${typeName(left)} and ${typeName(right)}`,
    );
  }
  if (left instanceof Decimal128 || right instanceof Decimal128) {
    const divisor = toDecimal(right);
    if (divisor.isZero) throw mongoError('BadValue', "can't $divide by zero");
    return divideDecimals(toDecimal(left), divisor);
  }
  const divisor = toDouble(right);
  if (divisor === 0) throw mongoError('BadValue', "can't $divide by zero");
  return double(toDouble(left) / divisor);
}

function modulo(left: V, right: V): V {
  if (nullish(left) || nullish(right)) return null;
  if (!isNumber(left) || !isNumber(right)) {
    throw mongoError(16611, `$mod only supports numeric types, not ${typeName(left)} and ${typeName(right)}`);
  }
  const width = Math.max(widthOf(left), widthOf(right));
  if (width === Width.Decimal) {
    if (toDecimal(right).isZero) throw mongoError(5733415, "can't $mod by zero");
    return remainder(toDecimal(left), toDecimal(right));
  }
  if (toDouble(right) === 0) throw mongoError(16610, "can't $mod by zero");
  if (width === Width.Double) return double(toDouble(left) % toDouble(right));
  return integerOf(BigInt(left as number | bigint) % BigInt(right as number | bigint), width);
}

/** An operator on one number: null for null, 28765 for what is no number. */
export function onNumber(run: (value: NumberValue, name: string) => V) {
  return unary((value, _environment, name) => {
    if (nullish(value)) return null;
    if (!isNumber(value))
      throw mongoError(28765, `${name} only supports numeric types, not ${typeName(value)}`);
    return run(value, name);
  });
}

function abs(value: NumberValue): V {
  if (value instanceof Decimal128) return absolute(value);
  if (widthOf(value) === Width.Double) return double(Math.abs(toDouble(value)));
  if (value === INT64_MIN) throw mongoError(28680, "can't take $abs of long long min");
  const whole = BigInt(value as number | bigint);
  return integerOf(whole < 0n ? -whole : whole, widthOf(value));
}

function towards(rounding: 'floor' | 'ceiling', onDouble: (value: number) => number) {
  return onNumber((value) => {
    // mongod quantizes to exponent 0, which no decimal of more than 34 digits before the point has.
    if (value instanceof Decimal128)
      return isQuantizable(value) ? quantize(value, 0, rounding) : Decimal128.NAN;
    return widthOf(value) === Width.Double ? double(onDouble(toDouble(value))) : value;
  });
}

function isQuantizable(value: Decimal128): boolean {
  if (!value.isFinite) return value.isNaN;
  const { coefficient, exponent } = value.parts;
  return coefficient === 0n || coefficient.toString().length + exponent <= 34;
}

/** `$round` and `$trunc`: to `place` digits after the point, 0 when left out. */
function toPlace(rounding: 'half-even' | 'down') {
  return variadic(
    ([value, place], _environment, name) => {
      if (nullish(value)) return null;
      const places = place === undefined ? 0 : placeOf(place, name);
      if (!isNumber(value))
        throw mongoError(51081, `${name} only supports numeric types, not ${typeName(value)}`);
      if (places === null) return null;
      return roundTo(value, places, rounding, name);
    },
    1,
    2,
  );
}

function placeOf(place: Value, name: string): number | null {
  if (nullish(place)) return null;
  if (!isNumber(place)) throw mongoError(16004, `can't convert from BSON type ${typeName(place)} to long`);
  const number = toDouble(place);
  if (place instanceof Decimal128 && place.isNaN)
    throw mongoError(51082, 'precision argument to  $round must be a integral value');
  if (!(Math.abs(number) < 2 ** 63))
    throw mongoError(31109, `Can't coerce out of range value ${number} to long`);
  if (!Number.isInteger(number))
    throw mongoError(51082, 'precision argument to  $round must be a integral value');
  if (number < -20 || number > 100) {
    throw mongoError(
      51083,
      `cannot apply ${name} with precision value ${number} value must be in [-20, 100]`,
    );
  }
  return number;
}

function roundTo(value: NumberValue, places: number, rounding: 'half-even' | 'down', name: string): V {
  const width = widthOf(value);
  if (width === Width.Decimal) return quantize(value as Decimal128, places, rounding);
  if (width === Width.Double) return roundDouble(toDouble(value), places, rounding);
  if (places >= 0) return value;
  const rounded = truncateToInteger(quantize(toDecimal(value), places, rounding)) as bigint;
  if (!fitsInt64(rounded)) {
    throw mongoError(51080, `invalid conversion from Decimal128 result in ${name} resulting from arguments`);
  }
  return width === Width.Int ? intOrLong(rounded) : rounded;
}

function roundDouble(value: number, places: number, rounding: 'half-even' | 'down'): V {
  if (!Number.isFinite(value)) return double(value);
  return double(quantize(Decimal128.fromDouble(value, 34), places, rounding).toNumber());
}

export const arithmeticOperators: Operators = {
  $abs: onNumber(abs),
  $add: variadic(add),
  $ceil: towards('ceiling', Math.ceil),
  $divide: binary(divide),
  $floor: towards('floor', Math.floor),
  $mod: binary(modulo),
  $multiply: variadic(multiply),
  $round: toPlace('half-even'),
  $subtract: binary(subtract),
  $trunc: toPlace('down'),
};
