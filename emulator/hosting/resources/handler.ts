import type { Diagnostic } from '../../../src/core/diagnostics.js';
import type { StackModel, StackResource } from '../../../src/core/stack/model.js';
import { AwsError } from '../../kernel/aws-error.js';
import type {
  CreateResource,
  ExistingResource,
  ResourceHandler,
  ResourceIdentity,
  ResourceProperties,
  ResourceRequest,
  UpdateResource,
} from '../../kernel/cloudformation.js';
import type { Hosting } from '../hosting.js';
import type { HostedGateway, HostedPlatform } from '../options.js';
import type { StackRights } from '../stored-stack.js';
import type { Attributes, Kind, Sight } from './kind.js';

/** Makes resources of one kind in hosted stacks. */
export class HostedResources<G extends HostedGateway, P extends HostedPlatform> implements ResourceHandler {
  readonly replacedBy: readonly string[];
  readonly #kind: Kind;
  readonly #hosting: () => Hosting<G, P>;

  constructor(kind: Kind, hosting: () => Hosting<G, P>) {
    this.replacedBy = kind.replacedBy;
    this.#kind = kind;
    this.#hosting = hosting;
  }

  async create(request: CreateResource): Promise<ResourceIdentity> {
    const physicalId = this.#kind.newId(request, this.#hosting().options.ids);
    const sight = this.#sight(physicalId, request);
    this.#check(sight);
    await request.initiated(physicalId);
    this.#kind.making?.(sight);
    await this.#put(sight, request);
    return { physicalId, attributes: this.#describe(physicalId, request).attributes };
  }

  async update(request: UpdateResource): Promise<ResourceIdentity> {
    const { physicalId } = request;
    const sight = this.#sight(physicalId, request);
    this.#check(sight);
    await this.#put(sight, request);
    return { physicalId, attributes: this.#describe(physicalId, request).attributes };
  }

  async delete(request: ExistingResource): Promise<void> {
    const sight = this.#sight(request.physicalId, request);
    const { stack, resource } = sight;
    if (!stack.find(resource.type, resource.physicalId, resource.properties.RestApiId)) return;
    this.#kind.leaving?.(sight);
    await stack.remove(resource);
    if (stack.isEmpty) await this.#hosting().drop(stack.id);
  }

  async read(request: ExistingResource): Promise<ResourceProperties | undefined> {
    const sight = this.#sight(request.physicalId, request);
    const { stack, resource } = sight;
    const found = stack.find(resource.type, resource.physicalId, resource.properties.RestApiId);
    if (!found) return undefined;
    return this.#kind.now?.({ ...sight, resource: found }, stack.model()) ?? found.properties;
  }

  async #put({ stack, resource }: Sight, request: ResourceRequest): Promise<void> {
    await stack.put(resource);
    if (this.#kind.takesRights) await stack.take(rightsOf(request.model()));
  }

  #check(sight: Sight): void {
    this.#kind.check?.(sight);
    const { stack, resource } = sight;
    const faults = stack.faultsWith(resource);
    if (faults.length === 0) return;
    const say = this.#kind.words ?? plainWords;
    throw new AwsError('BadRequestException', say(faults, resource));
  }

  #sight(physicalId: string, request: ResourceRequest): Sight {
    const { accountId, region } = request.stack;
    const stack = this.#hosting().stack(request.stack);
    const { arn } = this.#describe(physicalId, request);
    const resource = {
      logicalId: request.logicalId,
      type: request.type,
      physicalId,
      ...(arn !== undefined && { arn }),
      properties: { ...request.properties },
      place: { file: request.stack.name, line: 1, column: 1 },
    };
    return { stack, resource, neighbours: this.#hosting().stacksIn(accountId, region) };
  }

  #describe(physicalId: string, request: ResourceRequest): { attributes: Attributes; arn?: string } {
    return this.#kind.describe?.(physicalId, request) ?? { attributes: {} };
  }
}

function plainWords(faults: readonly Diagnostic[]): string {
  return faults.map(({ message }) => message).join(' ');
}

/** What of a template hosting looks at beside its own resources; no values of secrets and variables are kept. */
function rightsOf({ functions, permissions, resources, secrets }: StackModel): StackRights {
  return {
    functions: functions.map((fn) => ({ ...fn, environment: prefixOnly(fn.environment) })),
    permissions,
    resources: resources.filter(isLookedAt),
    secrets: secrets.map(({ value: _value, ...open }) => open),
  };
}

function isLookedAt({ type }: StackResource): boolean {
  return /^AWS::IAM::|^AWS::SecretsManager::Secret$|^AWS::KMS::Alias$/.test(type);
}

function prefixOnly({ TENANT_SECRETS_PREFIX: prefix }: Record<string, string>): Record<string, string> {
  return prefix === undefined ? {} : { TENANT_SECRETS_PREFIX: prefix };
}
