import type { ApiKey, ApiStage, StackModel, UsagePlan } from '../../src/core/stack/model.js';

/** What the control plane of API Gateway does to the gateway that serves. */
export interface GatewayControl {
  /** The stack as it is served. */
  stack(): StackModel;
  /** Puts keys and plans in force from the next request on, in place of the template's. */
  setUsagePlans(plans: { apiKeys: readonly ApiKey[]; usagePlans: readonly UsagePlan[] }): void;
  /** Serves a stage with other settings than the template's. Throws when it cannot be served so. */
  overrideStage(apiId: string, stage: string, settings: StageOverride): void;
  /** Forgets what authorizers answered; tells how many answers there were. */
  flushAuthorizers(): number;
  /** Forgets cached answers; tells how many there were. */
  flushCache(): number;
  /** Requests that a plan counted for a key, by UTC day, `YYYY-MM-DD`. */
  usage(planId: string, keyId: string): ReadonlyMap<string, number>;
}

export type StageOverride = Partial<Pick<ApiStage, 'variables' | 'methodSettings' | 'tracingEnabled'>>;
