import type { Document, Value } from '../bson/index.js';
import { folding } from '../expression/accumulator-operators.js';
import { derived } from '../expression/node.js';
import type { Operator, Operators } from '../expression/operator.js';
import { checkMethod, percentileArguments, percentileOf, sharesOf, sortedNumbers } from './percentile.js';
import { RunningDeviation, RunningSum } from './sum.js';

function total(result: (sum: RunningSum) => Value): Operator {
  return folding((values) => {
    const sum = new RunningSum();
    for (const value of values) sum.add(value);
    return result(sum);
  });
}

function deviation(sample: boolean): Operator {
  return folding((values) => {
    const running = new RunningDeviation();
    for (const value of values) running.add(value);
    return running.result(sample);
  });
}

function listOf(value: Value | undefined): (Value | undefined)[] {
  return Array.isArray(value) ? value : [value];
}

const median: Operator = (argument, environment, name) => {
  const spec = percentileArguments(argument, name, ['input', 'method']);
  checkMethod(spec.get('method'), name);
  const input = environment.compile(spec.get('input') as Value);
  return derived([input], (scope) => percentileOf(sortedNumbers(listOf(input.evaluate(scope))), 0.5));
};

const percentile: Operator = (argument, environment, name) => {
  const spec: Document = percentileArguments(argument, name, ['input', 'p', 'method']);
  checkMethod(spec.get('method'), name);
  const input = environment.compile(spec.get('input') as Value);
  const p = environment.compile(spec.get('p') as Value);
  return derived([input, p], (scope) => {
    const numbers = sortedNumbers(listOf(input.evaluate(scope)));
    return sharesOf(p.evaluate(scope)).map((share) => percentileOf(numbers, share));
  });
};

/** The accumulators that are expressions too and need running sums. */
export const runningOperators: Operators = {
  $avg: total((sum) => sum.looseMean),
  $median: median,
  $percentile: percentile,
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
  $sum: total((sum) => sum.value),
};
