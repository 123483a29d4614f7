import { runningOperators } from '../accumulate/expressions.js';
import { accumulatorOperators } from './accumulator-operators.js';
import { arithmeticOperators } from './arithmetic.js';
import { arrayOperators } from './array.js';
import { bitwiseOperators } from './bitwise.js';
import { convertOperators } from './convert.js';
import { dateOperators } from './date.js';
import { dateArithmeticOperators } from './date-arithmetic.js';
import { iterationOperators } from './iteration.js';
import { logicOperators } from './logic.js';
import { objectOperators } from './object.js';
import type { Operator, Operators } from './operator.js';
import { regexOperators } from './regex.js';
import { setOperators } from './set.js';
import { textOperators } from './text.js';
import { transcendentalOperators } from './transcendental.js';

/** Every expression operator by name. What is not here fails as mongod fails on a name it does not know. */
const OPERATORS: Operators = {
  ...accumulatorOperators,
  ...arithmeticOperators,
  ...arrayOperators,
  ...bitwiseOperators,
  ...convertOperators,
  ...dateArithmeticOperators,
  ...dateOperators,
  ...iterationOperators,
  ...logicOperators,
  ...objectOperators,
  ...regexOperators,
  ...runningOperators,
  ...setOperators,
  ...textOperators,
  ...transcendentalOperators,
};

export function findOperator(name: string): Operator | undefined {
  return Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
}
