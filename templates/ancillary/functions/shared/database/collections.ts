import type { Collection, Db, IndexDescription } from 'mongodb';
import { PersonalCollection } from '../personal/collection.js';
import { isPersonal, PERSONAL, type PersonalName } from '../personal/fields.js';
import type { Documents } from './documents.js';

/** Indexes beside `_id`. A time-to-live index removes a document when its date has passed. */
const INDEXES: Record<keyof Documents, IndexDescription[]> = {
  tenants: [],
  rate_windows: [{ key: { removeAt: 1 }, expireAfterSeconds: 0 }],
  trips: [
    { key: { tenant: 1, sessionId: 1 }, sparse: true },
    { key: { nextMailAt: 1 }, sparse: true },
  ],
  pricing_bundles: [
    { key: { removeAt: 1 }, expireAfterSeconds: 0 },
    { key: { correlationId: 1 } },
    { key: { tenant: 1, trip: 1, createdAt: -1 } },
  ],
  idempotency_keys: [{ key: { removeAt: 1 }, expireAfterSeconds: 0 }],
  orders: [
    { key: { tenant: 1, pnr: 1 } },
    { key: { tenant: 1, createdAt: -1 } },
    { key: { tenant: 1, 'payment.provider': 1, 'payment.referenceId': 1 }, sparse: true },
    { key: { status: 1, updatedAt: 1 } },
    { key: { 'items.state': 1, updatedAt: 1 } },
    { key: { 'items.state': 1, 'items.dueAt': 1 } },
    { key: { 'items.inDoubt': 1 }, sparse: true },
    { key: { 'confirmation.state': 1 }, sparse: true },
    { key: { holdUntil: 1 }, sparse: true },
  ],
  ledger: [{ key: { order: 1 } }, { key: { tenant: 1, at: 1 } }],
  ndc_sessions: [{ key: { removeAt: 1 }, expireAfterSeconds: 0 }],
  webhooks: [{ key: { tenant: 1 } }],
  webhook_registrations: [{ key: { tenant: 1 } }],
  webhook_deliveries: [
    { key: { removeAt: 1 }, expireAfterSeconds: 0 },
    { key: { webhook: 1, createdAt: -1 } },
    { key: { state: 1, createdAt: 1 } },
  ],
  vendor_outcomes: [],
  used_nonces: [{ key: { removeAt: 1 }, expireAfterSeconds: 0 }],
};

/** How long it is taken for granted that indexes stand, in milliseconds: somebody may drop and restore a database. */
const TRUSTED = 60_000;

interface Asked {
  done: Promise<unknown>;
  at: number;
}

const asked = new WeakMap<Db['client'], Map<string, Asked>>();

/** A collection by name: one with personal fields seals and opens them. */
type CollectionOf<N extends keyof Documents> = N extends PersonalName
  ? PersonalCollection<Documents[N]>
  : Collection<Documents[N]>;

/** A collection with its indexes in place. To ask for indexes that stand changes nothing. */
export async function collection<N extends keyof Documents>(db: Db, name: N): Promise<CollectionOf<N>> {
  await withIndexes(db, name);
  const found = isPersonal(name)
    ? new PersonalCollection<Documents[typeof name]>(db, name, PERSONAL[name])
    : db.collection<Documents[N]>(name);
  return found as CollectionOf<N>;
}

async function withIndexes(db: Db, name: keyof Documents): Promise<void> {
  const indexes = INDEXES[name];
  if (indexes.length === 0) return;
  const ofClient = asked.get(db.client) ?? new Map<string, Asked>();
  asked.set(db.client, ofClient);
  const now = performance.now();
  let entry = ofClient.get(name);
  if (!entry || now - entry.at > TRUSTED) {
    entry = { done: db.collection(name).createIndexes(indexes), at: now };
    ofClient.set(name, entry);
    entry.done.catch(() => ofClient.delete(name));
  }
  await entry.done;
}
