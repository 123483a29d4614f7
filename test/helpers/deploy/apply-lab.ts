import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { UserError } from '../../../src/core/errors.js';
import { beginDeploy } from '../../../src/lib/deploy/apply/begin-deploy.js';
import type { DeployState } from '../../../src/lib/deploy/apply/deploy-state.js';
import { Deploys, type DeployTools } from '../../../src/lib/deploy/apply/deploys.js';
import type { DeployOptions } from '../../../src/lib/deploy/apply/entries.js';
import { prepareAll } from '../../../src/lib/deploy/plan/deploy-plan.js';
import { listReleases } from '../../../src/lib/deploy/record/list-releases.js';
import type { FoundRelease } from '../../../src/lib/deploy/record/releases.js';
import { prepareRollback } from '../../../src/lib/deploy/rollback/prepare-rollback.js';
import {
  closeDeployTarget,
  type DeployTarget,
  openDeployTarget,
} from '../../../src/lib/deploy/target/open-target.js';
import type { TestEndpoint } from '../rotation/endpoint.js';
import { bootstrapByHand } from './account.js';
import { deployEndpoint } from './endpoint.js';

const ACCOUNT = '123456789012';

/** The process ends here, as far as a deploy can tell. */
export class Crash extends Error {}

/** A small project that is deployed to an AWS endpoint. */
export interface DeployLab {
  endpoint: string;
  projectDir: string;
  deploys: Deploys;
  target: DeployTarget;
  /** Writes the template; `value` is what its SSM parameter holds. */
  write(value: string, resources?: string): void;
  /** Writes the code of a function `fn`, which answers this. */
  writeCode(answer: string): void;
  deploy(tools?: Partial<DeployTools>): Promise<DeployState | undefined>;
  rollback(to?: string): Promise<DeployState | undefined>;
  resume(id: string, tools?: Partial<DeployTools>): Promise<DeployState>;
  /** What the deployed parameter holds. */
  value(region?: string): Promise<string | undefined>;
  releases(region?: string): Promise<FoundRelease[]>;
  close(): Promise<void>;
}

const OPTIONS: DeployOptions = { apiUrls: {}, judge: false, smoke: false };

/** An endpoint for labs, bootstrapped: the one that ARCUBE_TEST_AWS_URL names, emptied, else an emulator's. */
export async function labEndpoint(regions: readonly string[]): Promise<TestEndpoint> {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: ACCOUNT,
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
  const folder = project('shop');
  const { url, stop } = await deployEndpoint(folder);
  await bootstrapByHand(url, ACCOUNT, regions);
  return {
    url,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let labs = 0;

/** A project with a stack of its own. */
export async function deployLab(endpoint: string, regions = ['eu-central-1']): Promise<DeployLab> {
  labs += 1;
  const stack = `shop${labs}`;
  const projectDir = project(stack);
  const wishes = { projectDir, account: ACCOUNT, stage: 'dev', regions, endpoint, command: 'arcube deploy' };
  const lab: DeployLab = {
    endpoint,
    projectDir,
    deploys: Deploys.of(projectDir),
    target: undefined as unknown as DeployTarget,
    write: (value, resources = '') =>
      writeFileSync(join(projectDir, 'template.yaml'), templateOf(value, resources)),
    writeCode: (answer) => {
      mkdirSync(join(projectDir, 'fn'), { recursive: true });
      writeFileSync(join(projectDir, 'fn', 'index.ts'), `export const handler = async () => ${answer};\n`);
    },
    deploy: (tools) =>
      run(lab, tools, async () => ({
        made: await prepareAll(lab.target, { purpose: 'deploy', drift: false }),
      })),
    rollback: (to) => run(lab, undefined, () => prepareRollback(lab.target, to)),
    resume: async (id, tools) => {
      const open = lab.deploys.reopen(lab.target, id, toolsOf(tools));
      return open.engine.run((_step, _region, work) => work(() => undefined)).finally(open.close);
    },
    value: (region = regions[0]) => parameterOf(endpoint, region as string, `/${stack}-dev/setting`),
    releases: async (region = regions[0]) => {
      const found = await listReleases(lab.target);
      return found.find((one) => one.region === region)?.releases ?? [];
    },
    close: async () => {
      closeDeployTarget(lab.target);
      rmSync(projectDir, { recursive: true, force: true });
    },
  };
  lab.target = await openDeployTarget(wishes);
  return lab;
}

async function run(
  lab: DeployLab,
  tools: Partial<DeployTools> | undefined,
  prepare: () => Promise<{ made: Awaited<ReturnType<typeof prepareAll>>; release?: string }>,
): Promise<DeployState | undefined> {
  const turn = lab.deploys.take(lab.target);
  try {
    const { made, release } = await prepare();
    if (!made.plan.changes) return undefined;
    const facts = {
      target: lab.target,
      regions: made.regions,
      options: OPTIONS,
      endpoint: lab.endpoint,
      ...(release !== undefined && { rollbackTo: release }),
    };
    const open = await beginDeploy(turn, facts, toolsOf(tools));
    return await open.engine.run((_step, _region, work) => work(() => undefined)).finally(open.close);
  } finally {
    turn.release();
  }
}

/** How an operation is followed by a test. */
export const watching = {
  say: (): void => undefined,
  goOn: (): void => undefined,
  pause: (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5)),
};

/** The error that something is refused with. */
export function refusal(promise: Promise<unknown>): Promise<UserError> {
  return promise.then(
    () => Promise.reject(new Error('it was not refused')),
    (error: UserError) => error,
  );
}

function toolsOf(tools: Partial<DeployTools> = {}): DeployTools {
  return {
    signal: new AbortController().signal,
    pause: watching.pause,
    boundary: () => undefined,
    verify: async () => ({ ok: true, note: 'not tried' }),
    traffic: async () => ({ stop: async () => ({ requests: 0, errors: 0, unavailable: 0 }) }),
    ...tools,
  };
}

/** Throws at a boundary, as if the process had been killed there: nothing is written any more. */
export function dieAt(point: string): Pick<DeployTools, 'boundary'> {
  return {
    boundary: (passed) => {
      if (passed === point) throw new Crash(point);
    },
  };
}

function project(stack: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'arcube-deploy-'));
  writeFileSync(
    join(folder, 'arcube.yaml'),
    `template: template.yaml\nstackName: ${stack}\naccountId: '${ACCOUNT}'\n`,
  );
  writeFileSync(join(folder, 'template.yaml'), templateOf('first', ''));
  return folder;
}

function templateOf(value: string, resources: string): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Setting:
    Type: AWS::SSM::Parameter
    Properties: { Type: String, Name: !Sub '/\${AWS::StackName}/setting', Value: ${value} }
  Kept:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
${resources}`;
}

async function parameterOf(endpoint: string, region: string, Name: string): Promise<string | undefined> {
  const ssm = new SSMClient({ region, endpoint });
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    return Parameter?.Value;
  } catch (error) {
    if ((error as Error).name === 'ParameterNotFound') return undefined;
    throw error;
  } finally {
    ssm.destroy();
  }
}
