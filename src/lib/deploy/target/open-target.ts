import { join } from 'node:path';
import type { ProjectConfig } from '../../../core/config/project.js';
import { userError } from '../../../core/errors.js';
import { Bucket } from '../../aws/buckets.js';
import { ChangeSets } from '../../aws/change-sets.js';
import { confirmEverywhere } from '../../aws/confirm-account.js';
import { Functions } from '../../aws/functions.js';
import { type AwsOptions, AwsRegion } from '../../aws/region.js';
import { ServiceClock } from '../../aws/service-clock.js';
import { Stacks } from '../../aws/stacks.js';
import { projectConfig, templateFile } from '../../project/project-stack.js';
import {
  STAGES,
  type Stage,
  type StageSettings,
  stageRegions,
  stageSettings,
} from '../synth/stage-settings.js';

/** What a person says of where to deploy: there is no default environment. */
export interface DeployWishes {
  projectDir: string;
  account: string | undefined;
  stage: string | undefined;
  /** The stage's own when empty. */
  regions: readonly string[];
  /** Bucket of archives and records; `arcube-assets-ACCOUNT-REGION` when left out. */
  bucket?: string | undefined;
  /** Base URL of an endpoint for all AWS services. */
  endpoint?: string | undefined;
  /** Credentials instead of the SDK's chain. */
  credentials?: AwsOptions['credentials'];
  /** The command line, for "then run …". */
  command: string;
}

/** One region of a deployment, with the clients it is reached through. */
export interface DeployRegion {
  name: string;
  account: string;
  settings: StageSettings;
  aws: AwsRegion;
  stacks: Stacks;
  changeSets: ChangeSets;
  functions: Functions;
  /** Of archives, templates and release records. */
  bucket: Bucket;
}

/** Where a deployment goes: an account confirmed by STS, a stage, and regions in their order. */
export interface DeployTarget {
  projectDir: string;
  account: string;
  /** ARN of whoever deploys. */
  caller: string;
  stage: Stage;
  regions: readonly [DeployRegion, ...DeployRegion[]];
  /** AWS's time. */
  clock: ServiceClock;
  /** Absolute path of the template. */
  template: string;
  cacheDir: string;
  command: string;
}

/**
 * Settles where to deploy, and asks STS in every region whose credentials these are. Throws DEPLOY_TARGET_MISSING,
 * UNKNOWN_REGION, AWS_WRONG_ACCOUNT, and the errors of an account that cannot be reached.
 */
export async function openDeployTarget(wishes: DeployWishes): Promise<DeployTarget> {
  const { projectDir, account, endpoint, credentials, command } = wishes;
  const stage = stageOf(wishes.stage);
  const config = projectConfig(projectDir);
  const clock = new ServiceClock();
  const [home, ...others] = regionsOf(config, stage, wishes.regions).map((settings) => ({
    settings,
    aws: new AwsRegion(settings.region, clock, { endpoint, credentials }),
  })) as [Opened, ...Opened[]];
  try {
    const regions = [home.aws, ...others.map(({ aws }) => aws)] as const;
    const identity = await confirmEverywhere([...regions], account, command);
    const complete = (one: Opened) => clientsOf(one, identity.account, wishes.bucket);
    return {
      projectDir,
      account: identity.account,
      caller: identity.arn,
      stage,
      regions: [complete(home), ...others.map(complete)],
      clock,
      template: templateFile(projectDir, config),
      cacheDir: join(projectDir, '.arcube/cache/packages'),
      command,
    };
  } catch (error) {
    for (const { aws } of [home, ...others]) aws.close();
    throw error;
  }
}

/** Closes every connection of a target. */
export function closeDeployTarget(target: DeployTarget): void {
  for (const { aws } of target.regions) aws.close();
}

interface Opened {
  settings: StageSettings;
  aws: AwsRegion;
}

/** The stage of this name. Throws DEPLOY_TARGET_MISSING. */
export function stageOf(wanted: string | undefined): Stage {
  const stage = STAGES.find((one) => one === wanted);
  if (stage === undefined) throw userError('DEPLOY_TARGET_MISSING', { missing: ['--stage'] });
  return stage;
}

/** The regions that were named, else those that the stage lists, else its own one; each once. */
function regionsOf(
  config: Partial<ProjectConfig>,
  stage: Stage,
  named: readonly string[],
): [StageSettings, ...StageSettings[]] {
  const listed = stageRegions(config, stage);
  const wanted: (string | undefined)[] = [...new Set(named.length > 0 ? named : listed)];
  const [first, ...rest] = wanted;
  const settings = (name: string | undefined) => stageSettings(config, stage, name);
  return [settings(first), ...rest.map(settings)];
}

function clientsOf({ settings, aws }: Opened, account: string, bucket: string | undefined): DeployRegion {
  return {
    name: aws.name,
    account,
    settings,
    aws,
    stacks: new Stacks(aws),
    changeSets: new ChangeSets(aws),
    functions: new Functions(aws),
    bucket: new Bucket(aws, bucket ?? assetsBucket(account, aws.name), account),
  };
}

/** Name of the bucket that `arcube deploy bootstrap` makes. */
export function assetsBucket(account: string, region: string): string {
  return `arcube-assets-${account}-${region}`;
}
