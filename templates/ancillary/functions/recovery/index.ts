import type { Db } from 'mongodb';
import { everyDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import { IDEMPOTENCY_LEASE } from '../shared/decisions.js';
import { bookItems } from '../shared/orders/book.js';
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

/**
 * Finishes orders that a crash left half-placed: what is still pending is booked with the vendors, who know an item
 * they have booked already by its key. Runs on a schedule; the caller's lease must have run out, or the call may still
 * be at work.
 */
export async function handler({
  olderThan = IDEMPOTENCY_LEASE,
}: {
  olderThan?: number;
} = {}): Promise<Recovery> {
  const before = new Date(Date.now() - olderThan * 1000);
  const results = await Promise.all((await everyDatabase()).map((db) => recover(db, before)));
  return {
    recovered: results.flatMap(({ recovered }) => recovered),
    failed: results.flatMap(({ failed }) => failed),
  };
}

async function recover(db: Db, before: Date): Promise<Recovery> {
  const orders = await collection(db, 'orders');
  const left = await orders
    .find({ status: 'PLACING', updatedAt: { $lt: before } })
    .limit(MOST)
    .toArray();
  await redeliver(db, before);
  const result: Recovery = { recovered: [], failed: [] };
  for (const order of left) {
    try {
      await bookItems(db, order, vendorDirectory);
      result.recovered.push(order._id);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      console.error(JSON.stringify({ level: 'error', order: order._id, message }));
      result.failed.push(order._id);
    }
  }
  return result;
}

/** Deliveries that were written down, but whose function died or never began. */
async function redeliver(db: Db, before: Date): Promise<void> {
  const deliveries = await collection(db, 'webhook_deliveries');
  const longest = new Date(before.getTime() - DELIVERY_TIME * 1000);
  const left = await deliveries
    .find({ state: 'PENDING', createdAt: { $lt: longest } })
    .limit(MOST)
    .toArray();
  if (left.length > 0) await dispatch(left.map(({ _id }) => _id));
}
