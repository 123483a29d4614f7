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

function isCalled({ name, logicalId }: LambdaFunction, wanted: string): boolean {
  const short = wanted.toLowerCase();
  return (
    name === wanted ||
    [logicalId.toLowerCase(), logicalId.toLowerCase().replace(/function$/, '')].includes(short)
  );
}
