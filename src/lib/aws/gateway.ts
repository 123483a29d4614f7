import {
  APIGatewayClient,
  type ApiKey,
  CreateApiKeyCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  DeleteUsagePlanKeyCommand,
  FlushStageAuthorizersCacheCommand,
  GetApiKeyCommand,
  GetUsageCommand,
  paginateGetApiKeys,
  paginateGetRestApis,
  paginateGetUsagePlanKeys,
  paginateGetUsagePlans,
  UpdateApiKeyCommand,
} from '@aws-sdk/client-api-gateway';
import { Secret } from '../../core/secret.js';
import type { AwsRegion } from './region.js';

/** A gateway key without its value. */
export interface GatewayKey {
  id: string;
  name: string;
  enabled: boolean;
  /** Epoch ms. */
  createdAt: number;
  customerId?: string;
  tags: Record<string, string>;
}

/** API Gateway of one region. */
export class Gateway {
  readonly #client: APIGatewayClient;

  constructor(region: AwsRegion) {
    this.#client = region.client(APIGatewayClient);
  }

  /** Id of the REST API of this name; undefined when there is none. */
  async apiId(name: string): Promise<string | undefined> {
    for await (const { items = [] } of paginateGetRestApis({ client: this.#client }, {}))
      for (const api of items) if (api.name === name) return api.id;
    return undefined;
  }

  /** Forgets what authorizers of the stage have answered. */
  async flushAuthorizers(restApiId: string, stageName: string): Promise<void> {
    await this.#client.send(new FlushStageAuthorizersCacheCommand({ restApiId, stageName }));
  }

  /** Keys of this name, or all. */
  async keys(name?: string): Promise<GatewayKey[]> {
    const found: GatewayKey[] = [];
    const query = { includeValues: false, ...(name !== undefined && { nameQuery: name }) };
    for await (const { items = [] } of paginateGetApiKeys({ client: this.#client }, query))
      for (const item of items) if (name === undefined || item.name === name) found.push(keyOf(item));
    return found;
  }

  async value(id: string): Promise<Secret> {
    const { value = '' } = await this.#client.send(new GetApiKeyCommand({ apiKey: id, includeValue: true }));
    return new Secret(value);
  }

  /** Makes an enabled key that is in no plan yet. There is no request token: look for its tags first. */
  async create(key: Pick<GatewayKey, 'name' | 'customerId' | 'tags'>, value: Secret): Promise<string> {
    const { name, customerId, tags } = key;
    const { id = '' } = await this.#client.send(
      new CreateApiKeyCommand({
        name,
        enabled: true,
        value: value.reveal(),
        tags,
        ...(customerId !== undefined && { customerId }),
      }),
    );
    return id;
  }

  async setEnabled(id: string, enabled: boolean): Promise<void> {
    const patchOperations = [{ op: 'replace' as const, path: '/enabled', value: String(enabled) }];
    await this.#client.send(new UpdateApiKeyCommand({ apiKey: id, patchOperations }));
  }

  /** Removes a key, from its plans too; one that is gone already is gone. */
  async remove(id: string, plans: readonly string[]): Promise<void> {
    for (const usagePlanId of plans)
      await this.#client.send(new DeleteUsagePlanKeyCommand({ usagePlanId, keyId: id })).catch(unlessGone);
    await this.#client.send(new DeleteApiKeyCommand({ apiKey: id })).catch(unlessGone);
  }

  /** Ids of the usage plans that an API's stage is in. */
  async plans(restApiId: string, stage: string): Promise<string[]> {
    const found: string[] = [];
    for await (const { items = [] } of paginateGetUsagePlans({ client: this.#client }, {}))
      for (const { id = '', apiStages = [] } of items)
        if (apiStages.some((one) => one.apiId === restApiId && one.stage === stage)) found.push(id);
    return found;
  }

  /** Ids of a plan's keys. */
  async planKeys(usagePlanId: string): Promise<string[]> {
    const found: string[] = [];
    for await (const { items = [] } of paginateGetUsagePlanKeys({ client: this.#client }, { usagePlanId }))
      for (const { id = '' } of items) found.push(id);
    return found;
  }

  async addToPlan(usagePlanId: string, keyId: string): Promise<void> {
    await this.#client.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' }));
  }

  /** Requests that a key has made on each day (`YYYY-MM-DD`, UTC) between two moments (epoch ms), both days included. */
  async used(usagePlanId: string, keyId: string, from: number, to: number): Promise<[string, number][]> {
    const [startDate, endDate] = [dayOf(from), dayOf(to)];
    const { items = {} } = await this.#client.send(
      new GetUsageCommand({ usagePlanId, keyId, startDate, endDate }),
    );
    const start = Date.parse(startDate);
    return (items[keyId] ?? []).map(([used = 0], at) => [dayOf(start + at * DAY), used]);
  }
}

const DAY = 24 * 3600 * 1000;

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function unlessGone(error: Error): void {
  if (error.name !== 'NotFoundException') throw error;
}

function keyOf({
  id = '',
  name = '',
  enabled = false,
  createdDate,
  customerId,
  tags = {},
}: ApiKey): GatewayKey {
  return {
    id,
    name,
    enabled,
    createdAt: createdDate?.getTime() ?? 0,
    ...(customerId !== undefined && { customerId }),
    tags,
  };
}
