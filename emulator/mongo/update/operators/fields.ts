import {
  BsonDate,
  Double,
  isDocument,
  isNumber,
  type NumberValue,
  typeAlias,
  typeOf,
  type Value,
} from '../../bson/index.js';
import { compare, compareNumbers, identical } from '../../compare/index.js';
import { mongoError } from '../../error/index.js';
import { ownerText } from '../apply.js';
import type { Modify, Run } from '../context.js';
import { describe, describeField } from '../describe.js';
import { add, multiply } from './arithmetic.js';
import type { LeafOptions } from './index.js';

/** The old value when the new one has the same bytes. */
export function unlessSame(current: Value | undefined, next: Value): Value {
  return current !== undefined && identical(current, next) ? current : next;
}

export function set(value: Value): Modify {
  return (current) => unlessSame(current, value);
}

export function setOnInsert(value: Value): Modify {
  return (current, run) => (run.context.inserting === true ? unlessSame(current, value) : current);
}

export function unset(): Modify {
  return () => undefined;
}

export function inc(value: Value, path: string): Modify {
  const operand = numericArgument(value, path, 'increment');
  return arithmetic('$inc', operand, add, operand);
}

export function mul(value: Value, path: string): Modify {
  const operand = numericArgument(value, path, 'multiply');
  return arithmetic('$mul', operand, multiply, multiply(0, operand) as NumberValue);
}

function numericArgument(value: Value, path: string, verb: string): NumberValue {
  if (isNumber(value)) return value;
  throw mongoError(
    'TypeMismatch',
    `Cannot ${verb} with non-numeric argument: {${describeField(path, value)}}`,
  );
}

function arithmetic(
  name: string,
  operand: NumberValue,
  operation: (a: NumberValue, b: NumberValue) => NumberValue | undefined,
  initial: NumberValue,
): Modify {
  return (current, run) => {
    if (current === undefined) return initial;
    if (!isNumber(current)) {
      throw mongoError(
        'TypeMismatch',
        `Cannot apply ${name} to a value of non-numeric type. ${ownerText(run, current, 'non-numeric')}`,
      );
    }
    const result = operation(current, operand);
    if (result === undefined) throw overflow(name, current, run);
    const same = typeOf(result) === typeOf(current) && compareNumbers(current, result) === 0;
    return same ? current : result;
  };
}

function overflow(name: string, current: NumberValue, run: Run) {
  return mongoError(
    'BadValue',
    `Failed to apply ${name} operations to current value ((NumberLong)${current}) for document {_id: ${describe(run.id)}}`,
  );
}

export function min(value: Value, _path: string, { collation }: LeafOptions): Modify {
  return (current) =>
    current === undefined || compare(value, current, collation?.compare) < 0 ? value : current;
}

export function max(value: Value, _path: string, { collation }: LeafOptions): Modify {
  return (current) =>
    current === undefined || compare(value, current, collation?.compare) > 0 ? value : current;
}

const DATE: Modify = (_current, run) => new BsonDate(run.context.now());
const TIMESTAMP: Modify = (_current, run) => run.context.timestamp();

/** `true`, `{$type: "date"}` or `{$type: "timestamp"}`. */
export function currentDate(value: Value): Modify {
  if (typeof value === 'boolean') return DATE;
  if (!isDocument(value)) {
    throw mongoError(
      'BadValue',
      `${typeAlias(typeOf(value))} is not valid type for $currentDate. Please use a boolean ('true') or a $type ` +
        "expression ({$type: 'timestamp/date'}).",
    );
  }
  for (const name of value.keys()) {
    if (name !== '$type') throw mongoError('BadValue', `Unrecognized $currentDate option: ${name}`);
  }
  const type = value.get('$type');
  if (type === 'date') return DATE;
  if (type === 'timestamp') return TIMESTAMP;
  throw mongoError(
    'BadValue',
    "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
  );
}

const BITWISE: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

/** `{and: 5, or: 2, xor: 1}`, in the order written, on int32 and int64. */
export function bit(value: Value, path: string): Modify {
  if (!isDocument(value)) {
    throw mongoError(
      'BadValue',
      `The $bit modifier is not compatible with a ${typeAlias(typeOf(value))}. You must pass in an embedded ` +
        'document: {$bit: {field: {and/or/xor: #}}',
    );
  }
  const steps = [...value].map(([name, operand]) => bitStep(name, operand, path, value));
  if (steps.length === 0) {
    throw mongoError(
      'BadValue',
      `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`,
    );
  }
  return (current, run) => {
    const initial = current === undefined ? 0 : current;
    if (!isIntegral(initial)) {
      throw mongoError(
        'BadValue',
        `Cannot apply $bit to a value of non-integral type.${ownerText(run, initial, 'non-integer')}`,
      );
    }
    return unlessSame(
      current,
      steps.reduce((result, step) => step(result), initial),
    );
  };
}

type Integral = number | bigint;

function bitStep(name: string, operand: Value, path: string, whole: Value): (current: Integral) => Integral {
  const operation = BITWISE[name];
  const shown = `{${describeField(path, whole)}}`;
  if (operation === undefined) {
    throw mongoError(
      'BadValue',
      `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: ${shown}`,
    );
  }
  if (!isIntegral(operand)) {
    throw mongoError(
      'BadValue',
      `The $bit modifier field must be an Integer(32/64 bit); a '${typeAlias(typeOf(operand))}' is not supported here: ${shown}`,
    );
  }
  return (current) => {
    const result = operation(BigInt(current), BigInt(operand));
    return typeof current === 'number' && typeof operand === 'number' ? Number(result) : result;
  };
}

function isIntegral(value: Value): value is Integral {
  return (
    typeof value === 'bigint' ||
    (isNumber(value) && !(value instanceof Double) && typeAlias(typeOf(value)) === 'int')
  );
}
