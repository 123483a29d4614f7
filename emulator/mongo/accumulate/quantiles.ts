import type { Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { CompileAccumulator, State } from './accumulator.js';
import { checkMethod, percentileArguments, percentileOf, sharesOf, sortedNumbers } from './percentile.js';

function gathered(finish: (numbers: number[]) => Value): State {
  const values: (Value | undefined)[] = [];
  return { add: (value) => void values.push(value), result: () => finish(sortedNumbers(values)) };
}

/** `$median`. */
export const median: CompileAccumulator = (argument, environment, name) => {
  const spec = percentileArguments(argument, name, ['input', 'method']);
  checkMethod(spec.get('method'), name);
  const input = environment.compile(spec.get('input') as Value);
  return { input, create: () => gathered((numbers) => percentileOf(numbers, 0.5)) };
};

/** `$percentile`. */
export const percentile: CompileAccumulator = (argument, environment, name) => {
  const spec = percentileArguments(argument, name, ['input', 'p', 'method']);
  checkMethod(spec.get('method'), name);
  const p = environment.compile(spec.get('p') as Value);
  if (!p.constant) throw mongoError(7750300, "The $percentile 'p' field must be a constant expression");
  const shares = sharesOf(p.evaluate(environment.newScope()));
  const input = environment.compile(spec.get('input') as Value);
  return {
    input,
    create: () => gathered((numbers) => shares.map((share) => percentileOf(numbers, share))),
  };
};
