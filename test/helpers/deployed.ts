import { cpSync, mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type StackEvent,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../emulator/index.js';
import type { LogLine } from '../../emulator/kernel/events.js';
import { type Synthesised, synthesise } from '../../src/lib/deploy/synth/synthesise.js';

const ACCOUNT = '000000000000';
const BUCKET = 'arcube-assets-test';

export type Resources = Record<
  string,
  { Type: string; Properties: Record<string, unknown>; UpdatePolicy?: unknown }
>;

/** An emulator with an empty account, and what is needed to deploy the platform to it with the real SDK. */
export class DeployedLab {
  readonly folder = mkdtempSync(join(tmpdir(), 'arcube-deployed-'));
  readonly logs: LogLine[] = [];
  emulator: Emulator;
  readonly #sent = new Set<string>();

  constructor(options: EmulatorOptions = {}) {
    cpSync('templates/tenant', join(this.folder, 'tenants'), { recursive: true });
    this.emulator = this.#made(options);
  }

  async start(): Promise<this> {
    await this.emulator.start();
    return this;
  }

  /** Ends the emulator and starts another in the same project. */
  async restart(options: EmulatorOptions): Promise<void> {
    await this.emulator.stop();
    this.emulator = this.#made(options);
    await this.emulator.start();
  }

  async stop(): Promise<void> {
    await this.emulator.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Template and archives of the shipped platform. */
  synthesise(
    region = 'eu-central-1',
    stackName = 'shop-dev',
    parameters: Record<string, string> = {},
  ): Promise<Synthesised> {
    return synthesise({
      settings: { stage: 'dev', stackName, region, parameters },
      template: join(process.cwd(), 'templates', 'ancillary', 'template.yaml'),
      accountId: ACCOUNT,
      bucket: `${BUCKET}-${region}`,
      cacheDir: join(process.cwd(), '.cache', 'deployed-lab'),
    });
  }

  /** Begins to make or update the stack. */
  async send(made: Synthesised, change: (resources: Resources) => void = () => undefined): Promise<void> {
    const { stackName, region } = made.settings;
    const template = structuredClone(made.template);
    change(template.Resources as Resources);
    const key = await this.#upload(made, JSON.stringify(template));
    const client = this.#client(CloudFormationClient, region);
    const input = {
      StackName: stackName,
      TemplateURL: `${this.emulator.urls.aws}/${BUCKET}-${region}/${key}`,
      Parameters: made.parameters,
      Capabilities: made.capabilities as 'CAPABILITY_IAM'[],
    };
    const isThere = await client.send(new DescribeStacksCommand({ StackName: stackName })).then(
      () => true,
      () => false,
    );
    await client.send(isThere ? new UpdateStackCommand(input) : new CreateStackCommand(input));
  }

  /** Makes or updates the stack; resolves to the status it comes to rest in. */
  async deploy(made: Synthesised, change?: (resources: Resources) => void): Promise<string> {
    await this.send(made, change);
    return this.settled(made.settings);
  }

  async delete({ stackName, region }: { stackName: string; region: string }): Promise<string> {
    const client = this.#client(CloudFormationClient, region);
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    await client.send(new DeleteStackCommand({ StackName: stackName }));
    return this.settled({ stackName: Stacks?.[0]?.StackId ?? stackName, region });
  }

  async settled({ stackName, region }: { stackName: string; region: string }): Promise<string> {
    const client = this.#client(CloudFormationClient, region);
    for (;;) {
      const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
      const status = Stacks?.[0]?.StackStatus ?? '';
      if (!status.endsWith('_IN_PROGRESS')) return status;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Newest first. */
  async events(stackName: string, region = 'eu-central-1'): Promise<StackEvent[]> {
    const client = this.#client(CloudFormationClient, region);
    const { StackEvents } = await client.send(new DescribeStackEventsCommand({ StackName: stackName }));
    return StackEvents ?? [];
  }

  /** Configuration of an SDK client for the endpoint. */
  clientConfig(region = 'eu-central-1') {
    return {
      endpoint: this.emulator.urls.aws,
      region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    };
  }

  #client<C>(kind: new (config: ReturnType<DeployedLab['clientConfig']>) => C, region: string): C {
    return new kind(this.clientConfig(region));
  }

  /** Makes a stack of a small template; resolves to the status it comes to rest in. */
  async make(stackName: string, region: string, template: object): Promise<string> {
    const TemplateBody = JSON.stringify(template);
    const input = { StackName: stackName, TemplateBody, Capabilities: ['CAPABILITY_IAM' as const] };
    await this.#client(CloudFormationClient, region).send(new CreateStackCommand(input));
    return this.settled({ stackName, region });
  }

  async #upload(made: Synthesised, template: string): Promise<string> {
    const { region } = made.settings;
    const Bucket = `${BUCKET}-${region}`;
    const s3 = new S3Client({ ...this.clientConfig(region), forcePathStyle: true });
    const LocationConstraint = region as 'eu-central-1';
    if (!this.#sent.has(Bucket))
      await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint } }));
    this.#sent.add(Bucket);
    const Key = 'template.json';
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: template }));
    for (const { key, file } of made.functions) {
      if (this.#sent.has(`${Bucket}/${key}`)) continue;
      this.#sent.add(`${Bucket}/${key}`);
      await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: await readFile(file) }));
    }
    s3.destroy();
    return Key;
  }

  #made(options: EmulatorOptions): Emulator {
    const emulator = createEmulator({
      projectDir: this.folder,
      stack: 'none',
      state: 'none',
      awsPort: 0,
      ...options,
    });
    emulator.events.on('log', (line) => void this.logs.push(line));
    return emulator;
  }
}
