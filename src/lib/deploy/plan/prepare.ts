import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ChangeSetInput } from '../../aws/change-sets.js';
import { attempt } from '../../aws/explain.js';
import type { StackFacts } from '../../aws/stacks.js';
import { checkBootstrap } from '../bootstrap/check.js';
import { type Synthesised, synthesise } from '../synth/synthesise.js';
import type { DeployRegion, DeployTarget } from '../target/open-target.js';
import { type Asset, missingAssets } from '../upload/upload.js';
import { deployedTemplate } from './deployed-template.js';
import { changeSetName, dropChangeSet, type MadeChangeSet, makeChangeSet } from './make-change-set.js';
import { type RegionPlan, regionPlan } from './region-plan.js';
import { settledStack, tagsOf } from './stack-state.js';

/** How a plan is made. */
export interface PrepareOptions {
  /** `deploy` keeps the change set to be executed; `plan` leaves nothing behind. */
  purpose: 'plan' | 'deploy';
  /** Ask CloudFormation what was changed past it. */
  drift: boolean;
  /** Another template than the project's: that of an earlier release. */
  source?: (region: DeployRegion) => Promise<Synthesised>;
  /** Asks to stop; heard before a change set is made, and while CloudFormation is at it. */
  signal?: AbortSignal;
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
  const [synthesised, [stack, deployed]] = await Promise.all([
    options.source?.(region) ??
      synthesise({ settings, template, accountId: account, bucket: bucket.name, cacheDir }),
    attempt({ region: name, next }, () => deployedStack(region)),
    checkBootstrap(region, next),
  ]);
  const same = stack !== undefined && isUnchanged(stack, deployed, synthesised, region);
  const changeSet = same
    ? Promise.resolve({ changes: [], isEmpty: true })
    : changeSetOf(target, region, synthesised, stack, options);
  const uploads = attempt({ region: name, next }, () => missingAssets(bucket, synthesised.functions));
  const made = { region, stack, synthesised };
  const old = async () =>
    deployed === undefined ? undefined : deployedTemplate(deployed, synthesised, join(cacheDir, 'deployed'));
  try {
    const { drift } = options;
    const plan = await regionPlan({ ...made, next, deployed: old, changeSet, uploads, drift });
    const prepared = { ...made, changeSet: await changeSet, uploads: await uploads, plan };
    if (options.purpose === 'plan') await discard(target, prepared);
    return prepared;
  } catch (error) {
    // the first failure is the one to tell; what it leaves behind goes all the same
    await changeSet.then((made) => discard(target, { region, changeSet: made })).catch(() => undefined);
    throw error;
  }
}

/** Removes a change set that is not to be executed, and the stack that came into being for it alone. */
export async function discard(
  target: DeployTarget,
  { region, changeSet }: Pick<Prepared, 'region' | 'changeSet'>,
): Promise<void> {
  const { id } = changeSet;
  if (id === undefined) return;
  await dropChangeSet(
    { ...region, region: region.name, next: target.command },
    id,
    region.settings.stackName,
  );
}

/** The stack with its template as it was sent. */
async function deployedStack(
  region: DeployRegion,
): Promise<[stack: StackFacts | undefined, template: string | undefined]> {
  const stack = await settledStack(region);
  return [stack, stack && (await region.stacks.template(stack.name))];
}

/**
 * Whether CloudFormation would find nothing to change: template, parameters and tags are those that are deployed. What
 * cannot be compared here, hidden values and those it looks up itself, is left to it.
 */
function isUnchanged(
  stack: StackFacts,
  deployed: string | undefined,
  { text, parameters, hidden, settings, template }: Synthesised,
  region: DeployRegion,
): boolean {
  if (deployed !== text || hidden.some((name) => settings.parameters[name] !== undefined)) return false;
  if (JSON.stringify(template.Parameters ?? {}).includes('AWS::SSM::Parameter::Value')) return false;
  const tags = Object.entries(tagsOf(region));
  const sameTags =
    Object.keys(stack.tags).length === tags.length &&
    tags.every(([name, value]) => stack.tags[name] === value);
  const known = Object.keys(stack.parameters).filter((name) => !hidden.includes(name));
  const sameParameters =
    known.length === parameters.length &&
    parameters.every((one) => stack.parameters[one.ParameterKey] === one.ParameterValue);
  return sameTags && sameParameters;
}

async function changeSetOf(
  target: DeployTarget,
  region: DeployRegion,
  made: Synthesised,
  stack: StackFacts | undefined,
  { purpose, signal }: PrepareOptions,
): Promise<MadeChangeSet> {
  signal?.throwIfAborted();
  const { command: next } = target;
  const { bucket, name, settings } = region;
  const key = `templates/${made.sha256}.yaml`;
  const needs = { action: 's3:PutObject', resource: `arn:aws:s3:::${bucket.name}/*` };
  await attempt({ region: name, next, needs }, async () => {
    if ((await bucket.has(key, made.sha256)) === undefined)
      await bucket.putText(key, made.text, 'application/yaml');
  });
  return makeChangeSet(
    { ...region, region: name, next, signal },
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
