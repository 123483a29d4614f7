import { randomBytes } from 'node:crypto';
import { Binary, type Collection, type Db } from 'mongodb';
import { keyDatabaseOf } from '../database/clusters.js';
import type { BookingKeyDocument } from '../database/documents.js';
import { FieldCipher, newKid } from './cipher.js';
import { CipherCache } from './cipher-cache.js';

/** How long an environment opens with a key before it looks whether it is still there, in milliseconds. */
const CACHE_LIFE = 30_000;
/** How long it seals with one without asking again: a trip and its offers are written in one request. */
const SEALS_FOR = 1_000;
/** Bookings whose keys an environment holds at once. */
const MOST = 5_000;
const KEY_LENGTH = 32;
const DUPLICATE_KEY = 11_000;

const kept = new WeakMap<Db['client'], CipherCache>();

/**
 * The cipher to seal a booking's fields with; makes its key when there is none. Asked of the database, but for a moment:
 * what is sealed with a key that was destroyed meanwhile can never be read.
 * @param booking the hashed name of the booking
 */
export async function bookingCipher(
  db: Db,
  tenant: string,
  booking: string,
  tenants: FieldCipher,
): Promise<FieldCipher> {
  const entry = kept.get(db.client)?.get(booking);
  if (entry && performance.now() - entry.readAt < SEALS_FOR) return entry.cipher;
  const key = randomBytes(KEY_LENGTH);
  const made = {
    tenant,
    kid: newKid().toString('hex'),
    wrapped: new Binary(tenants.wrap(key, booking)),
    createdAt: new Date(),
  };
  try {
    await keysIn(db).insertOne({ _id: booking, ...made });
    return keep(db, booking, new FieldCipher(Buffer.from(made.kid, 'hex'), key, 'booking'));
  } catch (error) {
    if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error;
  }
  const found = await keysIn(db).findOne({ _id: booking });
  if (!found) throw new Error('the booking is being erased');
  return keep(db, booking, opened(found, tenants));
}

/** The cipher that opens a booking's fields; undefined when its key was destroyed, or it never had one. */
export async function knownBookingCipher(
  db: Db,
  booking: string,
  tenants: FieldCipher,
): Promise<FieldCipher | undefined> {
  const entry = kept.get(db.client)?.get(booking);
  if (entry) return entry.cipher;
  const found = await keysIn(db).findOne({ _id: booking });
  return found ? keep(db, booking, opened(found, tenants)) : undefined;
}

/** Reads the keys of many bookings of a tenant at once, for `knownBookingCipher`. */
export async function readBookingKeys(
  db: Db,
  bookings: readonly string[],
  tenants: FieldCipher,
): Promise<void> {
  const unknown = [...new Set(bookings)].filter((booking) => !kept.get(db.client)?.get(booking));
  if (unknown.length < 2) return;
  const found = await keysIn(db)
    .find({ _id: { $in: unknown } })
    .toArray();
  for (const one of found) keep(db, one._id, opened(one, tenants));
}

/** Destroys the keys of bookings: what was sealed with them can be read by nobody any more, wherever a copy lies. */
export async function shredBookingKeys(db: Db, bookings: readonly string[]): Promise<number> {
  const { deletedCount } = await keysIn(db).deleteMany({ _id: { $in: [...bookings] } });
  for (const booking of bookings) kept.get(db.client)?.delete(booking);
  return deletedCount;
}

/** Destroys the keys of all bookings of a tenant. */
export async function shredAllBookingKeys(db: Db, tenant: string): Promise<number> {
  const { deletedCount } = await keysIn(db).deleteMany({ _id: { $gte: `${tenant}/`, $lt: `${tenant}0` } }); // `0` follows `/`
  kept.delete(db.client);
  return deletedCount;
}

function keep(db: Db, booking: string, cipher: FieldCipher): FieldCipher {
  const ofClient = kept.get(db.client) ?? new CipherCache(CACHE_LIFE, MOST);
  kept.set(db.client, ofClient);
  ofClient.keep(booking, cipher);
  return cipher;
}

function opened({ _id, kid, wrapped }: BookingKeyDocument, tenants: FieldCipher): FieldCipher {
  return new FieldCipher(
    Buffer.from(kid, 'hex'),
    tenants.unwrap(Buffer.from(wrapped.value()), _id),
    'booking',
  );
}

function keysIn(db: Db): Collection<BookingKeyDocument> {
  return keyDatabaseOf(db).collection<BookingKeyDocument>('booking_keys');
}
