import type { Db } from 'mongodb';
import { ApiError, invalid } from '../api/errors.js';
import { collection } from '../database/collections.js';
import type { TripDocument } from '../database/documents.js';
import { inTransaction } from '../database/transaction.js';
import { planMails } from '../email/plan.js';
import type { Tenant } from '../tenant.js';
import { tripFaults } from './check.js';
import { mergeTrip } from './merge.js';
import type { Trip, TripInput } from './types.js';

/** Writers of the same trip at the same moment before one gives up. */
const TRIES = 8;
const DUPLICATE_KEY = 11_000;

/** Ids a trip may have: by its PNR, by its session. */
export function tripIds(tenant: string, { pnr, sessionId }: { pnr?: string; sessionId?: string }): string[] {
  return [
    ...(pnr === undefined ? [] : [`${tenant}/pnr:${pnr.toUpperCase()}`]),
    ...(sessionId === undefined ? [] : [`${tenant}/session:${sessionId}`]),
  ];
}

/** Merges what came into the stored trip. Throws a 400 `ApiError` with every fault, and then stores nothing. */
export async function storeTrip(
  db: Db,
  tenant: Tenant,
  input: TripInput,
  correlationId: string,
): Promise<TripDocument> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const known = await findTrip(db, tenant.id, input);
    const trip = mergeTrip(known && content(known), input);
    const faults = tripFaults(input, trip, known, Date.now());
    if (faults.length > 0) throw invalid(faults);
    const now = new Date();
    const document: TripDocument = {
      ...trip,
      ...planMails(trip, tenant, known?.mails ?? [], now.getTime()),
      // What began as a session is found by its PNR as soon as it has one, and by its session still.
      _id: (input.pnr === undefined && known?._id) || (tripIds(tenant.id, input)[0] as string),
      tenant: tenant.id,
      version: (known?.version ?? 0) + 1,
      correlationId,
      createdAt: known?.createdAt ?? now,
      updatedAt: now,
    };
    if (await write(db, document, known)) return document;
  }
  throw new ApiError('UNAVAILABLE', 'The trip is being changed by others. Try again.', [], {
    'Retry-After': '1',
  });
}

/**
 * The trip that a PNR or a session id names. A session may go on to another booking: where both are named, a trip of this
 * session that has a PNR of its own is another one.
 */
export async function findTrip(
  db: Db,
  tenant: string,
  { pnr, sessionId }: { pnr?: string; sessionId?: string },
): Promise<TripDocument | undefined> {
  const trips = await collection(db, 'trips');
  const [id] = tripIds(tenant, {
    ...(pnr !== undefined && { pnr }),
    ...(sessionId !== undefined && { sessionId }),
  });
  if (id === undefined) return undefined;
  const byId = await trips.findOne({ _id: id });
  if (byId || sessionId === undefined) return byId ?? undefined;
  const bySession = await trips.findOne({ tenant, sessionId }, { sort: { updatedAt: -1 } });
  const isOther = pnr !== undefined && bySession?.pnr !== undefined;
  return isOther ? undefined : (bySession ?? undefined);
}

function content({
  _id,
  tenant,
  version,
  correlationId,
  createdAt,
  updatedAt,
  mails,
  nextMailAt,
  ...trip
}: TripDocument): Trip {
  return trip;
}

/** False when somebody else was faster. */
async function write(db: Db, document: TripDocument, known: TripDocument | undefined): Promise<boolean> {
  const trips = await collection(db, 'trips');
  if (known && known._id !== document._id) return rename(db, document, known);
  if (known) {
    const { _id, ...replacement } = document;
    const { matchedCount } = await trips.replaceOne({ _id, version: known.version }, replacement);
    return matchedCount === 1;
  }
  try {
    await trips.insertOne(document);
    return true;
  } catch (error) {
    if ((error as { code?: number }).code === DUPLICATE_KEY) return false;
    throw error;
  }
}

/** Puts the trip under its new name and takes the old one away: both or neither. */
async function rename(db: Db, document: TripDocument, { _id, version }: TripDocument): Promise<boolean> {
  const trips = await collection(db, 'trips');
  const sealed = await trips.seal(document); // makes the booking's key, which is not to be undone
  try {
    return await inTransaction(db, async (session) => {
      const { deletedCount } = await trips.deleteOne({ _id, version }, { session });
      if (deletedCount === 0) return false;
      await trips.raw.insertOne(sealed, { session });
      return true;
    });
  } catch (error) {
    if ((error as { code?: number }).code === DUPLICATE_KEY) return false;
    throw error;
  }
}
