import { parse } from 'yaml';
import { userError } from '../../../core/errors.js';
import { attempt } from '../../aws/explain.js';
import type { StackFacts } from '../../aws/stacks.js';
import type { DeployRegion } from '../target/open-target.js';

/** A resource of a stack that is to be deleted. */
export interface DoomedResource {
  logicalId: string;
  physicalId: string;
  type: string;
  /** `DeletionPolicy` of the deployed template. */
  policy: string;
}

/** What becomes of a stack's resources when it is deleted. */
export interface StackFate {
  deleted: DoomedResource[];
  /** Stay, outside of any stack. */
  retained: DoomedResource[];
}

/**
 * What deleting a stack would do, by the template that is deployed: the project's may be another by now. Throws
 * STACK_UNREADABLE where it cannot be had: what it retains is then unknown.
 * @param next the command to run again
 */
export async function fateOf(
  { stacks, name }: DeployRegion,
  stack: StackFacts,
  next: string,
): Promise<StackFate> {
  const fate: StackFate = { deleted: [], retained: [] };
  if (stack.status === 'REVIEW_IN_PROGRESS') return fate; // a stack of change sets alone has neither
  const place = { region: name, next };
  const [members, text] = await Promise.all([
    attempt(place, () => stacks.resources(stack.id)),
    attempt({ ...place, needs: { action: 'cloudformation:GetTemplate', resource: stack.id } }, () =>
      stacks.template(stack.id),
    ),
  ]);
  const policies = policiesOf(text);
  if (!policies) throw userError('STACK_UNREADABLE', { stack: stack.name, region: name });
  for (const { logicalId, physicalId, type, status } of members) {
    if (status === 'DELETE_COMPLETE' || physicalId === '') continue;
    const policy = policies.get(logicalId) ?? 'Delete';
    const stays = policy.startsWith('Retain') || status === 'DELETE_SKIPPED';
    fate[stays ? 'retained' : 'deleted'].push({ logicalId, physicalId, type, policy });
  }
  return fate;
}

/** Deletion policies by logical id; undefined where the text is no template. */
function policiesOf(text: string): Map<string, string> | undefined {
  const { Resources } = (parse(text, { version: '1.1', logLevel: 'silent' }) ?? {}) as {
    Resources?: Record<string, { DeletionPolicy?: string }>;
  };
  if (!Resources) return undefined;
  return new Map(
    Object.entries(Resources).map(([name, { DeletionPolicy = 'Delete' }]) => [name, DeletionPolicy]),
  );
}
