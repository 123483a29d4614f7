import type { AwsApiRequest } from '../../../../kernel/aws.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { sourceOf } from '../engine/engine.js';
import { checkPolicy } from '../engine/stack-policy.js';
import { cannotUpdate, refused } from '../faults.js';
import { planChanges } from '../plan.js';
import {
  isRepeated,
  readNotificationArns,
  readRole,
  readSource,
  readToken,
  STACK_NAME,
} from '../read-source.js';
import type { Stacks } from '../stacks.js';
import type { StackSource, StoredOperation, StoredStack } from '../stored.js';
import { readTemplate } from '../template.js';
import { sentPolicy } from '../template-source.js';

/** From these an update can begin (user guide, "Stack status codes"). */
const UPDATABLE = [
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'IMPORT_COMPLETE',
  'UPDATE_FAILED',
  'CREATE_FAILED',
];

/** `CreateStack`: answers when it has begun. */
export const createStack: Operation<Stacks> = async (stacks, input, request) => {
  const name = input.text('StackName', STACK_NAME);
  const onFailure = readOnFailure(input);
  const source = await readSource(stacks, input, request);
  const policy = await readStackPolicy(stacks, input, request, 'StackPolicy');
  const minutes = input.optionalInteger('TimeoutInMinutes', { min: 1 });
  const notificationArns = readNotificationArns(input);
  const present = stacks.find(name);
  if (present && isRepeated(present, input, 'CreateStack')) return { StackId: present.id };
  if (present && present.status !== 'REVIEW_IN_PROGRESS')
    throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);
  const stack = present ?? emptyStack(stacks, name);
  takeUp(stack, source);
  Object.assign(stack, {
    disableRollback: onFailure === 'DO_NOTHING',
    isProtected: input.flag('EnableTerminationProtection'),
    notificationArns,
    ...(policy !== undefined && { policy }),
    ...(minutes !== undefined && { timeoutInMinutes: minutes }),
  });
  for (const one of stacks.changeSetsOf(stack)) one.execution = 'OBSOLETE';
  stacks.state.stacks[stack.id] = stack;
  const deadline = minutes === undefined ? {} : { deadline: stacks.now + minutes * 60_000 };
  await begin(stacks, stack, 'CreateStack', { kind: 'CREATE', onFailure, ...deadline }, input);
  return { StackId: stack.id };
};

/** `UpdateStack`. Throws `No updates are to be performed.` when nothing would be different. */
export const updateStack: Operation<Stacks> = async (stacks, input, request) => {
  const stack = stacks.named(input.text('StackName', STACK_NAME));
  if (isRepeated(stack, input, 'UpdateStack')) return { StackId: stack.id };
  requireUpdatable(stack);
  const source = await readSource(stacks, input, request, stack);
  const policy = await readStackPolicy(stacks, input, request, 'StackPolicy');
  const duringUpdate = await readStackPolicy(stacks, input, request, 'StackPolicyDuringUpdate');
  requireUpdatable(stack); // another request may have been quicker
  if (planChanges(stacks, stack, source).isEmpty) throw refused('No updates are to be performed.');
  if (policy !== undefined) stack.policy = policy;
  const onFailure = input.flag('DisableRollback') ? 'DO_NOTHING' : 'ROLLBACK';
  goOnFrom(stacks, stack, source);
  const own = duringUpdate === undefined ? {} : { policy: duringUpdate };
  await begin(stacks, stack, 'UpdateStack', { kind: 'UPDATE', onFailure, ...own }, input);
  return { StackId: stack.id };
};

