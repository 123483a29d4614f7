import { userError } from '../../../core/errors.js';
import { withRetry } from '../../aws/retry.js';
import type { StackFacts, StackMember } from '../../aws/stacks.js';
import type { Say } from '../apply/engine.js';
import type { FailureFacts } from '../apply/entries.js';
import { failedFacts } from '../apply/failure-facts.js';
import { followStack, lastEventId } from '../apply/follow-stack.js';
import { OURS } from '../plan/make-change-set.js';
import type { DeployRegion } from '../target/open-target.js';

/** What getting a stack unstuck needs. */
export interface Recovery {
  region: DeployRegion;
  stack: StackFacts;
  /** `delete`: a first deployment that failed; `continue`: a rollback that failed; `review`: only change sets are there. */
  way: 'delete' | 'continue' | 'review';
  /** Resources that exist, and stay outside of any stack when this one is deleted. */
  left: StackMember[];
}

/** What there is to recover from. Throws RECOVER_NOTHING. */
export async function findRecovery(region: DeployRegion): Promise<Recovery> {
  const { stackName } = region.settings;
  const stack = await withRetry(() => region.stacks.describe(stackName));
  const way = stack && wayOf(stack.status);
  if (!stack || !way)
    throw userError('RECOVER_NOTHING', {
      stack: stackName,
      region: region.name,
      status: stack?.status ?? 'not there',
    });
  const members = way === 'delete' ? await withRetry(() => region.stacks.resources(stack.id)) : [];
  const left = members.filter(
    ({ status, physicalId }) =>
      physicalId !== '' && /DELETE_(SKIPPED|FAILED)|_COMPLETE/.test(status) && status !== 'DELETE_COMPLETE',
  );
  return { region, stack, way, left };
}

function wayOf(status: string): Recovery['way'] | undefined {
  if (/^(ROLLBACK_(COMPLETE|FAILED)|CREATE_FAILED|DELETE_FAILED)$/.test(status)) return 'delete';
  if (status === 'UPDATE_ROLLBACK_FAILED') return 'continue';
  return status === 'REVIEW_IN_PROGRESS' ? 'review' : undefined;
}

/** How a recovery is run. */
export interface RecoverTools {
  /** Logical ids of resources that the rollback is to go past. */
  skip: readonly string[];
  /** Absolute path of the project's template. */
  template: string;
  say: Say;
  pause(ms: number): Promise<void>;
  goOn(): void;
}

/** Gets the stack unstuck. Returns the status that it ends in. Throws RECOVER_FAILED. */
export async function recover({ region, stack, way }: Recovery, tools: RecoverTools): Promise<string> {
  const { stacks } = region;
  const cursor = await lastEventId(stacks, stack.id);
  if (way === 'review') return dropChangeSets(region, stack);
  if (way === 'delete') await withRetry(() => stacks.delete(stack.id));
  else await withRetry(() => stacks.continueRollback(stack.id, tools.skip));
  const { status, events } = await followStack({
    stacks,
    stackId: stack.id,
    cursor,
    show: tools.say,
    between: async () => tools.goOn(),
    pause: tools.pause,
  });
  if (/^(DELETE_COMPLETE|UPDATE_ROLLBACK_COMPLETE)$/.test(status)) return status;
  const { template } = tools;
  const again = `arcube deploy recover --stage ${region.settings.stage} --region ${region.name}`;
  const next = ({ logicalId }: FailureFacts) => (way === 'continue' ? `${again} --skip ${logicalId}` : again);
  throw userError('RECOVER_FAILED', failedFacts({ region, events, status, template, next }));
}

/** A stack that only change sets were made of goes with the last of them; those of others are left. */
async function dropChangeSets({ stacks, changeSets }: DeployRegion, stack: StackFacts): Promise<string> {
  const all = await withRetry(() => changeSets.list(stack.id));
  const ours = all.filter(({ name }) => name.startsWith(OURS));
  for (const { id } of ours) await withRetry(() => changeSets.delete(id));
  if (ours.length < all.length) return stack.status;
  await withRetry(() => stacks.delete(stack.id));
  return 'DELETE_COMPLETE';
}
