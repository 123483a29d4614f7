import { Binary, type Db } from 'mongodb';
import { regionOf } from '../database/clusters.js';
import type { DataKeyDocument } from '../database/documents.js';
import { shredAllBookingKeys } from './booking-keys.js';
import { FieldCipher, newKid } from './cipher.js';
import { openDataKey, wrappedDataKey } from './key-service.js';

/** How long an environment uses a data key before it looks whether it is still the tenant's, in milliseconds. */
const CACHE_LIFE = 30_000;
/** Tenants whose keys an environment holds at once. */
const MOST = 2_000;
const DUPLICATE_KEY = 11_000;

interface Kept {
  cipher: Promise<FieldCipher | undefined>;
  until: number;
}

const kept = new WeakMap<Db['client'], Map<string, Kept>>();

/** The cipher of a tenant in a database's region; makes its data key when there is none. */
export async function cipherOf(db: Db, tenant: string): Promise<FieldCipher> {
  const found = await knownCipherOf(db, tenant);
  if (found) return found;
  forget(db, tenant);
  await makeKey(db, tenant);
  const made = await knownCipherOf(db, tenant);
  if (!made) throw new Error(`the data key of ${tenant} vanished`);
  return made;
}

/** As `cipherOf`; undefined for a tenant that has no data key here, and so nothing sealed. */
export async function knownCipherOf(db: Db, tenant: string): Promise<FieldCipher | undefined> {
  const now = Date.now();
  const ofClient = kept.get(db.client) ?? new Map<string, Kept>();
  kept.set(db.client, ofClient);
  let entry = ofClient.get(tenant);
  // A clock that was set back must not keep a key for longer than the cache's life.
  if (!entry || now >= entry.until || now < entry.until - CACHE_LIFE) {
    if (ofClient.size >= MOST) ofClient.clear();
    entry = { cipher: read(db, tenant), until: now + CACHE_LIFE };
    ofClient.set(tenant, entry);
    entry.cipher.catch(() => ofClient.delete(tenant));
  }
  const cipher = await entry.cipher;
  if (!cipher) ofClient.delete(tenant);
  return cipher;
}

/** Has the key read anew at its next use: it was replaced, or destroyed. */
export function forget(db: Db, tenant: string): void {
  kept.get(db.client)?.delete(tenant);
}

/**
 * Destroys a tenant's data key, and its bookings' with it: what was sealed with them can be read by nobody any more,
 * wherever a copy lies.
 */
export async function shredKey(db: Db, tenant: string): Promise<boolean> {
  await shredAllBookingKeys(db, tenant);
  const { deletedCount } = await keysIn(db).deleteOne({ _id: tenant });
  forget(db, tenant);
  return deletedCount === 1;
}

async function read(db: Db, tenant: string): Promise<FieldCipher | undefined> {
  const found = await keysIn(db).findOne({ _id: tenant });
  if (!found) return undefined;
  const wrapped = Buffer.from(found.wrapped.value());
  return new FieldCipher(
    Buffer.from(found.kid, 'hex'),
    await openDataKey(wrapped, { tenant, region: found.region }),
  );
}

async function makeKey(db: Db, tenant: string): Promise<void> {
  const region = regionOf(db);
  const wrapped = await wrappedDataKey({ tenant, region });
  const document = { _id: tenant, kid: newKid().toString('hex'), region, wrapped: new Binary(wrapped) };
  try {
    await keysIn(db).insertOne({ ...document, createdAt: new Date() });
  } catch (error) {
    if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error; // another environment was faster
  }
}

function keysIn(db: Db) {
  return db.collection<DataKeyDocument>('data_keys');
}
