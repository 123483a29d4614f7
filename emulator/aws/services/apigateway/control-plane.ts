import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import { Secret } from '../../../../src/core/secret.js';
import type { ApiStage, RestApi } from '../../../../src/core/stack/model.js';
import type { GatewayControl } from '../../../kernel/gateway-control.js';
import { AwsError } from '../../protocol/faults.js';
import type { StateBook } from '../../state/state-book.js';
import type { ApiGatewayState, StoredApiKey, StoredPlan } from './stored.js';

export interface ApiGatewayWorld {
  book: StateBook<ApiGatewayState>;
  clock: Clock;
  ids: Ids;
  /** Account and region of the stack that is served. */
  home: { accountId: string; region: string };
  /** The gateway that serves it; without one there are keys and plans, and no API. */
  gateway: () => GatewayControl | undefined;
}

/** API Gateway of one account in one region. */
export class ControlPlane {
  readonly accountId: string;
  readonly region: string;
  readonly world: ApiGatewayWorld;

  constructor(world: ApiGatewayWorld, accountId: string, region: string) {
    this.world = world;
    this.accountId = accountId;
    this.region = region;
  }

  get state(): ApiGatewayState {
    return this.world.book.at(this.accountId, this.region);
  }

  get now(): number {
    return this.world.clock.now();
  }

  /** The gateway, when it serves this account and region. */
  get gateway(): GatewayControl | undefined {
    const { home, gateway } = this.world;
    return home.accountId === this.accountId && home.region === this.region ? gateway() : undefined;
  }

  /** Ten lower-case letters and digits, as API Gateway's ids are. */
  newId(): string {
    const number = BigInt(`0x${this.world.ids.hex(16)}`);
    return number.toString(36).padStart(10, '0').slice(-10);
  }

  /** Puts keys and plans in force; resolves when they are on disk. */
  async commit(): Promise<void> {
    this.publish();
    await this.world.book.save(this.accountId, this.region);
  }

  /** Puts keys and plans in force. */
  publish(): void {
    const { apiKeys, plans } = this.state;
    this.gateway?.setUsagePlans({
      apiKeys: Object.values(apiKeys).map((key) => ({
        ...key,
        logicalId: key.id,
        value: new Secret(key.value),
      })),
      usagePlans: Object.values(plans).map((plan) => ({ ...plan, logicalId: plan.id })),
    });
  }

  key(id: string): StoredApiKey {
    const key = Object.hasOwn(this.state.apiKeys, id) ? this.state.apiKeys[id] : undefined;
    if (!key) throw notFound('Invalid API Key identifier specified');
    return key;
  }

  plan(id: string): StoredPlan {
    const plan = Object.hasOwn(this.state.plans, id) ? this.state.plans[id] : undefined;
    if (!plan) throw notFound('Invalid Usage Plan ID specified');
    return plan;
  }

  apis(): readonly RestApi[] {
    return this.gateway?.stack().restApis ?? [];
  }

  api(id: string): RestApi {
    const api = this.apis().find((one) => one.id === id);
    if (!api) throw notFound(`Invalid API identifier specified ${this.accountId}:${id}`);
    return api;
  }

  stage(apiId: string, name: string): ApiStage {
    const stage = this.api(apiId).stages.find((one) => one.name === name);
    if (!stage) throw notFound('Invalid stage identifier specified');
    return stage;
  }
}

/** `NotFoundException`, as API Gateway answers it. */
export function notFound(message: string): AwsError {
  return new AwsError('NotFoundException', message, 404);
}
