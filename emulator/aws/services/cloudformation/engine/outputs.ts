import { isDict } from '../../../../../src/core/dict.js';
import { refused } from '../faults.js';
import type { Stacks } from '../stacks.js';
import type { StoredOutput, StoredStack } from '../stored.js';
import type { StackRun } from './stack-run.js';

/** The outputs of a stack whose resources are all there. Throws what forbids one of its exports. */
export function settleOutputs(run: StackRun): StoredOutput[] {
  const evaluation = run.evaluation();
  const outputs = Object.entries(run.template.outputs).flatMap(([key, output]): StoredOutput[] => {
    if (!evaluation.holds(output)) return [];
    const value = evaluation.value(output.Value);
    if (typeof value === 'object' || value === undefined)
      throw refused(
        `Template format error: Output ${key} is malformed. The Value field of every Outputs member must evaluate to a String.`,
      );
    const exportName = isDict(output.Export) ? evaluation.value(output.Export.Name) : undefined;
    return [
      {
        key,
        value: String(value),
        ...(typeof output.Description === 'string' && { description: output.Description }),
        ...(exportName !== undefined && { exportName: String(exportName) }),
      },
    ];
  });
  checkExports(run.stacks, run.stack, outputs);
  return outputs;
}

/** Refuses exports that others have, and the loss or change of those that others use. */
export function checkExports(stacks: Stacks, stack: StoredStack, outputs: readonly StoredOutput[]): void {
  for (const { exportName } of outputs) {
    const owner = exportName === undefined ? undefined : stacks.exported(exportName)?.stack;
    if (owner && owner.id !== stack.id)
      throw refused(
        `Export with name ${exportName} is already exported by stack ${owner.name}. Rollback requested by user.`,
      );
  }
  for (const { exportName, value } of stack.outputs) {
    if (exportName === undefined) continue;
    const users = stacks.importers(exportName).filter((name) => name !== stack.name);
    if (users.length === 0) continue;
    const next = outputs.find((one) => one.exportName === exportName);
    if (next?.value === value) continue;
    throw refused(
      `Export ${exportName} cannot be ${next ? 'updated' : 'deleted'} as it is in use by ${users.join(' and ')}`,
    );
  }
}
