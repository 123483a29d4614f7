import type { ApiKey, UsagePlan } from '../../../src/core/stack/model.js';

/** A usage plan as it stands for one stage. */
export interface PlanForStage {
  plan: UsagePlan;
  stage: UsagePlan['apiStages'][number];
}

/** The API keys and usage plans of a stack. */
export class UsagePlans {
  readonly #byValue = new Map<string, ApiKey>();
  readonly #plans: readonly UsagePlan[];

  constructor(stack: { apiKeys: readonly ApiKey[]; usagePlans: readonly UsagePlan[] }) {
    for (const key of stack.apiKeys) this.#byValue.set(key.value.reveal(), key);
    this.#plans = stack.usagePlans;
  }

  /** The key with this value, enabled or not. */
  key(value: string): ApiKey | undefined {
    return this.#byValue.get(value);
  }

  /** The plan that ties a key to a stage: there is at most one (§7). */
  planFor(key: ApiKey, apiId: string, stageName: string): PlanForStage | undefined {
    for (const plan of this.#plans) {
      if (!plan.apiKeyIds.includes(key.id)) continue;
      const stage = plan.apiStages.find((one) => one.apiId === apiId && one.stage === stageName);
      if (stage !== undefined) return { plan, stage };
    }
    return undefined;
  }
}
