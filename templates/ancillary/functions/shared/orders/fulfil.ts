import type { Db } from 'mongodb';
import { collection } from '../database/collections.js';
import type { OrderDocument, OrderItem } from '../database/documents.js';
import type { VendorDirectory } from '../vendors/port.js';
import { changeItems, type ItemChange, type PlacedChange } from './change-item.js';
import { isAskedEnough, nextAsking } from './due.js';

/** What finds orders with an item that is to be looked at; `now` is the clock's. */
export function due(now: Date): object {
  return { items: { $elemMatch: { state: 'CONFIRMED', dueAt: { $lte: now } } } };
}

/**
 * Moves on what has been rendered: a service whose time is over is `COMPLETED`, an eSIM that its vendor says is in use is
 * `DELIVERED`, and one that nobody has used in all the time it was asked about `COMPLETED`. No money moves by it. False when
 * there was nothing to move on yet; rejects when a vendor is out of reach, after what needs no vendor has moved on.
 */
export async function fulfilItems(db: Db, order: OrderDocument, vendors: VendorDirectory): Promise<boolean> {
  const now = new Date();
  const isDue = ({ state, dueAt }: OrderItem): boolean =>
    state === 'CONFIRMED' && dueAt !== undefined && dueAt <= now;
  const changes: PlacedChange[] = [];
  const failures: unknown[] = [];
  for (const [index, item] of order.items.entries()) {
    if (!isDue(item)) continue;
    try {
      const change = await changeOf(order, item, now, vendors);
      if (change) changes.push({ index, change });
      else await askLater(db, order, index, now);
    } catch (error) {
      failures.push(error);
    }
  }
  await changeItems(db, order, changes);
  if (failures.length > 0) throw failures[0];
  return changes.length > 0;
}

async function changeOf(
  { _id, correlationId }: OrderDocument,
  item: OrderItem,
  now: Date,
  vendors: VendorDirectory,
): Promise<ItemChange | undefined> {
  if (item.category === 'ESIMS') {
    const vendor = await vendors(item.vendor);
    if (vendor && (await vendor.isUsed(`${_id}:${item.itemId}`)))
      return { to: 'DELIVERED', event: 'item.delivered', correlationId, set: { activated: true } };
    if (!isAskedEnough(item, now)) return undefined;
  }
  return { to: 'COMPLETED', event: 'item.completed', correlationId };
}

/** Nothing has happened to the order, so its audit trail says nothing. */
async function askLater(db: Db, { _id, tenant }: OrderDocument, index: number, now: Date): Promise<void> {
  const orders = await collection(db, 'orders');
  await orders.updateOne(
    { _id, tenant, [`items.${index}.state`]: 'CONFIRMED' },
    { $set: { [`items.${index}.dueAt`]: nextAsking(now) } },
  );
}
