import { EventBus } from '../../emulator/kernel/events.js';
import {
  createLambda,
  createLambdaApi,
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
    this.aws = new AwsHarness({
      ids: this.ids,
      events: this.events,
      functions: {
        ...functionTraffic(() => this.lambda),
        invoke: (invocation) => this.lambda.invoke(invocation),
      },
      apis: [
        {
          ...createLambdaApi({} as LambdaService),
          handle: (request) => createLambdaApi(this.lambda).handle(request),
        },
      ],
    });
  }

  get clock() {
    return this.aws.clock;
  }

  client: AwsHarness['client'] = (kind, more) => this.aws.client(kind, more);

  async start(): Promise<void> {
    await this.aws.start();
    await this.#startLambda();
    await this.aws.aws.deployments.start(new AbortController().signal);
  }

  /** Stops both and starts others on the same state. */
  async restart(whileDown: () => void = () => undefined): Promise<void> {
    await this.aws.aws.deployments.stop();
    await this.lambda.stop();
    await this.aws.aws.endpoint.stop();
    whileDown();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.aws.aws.deployments.stop();
    await this.lambda.stop();
    await this.aws.stop();
  }

  async #startLambda(): Promise<void> {
    const { clock, folder, aws } = this.aws;
    this.lambda = createLambda({
      functions: [],
      clock,
      ids: this.ids,
      events: this.events,
      stateDir: folder,
      trusts: (role, service) => aws.trusts(role, service),
      objects: aws.objects,
      ...this.#more,
    });
    await this.lambda.start(new AbortController().signal);
  }
}
