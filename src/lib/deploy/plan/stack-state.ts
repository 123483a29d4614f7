import { type UserError, userError } from '../../../core/errors.js';
import type { StackFacts } from '../../aws/stacks.js';
import { lastOperation, rollbackCause, rootCause } from '../apply/root-cause.js';
import type { DeployRegion } from '../target/open-target.js';

/** The stack's tag with the stage it is: a stack without it is somebody else's. */
export const STAGE_TAG = 'arcube:stage';

/** Tags of the stack: which stage it is. They are on everything in it, so nothing that changes with each deployment is here. */
export function tagsOf({ settings }: DeployRegion): Record<string, string> {
  return { [STAGE_TAG]: settings.stage };
}

/**
 * What keeps a stack from being changed; undefined when nothing does. The states are CloudFormation's: of a stack whose
 * creation failed nothing but deletion is possible, and a failed rollback has to be gone on with.
 */
export function hurdleOf(stack: StackFacts, region: DeployRegion): UserError | undefined {
  const { name, status } = stack;
  if (status === 'REVIEW_IN_PROGRESS') return undefined; // only change sets were made of it, nothing exists
  const foreign = foreignStack(stack, region);
  if (foreign) return foreign;
  if (status.endsWith('_IN_PROGRESS')) return busyStack(stack, region);
  const next = `arcube deploy recover ${whereOf(region)}`;
  const facts = { stack: name, region: region.name, status, reason: reasonFrom(stack), next };
  if (/^(ROLLBACK_(COMPLETE|FAILED)|CREATE_FAILED|DELETE_FAILED)$/.test(status))
    return userError('STACK_ROLLED_BACK', facts);
  return status.endsWith('_FAILED') ? userError('STACK_STUCK', facts) : undefined;
}

/** Why a stack is somebody else's; undefined when it is the stage's own, or when nothing exists of it. */
export function foreignStack(
  { name, status, tags }: StackFacts,
  { name: region, settings: { stage } }: DeployRegion,
): UserError | undefined {
  const tag = tags[STAGE_TAG];
  if (status === 'REVIEW_IN_PROGRESS' || tag === stage) return undefined;
  const found = tag === undefined ? `it has no tag ${STAGE_TAG}` : `its tag ${STAGE_TAG} says ${tag}`;
  return userError('STACK_NOT_OURS', { stack: name, region, stage, found });
}

/** That an operation on a stack is under way. */
export function busyStack(stack: StackFacts, region: DeployRegion): UserError {
  const { name, status } = stack;
  const next = `arcube deploy report ${whereOf(region)}`;
  return userError('STACK_BUSY', {
    stack: name,
    region: region.name,
    status,
    reason: reasonFrom(stack),
    next,
  });
}

function whereOf({ name, settings }: DeployRegion): string {
  return `--stage ${settings.stage} --region ${name}`;
}

function reasonFrom({
  statusReason = 'CloudFormation gives no reason; see its events.',
}: StackFacts): string {
  return statusReason;
}

/** The stack of a region, where it exists: one that has change sets alone does not. Throws what keeps it from being changed. */
export async function settledStack(region: DeployRegion): Promise<StackFacts | undefined> {
  const found = await region.stacks.describe(region.settings.stackName);
  if (!found || found.status === 'REVIEW_IN_PROGRESS') return undefined;
  if (!hurdleOf(found, region)) return found;
  throw hurdleOf(await withReason(found, region), region);
}

/** A stack with why it is as it is: the first of its resources that failed, or would not go back, else its own words. */
export async function withReason(stack: StackFacts, { stacks }: DeployRegion): Promise<StackFacts> {
  const events = lastOperation(await stacks.eventsSince(stack.id));
  const cause = stack.status === 'UPDATE_ROLLBACK_FAILED' ? rollbackCause(events) : rootCause(events);
  return cause?.reason === undefined
    ? stack
    : { ...stack, statusReason: `${cause.logicalId}: ${cause.reason}` };
}
