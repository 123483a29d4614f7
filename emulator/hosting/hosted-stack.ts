import type { Diagnostic } from '../../src/core/diagnostics.js';
import { UserError } from '../../src/core/errors.js';
import type { RestApi, StackModel, StackResource } from '../../src/core/stack/model.js';
import type { ServedParts } from '../../src/core/stack/resource-model.js';
import { AwsError } from '../kernel/aws-error.js';
import type {
  DeployedStack,
  HostedGateway,
  HostedPlatform,
  HostedSchedules,
  HostingOptions,
} from './options.js';
import { currentParts, servedModel } from './served-model.js';
import type { StackFiles, StackPlace, StoredStack } from './stored-stack.js';

/**
 * One deployed stack: the resources that were made of it, and what serves them. It has a gateway as long as it has a
 * stage. Changes are taken up one after the other; one that cannot be served is taken back.
 */
export class HostedStack<G extends HostedGateway, P extends HostedPlatform> {
  readonly #options: HostingOptions<G, P>;
  readonly #files: StackFiles;
  readonly #stored: StoredStack;
  readonly #abort = new AbortController();
  #turns = 0;
  #gateway: G | undefined;
  #schedules: HostedSchedules | undefined;
  #platform: { service: P; secrets: string } | undefined;
  #tried: { resource: StackResource; from: StackResource[]; all: StackResource[] } | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: HostingOptions<G, P>, files: StackFiles, stored: StoredStack) {
    this.#options = options;
    this.#files = files;
    this.#stored = stored;
  }

  get id(): string {
    return this.#stored.place.id;
  }

  get place(): StackPlace {
    return this.#stored.place;
  }

  get gateway(): G | undefined {
    return this.#gateway;
  }

  get platform(): P | undefined {
    return this.#platform?.service;
  }

  /** Nothing is left of it. */
  get isEmpty(): boolean {
    return this.#stored.resources.length === 0;
  }

  /** There is nothing to know of it, and nobody about to put something into it. */
  get isBlank(): boolean {
    return this.isEmpty && this.#stored.others.length === 0 && this.#turns === 0;
  }

  /** Where it answers; undefined while it has no stage. */
  get deployed(): DeployedStack | undefined {
    const { id: stackId, name: stackName, accountId, region } = this.#stored.place;
    return this.#gateway && { stackId, stackName, accountId, region, apiUrl: this.#gateway.url };
  }

  /** The stack as it is served. */
  model(): StackModel {
    return this.#gateway?.stack() ?? servedModel(this.#stored);
  }

  /** A resource that was made. */
  find(type: string, physicalId: string, apiId?: unknown): StackResource | undefined {
    return this.#stored.resources.find(
      (one) =>
        one.type === type &&
        one.physicalId === physicalId &&
        (apiId === undefined || one.properties.RestApiId === apiId),
    );
  }

  /** Whether there is a resource of a type with a property, of this value where one is given. */
  has(type: string, property: string, value?: unknown): boolean {
    return this.#stored.resources.some(({ type: own, properties }) => {
      const found = properties[property];
      return own === type && found !== undefined && (value === undefined || found === value);
    });
  }

  /** APIs, web ACLs and edge functions as they are now, deployed or not. */
  parts(): ServedParts {
    return currentParts(this.#stored.place, this.#stored.resources);
  }

  /** An API as it would be deployed now. */
  api(id: unknown): RestApi | undefined {
    return this.parts().restApis.find((api) => api.id === id);
  }

  /** What would be wrong with the stack's APIs and ACLs if this resource were there, and is not without it. */
  faultsWith(resource: StackResource): Diagnostic[] {
    const { place, resources } = this.#stored;
    const before = new Set(currentParts(place, resources).errors.map(({ message }) => message));
    const { errors } = currentParts(place, this.#with(resource));
    return errors.filter(({ message }) => !before.has(message));
  }

  /** Puts a resource in place, in its own one's stead when there is one, and serves the stack so. Throws `BadRequestException`. */
  put(resource: StackResource): Promise<void> {
    return this.#inTurn(() => {
      if (resource.type === 'AWS::ApiGateway::Stage') this.#forgetChanges(resource);
      return this.#change(resource.type, { resources: this.#with(resource) });
    });
  }

  /** Takes a resource away. */
  remove(resource: StackResource): Promise<void> {
    return this.#inTurn(() => {
      const { resources, deployments } = this.#stored;
      const left = { ...deployments };
      if (resource.type === 'AWS::ApiGateway::Deployment') delete left[resource.physicalId];
      return this.#change(resource.type, { resources: others(resources, resource), deployments: left });
    });
  }

  /** Takes up what is different; what cannot be served, or kept, is taken back, also from what serves. */
  async #change(type: string, next: Partial<Pick<StoredStack, 'resources' | 'deployments'>>): Promise<void> {
    const { resources, deployments } = this.#stored;
    Object.assign(this.#stored, next);
    try {
      await this.#serve(type);
    } catch (error) {
      Object.assign(this.#stored, { resources, deployments });
      await this.#serve(type).catch(() => undefined); // why it was taken back is what to tell
      throw error;
    }
  }

  /** Keeps the picture that a deployment takes of its API. */
  picture(deploymentId: string, api: RestApi): void {
    this.#stored.deployments[deploymentId] = { ...api, stages: [] };
  }

  /** Takes note of another service's resource. A stack that is dropped meanwhile is judged by nothing any more. */
  async note(resource: StackResource, isGone: boolean): Promise<void> {
    const noted = this.#inTurn(async () => {
      const rest = others(this.#stored.others, resource);
      this.#stored.others = isGone ? rest : [...rest, resource];
      if (this.isEmpty) return;
      if (this.#gateway && resource.type === 'AWS::SecretsManager::Secret')
        await this.#runPlatform(servedModel(this.#stored));
      await this.#files.save(this.#stored);
    });
    await noted.catch((error: unknown) => {
      if (!this.#abort.signal.aborted) throw error;
    });
  }

  /** Serves what is kept. */
  start(): Promise<void> {
    return this.#inTurn(() => this.#serve('all'));
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#queue;
    await Promise.all([this.#stopPlatform(), this.#schedules?.stop(), this.#gateway?.stop()]);
    this.#gateway = undefined;
    this.#schedules = undefined;
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    this.#turns++;
    const turn = this.#queue
      .then(() => {
        this.#abort.signal.throwIfAborted();
        return run();
      })
      .finally(() => this.#turns--);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** The resources with this one among them; the same list when it is asked for again. */
  #with(resource: StackResource): StackResource[] {
    const { resources } = this.#stored;
    if (this.#tried?.resource === resource && this.#tried.from === resources) return this.#tried.all;
    const all = [...others(resources, resource), resource];
    this.#tried = { resource, from: resources, all };
    return all;
  }

  #forgetChanges({ physicalId, properties }: StackResource): void {
    this.#options.stageMade(this.#stored.place, String(properties.RestApiId), physicalId);
  }

  #tell(state: 'served' | 'gone', apiUrl: string): void {
    const { name: stackName, region } = this.#stored.place;
    this.#options.events.emit('stack', { stackName, region, apiUrl, state });
  }

  /** Brings everything that serves in line with what there is. @param changed type of the resource that did */
  async #serve(changed: string): Promise<void> {
    const model = servedModel(this.#stored);
    if (!changed.startsWith('AWS::Events::')) await this.#serveApis(model);
    await this.#runSchedules(model);
    if (changed === 'AWS::ApiGateway::Stage' || changed === 'all') await this.#runPlatform(model);
    if (this.isEmpty) await this.#files.remove(this.#stored.place);
    else await this.#files.save(this.#stored);
  }

  async #serveApis(model: StackModel): Promise<void> {
    const hasStage = model.restApis.some(({ stages }) => stages.length > 0);
    if (!hasStage) {
      const gateway = this.#gateway;
      this.#gateway = undefined;
      await gateway?.stop();
      if (gateway) this.#tell('gone', gateway.url);
      return;
    }
    if (this.#gateway) {
      refuse(this.#gateway.replaceStack(model));
      this.#options.served(model);
      return;
    }
    const gateway = this.#make(model);
    await gateway.start(this.#abort.signal);
    this.#gateway = gateway;
    this.#stored.port = gateway.port;
    this.#options.served(model);
    this.#tell('served', gateway.url);
  }

  #make(model: StackModel): G {
    try {
      return this.#options.gateway(model, this.#stored.port);
    } catch (error) {
      if (error instanceof UserError) throw new AwsError('BadRequestException', error.message);
      throw error;
    }
  }

  async #runSchedules(model: StackModel): Promise<void> {
    const wanted = model.resources.some(({ type }) => type === 'AWS::Events::Rule');
    if (this.#schedules) this.#schedules.replaceStack(model);
    else if (wanted) {
      this.#schedules = this.#options.schedules(model);
      await this.#schedules.start(this.#abort.signal);
    }
  }

  /** The operator's part is no part of the stack: what goes wrong with it is told, and the deployment goes on. */
  async #runPlatform(model: StackModel): Promise<void> {
    const secrets = JSON.stringify(model.secrets.map(({ name }) => name).sort());
    if (this.#platform?.secrets === secrets) return;
    await this.#stopPlatform();
    const service = this.#gateway && this.#options.platform(model);
    if (!service) return;
    this.#platform = { service, secrets };
    try {
      await service.start(this.#abort.signal);
    } catch (error) {
      this.#options.events.emit('diagnostic', {
        severity: 'error',
        code: 'STACK_NOT_SEEDED',
        message: `Secrets and tenants of the stack ${model.stackName} were not put in: ${error instanceof Error ? error.message : String(error)}.`,
        remedy: 'Mend the cause, then deploy again or restart the emulator.',
      });
    }
  }

  async #stopPlatform(): Promise<void> {
    const platform = this.#platform;
    this.#platform = undefined;
    await platform?.service.stop();
  }
}

/** All but the one that `resource` stands for: of the same type and id, and for parts of an API of the same API. */
function others(
  resources: StackResource[],
  { type, physicalId, properties }: StackResource,
): StackResource[] {
  return resources.filter(
    (one) =>
      one.type !== type || one.physicalId !== physicalId || one.properties.RestApiId !== properties.RestApiId,
  );
}

function refuse(told: readonly Diagnostic[]): void {
  const fault = told.find(({ severity }) => severity === 'error');
  if (fault) throw new AwsError('BadRequestException', fault.message);
}
