import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CloudFormationClient, ListChangeSetsCommand } from '@aws-sdk/client-cloudformation';
import { planBootstrap } from '../../../src/lib/deploy/bootstrap/bootstrap.js';
import { healHotswaps } from '../../../src/lib/deploy/hotswap/heal.js';
import { discardAll, prepareAll } from '../../../src/lib/deploy/plan/deploy-plan.js';
import type { DeployTarget } from '../../../src/lib/deploy/target/open-target.js';
import {
  closeDeployTarget,
  type DeployWishes,
  openDeployTarget,
} from '../../../src/lib/deploy/target/open-target.js';
import { uploadAssets } from '../../../src/lib/deploy/upload/upload.js';
import { type FaultProxy, faultProxy } from '../rotation/fault-proxy.js';
import { byName } from './endpoint.js';

/** Whom both implementations take for the caller without having been told of anybody. */
const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };
export const STACK = 'lab-dev';
export const HOME = 'eu-central-1';

/** A project whose files are changed between deployments, and an endpoint that can be spoilt. */
export class DeployLab {
  readonly folder = mkdtempSync(join(tmpdir(), 'arcube-deploy-'));
  readonly #endpoint: string;
  readonly #targets: DeployTarget[] = [];
  proxy!: FaultProxy;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
    this.write('arcube.yaml', 'template: template.yaml\nstackName: lab\n');
    this.write('template.yaml', template());
    this.write('fn/index.ts', code(1));
  }

  async start(): Promise<void> {
    this.proxy = await faultProxy(this.#endpoint.replace('localhost', '127.0.0.1'));
  }

  write(name: string, text: string): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Calls by their operation, since they were forgotten last. */
  get operations(): string[] {
    return this.proxy.calls.map(({ operation }) => operation);
  }

  forgetCalls(): void {
    this.proxy.calls.length = 0;
    this.proxy.judge = () => undefined;
  }

  async target(wishes: Partial<DeployWishes> = {}): Promise<DeployTarget> {
    const target = await openDeployTarget({
      projectDir: this.folder,
      account: undefined,
      stage: 'dev',
      regions: [HOME],
      endpoint: byName(this.proxy.url),
      credentials: CREDENTIALS,
      command: 'arcube deploy --stage dev',
      ...wishes,
    });
    this.#targets.push(target);
    return target;
  }

  /** @returns how many resources were made or changed */
  async bootstrap(regions: readonly [string, ...string[]] = [HOME]): Promise<number> {
    const { plans, close } = await planBootstrap({
      account: undefined,
      regions,
      endpoint: byName(this.proxy.url),
      credentials: CREDENTIALS,
      command: 'arcube deploy bootstrap',
    });
    for (const plan of plans) await plan.apply();
    close();
    return plans.reduce((sum, { changes }) => sum + changes.length, 0);
  }

  /** Plans, and leaves nothing behind. */
  async plan(wishes: Partial<DeployWishes> = {}, drift = false) {
    const target = await this.target(wishes);
    return (await prepareAll(target, { purpose: 'plan', drift })).plan;
  }

  /** Deploys as the command does, without canary and record; ends when nothing is under way any more. */
  async deploy(wishes: Partial<DeployWishes> = {}): Promise<string> {
    const target = await this.target(wishes);
    const { regions } = await prepareAll(target, { purpose: 'deploy', drift: false });
    for (const { region, uploads, changeSet } of regions) {
      const where = { region: region.name, next: target.command };
      await healHotswaps(region, target.command);
      // moto makes a second stack of the same name beside one that is only being reviewed
      await uploadAssets(region.bucket, uploads, where).catch(async (error: unknown) => {
        await discardAll(target, regions);
        throw error;
      });
      if (changeSet.id !== undefined) await region.changeSets.execute(changeSet.id, 'lab');
    }
    return this.#ended(target);
  }

  async #ended(target: DeployTarget): Promise<string> {
    const [{ stacks, settings }] = target.regions;
    for (;;) {
      const status = (await stacks.describe(settings.stackName))?.status ?? 'gone';
      if (!status.endsWith('_IN_PROGRESS')) return status;
      await sleep(20);
    }
  }

  /** Names of change sets that were left. Of moto's, which keeps executed ones and those of other stacks in the list, plans. */
  async changeSets(region = HOME, stack = STACK): Promise<string[]> {
    const client = new CloudFormationClient({ endpoint: this.#endpoint, region, credentials: CREDENTIALS });
    try {
      const { Summaries = [] } = await client.send(new ListChangeSetsCommand({ StackName: stack }));
      const names = Summaries.map(({ ChangeSetName = '' }) => ChangeSetName);
      return process.env.ARCUBE_TEST_AWS_URL ? names.filter((name) => name.includes('-plan-')) : names;
    } catch (error) {
      if (/does not exist/.test((error as Error).message)) return [];
      throw error;
    } finally {
      client.destroy();
    }
  }

  async close(): Promise<void> {
    for (const target of this.#targets) closeDeployTarget(target);
    await this.proxy.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A handler that answers a number. */
export function code(answer: number): string {
  return `export const handler = async () => ${answer};\n`;
}

/** The lab's template, with properties and resources of one's own put in. */
export function template({ fn = '', role = '', more = '' } = {}): string {
  return `Parameters:
  Days: { Type: Number, Default: 30 }
Resources:
  Files: { Type: AWS::S3::Bucket }
  Logs:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: !Sub '\${AWS::StackName}-logs', RetentionInDays: !Ref Days }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
${role}
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Code: fn
      Handler: index.handler
      Runtime: nodejs22.x
      Role: !GetAtt Role.Arn
${fn}
${more}
`;
}
