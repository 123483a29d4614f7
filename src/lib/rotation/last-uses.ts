import { usesIn } from './adoption.js';
import { PROBE } from './live-api.js';
import type { KindName } from './phases.js';
import type { Target } from './target.js';

/** When a client, tenant or function last used a key. */
export interface LastUse {
  kind: KindName;
  holder: string;
  keyId: string;
  /** Epoch ms, to the minute. */
  lastAt: number;
}

/** Kinds whose uses the platform's functions count. */
export const COUNTED: readonly KindName[] = ['signing', 'client', 'edge', 'database'];
/** How far back uses are looked for, milliseconds: CloudWatch tells a day of minutes in one answer. */
export const USE_WINDOW = 24 * 3600 * 1000;

/** What was used within the window, and the regions whose metrics cannot be read. */
export interface SeenUses {
  uses: LastUse[];
  unread: string[];
}

/** When each holder last used each key, over all regions. The probe's uses are nobody's. */
export async function usesOfKind(target: Target, kind: KindName): Promise<SeenUses> {
  const latest = new Map<string, LastUse>();
  const unread: string[] = [];
  for (const { name } of target.regions) {
    const found = await usesIn(target, name, kind, target.clock.now() - USE_WINDOW);
    if (found === undefined) unread.push(name);
    for (const { holder, keyId, lastAt } of found ?? []) {
      const id = JSON.stringify([holder, keyId]);
      const known = latest.get(id);
      if (holder !== PROBE && (!known || known.lastAt < lastAt))
        latest.set(id, { kind, holder, keyId, lastAt });
    }
  }
  return { uses: [...latest.values()].sort(byHolder), unread };
}

/** What each holder used last of these kinds; nothing where the metrics cannot be read. */
export async function lastUses(target: Target, kinds: readonly KindName[]): Promise<LastUse[]> {
  const last: LastUse[] = [];
  for (const kind of COUNTED.filter((one) => kinds.includes(one))) {
    const { uses } = await usesOfKind(target, kind);
    const isLast = (use: LastUse) =>
      uses.every(({ holder, lastAt }) => holder !== use.holder || lastAt <= use.lastAt);
    last.push(...uses.filter(isLast));
  }
  return last.sort(byHolder);
}

function byHolder(one: LastUse, other: LastUse): number {
  return one.holder.localeCompare(other.holder) || other.lastAt - one.lastAt;
}
