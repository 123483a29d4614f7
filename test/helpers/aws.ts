import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Aws, type AwsOptions, createAws } from '../../emulator/aws/index.js';
import { MovableClock } from '../../src/core/clock.js';
import { createIds } from '../../src/core/ids.js';

export const ACCOUNT = '123456789012';
export const REGION = 'eu-central-1';

interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** What an SDK client is made with, and whether it can be ended. */
interface ClientConfig {
  endpoint: string;
  region: string;
  credentials: Credentials;
  maxAttempts: number;
  systemClockOffset: number;
}

/** An endpoint for tests, with its state in a folder of its own. */
export class AwsHarness {
  readonly clock = new MovableClock();
  readonly #clients: { destroy(): void }[] = [];
  readonly #options: Partial<AwsOptions>;
  folder = '';
  aws!: Aws;

  constructor(options: Partial<AwsOptions> = {}) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.folder ||= await mkdtemp(join(tmpdir(), 'arcube-aws-'));
    this.aws = createAws({
      host: '127.0.0.1',
      port: 0,
      accountId: ACCOUNT,
      region: REGION,
      stateDir: this.folder,
      clock: this.clock,
      ids: createIds(),
      ...this.#options,
    });
    await this.aws.endpoint.start();
    await this.aws.stacks.start(new AbortController().signal);
  }

  /** A client of the real SDK; a second account is reached with its number as access key id. */
  client<C extends { destroy(): void }>(
    kind: new (config: ClientConfig) => C,
    { region = REGION, ...credentials }: Partial<Credentials> & { region?: string } = {},
  ): C {
    const made = new kind({
      endpoint: this.aws.endpoint.url,
      region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test', ...credentials },
      maxAttempts: 1,
      // as the SDKs correct themselves by the answers' dates
      systemClockOffset: this.clock.offset,
    });
    this.#clients.push(made);
    return made;
  }

  /** Stops the endpoint and starts another on the same state. */
  async restart(): Promise<void> {
    await this.aws.stacks.stop();
    await this.aws.endpoint.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    for (const client of this.#clients.splice(0)) client.destroy();
    await this.aws.stacks.stop();
    await this.aws.endpoint.stop();
    this.clock.stop();
    await rm(this.folder, { recursive: true, force: true });
    this.folder = '';
  }
}
