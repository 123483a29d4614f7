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
  const tenantOf = (id: string): Promise<Tenant | undefined> => {
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

async function sendTrips(db: Db, tenantOf: (id: string) => Promise<Tenant | undefined>): Promise<number> {
  const trips = await collection(db, 'trips');
  const due = await trips
    .find({ nextMailAt: { $lte: new Date() } })
    .limit(MOST)
    .toArray();
  let sent = 0;
  for (const trip of due) {
    const tenant = await tenantOf(trip.tenant);
    if (tenant && isAt(tenant, db))
      sent += await sendDue(db, tenant, trip).catch((error: unknown) => told(trip.tenant, error));
  }
  return sent;
}

async function sendOrders(db: Db, tenantOf: (id: string) => Promise<Tenant | undefined>): Promise<number> {
  const orders = await collection(db, 'orders');
  const before = new Date(Date.now() - LEFT_AFTER * 1000);
  const left = await orders
    .find({
      'confirmation.state': { $in: ['DUE', 'SENDING'] },
      'confirmation.at': { $lt: before },
      status: { $in: ['SUCCESS', 'PARTIAL-SUCCESS'] },
    })
    .limit(MOST)
    .toArray();
  let sent = 0;
  for (const order of left) {
    const tenant = await tenantOf(order.tenant);
    if (!tenant || !isAt(tenant, db)) continue;
    const isSent = await sendConfirmation(db, tenant, order._id).catch((error: unknown) =>
      told(order.tenant, error),
    );
    if (isSent) sent++;
  }
  return sent;
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
