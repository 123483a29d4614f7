import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import { Secret } from '../../../../src/core/secret.js';
import type { ApiStage, RestApi } from '../../../../src/core/stack/model.js';
import type { GatewayControl } from '../../../kernel/gateway-control.js';
import { AwsError } from '../../protocol/faults.js';
import { ServiceView } from '../../state/service-view.js';
import type { StateBook } from '../../state/state-book.js';
import type { ApiGatewayState, StoredApiKey, StoredPlan } from './stored.js';

export interface ApiGatewayWorld {
  book: StateBook<ApiGatewayState>;
  clock: Clock;
  ids: Ids;
  /** The gateways that serve, one for each stack; without any there are keys and plans, and no API. */
  gateways: () => readonly GatewayControl[];
}

/** API Gateway of one account in one region. */
export class ControlPlane extends ServiceView<ApiGatewayState, ApiGatewayWorld> {
  /** The gateways of this account and region. */
  get gateways(): readonly GatewayControl[] {
    return this.world.gateways().filter((gateway) => {
      const { accountId, region } = gateway.stack();
      return accountId === this.accountId && region === this.region;
    });
  }

  /** The gateway that serves an API. */
  gatewayOf(apiId: string): GatewayControl | undefined {
    return this.gateways.find((gateway) => gateway.stack().restApis.some(({ id }) => id === apiId));
  }

  /** Ten lower-case letters and digits, as API Gateway's ids are. */
  newId(): string {
    const number = BigInt(`0x${this.world.ids.hex(16)}`);
    return number.toString(36).padStart(10, '0').slice(-10);
  }

  /** Puts keys and plans in force; resolves when they are on disk. */
  async commit(): Promise<void> {
    this.publish();
    await this.save();
  }

  /** Puts keys and plans in force. */
  publish(): void {
    const { apiKeys, plans } = this.state;
    const inForce = {
      apiKeys: Object.values(apiKeys).map((key) => ({
        ...key,
        logicalId: key.id,
        value: new Secret(key.value),
      })),
      usagePlans: Object.values(plans).map((plan) => ({ ...plan, logicalId: plan.id })),
    };
    for (const gateway of this.gateways) gateway.setUsagePlans(inForce);
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

  /** Every API once, with all its stages: a gateway may serve each stage as another deployment had it. */
  apis(): readonly RestApi[] {
    const byId = new Map<string, RestApi>();
    for (const api of this.gateways.flatMap((gateway) => gateway.stack().restApis)) {
      const before = byId.get(api.id);
      byId.set(api.id, before ? { ...before, stages: [...before.stages, ...api.stages] } : api);
    }
    return [...byId.values()];
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
