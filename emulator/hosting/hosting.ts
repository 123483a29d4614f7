import type { LambdaFunction, StackModel } from '../../src/core/stack/model.js';
import type { ResourceChange, ResourceProperties } from '../kernel/cloudformation.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import { HostedStack } from './hosted-stack.js';
import type { DeployedStack, HostedGateway, HostedPlatform, HostingOptions } from './options.js';
import { StackFiles, type StackPlace, type StoredStack } from './stored-stack.js';

/** The stacks that CloudFormation has made on this emulator, each with a gateway, schedules and an operator of its own. */
export class Hosting<G extends HostedGateway, P extends HostedPlatform> implements Service {
  readonly name = 'hosting';
  readonly needs: readonly string[];
  readonly options: HostingOptions<G, P>;
  readonly #files: StackFiles;
  readonly #stacks = new Map<string, HostedStack<G, P>>();
  #status: ServiceHealth['status'] = 'stopped';
  #starting: Promise<void> = Promise.resolve();

  constructor(options: HostingOptions<G, P>) {
    this.options = options;
    this.needs = options.needs;
    this.#files = new StackFiles(options.stateDir);
  }

  /** Serves the stacks that are kept from an earlier run. */
  async start(signal: AbortSignal): Promise<void> {
    this.#status = 'starting';
    const kept = this.#files.all();
    for (const stored of kept) this.#add(stored);
    const starts = [...this.#stacks.values()].map((stack) => stack.start());
    this.#starting = Promise.allSettled(starts).then(() => undefined);
    await Promise.all(starts.map((start, index) => start.catch((error) => this.#tell(kept[index], error))));
    signal.throwIfAborted();
    this.#status = 'ok';
  }

  async stop(): Promise<void> {
    this.#status = 'stopped';
    const stopped = [...this.#stacks.values()].map((stack) => stack.stop());
    await Promise.all([this.#starting, ...stopped]);
    this.#stacks.clear();
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { stacks: this.deployedStacks().length } };
  }

  /** The stack as it is; an empty one, which is not kept, when nothing was put into it yet. */
  stack({ id, name, accountId, region }: StackPlace): HostedStack<G, P> {
    const place = { id, name, accountId, region };
    const empty = { place, port: 0, resources: [], deployments: {}, others: [] };
    return this.#stacks.get(id) ?? new HostedStack(this.options, this.#files, empty);
  }

  /** Hears of every resource of a stack; those of other services that a served stack is judged by are noted. */
  async told({ stack, logicalId, type, physicalId, attributes, properties, isGone }: ResourceChange) {
    if (!LOOKED_AT.test(type) || (isGone && !this.#stacks.has(stack.id))) return;
    const arn = attributes.Arn ?? (physicalId.startsWith('arn:') ? physicalId : undefined);
    const resource = {
      logicalId,
      type,
      physicalId,
      ...(typeof arn === 'string' && { arn }),
      properties: open(properties),
      place: { file: stack.name, line: 1, column: 1 },
    };
    await this.change(stack, (hosted) => hosted.note(resource, isGone));
  }

  /** Changes a stack, and keeps it as long as there is anything to know of it. */
  async change(place: StackPlace, change: (stack: HostedStack<G, P>) => Promise<void>): Promise<void> {
    const stack = this.stack(place);
    this.#stacks.set(stack.id, stack);
    try {
      await change(stack);
    } finally {
      if (stack.isBlank) await this.drop(stack.id);
    }
  }

  /** Ends what serves a stack and forgets it. */
  async drop(stackId: string): Promise<void> {
    const stack = this.#stacks.get(stackId);
    this.#stacks.delete(stackId);
    await stack?.stop();
  }

  /** The stacks of an account in a region. */
  stacksIn(accountId: string, region: string): HostedStack<G, P>[] {
    return [...this.#stacks.values()].filter(
      ({ place }) => place.accountId === accountId && place.region === region,
    );
  }

  /** Every stack that is served, in the order of their names and regions. */
  deployedStacks(): DeployedStack[] {
    const all = [...this.#stacks.values()].flatMap(({ deployed }) => deployed ?? []);
    return all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  /** The stacks as they are served. */
  models(): StackModel[] {
    return [...this.#stacks.values()].map((stack) => stack.model());
  }

  /** Functions of the stacks that have an API. */
  functions(): LambdaFunction[] {
    return this.models().flatMap(({ functions }) => functions);
  }

  /** What a function of a deployed stack is told of where that answers. */
  variablesOf({ arn }: { arn: string }): Record<string, string> {
    const url = this.#urlOf(arn);
    return url === undefined ? {} : { ARCUBE_URL: url };
  }

  #urlOf(functionArn: string): string | undefined {
    const stacks = [...this.#stacks.values()];
    return stacks.find((stack) => stack.model().functions.some(({ arn }) => arn === functionArn))?.gateway
      ?.url;
  }

  /** The gateways that serve. */
  gateways(): G[] {
    return [...this.#stacks.values()].flatMap(({ gateway }) => gateway ?? []);
  }

  /** The operator's parts, of the stacks that are the platform. */
  platforms(): { stackName: string; region: string; platform: P }[] {
    return [...this.#stacks.values()].flatMap(({ deployed, platform }) =>
      deployed && platform ? [{ stackName: deployed.stackName, region: deployed.region, platform }] : [],
    );
  }

  #add(stored: StoredStack): HostedStack<G, P> {
    const stack = new HostedStack(this.options, this.#files, stored);
    this.#stacks.set(stored.place.id, stack);
    return stack;
  }

  #tell(stored: StoredStack | undefined, error: unknown): void {
    if (this.#status !== 'starting') return;
    this.options.events.emit('diagnostic', {
      severity: 'error',
      code: 'STACK_NOT_SERVED',
      message: `The stack ${stored?.place.name} from an earlier run is not served: ${error instanceof Error ? error.message : String(error)}.`,
      remedy: 'Deploy it again, or start with --fresh.',
    });
  }
}

/** Resources of other services that a served stack is judged by. */
const LOOKED_AT = /^AWS::(IAM::|SecretsManager::Secret$|KMS::Alias$|Lambda::Function$)/;

/** Properties without what must not be kept here: values of secrets and of variables. */
function open({ SecretString, GenerateSecretString, Environment, ...rest }: ResourceProperties) {
  const { Variables: { TENANT_SECRETS_PREFIX = undefined } = {} } = (Environment ?? {}) as {
    Variables?: Record<string, unknown>;
  };
  return {
    ...rest,
    ...(TENANT_SECRETS_PREFIX !== undefined && { Environment: { Variables: { TENANT_SECRETS_PREFIX } } }),
  };
}

function keyOf({ stackName, region }: DeployedStack): string {
  return `${stackName}/${region}`;
}
