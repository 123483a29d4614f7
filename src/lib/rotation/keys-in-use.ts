import { awsFailure } from '../aws/failure.js';
import type { HeldKey } from './held/held-key.js';
import { HELD } from './held/index.js';
import type { KeyState } from './key-states.js';
import { COUNTED, type LastUse, type SeenUses, USE_WINDOW, usesOfKind } from './last-uses.js';
import type { KindName } from './phases.js';
import type { Target } from './target.js';

/** A key and one of its holders. */
export interface KeyInUse {
  kind: KindName;
  /** Client, tenant, function or gateway key; null for a shared key that nobody was seen to use. */
  holder: string | null;
  tenant: string | null;
  /** Where the key stands; empty for one that is not there any more. */
  regions: string[];
  keyId: string;
  /** `revoked` is one that was used within the window, and is not accepted any more. */
  state: KeyState;
  /** `named`: a setting names the key, and nothing counts more than that. */
  use: 'seen' | 'not-seen' | 'not-known' | 'named';
  /** Last use: to the minute (ISO 8601), to the day for gateway keys; null unless `use` is `seen`. */
  lastUsed: string | null;
  /** What names the key, or why nothing is known. */
  note: string | null;
}

/** Which keys there are, and who used which last. */
export interface KeysInUse {
  /** Uses are looked for between these moments. */
  window: { from: string; to: string };
  keys: KeyInUse[];
  /** Kinds that could not be looked at, or only in part. */
  notRead: { kind: KindName; why: string }[];
}

/** Looks at the keys of these kinds, and at the metrics that the adoption gate goes by. */
export async function keysInUse(target: Target, kinds: readonly KindName[]): Promise<KeysInUse> {
  const notRead: KeysInUse['notRead'] = [];
  const keys: KeyInUse[] = [];
  const to = target.clock.now();
  for (const kind of new Set(kinds)) {
    try {
      keys.push(...(await keysOfKind(target, kind)));
    } catch (error) {
      const failure = awsFailure(error);
      if (failure?.kind !== 'denied' && failure?.kind !== 'refused') throw error;
      notRead.push({ kind, why: failure.message });
    }
  }
  const window = { from: new Date(to - USE_WINDOW).toISOString(), to: new Date(to).toISOString() };
  return { window, keys, notRead };
}

async function keysOfKind(target: Target, kind: KindName): Promise<KeyInUse[]> {
  const held = mergeRegions(await HELD[kind](target));
  if (!COUNTED.includes(kind)) return held.map(uncounted);
  const seen = await usesOfKind(target, kind);
  const uses = await ofTheTenants(target, kind, seen.uses);
  const rows = held.flatMap((key) => counted(key, { ...seen, uses }));
  const gone = uses.filter((use) => !held.some((key) => key.keyId === use.keyId && isHolder(key, use)));
  return [...rows, ...gone.map(lost)];
}

type Everywhere = Omit<HeldKey, 'region'> & { regions: string[] };

/** One for the regions in which a key is in the same state. */
function mergeRegions(keys: readonly HeldKey[]): Everywhere[] {
  const merged = new Map<string, Everywhere>();
  for (const { region, ...key } of keys) {
    const id = JSON.stringify([key.holder, key.keyId, key.state]);
    const known = merged.get(id);
    if (known) {
      known.regions.push(region);
      known.lastDay = later(known.lastDay, key.lastDay);
    } else merged.set(id, { ...key, regions: [region] });
  }
  return [...merged.values()];
}

function later(one: HeldKey['lastDay'], other: HeldKey['lastDay']): HeldKey['lastDay'] {
  if (!one || !other) return one || other;
  return one > other ? one : other;
}

function isHolder({ holder }: Everywhere, use: LastUse): boolean {
  return holder === undefined || holder === use.holder;
}

/** A row for each holder that was seen to use the key, or one that says that none was. */
function counted(key: Everywhere, { uses, unread }: SeenUses): KeyInUse[] {
  const own = uses.filter((use) => use.keyId === key.keyId && isHolder(key, use));
  if (own.length > 0) return own.map((use) => ({ ...row(key), holder: use.holder, ...seenAt(use) }));
  if (unread.length === 0) return [row(key)];
  return [{ ...row(key), use: 'not-known', note: `the metrics in ${unread.join(', ')} cannot be read` }];
}

function uncounted(key: Everywhere): KeyInUse {
  const { namedBy, lastDay } = key;
  if (namedBy !== undefined) return { ...row(key), use: 'named', note: namedBy };
  if (lastDay === undefined)
    return { ...row(key), use: 'not-known', note: 'API Gateway does not say how often it was used' };
  return lastDay === null ? row(key) : { ...row(key), use: 'seen', lastUsed: lastDay };
}

function row({ kind, holder, tenant, regions, keyId, state }: Everywhere): KeyInUse {
  return {
    kind,
    holder: holder ?? null,
    tenant: tenant ?? null,
    regions,
    keyId,
    state,
    use: 'not-seen',
    lastUsed: null,
    note: null,
  };
}

function seenAt({ lastAt }: LastUse): Pick<KeyInUse, 'use' | 'lastUsed'> {
  return { use: 'seen', lastUsed: new Date(lastAt).toISOString() };
}

/** A key that was in use, and does not stand where it is looked for any more. */
function lost(use: LastUse): KeyInUse {
  return { ...row({ ...use, regions: [], state: 'revoked' }), ...seenAt(use) };
}

/** Uses by the tenants that were chosen: by their clients, and under their own names. */
async function ofTheTenants(target: Target, kind: KindName, uses: LastUse[]): Promise<LastUse[]> {
  const { tenants } = target.choices;
  if (tenants.length === 0) return uses;
  if (kind === 'database') return [];
  const clients = await HELD.client(target);
  const theirs = new Set([...tenants, ...clients.map(({ holder }) => holder)]);
  return uses.filter(({ holder }) => theirs.has(holder));
}
