import { own } from '../../../../../src/core/dict.js';
import type { Operation } from '../../../protocol/operation.js';
import { refused } from '../faults.js';
import { isRepeated } from '../read-source.js';
import type { Stacks } from '../stacks.js';
import { begin, noteToken } from './change-stack.js';

/** `CancelUpdateStack`: the update ends where it is, and is rolled back. */
export const cancelUpdateStack: Operation<Stacks> = async (stacks, input) => {
  const stack = stacks.named(input.text('StackName', { min: 1 }));
  if (isRepeated(stack, input, 'CancelUpdateStack')) return {};
  if (stack.status !== 'UPDATE_IN_PROGRESS')
    throw refused('CancelUpdateStack cannot be called from current stack status');
  noteToken(stack, 'CancelUpdateStack', input);
  stacks.world.engine.cancel(stack);
  await stacks.save();
  return {};
};

/** `ContinueUpdateRollback` of one that failed, past resources that cannot be restored. */
export const continueUpdateRollback: Operation<Stacks> = async (stacks, input) => {
  const stack = stacks.named(input.text('StackName', { min: 1 }));
  if (isRepeated(stack, input, 'ContinueUpdateRollback')) return {};
  if (stack.status !== 'UPDATE_ROLLBACK_FAILED')
    throw refused(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
  const skip = input.optionalTexts('ResourcesToSkip') ?? [];
  const unfit = skip.filter((id) => own(stack.resources, id)?.status !== 'UPDATE_FAILED');
  if (unfit.length > 0)
    throw refused(
      `The following resource(s) in ResourcesToSkip are not in UPDATE_FAILED state: [${unfit.join(', ')}]`,
    );
  await begin(
    stacks,
    stack,
    'ContinueUpdateRollback',
    { kind: 'UPDATE_ROLLBACK', onFailure: 'ROLLBACK', skip },
    input,
  );
  return {};
};

/** `RollbackStack`: takes back a create or an update that failed and was left as it was. */
export const rollbackStack: Operation<Stacks> = async (stacks, input) => {
  const stack = stacks.named(input.text('StackName', { min: 1 }));
  if (isRepeated(stack, input, 'RollbackStack')) return { StackId: stack.id };
  if (stack.status !== 'CREATE_FAILED' && stack.status !== 'UPDATE_FAILED')
    throw refused(`Stack:${stack.id} is in ${stack.status} state and can not be rolled back.`);
  const kind = stack.status === 'UPDATE_FAILED' && stack.before ? 'UPDATE_ROLLBACK' : 'ROLLBACK';
  await begin(stacks, stack, 'RollbackStack', { kind, onFailure: 'ROLLBACK' }, input);
  return { StackId: stack.id };
};
