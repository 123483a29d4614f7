import type { ClientSession, Db } from 'mongodb';
import { collection } from '../database/collections.js';
import type { ItemState, LedgerEntry, OrderDocument, OrderItem } from '../database/documents.js';
import { inTransaction } from '../database/transaction.js';
import { changeEntry } from '../ledger/entries.js';
import { mayFollow } from './states.js';

/** A change of one item. */
export interface ItemChange {
  to: ItemState;
  event: string;
  correlationId: string;
  reason?: string;
  set?: ItemFields;
}

/** Fields of an item that change with its state, or beside it. */
type ItemFields = Partial<
  Pick<OrderItem, 'vendorReference' | 'refunded' | 'refundDue' | 'reason' | 'activated' | 'inDoubt'>
>;

/**
 * Moves an item on and writes the audit trail in the same atomic step, and the ledger in the same transaction where
 * money moves. False when the item is no longer in the state that `order` shows: somebody else moved it. `order` is
 * brought up to date otherwise.
 */
export async function changeItem(
  db: Db,
  order: OrderDocument,
  index: number,
  change: ItemChange,
): Promise<boolean> {
  const item = order.items[index] as OrderItem;
  const { to, event, correlationId, reason } = change;
  if (!mayFollow(item.state, to)) throw new Error(`an item cannot go from ${item.state} to ${to}`);
  const at = new Date();
  const set = { ...change.set, state: to, ...(to === 'CONFIRMED' && { bookedAt: item.bookedAt ?? at }) };
  const trail = {
    at,
    event,
    itemId: item.itemId,
    from: item.state,
    to,
    correlationId,
    ...(reason && { reason }),
  };
  const entry = changeEntry(order, item, { ...item, ...set }, { at, event });
  const step = { index, from: item.state, set, trail };
  const isDone = entry
    ? await inTransaction(db, (session) => write(db, order, step, { session, entry }))
    : await write(db, order, step);
  if (!isDone) return false;
  Object.assign(item, set);
  order.history.push(trail);
  return true;
}

/** Writes down something about an item that stays in its state, with the audit trail. False as with `changeItem`. */
export async function noteItem(
  db: Db,
  order: OrderDocument,
  index: number,
  { event, correlationId, set }: { event: string; correlationId: string; set: ItemFields },
): Promise<boolean> {
  const item = order.items[index] as OrderItem;
  const trail = { at: new Date(), event, itemId: item.itemId, correlationId };
  if (!(await write(db, order, { index, from: item.state, set, trail }))) return false;
  Object.assign(item, set);
  order.history.push(trail);
  return true;
}

interface Step {
  index: number;
  from: ItemState;
  set: Partial<OrderItem>;
  trail: OrderDocument['history'][number];
}

/** False when the item is no longer in the state it was to leave. */
async function write(
  db: Db,
  { _id, tenant }: OrderDocument,
  { index, from, set, trail }: Step,
  money?: { session: ClientSession; entry: LedgerEntry },
): Promise<boolean> {
  const fields = Object.entries(set).map(([name, value]) => [`items.${index}.${name}`, value]);
  const orders = await collection(db, 'orders');
  const { matchedCount } = await orders.updateOne(
    { _id, tenant, [`items.${index}.state`]: from },
    { $set: { ...Object.fromEntries(fields), updatedAt: trail.at }, $push: { history: trail } },
    money && { session: money.session },
  );
  if (matchedCount === 0) return false;
  if (money) await (await collection(db, 'ledger')).insertOne(money.entry, { session: money.session });
  return true;
}
