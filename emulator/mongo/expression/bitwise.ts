import type { Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { integerOf, Width, widthOf } from './numbers.js';
import { nullish, type Operators, typeName, unary, variadic } from './operator.js';

function integer(value: Value, name: string): number | bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && widthOf(value) === Width.Int) return value;
  throw mongoError('TypeMismatch', `${name} only supports int and long operands, not ${typeName(value)}`);
}

function fold(start: number, combine: (a: bigint, b: bigint) => bigint) {
  return variadic((values, _environment, name) => {
    let empty = false;
    let width = Width.Int;
    let result = BigInt(start);
    for (const value of values) {
      if (nullish(value)) empty = true;
      else {
        const bits = integer(value, name);
        if (typeof bits === 'bigint') width = Width.Long;
        result = combine(result, BigInt(bits));
      }
    }
    return empty ? null : integerOf(result, width);
  });
}

export const bitwiseOperators: Operators = {
  $bitAnd: fold(-1, (a, b) => a & b),
  $bitNot: unary((value, _environment, name) => {
    if (nullish(value)) return null;
    const bits = integer(value, name);
    return typeof bits === 'bigint' ? ~bits : ~bits;
  }),
  $bitOr: fold(0, (a, b) => a | b),
  $bitXor: fold(0, (a, b) => a ^ b),
};
