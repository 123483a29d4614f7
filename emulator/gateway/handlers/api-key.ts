import { Refusal } from '../answer.js';
import type { Handler } from '../chain.js';
import type { Exchange } from '../exchange.js';
import type { MethodPlan } from '../tables/plans.js';

/** API key and usage plan, for methods that require a key; others never count (§7). */
export const apiKey: Handler = {
  name: 'api-key',
  handle(exchange, { tables }) {
    const { plan } = exchange;
    if (plan?.method.apiKeyRequired !== true) return undefined;
    const value = keyValue(exchange, plan);
    if (!value) return refuse('the request has no API key');
    const key = tables.usagePlans.key(value);
    if (key === undefined) return refuse('the API key is unknown');
    if (!key.enabled) return refuse(`the API key ${key.name} is disabled`);
    const { api, stage } = plan.stage;
    const usage = tables.usagePlans.planFor(key, api.id, stage.name);
    if (usage === undefined)
      return refuse(`the API key ${key.name} is in no usage plan for stage ${stage.name}`);
    exchange.identity.apiKey = value;
    exchange.identity.apiKeyId = key.id;
    exchange.usage = { keyId: key.id, keyName: key.name, ...usage };
    return undefined;
  },
};

/** From the header, or from the authorizer's `usageIdentifierKey`: the API decides which. */
function keyValue(exchange: Exchange, plan: MethodPlan): string | undefined {
  if (plan.stage.api.apiKeySource === 'HEADER') return exchange.headers.get('x-api-key');
  return exchange.verdict?.kind === 'policy' ? exchange.verdict.usageIdentifierKey : undefined;
}

function refuse(reason: string): Refusal {
  return new Refusal('INVALID_API_KEY', reason);
}
