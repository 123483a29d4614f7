import { userError } from '../../../core/errors.js';
import { attempt } from '../../aws/explain.js';
import type { StackFacts } from '../../aws/stacks.js';
import type { FailureFacts } from '../apply/entries.js';
import { failedFacts } from '../apply/failure-facts.js';
import { lastEventId } from '../apply/follow-stack.js';
import { operate, type Watching } from '../apply/operate.js';
import { type DoomedResource, fateOf } from '../destroy/fate.js';
import { OURS } from '../plan/make-change-set.js';
import { busyStack, foreignStack, withReason } from '../plan/stack-state.js';
import type { DeployRegion } from '../target/open-target.js';

/**
 * What gets a stack unstuck. `delete`: a first deployment or a deletion that failed; `continue`: a rollback that failed;
 * `rollback`: an update that failed with rollback turned off; `review`: only change sets are there.
 */
type Way = 'delete' | 'continue' | 'rollback' | 'review';

/** What getting a stack unstuck needs. */
export interface Recovery {
  region: DeployRegion;
  stack: StackFacts;
  way: Way;
  /** The stack's last event when it was listed. */
  cursor: string | undefined;
  /** Resources that are deleted with it. */
  deleted: DoomedResource[];
  /** Resources that exist, and stay outside of any stack when this one is deleted. */
  left: DoomedResource[];
}

/** What there is to recover from. Throws RECOVER_NOTHING, STACK_NOT_OURS, STACK_BUSY, STACK_UNREADABLE and AWS_…. */
export async function findRecovery(region: DeployRegion): Promise<Recovery> {
  const { settings, name } = region;
  const { stackName } = settings;
  const next = commandOf(region);
  const look = <T>(call: () => Promise<T>): Promise<T> => attempt({ region: name, next }, call);
  const found = await look(() => region.stacks.describe(stackName));
  const stack = found && (await look(() => withReason(found, region)));
  const foreign = stack && foreignStack(stack, region);
  if (foreign) throw foreign;
  const way = stack && wayOf(stack.status);
  if (stack && !way && stack.status.endsWith('_IN_PROGRESS')) throw busyStack(stack, region);
  if (!stack || !way)
    throw userError('RECOVER_NOTHING', {
      stack: stackName,
      region: name,
      status: stack?.status ?? 'not there',
    });
  const cursor = await look(() => lastEventId(region.stacks, stack.id));
  if (way !== 'delete') return { region, stack, way, cursor, deleted: [], left: [] };
  const { deleted, retained } = await fateOf(region, stack, next);
  return { region, stack, way, cursor, deleted, left: retained };
}

function wayOf(status: string): Way | undefined {
  if (/^(ROLLBACK_(COMPLETE|FAILED)|CREATE_FAILED|DELETE_FAILED)$/.test(status)) return 'delete';
  if (status === 'UPDATE_ROLLBACK_FAILED') return 'continue';
  if (status === 'UPDATE_FAILED') return 'rollback';
  return status === 'REVIEW_IN_PROGRESS' ? 'review' : undefined;
}

/** How a recovery is run. */
export interface RecoverTools extends Watching {
  /** Logical ids of resources that the rollback, or the deletion, is to go past. */
  skip: readonly string[];
}

/**
 * Gets the stack unstuck. Returns the status that it ends in. Nothing is deleted but what was listed: a stack that has
 * changed since is left alone. Throws RECOVER_OUTDATED, RECOVER_FAILED, RECOVER_NO_SKIP and AWS_….
 */
export async function recover(
  { region, stack, way, cursor: listed }: Recovery,
  tools: RecoverTools,
): Promise<string> {
  const { stacks, name } = region;
  const { skip, template } = tools;
  const next = commandOf(region);
  if (skip.length > 0 && way !== 'continue' && stack.status !== 'DELETE_FAILED')
    throw userError('RECOVER_NO_SKIP', { stack: stack.name, region: name, status: stack.status, next });
  if (way === 'review') return attempt({ region: name, next }, () => dropChangeSets(region, stack));
  const begin = {
    delete: (token: string) => stacks.delete(stack.id, skip, token),
    continue: (token: string) => stacks.continueRollback(stack.id, skip, token),
    rollback: (token: string) => stacks.rollback(stack.id, token),
  }[way];
  const cursor = await attempt({ region: name, next }, () => lastEventId(stacks, stack.id));
  if (way === 'delete' && cursor !== listed)
    throw userError('RECOVER_OUTDATED', { stack: stack.name, region: name, next });
  const { status, events } = await operate({ region, stack, cursor, begin, next }, tools);
  if (/^(DELETE_COMPLETE|UPDATE_ROLLBACK_COMPLETE)$/.test(status)) return status;
  const skippable = /^(UPDATE_ROLLBACK|DELETE)_FAILED$/.test(status);
  const again = ({ logicalId }: FailureFacts) => (skippable ? `${next} --skip ${logicalId}` : next);
  throw userError('RECOVER_FAILED', failedFacts({ region, events, status, template, next: again }));
}

/** A stack that only change sets were made of goes with the last of them; those of others are left. */
async function dropChangeSets({ stacks, changeSets }: DeployRegion, stack: StackFacts): Promise<string> {
  const all = await changeSets.list(stack.id);
  const ours = all.filter(({ name }) => name.startsWith(OURS));
  for (const { id } of ours) await changeSets.delete(id);
  if (ours.length < all.length) return stack.status;
  await stacks.delete(stack.id);
  return 'DELETE_COMPLETE';
}

function commandOf({ settings, name }: DeployRegion): string {
  return `arcube deploy recover --stage ${settings.stage} --region ${name}`;
}
