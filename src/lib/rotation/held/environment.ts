import { functionsOf } from '../kinds/env.js';
import type { Target } from '../target.js';
import type { HeldKey } from './held-key.js';

/** KMS keys that the functions' variables are under; the one that most are under is the current one. */
export async function environmentKeys(target: Target): Promise<HeldKey[]> {
  if (target.choices.tenants.length > 0) return [];
  const found: HeldKey[] = [];
  for (const { name: region } of target.regions) {
    const counts = new Map<string, number>();
    for (const { kmsKeyArn } of await functionsOf(target, region))
      if (kmsKeyArn !== undefined) counts.set(kmsKeyArn, (counts.get(kmsKeyArn) ?? 0) + 1);
    const sorted = [...counts].sort(([, one], [, other]) => other - one);
    for (const [at, [arn, functions]] of sorted.entries())
      found.push({
        kind: 'env',
        region,
        keyId: arn.split('/').at(-1) ?? arn,
        state: at === 0 ? 'current' : 'retiring',
        namedBy: `${functions} ${functions === 1 ? 'function' : 'functions'}`,
      });
  }
  return found;
}
