import type { GatewayKey } from '../../aws/gateway.js';
import { keysInPlans, TENANT_TAG, usesByDay } from '../kinds/api-key.js';
import type { Target } from '../target.js';
import type { HeldKey } from './held-key.js';

const DAY = 24 * 3600 * 1000;

/** API Gateway's keys in the plans of the stage. Of those that share a name, the newest is the one to use. */
export async function gatewayKeys(target: Target): Promise<HeldKey[]> {
  const { tenants } = target.choices;
  const found: HeldKey[] = [];
  for (const { name: region } of target.regions) {
    const keys = await keysInPlans(target, region);
    for (const key of keys) {
      const tenant = key.tags[TENANT_TAG];
      if (tenants.length > 0 && !tenants.includes(tenant ?? '')) continue;
      const lastDay = await lastDayOf(target, region, key.id);
      found.push({
        kind: 'api-key',
        holder: key.name,
        ...(tenant !== undefined && { tenant }),
        region,
        keyId: key.id,
        state: isNewest(key, keys) ? 'current' : 'retiring',
        ...(lastDay !== undefined && { lastDay }),
      });
    }
  }
  return found;
}

function isNewest(key: GatewayKey, keys: readonly GatewayKey[]): boolean {
  return keys.every(({ name, createdAt }) => name !== key.name || createdAt <= key.createdAt);
}

/** Null without a request since yesterday; undefined where API Gateway does not say. */
async function lastDayOf(target: Target, region: string, id: string): Promise<string | null | undefined> {
  const now = target.clock.now();
  const days = await usesByDay(target, region, id, now - DAY, now);
  if (days === undefined) return undefined;
  return (
    Object.keys(days)
      .filter((day) => (days[day] ?? 0) > 0)
      .sort()
      .at(-1) ?? null
  );
}
