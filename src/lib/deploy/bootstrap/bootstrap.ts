import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { userError } from '../../../core/errors.js';
import { Bucket } from '../../aws/buckets.js';
import { ChangeSets, type ResourceChange } from '../../aws/change-sets.js';
import { confirmEverywhere } from '../../aws/confirm-account.js';
import { attempt } from '../../aws/explain.js';
import { type AwsOptions, AwsRegion } from '../../aws/region.js';
import { ServiceClock } from '../../aws/service-clock.js';
import { type StackFacts, Stacks } from '../../aws/stacks.js';
import { changeSetName, dropChangeSet, type MadeChangeSet, makeChangeSet } from '../plan/make-change-set.js';
import { assetsBucket } from '../target/open-target.js';
import { BOOTSTRAP_STACK } from './check.js';
import { bootstrapTemplate } from './template.js';

/** Between two looks at a stack that is being made, milliseconds. */
const [FIRST_LOOK, LAST_LOOK] = [100, 3_000];

/** Where to bootstrap. */
export interface BootstrapWishes {
  account: string | undefined;
  regions: readonly [string, ...string[]];
  endpoint?: string | undefined;
  credentials?: AwsOptions['credentials'];
  /** The command line, for "then run …". */
  command: string;
}

/** What bootstrapping a region would do, and a way to do it or to leave it. */
export interface BootstrapPlan {
  region: string;
  bucket: string;
  changes: ResourceChange[];
  /** Does it, and waits for its end. Throws BOOTSTRAP_FAILED. */
  apply(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/**
 * Works out what is missing in each region for deployments to begin. Throws AWS_WRONG_ACCOUNT, BOOTSTRAP_FOREIGN when
 * somebody else has the bucket's name, and BOOTSTRAP_LEFT when it outlived its stack.
 */
export async function planBootstrap(
  wishes: BootstrapWishes,
): Promise<{ account: string; caller: string; plans: BootstrapPlan[]; close(): void }> {
  const { endpoint, credentials, command } = wishes;
  const clock = new ServiceClock();
  const make = (name: string) => new AwsRegion(name, clock, { endpoint, credentials });
  const [first, ...rest] = wishes.regions;
  const regions: [AwsRegion, ...AwsRegion[]] = [make(first), ...rest.map(make)];
  const close = () => regions.forEach((region) => void region.close());
  try {
    const { account, arn } = await confirmEverywhere(regions, wishes.account, command);
    const plans: BootstrapPlan[] = [];
    for (const region of regions) plans.push(await planRegion(region, account, clock, command));
    return { account, caller: arn, plans, close };
  } catch (error) {
    close();
    throw error;
  }
}

interface Place {
  region: string;
  stacks: Stacks;
  changeSets: ChangeSets;
  next: string;
}

async function planRegion(
  aws: AwsRegion,
  account: string,
  clock: ServiceClock,
  next: string,
): Promise<BootstrapPlan> {
  const place: Place = { region: aws.name, stacks: new Stacks(aws), changeSets: new ChangeSets(aws), next };
  const bucket = assetsBucket(account, aws.name);
  const stack = await settled(place);
  if (!stack) await checkName(new Bucket(aws, bucket, account), place, account);
  const made = await makeChangeSet(
    place,
    {
      stackName: BOOTSTRAP_STACK,
      name: changeSetName('bootstrap', clock.now(), randomBytes(4).toString('hex')),
      template: { body: bootstrapTemplate(bucket) },
      parameters: [],
      tags: { 'arcube:bootstrap': '1' },
      capabilities: [],
    },
    stack,
  );
  const { id } = made;
  return {
    region: aws.name,
    bucket,
    changes: made.changes,
    apply: () => apply(place, made),
    discard: async () => (id === undefined ? undefined : dropChangeSet(place, id, BOOTSTRAP_STACK)),
  };
}

/** The bootstrap stack, where it exists; one whose creation failed holds nothing that is needed, and goes. */
async function settled(place: Place): Promise<StackFacts | undefined> {
  const { region, stacks, next } = place;
  const stack = await attempt({ region, next }, () => stacks.describe(BOOTSTRAP_STACK));
  if (!stack || stack.status === 'REVIEW_IN_PROGRESS') return undefined;
  const { status } = stack;
  if (status === 'ROLLBACK_COMPLETE') {
    await attempt({ region, next }, () => stacks.delete(stack.id));
    await ended(place, stack.id);
    return undefined;
  }
  const facts = { stack: BOOTSTRAP_STACK, region, status, reason: stack.statusReason ?? status };
  const at = `--stack-name ${BOOTSTRAP_STACK} --region ${region}`;
  if (status.endsWith('_IN_PROGRESS'))
    throw userError('STACK_BUSY', { ...facts, next: `aws cloudformation describe-stack-events ${at}` });
  if (status.endsWith('_FAILED'))
    throw userError('STACK_STUCK', { ...facts, next: `aws cloudformation continue-update-rollback ${at}` });
  return stack;
}

async function checkName(bucket: Bucket, { region, next }: Place, account: string): Promise<void> {
  const state = await attempt({ region, next }, () => bucket.state());
  const facts = { bucket: bucket.name, region };
  if (state === 'ours') throw userError('BOOTSTRAP_LEFT', facts);
  const other = `arcube deploy --bucket NAME --region ${region} --stage STAGE`;
  if (state === 'foreign') throw userError('BOOTSTRAP_FOREIGN', { ...facts, account, next: other });
}

async function apply(place: Place, { id, isEmpty }: MadeChangeSet): Promise<void> {
  if (isEmpty || id === undefined) return;
  const { region, stacks, changeSets, next } = place;
  const state = 'The bootstrap stack may have been begun: run it again to see.';
  await attempt({ region, next, state }, () =>
    changeSets.execute(id, `arcube-${randomBytes(8).toString('hex')}`),
  );
  const stack = await ended(place, BOOTSTRAP_STACK);
  const status = stack?.status ?? 'gone';
  if (/^(CREATE|UPDATE)_COMPLETE$/.test(status)) return;
  const events = await attempt({ region, next, state }, () =>
    stacks.eventsSince(stack?.id ?? BOOTSTRAP_STACK),
  );
  const first = events.find((event) => event.status.endsWith('_FAILED') && event.reason !== undefined);
  const reason = first ? `${first.logicalId}: ${first.reason}` : (stack?.statusReason ?? status);
  throw userError('BOOTSTRAP_FAILED', { region, status, reason, next });
}

/** The stack when nothing is under way in it any more; undefined when it is gone. */
async function ended({ region, stacks, next }: Place, name: string): Promise<StackFacts | undefined> {
  const state = 'The bootstrap stack is being changed.';
  for (let wait = FIRST_LOOK; ; wait = Math.min(LAST_LOOK, wait * 1.5)) {
    const stack = await attempt({ region, next, state }, () => stacks.describe(name));
    if (!stack?.status.endsWith('_IN_PROGRESS'))
      return stack?.status === 'DELETE_COMPLETE' ? undefined : stack;
    await sleep(wait);
  }
}
