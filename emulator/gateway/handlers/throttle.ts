import { Refusal } from '../answer.js';
import type { Handler } from '../chain.js';
import type { GatewayCore } from '../core.js';
import type { Exchange } from '../exchange.js';
import type { MethodPlan } from '../tables/plans.js';
import type { Limit } from '../traffic/token-bucket.js';

/**
 * Token buckets in AWS's order: usage plan (the method's limit if it has one, else the client's), stage and method, account;
 * what all of them let through counts against the quota (§4 step 9, §7).
 */
export const throttle: Handler = {
  name: 'throttle',
  handle(exchange, core) {
    const plan = exchange.plan as MethodPlan;
    const now = core.clock.now();
    return (
      usageThrottle(exchange, core, plan, now) ??
      methodThrottle(core, plan, now) ??
      accountThrottle(core, plan, now) ??
      quota(exchange, core, now)
    );
  },
};

function usageThrottle(
  { usage }: Exchange,
  { traffic }: GatewayCore,
  plan: MethodPlan,
  now: number,
): Refusal | undefined {
  if (usage === undefined) return undefined;
  const own = usage.stage.throttle[plan.throttleKey];
  const limit = own ?? usage.plan.throttle;
  if (limit === undefined) return undefined;
  const client = `plan ${usage.plan.id} key ${usage.keyId}`;
  const bucket = own === undefined ? client : `${client} ${plan.stage.arnPrefix}${plan.throttleKey}`;
  if (traffic.take(bucket, limit, now)) return undefined;
  return throttled(`API key ${usage.keyName} is over the limit of usage plan ${usage.plan.name}`, limit);
}

function methodThrottle({ traffic }: GatewayCore, plan: MethodPlan, now: number): Refusal | undefined {
  if (plan.limit === undefined) return undefined;
  if (traffic.take(`method ${plan.stage.arnPrefix}${plan.throttleKey}`, plan.limit, now)) return undefined;
  return throttled(`the stage's limit for ${plan.throttleKey} is reached`, plan.limit);
}

function accountThrottle(
  { traffic, accountLimit }: GatewayCore,
  { stage }: MethodPlan,
  now: number,
): Refusal | undefined {
  if (traffic.take(`account ${stage.accountId} ${stage.region}`, accountLimit, now)) return undefined;
  return throttled(`the account's limit in ${stage.region} is reached`, accountLimit);
}

function quota({ usage }: Exchange, { traffic }: GatewayCore, now: number): Refusal | undefined {
  if (usage === undefined) return undefined;
  const refused = overQuota(usage, traffic, now);
  if (refused === undefined) traffic.usage.count(usage.plan.id, usage.keyId, now);
  return refused;
}

function overQuota(
  usage: NonNullable<Exchange['usage']>,
  traffic: GatewayCore['traffic'],
  now: number,
): Refusal | undefined {
  if (usage.plan.quota === undefined) return undefined;
  if (traffic.count(`plan ${usage.plan.id} key ${usage.keyId}`, usage.plan.quota, now)) return undefined;
  const { limit, period } = usage.plan.quota;
  return new Refusal(
    'QUOTA_EXCEEDED',
    `API key ${usage.keyName} has used its quota of ${limit} a ${period.toLowerCase()}`,
  );
}

function throttled(what: string, { rateLimit, burstLimit }: Limit): Refusal {
  return new Refusal('THROTTLED', `${what} (${rateLimit} a second, burst ${burstLimit})`);
}
