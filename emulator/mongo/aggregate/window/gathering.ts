import { compileAccumulatorArgument } from '../../accumulate/accumulators.js';
import { Document } from '../../bson/index.js';
import { expressionOf } from '../stage.js';
import { SlidingDeviation } from './deviation.js';
import { WHOLE, type WindowArguments, type WindowFunction } from './partition.js';
import { slide } from './slide.js';

/** An accumulator of `$group` over each window. Windows that only grow are added to, others are computed anew. */
export function accumulating({ name, argument, bounds = WHOLE, context }: WindowArguments): WindowFunction {
  const accumulator = compileAccumulatorArgument(name, argument, context.environment);
  const scope = context.environment.newScope();
  return (partition) => {
    const inputs = partition.documents.map((document) => {
      scope.root = document;
      return accumulator.input.evaluate(scope);
    });
    let state = accumulator.create(scope);
    let [from, to] = [0, -1];
    return partition.documents.map((document, at) => {
      const [low, high] = bounds.of(partition, at);
      if (low !== from || high < to) {
        scope.root = document;
        state = accumulator.create(scope);
        [from, to] = [low, low - 1];
      }
      for (; to < high; to++) state.add(inputs[to + 1]);
      const result = state.result() ?? null;
      return Array.isArray(result) ? [...result] : result instanceof Document ? result.clone() : result;
    });
  };
}

/** `$stdDevPop` and `$stdDevSamp`, which mongod computes another way where documents leave the window. */
export function deviating(sample: boolean) {
  return (args: WindowArguments): WindowFunction => {
    const { argument, bounds = WHOLE, context } = args;
    if (bounds.growsOnly) return accumulating(args);
    const read = expressionOf(argument, context);
    return (partition) =>
      slide(partition, bounds, partition.documents.map(read), () => new SlidingDeviation(sample));
  };
}
