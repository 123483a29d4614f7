import { userError } from '../src/core/errors.js';
import type { LambdaFunction } from '../src/core/stack/model.js';
import type { FaultControl, FaultSettings } from './control/view.js';

interface FaultTable {
  list(): Record<string, FaultSettings>;
  set(name: string, fault: FaultSettings): void;
  clear(name?: string): void;
}

/** Faults of the functions of the stack in force, by the names people use. */
export function faultControl(
  lambda: { faults: FaultTable },
  functions: () => readonly LambdaFunction[],
): FaultControl {
  return {
    names: () => functions().map(({ logicalId }) => logicalId),
    resolve: (name) => (name === '*' ? name : functions().find((one) => isCalled(one, name))?.name),
    list: () => lambda.faults.list(),
    set: (name, fault) => lambda.faults.set(name, fault),
    clear: (name) => lambda.faults.clear(name),
  };
}

/** The functions of these names, logical ids, or logical ids without `Function`. Throws UNKNOWN_FUNCTION. */
export function functionsCalled(
  names: readonly string[],
  functions: readonly LambdaFunction[],
): LambdaFunction[] {
  return names.map((name) => {
    const found = functions.find((one) => isCalled(one, name));
    if (!found) throw userError('UNKNOWN_FUNCTION', { known: functions.map(({ logicalId }) => logicalId) });
    return found;
  });
}

function isCalled({ name, logicalId }: LambdaFunction, wanted: string): boolean {
  const short = wanted.toLowerCase();
  return (
    name === wanted ||
    [logicalId.toLowerCase(), logicalId.toLowerCase().replace(/function$/, '')].includes(short)
  );
}
