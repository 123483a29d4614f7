import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { everyDatabase, regionDatabase, regionOf } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import type { OrderDocument, TripDocument } from '../shared/database/documents.js';
import { shredBookingKeys } from '../shared/personal/booking-keys.js';
import { tripIds } from '../shared/trip/store.js';
import { HOLDING_NAMES, Holding, type HoldingName } from './holdings.js';
import { isOpen } from './open-orders.js';
import { Refusal } from './refusal.js';
import { settledRegion } from './region.js';

/** Kept apart below; the ledger knows orders and sums, the others nothing of a booking. */
const NOT_SCANNED: readonly HoldingName[] = ['trips', 'orders', 'ledger', 'webhooks', 'used_nonces'];

interface Booking {
  tenant: string;
  pnr: string;
  /** Of one of the passengers: proves that the one who asks means this booking. */
  lastName?: string;
  /** Erase even while an order is not settled. */
  force?: boolean;
}

/** What is known of a booking. */
interface Known {
  trips: TripDocument[];
  orders: OrderDocument[];
  /** Names of the trip, as documents refer to it. */
  ids: string[];
}

/**
 * Removes a passenger's booking: the trip, its offers, and whatever speaks of the booking or its orders. Orders stay,
 * for the books, without anything personal. Then looks for what is left, and tells by which traces to look in files.
 */
export async function erase({ tenant, pnr, lastName, force = false }: Booking): Promise<object> {
  // A shorter text, or one with other signs, would be found in documents of other bookings.
  if (!/^[A-Za-z0-9]{5,20}$/.test(pnr))
    throw new Refusal('NOT_A_PNR', `${JSON.stringify(pnr)} is no booking reference.`);
  const region = await settledRegion(tenant);
  const db = await regionDatabase(region);
  const known = await find(db, tenant, pnr);
  requireName(known, pnr, lastName);
  const open = known.orders.filter(isOpen).map(({ _id }) => _id);
  if (open.length > 0 && !force)
    throw new Refusal('OPEN_ORDERS', `Orders of ${pnr} are not settled: ${open.join(', ')}.`);
  const traces = await tracesOf(db, tenant, known, pnr);
  const mentions = mentionsOf(pnr, known);
  const removed = await remove(db, tenant, known, mentions);
  for (const order of known.orders) await anonymise(db, tenant, order);
  const keys = await shredBookingKeys(db, await bookingsOf(db, tenant, known.ids));
  return {
    tenant,
    region,
    removed: { ...removed, ...(known.trips.length > 0 && { trips: await removeTrips(db, tenant, known) }) },
    anonymised: { orders: known.orders.length },
    keys,
    remaining: await remaining(tenant, region, mentions, traces),
    traces,
    emails: emailsOf(known),
  };
}

async function find(db: Db, tenant: string, pnr: string): Promise<Known> {
  const [trips, orders] = [await collection(db, 'trips'), await collection(db, 'orders')];
  const byPnr = tripIds(tenant, { pnr });
  const found = await trips.find({ tenant, _id: { $in: byPnr } }).toArray();
  const sessions = found.flatMap(({ sessionId }) => (sessionId ? tripIds(tenant, { sessionId }) : []));
  const ids = [...new Set([...byPnr, ...sessions])];
  const lists = await Promise.all([
    orders.find({ tenant, trip: { $in: ids } }).toArray(),
    orders.find({ tenant, pnr: { $in: [...new Set([pnr, pnr.toUpperCase()])] } }).toArray(),
  ]);
  return { trips: found, orders: [...new Map(lists.flat().map((one) => [one._id, one])).values()], ids };
}

function requireName({ trips }: Known, pnr: string, lastName: string | undefined): void {
  if (lastName === undefined) return;
  const names = trips.flatMap(({ passengers }) => passengers.map((one) => one.lastName?.toUpperCase()));
  if (!names.includes(lastName.toUpperCase()))
    throw new Refusal('OTHER_NAME', `No passenger of ${pnr} has this last name.`);
}

/** Removes what speaks of the booking, by collection. */
async function remove(
  db: Db,
  tenant: string,
  { ids }: Known,
  mentions: RegExp,
): Promise<Partial<Record<HoldingName, number>>> {
  const removed: Partial<Record<HoldingName, number>> = {};
  for (const name of HOLDING_NAMES.filter((one) => !NOT_SCANNED.includes(one))) {
    const holding = await Holding.of(db, tenant, name);
    const found: string[] = [];
    for await (const document of holding.all())
      if (ids.includes(document.trip as string) || mentions.test(valuesOf(document)))
        found.push(document._id as string);
    if (found.length > 0) removed[name] = await holding.remove(found);
  }
  return removed;
}

