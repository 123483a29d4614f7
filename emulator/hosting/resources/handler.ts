import type { Diagnostic } from '../../../src/core/diagnostics.js';
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
import type { Attributes, Kind, Sight } from './kind.js';
import { schemaOf } from './schemas.js';

/** Makes resources of one kind in hosted stacks. */
export class HostedResources<G extends HostedGateway, P extends HostedPlatform> implements ResourceHandler {
  readonly replacedBy: readonly string[];
  readonly schema: ReturnType<typeof schemaOf>;
  readonly #kind: Kind;
  readonly #hosting: () => Hosting<G, P>;

  constructor(type: string, kind: Kind, hosting: () => Hosting<G, P>) {
    this.replacedBy = kind.replacedBy;
    this.schema = schemaOf(type);
    this.#kind = kind;
    this.#hosting = hosting;
  }

  async create(request: CreateResource): Promise<ResourceIdentity> {
    const physicalId = this.#kind.newId(request, this.#hosting().options.ids);
    const sight = this.#sight(physicalId, request);
    this.#check(sight);
    await request.initiated(physicalId);
    await this.#hosting().change(request.stack, (stack) => {
      this.#kind.making?.({ ...sight, stack });
      return stack.put(sight.resource);
    });
    return { physicalId, attributes: this.#describe(physicalId, request).attributes };
  }

  async update(request: UpdateResource): Promise<ResourceIdentity> {
    const { physicalId } = request;
    const sight = this.#sight(physicalId, request);
    this.#check(sight);
    await this.#hosting().change(request.stack, (stack) => stack.put(sight.resource));
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
