import type { Db } from 'mongodb';
import { everyDatabase, homeDatabase, regionOf } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import type { OrderDocument, OrderItem, TenantDocument } from '../shared/database/documents.js';
import { IDEMPOTENCY_LEASE } from '../shared/decisions.js';
import { bookItems } from '../shared/orders/book.js';
import { due, fulfilItems } from '../shared/orders/fulfil.js';
import { giveBack } from '../shared/orders/give-back.js';
import { expired, orderUnpaid } from '../shared/orders/held.js';
import { settleDoubt } from '../shared/orders/settle-doubt.js';
import { vendorDirectory } from '../shared/vendors/directory.js';
import { dispatch } from '../shared/webhooks/emit.js';

/** Orders taken up in one run of a region; the next run takes the others. */
const MOST = 200;

/** A delivery with all its tries takes no longer; in seconds. */
const DELIVERY_TIME = 90;

/** What a run did. */
interface Recovery {
  recovered: string[];
  failed: string[];
}

/** Something that a crash, a silent vendor or time itself left open. */
interface Repair {
  /** What finds them; `now` is the clock's. */
  find(now: Date): object;
  /** False when there was nothing to do yet. */
  run(db: Db, order: OrderDocument): Promise<unknown>;
}

const REPAIRS: Repair[] = [
  {
    // Half-placed: what is still pending is booked; vendors know an item they have booked already by its key.
    find: () => ({ status: 'PLACING' }),
    run: (db, order) => bookItems(db, order, vendorDirectory),
  },
  {
    find: () => ({ 'items.state': 'CANCELLATION_INITIATED' }),
    run: (db, order) =>
      eachItem(
        order,
        ({ state }) => state === 'CANCELLATION_INITIATED',
        (index) => giveBack(db, { order, index, correlationId: order.correlationId }, vendorDirectory),
      ),
  },
  {
    // Waited for a payment that did not come.
    find: expired,
    run: (db, order) =>
      orderUnpaid(db, order, { correlationId: order.correlationId, reason: 'PAYMENT_EXPIRED' }),
  },
  {
    find: () => ({ 'items.inDoubt': true }),
    run: (db, order) =>
      eachItem(
        order,
        ({ inDoubt }) => inDoubt === true,
        (index) => settleDoubt(db, order, index, vendorDirectory),
      ),
  },
  {
    // Not left open by anybody: rendered meanwhile.
    find: due,
    run: (db, order) => fulfilItems(db, order, vendorDirectory),
  },
];

/**
 * Finishes what was left half-done: orders, cancellations, bookings that a vendor may have made unheard; and moves on what
 * has been rendered. Runs on a schedule; the caller's lease must have run out, or the call may still be at work.
 */
export async function handler({
  olderThan = IDEMPOTENCY_LEASE,
}: {
  olderThan?: number;
} = {}): Promise<Recovery> {
  const before = new Date(Date.now() - olderThan * 1000);
  const moved = await movedTenants();
  const results = await Promise.all(
    (await everyDatabase()).map((db) => recover(db, before, awayFrom(db, moved))),
  );
  return {
    recovered: results.flatMap(({ recovered }) => recovered),
    failed: results.flatMap(({ failed }) => failed),
  };
}

/** Tenants that are being moved: nothing of theirs is written while they are held, nor ever in a copy. */
async function movedTenants(): Promise<TenantDocument[]> {
  const tenants = await collection(await homeDatabase(), 'tenants');
  return tenants.find({ move: { $exists: true } }).toArray();
}

function awayFrom(db: Db, moved: readonly TenantDocument[]): string[] {
  const away = moved.filter(({ move, dataRegion }) => move?.hold || dataRegion !== regionOf(db));
  return away.map(({ _id }) => _id);
}

async function recover(db: Db, before: Date, away: string[]): Promise<Recovery> {
  await redeliver(db, before, away);
  const result: Recovery = { recovered: [], failed: [] };
  const due = { updatedAt: { $lt: before }, tenant: { $nin: away } };
  for (const repair of REPAIRS) await repairAll(db, due, repair, result);
  return result;
}

async function repairAll(db: Db, due: object, { find, run }: Repair, result: Recovery): Promise<void> {
  const orders = await collection(db, 'orders');
  const left = await orders
    .find({ ...find(new Date()), ...due })
    .limit(MOST)
    .toArray();
  for (const order of left) {
    try {
      if ((await run(db, order)) !== false) result.recovered.push(order._id);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      console.error(JSON.stringify({ level: 'error', order: order._id, message }));
      result.failed.push(order._id);
    }
  }
}

/** One after the other: they are one document. A vendor out of reach does not hold up the others' items. */
async function eachItem(
  { items }: OrderDocument,
  wanted: (item: OrderItem) => boolean,
  run: (index: number) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const [index, item] of items.entries())
    if (wanted(item)) await run(index).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** Deliveries that were written down, but whose function died or never began. */
async function redeliver(db: Db, before: Date, away: string[]): Promise<void> {
  const deliveries = await collection(db, 'webhook_deliveries');
  const longest = new Date(before.getTime() - DELIVERY_TIME * 1000);
  const left = await deliveries
    .find({ state: 'PENDING', createdAt: { $lt: longest }, tenant: { $nin: away } })
    .limit(MOST)
    .toArray();
  if (left.length > 0) await dispatch(left.map(({ _id }) => _id));
}
