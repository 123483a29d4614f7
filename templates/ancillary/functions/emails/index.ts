import type { Db } from 'mongodb';
import { everyDatabase, homeDatabase, regionDatabase, regionOf } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import type { Tenant } from '../shared/tenant.js';
import { sendConfirmation } from './confirmation.js';
import { sendDue } from './trips.js';

/** Trips and orders looked at in one run of a region; the next run takes the others. */
const MOST = 200;
/** A confirmation is sent by the order itself; what is left after so many seconds is taken up here. */
const LEFT_AFTER = 60;

/** An order that has just been placed. */
interface Placed {
  tenant: string;
  order: string;
}

/** A tenant by its id, if it sends e-mails now. */
type TenantOf = (id: string) => Promise<Tenant | undefined>;

/** What a run did. */
interface Sent {
  sent: number;
}

/**
 * Sends touchpoint e-mails. Invoked for an order's confirmation, and on a schedule for whatever is due: pre-departure,
 * post-landing, return, and confirmations that were not sent in their time.
 */
export async function handler(event: Partial<Placed> = {}): Promise<Sent> {
  const tenants = new Map<string, Promise<Tenant | undefined>>();
  const tenantOf: TenantOf = (id) => {
    const known = tenants.get(id) ?? readSender(id);
    tenants.set(id, known);
    return known;
  };
  if (event.tenant !== undefined && event.order !== undefined) {
    const tenant = await tenantOf(event.tenant);
    const isSent =
      tenant && (await sendConfirmation(await regionDatabase(tenant.dataRegion), tenant, event.order));
    return { sent: isSent ? 1 : 0 };
  }
  let sent = 0;
  for (const db of await everyDatabase())
    sent += (await sendTrips(db, tenantOf)) + (await sendOrders(db, tenantOf));
  return { sent };
}

/** The tenant, if it sends e-mails now: not while its data is on its way elsewhere. */
async function readSender(id: string): Promise<Tenant | undefined> {
  const found = await (await collection(await homeDatabase(), 'tenants')).findOne({ _id: id });
  if (!found?.enabled || !found.emailSender || found.move?.hold) return undefined;
  const { _id, ...settings } = found;
  return { id: _id, ...settings };
}

async function sendTrips(db: Db, tenantOf: TenantOf): Promise<number> {
  const trips = await collection(db, 'trips');
  const now = new Date();
  const due = await ofSenders(db, tenantOf, (others) =>
    trips
      .find({ nextMailAt: { $lte: now }, ...others })
      .limit(MOST)
      .toArray(),
  );
  let sent = 0;
  for (const [trip, tenant] of due)
    sent += await sendDue(db, tenant, trip).catch((error: unknown) => told(trip.tenant, error));
  return sent;
}

async function sendOrders(db: Db, tenantOf: TenantOf): Promise<number> {
  const orders = await collection(db, 'orders');
  const filter = {
    'confirmation.state': { $in: ['DUE' as const, 'SENDING' as const] },
    'confirmation.at': { $lt: new Date(Date.now() - LEFT_AFTER * 1000) },
    status: { $in: ['SUCCESS' as const, 'PARTIAL-SUCCESS' as const] },
  };
  const left = await ofSenders(db, tenantOf, (others) =>
    orders
      .find({ ...filter, ...others })
      .limit(MOST)
      .toArray(),
  );
  let sent = 0;
  for (const [order, tenant] of left) {
    const isSent = await sendConfirmation(db, tenant, order._id).catch((error: unknown) =>
      told(order.tenant, error),
    );
    if (isSent) sent++;
  }
  return sent;
}

/**
 * Reads what waits, with the tenants that send now. Those that do not are left out of the next reading: what waits of them
 * must not keep the others waiting.
 */
async function ofSenders<T extends { tenant: string }>(
  db: Db,
  tenantOf: TenantOf,
  read: (others: { tenant?: { $nin: string[] } }) => Promise<T[]>,
): Promise<[T, Tenant][]> {
  const silent: string[] = [];
  for (;;) {
    const found = await read(silent.length === 0 ? {} : { tenant: { $nin: silent } });
    const senders = new Map<string, Tenant>();
    const before = silent.length;
    for (const id of new Set(found.map(({ tenant }) => tenant))) {
      const tenant = await tenantOf(id);
      if (tenant && isAt(tenant, db)) senders.set(id, tenant);
      else silent.push(id);
    }
    if (silent.length === before || found.length < MOST)
      return found.flatMap((one): [T, Tenant][] => {
        const tenant = senders.get(one.tenant);
        return tenant ? [[one, tenant]] : [];
      });
  }
}

/** A copy that is being made in another region sends nothing: its original does. */
function isAt({ dataRegion }: Tenant, db: Db): boolean {
  return dataRegion === regionOf(db);
}

/** One message that fails must not keep the others. */
function told(tenant: string, error: unknown): 0 {
  const message = error instanceof Error ? error.message : String(error);
  console.error(JSON.stringify({ level: 'error', tenant, message }));
  return 0;
}
