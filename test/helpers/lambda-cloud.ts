import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBus } from '../../emulator/kernel/events.js';
import {
  createLambda,
  createLambdaApi,
  createLambdaResources,
  functionTraffic,
  type LambdaOptions,
  type LambdaService,
} from '../../emulator/lambda/index.js';
import { createIds, type Ids } from '../../src/core/ids.js';
import { AwsHarness } from './aws.js';

/** An AWS endpoint with a Lambda service behind it, both on one folder of state, without any stack. */
export class LambdaCloud {
  readonly events = new EventBus();
  readonly ids: Ids;
  /** Numbers that were drawn: those of weighted aliases, mostly. */
  readonly draws: number[] = [];
  readonly aws: AwsHarness;
  readonly #more: Partial<LambdaOptions>;
  lambda!: LambdaService;

  /** @param seed makes the weights of aliases fall the same way in each run */
  constructor(seed?: string, more: Partial<LambdaOptions> = {}) {
    const ids = createIds(seed);
    this.ids = {
      bytes: (length) => ids.bytes(length),
      hex: (length) => ids.hex(length),
      uuid: () => ids.uuid(),
      random: () => {
        const drawn = ids.random();
        this.draws.push(drawn);
        return drawn;
      },
    };
    this.#more = more;
    const cloud = this;
    this.aws = new AwsHarness({
      ids: this.ids,
      events: this.events,
      functions: {
        ...functionTraffic(() => this.lambda),
        invoke: (invocation) => this.lambda.invoke(invocation),
      },
      get apis() {
        return [createLambdaApi(cloud.lambda)];
      },
      get resourceHandlers() {
        return createLambdaResources(cloud.lambda, () => cloud.aws.aws.aliasDeployments);
      },
    });
  }

  get clock() {
    return this.aws.clock;
  }

  client: AwsHarness['client'] = (kind, more) => this.aws.client(kind, more);

  async start(): Promise<void> {
    this.aws.folder ||= await mkdtemp(join(tmpdir(), 'arcube-aws-'));
    this.#makeLambda();
    const { signal } = new AbortController();
    await this.lambda.start(signal);
    await this.aws.start();
    await this.aws.aws.deployments.start(signal);
  }

  /** Stops both and starts others on the same state. */
  async restart(whileDown: () => void = () => undefined): Promise<void> {
    await this.#end();
    whileDown();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.#end();
    await this.aws.stop();
  }

  async #end(): Promise<void> {
    await this.aws.aws.stacks.stop();
    await this.aws.aws.deployments.stop();
    await this.lambda.stop();
    await this.aws.aws.endpoint.stop();
  }

  #makeLambda(): void {
    const { clock, folder } = this.aws;
    this.lambda = createLambda({
      functions: [],
      clock,
      ids: this.ids,
      events: this.events,
      stateDir: folder,
      trusts: (role, service) => this.aws.aws.trusts(role, service),
      objects: { readObject: (...asked) => this.aws.aws.objects.readObject(...asked) },
      keys: {
        encrypt: (...asked) => this.aws.aws.keyService.encrypt(...asked),
        decrypt: (...asked) => this.aws.aws.keyService.decrypt(...asked),
      },
      ...this.#more,
    });
  }
}
