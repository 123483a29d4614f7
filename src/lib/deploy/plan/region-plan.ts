import { attempt } from '../../aws/explain.js';
import { awsFailure } from '../../aws/failure.js';
import { managedPolicyReader } from '../../aws/policies.js';
import { type StackDrift, stackDrift } from '../../aws/stack-drift.js';
import type { StackFacts } from '../../aws/stacks.js';
import { type HotswapMark, readMarks } from '../hotswap/marks.js';
import type { Synthesised } from '../synth/synthesise.js';
import type { DeployRegion } from '../target/open-target.js';
import type { Asset } from '../upload/upload.js';
import { type ApiChanges, apiChanges } from './api-changes.js';
import type { Dict } from './api-document.js';
import { type ConfigurationDifference, configurationDifferences } from './configuration.js';
import {
  environmentChanges,
  type SecretReferenceChange,
  secretReferenceChanges,
  type VariableChange,
} from './environment.js';
import { type ManagedPolicies, managedPolicies } from './iam/managed-policies.js';
import { type ResourceWidening, resourceWidenings } from './iam/resource-policies.js';
import { liveFunctions } from './live-functions.js';
import type { MadeChangeSet } from './make-change-set.js';
import { documentOf } from './method-document.js';
import { type PlannedResource, plannedResources } from './resources.js';
import { readSides, type Sides } from './sides.js';
import { tagsOf } from './stack-state.js';

/** Longest wait for drift detection, milliseconds. */
const DRIFT_PATIENCE = 60_000;

/** What deploying would do in one region. Its shape only grows. */
export interface RegionPlan {
  region: string;
  stack: string;
  /** `create` for the first deployment; `heal` when only hot-swapped code is put back. */
  action: 'create' | 'update' | 'heal' | 'none';
  resources: PlannedResource[];
  iam: ResourceWidening[];
  /** By the API's logical id. */
  api: ({ api: string } & ApiChanges)[];
  environment: VariableChange[];
  secrets: SecretReferenceChange[];
  configuration: ConfigurationDifference[];
  drift: StackDrift;
  /** Functions that run code put in past the stack, which the deployment puts back. */
  hotswapped: Pick<HotswapMark, 'function' | 'since' | 'by'>[];
  /** Archives to be sent. */
  uploads: { key: string; bytes: number }[];
}

/** What a plan is made from. */
export interface PlanInput {
  region: DeployRegion;
  /** The command to run again. */
  next: string;
  /** The deployed stack; undefined for the first deployment. */
  stack: StackFacts | undefined;
  /** Reads its template. */
  deployed(): Promise<Dict | undefined>;
  synthesised: Synthesised;
  changeSet: Promise<MadeChangeSet>;
  uploads: Promise<Asset[]>;
  /** Ask CloudFormation what was changed past it. */
  drift: boolean;
}

/** Compares what is deployed with what would be. */
export async function regionPlan(input: PlanInput): Promise<RegionPlan> {
  const { region, next, stack, synthesised } = input;
  const { bucket, settings, name } = region;
  const asking = Promise.all([
    input.changeSet,
    input.uploads,
    stack ? attempt({ region: name, next }, () => readMarks(bucket, stack.name)) : [],
    stack ? attempt({ region: name, next }, () => liveFunctions(region)) : new Map(),
    driftOf(input),
  ]);
  asking.catch(() => undefined); // awaited below, after what is worked out here
  const sides = readSides(await input.deployed(), stack, synthesised);
  const managed = await attempt({ region: name, next }, () => managedPolicies(sides, policyReader(input)));
  const compared = compare(sides, managed);
  const [changeSet, uploads, hotswapped, functions, drift] = await asking;
  const idle = hotswapped.length > 0 ? 'heal' : 'none';
  return {
    region: name,
    stack: settings.stackName,
    action: changeSet.isEmpty ? idle : stack === undefined ? 'create' : 'update',
    resources: plannedResources(changeSet.changes, sides),
    ...compared,
    configuration: stack
      ? configurationDifferences({ stack, functions }, synthesised, tagsOf(region), sides)
      : [],
    drift,
    hotswapped: hotswapped.map((mark) => ({ function: mark.function, since: mark.since, by: mark.by })),
    uploads: uploads.map(({ key, zippedBytes }) => ({ key, bytes: zippedBytes })),
  };
}

/** A first deployment is told by numbers alone: there is nothing to compare contents with. */
function policyReader({ region, stack }: PlanInput): (arn: string) => Promise<string | undefined> {
  return stack ? managedPolicyReader(region.aws) : async () => undefined;
}

function compare(
  sides: Sides,
  managed: ManagedPolicies,
): Pick<RegionPlan, 'iam' | 'api' | 'environment' | 'secrets'> {
  const { before, after } = sides;
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const apis = ids.filter((id) =>
    [before, after].some((side) => side.get(id)?.type === 'AWS::ApiGateway::RestApi'),
  );
  const api = apis.flatMap((id) => {
    const old = documentOf(before, id);
    if (old === undefined) return []; // nobody calls a new API yet
    const changes = apiChanges(old, documentOf(after, id) ?? {});
    const some = changes.added.length + changes.removed.length + changes.changed.length > 0;
    return some ? [{ api: id, ...changes }] : [];
  });
  return {
    iam: ids.flatMap((id) => resourceWidenings(before.get(id), after.get(id), managed)),
    api,
    environment: environmentChanges(sides),
    secrets: secretReferenceChanges(sides),
  };
}

/** A plan without an answer about drift is a plan still: why there is none is in it. */
async function driftOf({ region, stack, drift }: PlanInput): Promise<StackDrift> {
  if (!drift) return { checked: false, why: 'not asked for' };
  if (!stack) return { checked: false, why: 'nothing is deployed yet' };
  try {
    return await stackDrift(region.aws, stack.name, DRIFT_PATIENCE);
  } catch (error) {
    const failure = awsFailure(error);
    if (!failure) throw error;
    return { checked: false, why: `${failure.code}: ${failure.message.split('\n')[0]}` };
  }
}
