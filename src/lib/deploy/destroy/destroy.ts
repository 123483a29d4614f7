import { parse } from 'yaml';
import { userError } from '../../../core/errors.js';
import { withRetry } from '../../aws/retry.js';
import type { StackFacts } from '../../aws/stacks.js';
import type { Say } from '../apply/engine.js';
import { failedFacts } from '../apply/failure-facts.js';
import { followStack, lastEventId } from '../apply/follow-stack.js';
import type { DeployRegion } from '../target/open-target.js';

/** A resource of a stack that is to be deleted. */
export interface DoomedResource {
  logicalId: string;
  physicalId: string;
  type: string;
}

/** What deleting a stack would do. */
export interface DestroyPlan {
  region: DeployRegion;
  stack: StackFacts;
  deleted: DoomedResource[];
  /** Stay, outside of any stack. */
  retained: (DoomedResource & { policy: string })[];
}

/** Lists what would be deleted, and what stays. Throws DESTROY_NOTHING and DESTROY_PROTECTED. */
export async function planDestroy(region: DeployRegion): Promise<DestroyPlan> {
  const { stacks, settings, name } = region;
  const stack = await withRetry(() => stacks.describe(settings.stackName));
  const at = { stack: settings.stackName, region: name };
  if (!stack) throw userError('DESTROY_NOTHING', at);
  if (stack.isProtected) {
    const next = `aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${settings.stackName} --region ${name}`;
    throw userError('DESTROY_PROTECTED', { ...at, next });
  }
  const [members, policies] = await Promise.all([
    withRetry(() => stacks.resources(stack.id)),
    policiesOf(region, stack),
  ]);
  const plan: DestroyPlan = { region, stack, deleted: [], retained: [] };
  for (const { logicalId, physicalId, type, status } of members) {
    if (status === 'DELETE_COMPLETE' || physicalId === '') continue;
    const policy = policies.get(logicalId) ?? 'Delete';
    const one = { logicalId, physicalId, type };
    if (policy.startsWith('Retain') || policy === 'Snapshot') plan.retained.push({ ...one, policy });
    else plan.deleted.push(one);
  }
  return plan;
}

/** Deletion policies by logical id, from the deployed template: the project's may be another by now. */
async function policiesOf({ stacks }: DeployRegion, { id }: StackFacts): Promise<Map<string, string>> {
  const text = await withRetry(() => stacks.template(id)).catch(() => '');
  if (text === '') return new Map(); // a stack of change sets alone has none
  const { Resources = {} } = parse(text, { version: '1.1', logLevel: 'silent' }) as {
    Resources?: Record<string, { DeletionPolicy?: string; Type?: string }>;
  };
  return new Map(
    Object.entries(Resources).map(([name, { DeletionPolicy = 'Delete' }]) => [name, DeletionPolicy]),
  );
}

/** Deletes a stack and follows it to its end. Nothing is deleted but the stack. Throws DESTROY_FAILED. */
export async function destroy(
  { region, stack }: Pick<DestroyPlan, 'region' | 'stack'>,
  tools: { template: string; say: Say; pause(ms: number): Promise<void>; goOn(): void },
): Promise<void> {
  const { stacks } = region;
  const cursor = await lastEventId(stacks, stack.id);
  await withRetry(() => stacks.delete(stack.id));
  const { status, events } = await followStack({
    stacks,
    stackId: stack.id,
    cursor,
    show: tools.say,
    between: async () => tools.goOn(),
    pause: tools.pause,
  });
  if (status === 'DELETE_COMPLETE') return;
  const { template } = tools;
  const next = () => `arcube destroy --stage ${region.settings.stage} --region ${region.name}`;
  throw userError('DESTROY_FAILED', failedFacts({ region, events, status, template, next }));
}
