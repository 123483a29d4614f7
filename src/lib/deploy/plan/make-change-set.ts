import { setTimeout as sleep } from 'node:timers/promises';
import { userError } from '../../../core/errors.js';
import type { ChangeSetFacts, ChangeSetInput, ChangeSets, ResourceChange } from '../../aws/change-sets.js';
import { attempt } from '../../aws/explain.js';
import type { StackFacts, Stacks } from '../../aws/stacks.js';

/** What names of our change sets begin with: whatever begins otherwise is never removed. */
export const OURS = 'arcube-';
/** Longest wait for a change set, milliseconds. */
const PATIENCE = 300_000;
/** First and longest wait between two looks, milliseconds. */
const [FIRST_LOOK, LAST_LOOK] = [50, 2_000];

/** A change set that was made, or the word that it would change nothing. */
export interface MadeChangeSet {
  /** ARN; left out when there is nothing to change. */
  id?: string;
  changes: ResourceChange[];
  isEmpty: boolean;
}

/** Where a change set is made, and what to say when it cannot be. */
interface Place {
  region: string;
  stacks: Stacks;
  changeSets: ChangeSets;
  /** The command to run again. */
  next: string;
  /** Asks to stop waiting for it. */
  signal?: AbortSignal | undefined;
}

/** A name that says whose the change set is, and that is not there yet. */
export function changeSetName(purpose: 'plan' | 'deploy' | 'bootstrap', now: number, random: string): string {
  return `${OURS}${purpose}-${new Date(now).toISOString().slice(0, 19).replace(/\D/g, '')}-${random}`;
}

/**
 * Has CloudFormation work out what a template would change. One that would change nothing is removed at once, and so is
 * one that nobody waits for any more. Throws CHANGE_SET_FAILED, CHANGE_SET_SLOW, and what stands between AWS and us.
 */
export async function makeChangeSet(
  place: Place,
  input: Omit<ChangeSetInput, 'type'>,
  stack: StackFacts | undefined,
): Promise<MadeChangeSet> {
  const { region, changeSets, next } = place;
  const type = stack === undefined ? 'CREATE' : 'UPDATE';
  const { id } = await attempt({ region, next }, () => changeSets.create({ ...input, type }));
  const made = await settled(place, id, input.stackName).catch(async (error: unknown) => {
    // CloudFormation does not delete one that it is still making: "Cannot delete ChangeSet in status CREATE_IN_PROGRESS"
    if (place.signal?.aborted)
      await settled({ ...place, signal: undefined }, id, input.stackName).catch(() => undefined);
    await dropChangeSet(place, id, input.stackName).catch(() => undefined); // why it was given up is what to tell
    throw error;
  });
  if (made.status === 'CREATE_COMPLETE') return { id, changes: made.changes, isEmpty: false };
  await dropChangeSet(place, id, input.stackName);
  if (isNoChange(made.reason)) return { changes: [], isEmpty: true };
  throw userError('CHANGE_SET_FAILED', { stack: input.stackName, region, reason: made.reason, next });
}

/** Removes a change set, and the stack that came into being for it alone. */
export async function dropChangeSet(place: Place, id: string, stackName: string): Promise<void> {
  const { region, next, changeSets, stacks } = place;
  await attempt({ region, next }, () => changeSets.delete(id));
  await attempt({ region, next }, async () => {
    const stack = await stacks.describe(stackName);
    if (stack?.status !== 'REVIEW_IN_PROGRESS') return;
    if ((await changeSets.names(stackName)).length === 0) await stacks.delete(stack.id);
  });
}

async function settled(
  { region, changeSets, next, signal }: Place,
  id: string,
  stack: string,
): Promise<ChangeSetFacts> {
  const until = Date.now() + PATIENCE;
  for (let wait = FIRST_LOOK; ; wait = Math.min(LAST_LOOK, wait * 1.5)) {
    const found = await attempt({ region, next }, () => changeSets.describe(id));
    if (!/_(PENDING|IN_PROGRESS)$/.test(found.status)) return found;
    if (Date.now() > until)
      throw userError('CHANGE_SET_SLOW', { stack, region, seconds: PATIENCE / 1000, changeSet: id, next });
    await sleep(wait, undefined, { signal });
  }
}

/** CloudFormation has no code for a change set without changes, only these two texts. */
function isNoChange(reason: string): boolean {
  return /submitted information didn't contain changes|No updates are to be performed/i.test(reason);
}
