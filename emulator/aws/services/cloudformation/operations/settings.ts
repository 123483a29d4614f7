import type { Operation } from '../../../protocol/operation.js';
import { noStackWithId, refused } from '../faults.js';
import type { Stacks } from '../stacks.js';
import { readStackPolicy } from './change-stack.js';

/** `SetStackPolicy`. */
export const setStackPolicy: Operation<Stacks> = async (stacks, input, request) => {
  const stack = stacks.named(input.text('StackName', { min: 1 }));
  const policy = await readStackPolicy(stacks, input, request, 'StackPolicy');
  if (policy === undefined) throw refused('Either StackPolicyBody or StackPolicyURL must be specified.');
  stack.policy = policy;
  await stacks.save();
  return {};
};

/** `GetStackPolicy`: nothing while there is none. */
export const getStackPolicy: Operation<Stacks> = (stacks, input) => {
  const name = input.text('StackName', { min: 1 });
  const stack = stacks.find(name);
  if (!stack) throw noStackWithId(name);
  return { StackPolicyBody: stack.policy };
};

/** `UpdateTerminationProtection`. */
export const updateTerminationProtection: Operation<Stacks> = async (stacks, input) => {
  const stack = stacks.named(input.text('StackName', { min: 1 }));
  if (stack.status === 'DELETE_COMPLETE' || stack.status === 'DELETE_IN_PROGRESS')
    throw refused(`Stack [${stack.name}] is in ${stack.status} state and can not be updated.`);
  if (!input.has('EnableTerminationProtection'))
    throw input.invalid('EnableTerminationProtection', null, 'Member must not be null');
  stack.isProtected = input.flag('EnableTerminationProtection');
  await stacks.save();
  return { StackId: stack.id };
};
