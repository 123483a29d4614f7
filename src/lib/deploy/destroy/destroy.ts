import { userError } from '../../../core/errors.js';
import { attempt } from '../../aws/explain.js';
import type { StackFacts } from '../../aws/stacks.js';
import { failedFacts } from '../apply/failure-facts.js';
import { lastEventId } from '../apply/follow-stack.js';
import { operate, type Watching } from '../apply/operate.js';
import { busyStack, foreignStack } from '../plan/stack-state.js';
import type { DeployRegion } from '../target/open-target.js';
import { fateOf, type StackFate } from './fate.js';

/** States of an operation that deletion may end, or is. */
const MAY_GO = ['CREATE_IN_PROGRESS', 'DELETE_IN_PROGRESS', 'REVIEW_IN_PROGRESS'];

/** What deleting a stack would do. */
export interface DestroyPlan extends StackFate {
  region: DeployRegion;
  stack: StackFacts;
  /** The stack's last event when it was listed. */
  cursor: string | undefined;
}

/**
 * Lists what would be deleted, and what stays. Throws DESTROY_NOTHING, DESTROY_PROTECTED, STACK_NOT_OURS, STACK_BUSY,
 * STACK_UNREADABLE and AWS_….
 */
export async function planDestroy(region: DeployRegion): Promise<DestroyPlan> {
  const { stacks, settings, name } = region;
  const next = commandOf(region);
  const look = <T>(call: () => Promise<T>): Promise<T> => attempt({ region: name, next }, call);
  const stack = await look(() => stacks.describe(settings.stackName));
  const at = { stack: settings.stackName, region: name };
  if (!stack) throw userError('DESTROY_NOTHING', at);
  const foreign = foreignStack(stack, region);
  if (foreign) throw foreign;
  if (stack.isProtected) {
    const unprotect = `aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${settings.stackName} --region ${name}`;
    throw userError('DESTROY_PROTECTED', { ...at, next: unprotect });
  }
  if (stack.status.endsWith('_IN_PROGRESS') && !MAY_GO.includes(stack.status)) throw busyStack(stack, region);
  const cursor = await look(() => lastEventId(stacks, stack.id));
  return { region, stack, cursor, ...(await fateOf(region, stack, next)) };
}

/**
 * Deletes a stack and follows it to its end. Nothing is deleted but what was listed: a stack that has changed since is
 * left alone. Throws DESTROY_OUTDATED, DESTROY_FAILED and AWS_….
 */
export async function destroy(
  { region, stack, cursor }: Pick<DestroyPlan, 'region' | 'stack' | 'cursor'>,
  tools: Watching,
): Promise<void> {
  const { stacks, name } = region;
  const next = commandOf(region);
  const last = await attempt({ region: name, next }, () => lastEventId(stacks, stack.id));
  if (last !== cursor && stack.status !== 'DELETE_IN_PROGRESS')
    throw userError('DESTROY_OUTDATED', { stack: stack.name, region: name, next });
  const begin = (token: string): Promise<void> => stacks.delete(stack.id, [], token);
  const { status, events } = await operate({ region, stack, cursor, begin, next }, tools);
  if (status === 'DELETE_COMPLETE') return;
  const { template } = tools;
  throw userError('DESTROY_FAILED', failedFacts({ region, events, status, template, next: () => next }));
}

function commandOf({ settings, name }: DeployRegion): string {
  return `arcube destroy --stage ${settings.stage} --region ${name}`;
}
