import { awsFailure } from '../aws/failure.js';
import { KeyUses } from '../aws/key-uses.js';
import type { KindName } from './phases.js';
import type { Target } from './target.js';

/** The key that a client, tenant or function used last. */
export interface LastUse {
  kind: KindName;
  holder: string;
  keyId: string;
  /** Epoch ms, to the minute. */
  lastAt: number;
}

/** Kinds whose uses the platform's functions count. */
const COUNTED: readonly KindName[] = ['signing', 'client', 'edge', 'database'];
const DAY = 24 * 3600 * 1000;

/** What each holder used last within a day, over all regions; empty where the metrics cannot be read. */
export async function lastUses(target: Target, kinds: readonly KindName[]): Promise<LastUse[]> {
  const latest = new Map<string, LastUse>();
  const now = target.clock.now();
  for (const kind of COUNTED.filter((one) => kinds.includes(one)))
    for (const region of target.regions) {
      const uses = await new KeyUses(region).read(target.stack, kind, now - DAY, now).catch(unlessAws);
      for (const { holder, keyId, lastAt } of uses) {
        const known = latest.get(`${kind} ${holder}`);
        if (!known || known.lastAt < lastAt) latest.set(`${kind} ${holder}`, { kind, holder, keyId, lastAt });
      }
    }
  return [...latest.values()].sort((a, b) => a.holder.localeCompare(b.holder));
}

function unlessAws(error: unknown): [] {
  if (awsFailure(error) === undefined) throw error;
  return [];
}
