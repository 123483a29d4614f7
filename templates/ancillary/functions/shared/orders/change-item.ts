import type { Db } from 'mongodb';
import { collection } from '../database/collections.js';
import type { ItemState, OrderDocument, OrderItem } from '../database/documents.js';
import { mayFollow } from './states.js';

/** A change of one item. */
export interface ItemChange {
  to: ItemState;
  event: string;
  correlationId: string;
  reason?: string;
  set?: Partial<Pick<OrderItem, 'vendorReference' | 'refunded' | 'reason' | 'activated'>>;
}

/**
 * Moves an item on and writes the audit trail in the same atomic step. False when it is no longer in the state that
 * `order` shows: somebody else moved it. `order` is brought up to date otherwise.
 */
export async function changeItem(
  db: Db,
  order: OrderDocument,
  index: number,
  change: ItemChange,
): Promise<boolean> {
  const item = order.items[index] as OrderItem;
  const { to, event, correlationId, reason, set = {} } = change;
  if (!mayFollow(item.state, to)) throw new Error(`an item cannot go from ${item.state} to ${to}`);
  const now = new Date();
  const fields = Object.entries({ ...set, state: to }).map(([name, value]) => [
    `items.${index}.${name}`,
    value,
  ]);
  const trail = {
    at: now,
    event,
    itemId: item.itemId,
    from: item.state,
    to,
    correlationId,
    ...(reason && { reason }),
  };
  const orders = await collection(db, 'orders');
  const { matchedCount } = await orders.updateOne(
    { _id: order._id, [`items.${index}.state`]: item.state },
    { $set: { ...Object.fromEntries(fields), updatedAt: now }, $push: { history: trail } },
  );
  if (matchedCount === 0) return false;
  Object.assign(item, set, { state: to });
  order.history.push(trail);
  return true;
}
