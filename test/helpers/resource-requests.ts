import type {
  CreateResource,
  ResourceHandler,
  ResourceHandlers,
  ResourceIdentity,
  ResourceProperties,
  UpdateResource,
} from '../../emulator/kernel/cloudformation.js';
import { ACCOUNT, REGION } from './aws.js';

/** Asks resource handlers as CloudFormation's engine does, without one. */
export class ResourceRequests {
  readonly #handlers: () => ResourceHandlers;
  /** What handlers told of their progress. */
  readonly told: string[] = [];
  readonly initiated: string[] = [];
  abort = new AbortController();
  #made = 0;

  constructor(handlers: () => ResourceHandlers) {
    this.#handlers = handlers;
  }

  create(type: string, logicalId: string, properties: ResourceProperties): Promise<ResourceIdentity> {
    const request: CreateResource = {
      ...this.#request(type, logicalId, properties),
      newName: (longest = 64) =>
        `shop-${logicalId}-${String(++this.#made).padStart(12, '0')}`.slice(0, longest),
      initiated: async (id) => void this.initiated.push(id),
    };
    return this.#handler(type).create(request);
  }

  update(
    type: string,
    physicalId: string,
    [before, properties]: [ResourceProperties, ResourceProperties],
    more: Partial<UpdateResource> = {},
  ): Promise<ResourceIdentity> {
    const request = this.#request(type, 'Any', properties);
    const { update } = this.#handler(type);
    if (!update) throw new Error(`${type} has no update`);
    return update({ ...request, physicalId, before, isRollback: false, ...more });
  }

  delete(type: string, physicalId: string, properties: ResourceProperties): Promise<void> {
    return this.#handler(type).delete({ ...this.#request(type, 'Any', properties), physicalId });
  }

  async read(type: string, physicalId: string, properties: ResourceProperties) {
    return this.#handler(type).read?.({ ...this.#request(type, 'Any', properties), physicalId });
  }

  #handler(type: string): ResourceHandler {
    const handler = this.#handlers()[type];
    if (!handler) throw new Error(`no handler of ${type}`);
    return handler;
  }

  #request(type: string, logicalId: string, properties: ResourceProperties) {
    const id = `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/shop/1`;
    return {
      stack: { id, name: 'shop', accountId: ACCOUNT, region: REGION, tags: { stage: 'test' } },
      logicalId,
      type,
      properties,
      model: () => {
        throw new Error('no template here');
      },
      signal: this.abort.signal,
      tell: (reason: string) => void this.told.push(reason),
    };
  }
}