/** `DeleteStack`: of one that is not there it says nothing, as AWS. */
export const deleteStack: Operation<Stacks> = async (stacks, input) => {
  const stack = stacks.find(input.text('StackName', { min: 1 }));
  if (!stack || stack.status === 'DELETE_COMPLETE') return {};
  if (isRepeated(stack, input, 'DeleteStack') || stack.status === 'DELETE_IN_PROGRESS') return {};
  if (stack.isProtected)
    throw refused(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  const retain = input.optionalTexts('RetainResources') ?? [];
  const force =
    input.optionalText('DeletionMode', { oneOf: ['STANDARD', 'FORCE_DELETE_STACK'] }) ===
    'FORCE_DELETE_STACK';
  if ((retain.length > 0 || force) && stack.status !== 'DELETE_FAILED')
    throw refused(
      `Invalid operation on stack [${stack.id}]. ${force ? 'FORCE_DELETE_STACK' : 'RetainResources'} can only be specified for stacks in the DELETE_FAILED state.`,
    );
  const strange = retain.filter((id) => !Object.hasOwn(stack.resources, id));
  if (strange.length > 0)
    throw refused(`The following resources to retain do not exist: [${strange.join(', ')}]`);
  requireIdle(stack);
  refuseUsedExports(stacks, stack);
  readRole(stacks, input);
  if (stack.status === 'REVIEW_IN_PROGRESS')
    for (const one of stacks.changeSetsOf(stack)) delete stacks.state.changeSets[one.id];
  await begin(stacks, stack, 'DeleteStack', { kind: 'DELETE', onFailure: 'ROLLBACK', retain, force }, input);
  return {};
};

function refuseUsedExports(stacks: Stacks, stack: StoredStack): void {
  for (const { exportName } of stack.outputs) {
    const users =
      exportName === undefined ? [] : stacks.importers(exportName).filter((name) => name !== stack.name);
    if (users.length > 0)
      throw refused(`Export ${exportName} cannot be deleted as it is in use by ${users.join(' and ')}`);
  }
}

/** `OnFailure` or `DisableRollback`. */
function readOnFailure(input: Input): StoredOperation['onFailure'] {
  const onFailure = input.optionalText('OnFailure', { oneOf: ['DO_NOTHING', 'ROLLBACK', 'DELETE'] });
  if (onFailure !== undefined && input.has('DisableRollback'))
    throw refused('You must specify only one of OnFailure or DisableRollback');
  return (
    (onFailure as StoredOperation['onFailure'] | undefined) ??
    (input.flag('DisableRollback') ? 'DO_NOTHING' : 'ROLLBACK')
  );
}

/** `StackPolicyBody` or `…URL` under this name. */
export async function readStackPolicy(
  stacks: Stacks,
  input: Input,
  request: AwsApiRequest,
  name: 'StackPolicy' | 'StackPolicyDuringUpdate',
): Promise<string | undefined> {
  const text = await sentPolicy(stacks, input, request, name);
  return text === undefined ? undefined : checkPolicy(text);
}

/** A stack that is not on the books yet. */
export function emptyStack(stacks: Stacks, name: string): StoredStack {
  return {
    id: stacks.arn(`stack/${name}/${stacks.world.ids.uuid()}`),
    name,
    status: 'REVIEW_IN_PROGRESS',
    createdAt: stacks.now,
    disableRollback: false,
    isProtected: false,
    notificationArns: [],
    template: '',
    parameters: {},
    tags: {},
    capabilities: [],
    outputs: [],
    imports: [],
    resources: {},
    events: [],
    garbage: [],
    tokens: {},
  };
}

/** Makes a source the stack's own. */
export function takeUp(stack: StoredStack, source: StackSource): void {
  Object.assign(stack, sourceOf(source));
  const { Description: description } = readTemplate(source.template).document;
  if (typeof description === 'string') stack.description = description;
  else delete stack.description;
}

/** The same for an update: what there was is kept, to go back to. After one that failed it is what was before that. */
export function goOnFrom(stacks: Stacks, stack: StoredStack, source: StackSource): void {
  const { resources, outputs, imports } = stack;
  if (stack.status !== 'UPDATE_FAILED' && stack.status !== 'CREATE_FAILED')
    stack.before = structuredClone({ ...sourceOf(stack), resources, outputs, imports });
  for (const one of stacks.changeSetsOf(stack)) if (one.execution === 'AVAILABLE') one.execution = 'OBSOLETE';
  takeUp(stack, source);
}

/** Refuses what cannot be updated now. */
export function requireUpdatable(stack: StoredStack): void {
  if (!UPDATABLE.includes(stack.status)) throw cannotUpdate(stack);
}

/** Refuses to begin while something is under way. */
export function requireIdle(stack: StoredStack): void {
  if (stack.operation)
    throw refused(`Stack [${stack.name}] cannot be deleted while in status ${stack.status}`);
}

/** Begins an operation with the request's token. Resolves when it is on the books. */
export async function begin(
  stacks: Stacks,
  stack: StoredStack,
  action: string,
  operation: StoredOperation,
  input: Input,
): Promise<void> {
  const token = noteToken(stack, action, input);
  stacks.world.engine.start(stacks, stack, { ...operation, ...(token !== undefined && { token }) });
  await stacks.save();
}

/** Keeps the request's token, for one that comes again to be known. */
export function noteToken(stack: StoredStack, action: string, input: Input): string | undefined {
  const token = readToken(input);
  if (token !== undefined) stack.tokens[token] = action;
  return token;
}
