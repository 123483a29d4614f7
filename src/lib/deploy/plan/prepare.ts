import { randomBytes } from 'node:crypto';
import type { ChangeSetInput } from '../../aws/change-sets.js';
import { attempt } from '../../aws/explain.js';
import type { StackFacts } from '../../aws/stacks.js';
import { checkBootstrap } from '../bootstrap/check.js';
import { type Synthesised, synthesise } from '../synth/synthesise.js';
import type { DeployRegion, DeployTarget } from '../target/open-target.js';
import { type Asset, missingAssets } from '../upload/upload.js';
import { changeSetName, dropChangeSet, type MadeChangeSet, makeChangeSet } from './make-change-set.js';
import { type RegionPlan, regionPlan } from './region-plan.js';
import { STAGE_TAG, settledStack } from './stack-state.js';

/** How a plan is made. */
export interface PrepareOptions {
  /** `deploy` keeps the change set to be executed; `plan` leaves nothing behind. */
  purpose: 'plan' | 'deploy';
  /** Ask CloudFormation what was changed past it. */
  drift: boolean;
}

/** A region ready to be deployed to. */
export interface Prepared {
  region: DeployRegion;
  /** The stack as it is; undefined when this would be the first deployment. */
  stack: StackFacts | undefined;
  synthesised: Synthesised;
  changeSet: MadeChangeSet;
  /** Archives that have to be sent before the change set is executed. */
  uploads: Asset[];
  plan: RegionPlan;
}

/**
 * Works out what deploying would do in a region: packages, sends the template, makes the change set and compares. Nothing
 * that serves traffic is touched. Throws what `synthesise` throws, BOOTSTRAP_…, STACK_…, CHANGE_SET_…, AWS_….
 */
export async function prepare(
  target: DeployTarget,
  region: DeployRegion,
  options: PrepareOptions,
): Promise<Prepared> {
  const { command: next, template, cacheDir, account } = target;
  const { settings, bucket, name } = region;
  const [synthesised, stack] = await Promise.all([
    synthesise({ settings, template, accountId: account, bucket: bucket.name, cacheDir }),
    attempt({ region: name, next }, () => settledStack(region)),
    checkBootstrap(region, next),
  ]);
  const [uploads, changeSet] = await Promise.all([
    attempt({ region: name, next }, () => missingAssets(bucket, synthesised.functions)),
    changeSetOf(target, region, synthesised, stack, options.purpose),
  ]);
  const { id } = changeSet;
  const drop = async () =>
    id === undefined ? undefined : dropChangeSet({ ...region, region: name, next }, id, settings.stackName);
  try {
    const { drift, purpose } = options;
    const plan = await regionPlan({ target, region, stack, synthesised, changeSet, uploads, drift });
    if (purpose === 'plan') await drop();
    return { region, stack, synthesised, changeSet, uploads, plan };
  } catch (error) {
    await drop().catch(() => undefined); // the first failure is the one to tell
    throw error;
  }
}

async function changeSetOf(
  target: DeployTarget,
  region: DeployRegion,
  made: Synthesised,
  stack: StackFacts | undefined,
  purpose: 'plan' | 'deploy',
): Promise<MadeChangeSet> {
  const { command: next } = target;
  const { bucket, name, settings } = region;
  const key = `templates/${made.sha256}.yaml`;
  const needs = { action: 's3:PutObject', resource: `arn:aws:s3:::${bucket.name}/*` };
  await attempt({ region: name, next, needs }, async () => {
    if ((await bucket.has(key, made.sha256)) === undefined)
      await bucket.putText(key, made.text, 'application/yaml');
  });
  return makeChangeSet(
    { ...region, region: name, next },
    {
      stackName: settings.stackName,
      name: changeSetName(purpose, target.clock.now(), randomBytes(4).toString('hex')),
      template: { url: bucket.url(key) },
      parameters: parametersOf(made, stack),
      tags: tagsOf(region),
      capabilities: made.capabilities,
      description: `arcube ${purpose}`,
    },
    stack,
  );
}

/** Tags of the stack: which stage it is. They are on everything in it, so nothing that changes with each deployment is here. */
export function tagsOf({ settings }: DeployRegion): Record<string, string> {
  return { [STAGE_TAG]: settings.stage };
}

/** Values under `NoEcho` are sent where the project has them; else the stack keeps the one it has. */
function parametersOf(
  { parameters, hidden, settings }: Synthesised,
  stack: StackFacts | undefined,
): ChangeSetInput['parameters'] {
  const secret = hidden.flatMap((ParameterKey): ChangeSetInput['parameters'] => {
    const given = settings.parameters[ParameterKey];
    if (given !== undefined) return [{ ParameterKey, ParameterValue: given }];
    const known = stack !== undefined && Object.hasOwn(stack.parameters, ParameterKey);
    return known ? [{ ParameterKey, UsePreviousValue: true }] : [];
  });
  return [...parameters, ...secret];
}