async function removeTrips(db: Db, tenant: string, { trips }: Known): Promise<number> {
  return (await Holding.of(db, tenant, 'trips')).remove(trips.map(({ _id }) => _id));
}

/** Takes everything personal out of an order; what was sold, when and for how much stays. */
async function anonymise(db: Db, tenant: string, order: OrderDocument): Promise<void> {
  const metadata = order.items.map((_, index) => [`items.${index}.metadata`, '']);
  const payment = ['cardType', 'cardLastFour', 'rawPayload'].map((name) => [`payment.${name}`, '']);
  const $unset = {
    ...{ pnr: '', personal: '', customer: '', passengers: '' },
    ...Object.fromEntries([...metadata, ...(order.payment ? payment : [])]),
  };
  const { raw } = await collection(db, 'orders');
  const trip = `${tenant}/erased:${randomUUID()}`;
  await raw.updateOne({ _id: order._id, tenant }, { $unset, $set: { trip } });
}

/** Matches a text that names the booking or one of its orders. */
function mentionsOf(pnr: string, { orders }: Known): RegExp {
  const words = [pnr, ...orders.map(({ _id }) => _id)].map((word) =>
    word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp(`(?<![A-Za-z0-9])(${words.join('|')})(?![A-Za-z0-9])`, 'i');
}

/** A document's texts and numbers without the names of its fields, which may be the letters of a booking reference. */
function valuesOf(document: object): string {
  const values: unknown[] = [];
  JSON.stringify(document, (_name, value: unknown) => {
    if (typeof value !== 'object') values.push(value);
    return value;
  });
  return values.join('\n');
}

/** By what a copy of the booking would be known in a file: its reference, and the hashes of its names. */
async function tracesOf(db: Db, tenant: string, { ids }: Known, pnr: string): Promise<string[]> {
  const bookings = await bookingsOf(db, tenant, ids);
  const orders = await collection(db, 'orders');
  const hashed = [...bookings, await orders.hashOf(tenant, 'pnr', pnr.toUpperCase())];
  return [...new Set([pnr, ...hashed.flatMap((hash) => /~(.+)$/.exec(hash)?.[1] ?? [])])];
}

/** Addresses of the passengers: another booking of theirs may have them too, so they prove nothing. */
function emailsOf({ trips, orders }: Known): string[] {
  const passengers = trips.flatMap((trip) => trip.passengers.flatMap(({ email }) => email ?? []));
  const customers = orders.flatMap(({ customer, passengers }) => addressesIn({ customer, passengers }));
  return [...new Set([...passengers, ...customers])];
}

/** Addresses under whatever name: what a booking site tells of its customer is kept as it came. */
function addressesIn(value: object): string[] {
  const found: string[] = [];
  JSON.stringify(value, (_name, one: unknown) => {
    if (typeof one === 'string' && /^[^\s@]+@[^\s@]+$/.test(one)) found.push(one);
    return one;
  });
  return found;
}

/** The hashed names of the booking: its keys are kept under them. */
async function bookingsOf(db: Db, tenant: string, ids: readonly string[]): Promise<string[]> {
  const trips = await collection(db, 'trips');
  return Promise.all(ids.map((id) => trips.hashOf(tenant, '_id', id)));
}

/** What is left of the booking in its region, and of the tenant in any other. */
async function remaining(
  tenant: string,
  region: string,
  mentions: RegExp,
  traces: string[],
): Promise<{ documents: number; looked: number; otherRegions: Record<string, number> }> {
  const otherRegions: Record<string, number> = {};
  let [documents, looked] = [0, 0];
  for (const db of await everyDatabase())
    for (const name of HOLDING_NAMES) {
      const holding = await Holding.of(db, tenant, name);
      for await (const document of holding.all()) {
        looked++;
        const text = valuesOf(document);
        const isLeft = name !== 'ledger' && name !== 'orders' && mentions.test(text);
        if (regionOf(db) !== region) otherRegions[regionOf(db)] = (otherRegions[regionOf(db)] ?? 0) + 1;
        if (isLeft || traces.some((trace) => text.includes(trace))) documents++;
      }
    }
  return { documents, looked, otherRegions };
}
