import type { ClientSession, Db } from 'mongodb';
import { bundleId } from '../bundle/store.js';
import { collection } from '../database/collections.js';
import type { ExternalPayment, OrderDocument, OrderEvent, OrderItem } from '../database/documents.js';
import { HOLD_LIFE } from '../decisions.js';
import { paymentEntry } from '../ledger/entries.js';
import type { VendorDirectory } from '../vendors/port.js';
import { changeAndTell } from '../webhooks/emit.js';
import { orderEvent } from '../webhooks/order-data.js';
import { bookItems } from './book.js';

/** Until when an order of these items waits for its payment: what has begun cannot be booked any more. */
export function holdUntil(items: readonly Pick<OrderItem, 'serviceAt'>[], now: Date): Date {
  const services = items.flatMap(({ serviceAt }) =>
    serviceAt && serviceAt > now ? [serviceAt.getTime()] : [],
  );
  return new Date(Math.min(now.getTime() + HOLD_LIFE * 1000, ...services));
}

/** True for an order that waits for its payment, and has waited long enough. */
export function isExpired({ status, holdUntil: until, createdAt }: OrderDocument, now: number): boolean {
  const end = until ?? new Date(createdAt.getTime() + HOLD_LIFE * 1000);
  return status === 'PENDING' && end.getTime() <= now;
}

/** What finds those orders. */
export function expired(now: Date): object {
  const older = new Date(now.getTime() - HOLD_LIFE * 1000);
  return {
    status: 'PENDING',
    $or: [{ holdUntil: { $lte: now } }, { holdUntil: { $exists: false }, createdAt: { $lte: older } }],
  };
}

interface Settled {
  payment?: ExternalPayment;
  correlationId: string;
}

/**
 * The payment of a waiting order has come: its money goes into the ledger in the transaction that lets it go on, then its
 * items are booked. When somebody else has settled it meanwhile, that counts.
 */
export async function orderPaid(
  db: Db,
  order: OrderDocument,
  { payment, correlationId }: Settled,
  vendors: VendorDirectory,
): Promise<OrderDocument> {
  const at = new Date();
  const trail: OrderEvent = { at, event: 'payment.confirmed', correlationId };
  const items = order.items.map((item) => ({ ...item, unpaid: false }));
  const entry = paymentEntry(order, items, trail);
  const paid = order.items.map((_, index) => [`items.${index}.unpaid`, false]);
  const isMine = await changeAndTell(
    db,
    order.tenant,
    [],
    async (session) => {
      const set = { status: 'PLACING', ...Object.fromEntries(paid), ...(payment && { payment }) };
      if (!(await leave(db, order, set, trail, session))) return false;
      if (entry && session) await (await collection(db, 'ledger')).insertOne(entry, { session });
      return true;
    },
    true,
  );
  if (!isMine) return reread(db, order);
  const history = [...order.history, trail];
  return bookItems(
    db,
    { ...order, items, status: 'PLACING', updatedAt: at, history, ...(payment && { payment }) },
    vendors,
  );
}

/**
 * The payment of a waiting order will not come: its items are cancelled, and may be ordered anew while their offer holds.
 * The ledger has never heard of them. When somebody else has settled it meanwhile, that counts.
 */
export async function orderUnpaid(
  db: Db,
  order: OrderDocument,
  { payment, correlationId, reason }: Settled & { reason: string },
): Promise<OrderDocument> {
  const at = new Date();
  const event = reason === 'PAYMENT_EXPIRED' ? 'order.expired' : 'order.cancelled';
  const trail: OrderEvent = { at, event, reason, correlationId };
  const change = { state: 'CANCELLED' as const, reason };
  const cancelled: OrderDocument = {
    ...order,
    status: 'CANCELLED',
    items: order.items.map((item) => (item.state === 'PENDING' ? { ...item, ...change } : item)),
    updatedAt: at,
    history: [...order.history, trail],
    ...(payment && { payment }),
  };
  const fields = order.items.flatMap(({ state }, index) =>
    state === 'PENDING'
      ? [
          [`items.${index}.state`, change.state],
          [`items.${index}.reason`, reason],
        ]
      : [],
  );
  const bundles = await collection(db, 'pricing_bundles');
  const isMine = await changeAndTell(
    db,
    order.tenant,
    [orderEvent(cancelled, trail)],
    async (session) => {
      const set = { status: 'CANCELLED', ...Object.fromEntries(fields), ...(payment && { payment }) };
      if (!(await leave(db, order, set, trail, session))) return false;
      const bundle = { _id: bundleId(order.tenant, order.bundle), tenant: order.tenant };
      await bundles.updateOne(bundle, { $pull: { used: { order: order._id } } }, session && { session });
      return true;
    },
    true,
  );
  return isMine ? cancelled : reread(db, order);
}

/** One atomic step out of the waiting. False when it waits no longer. */
async function leave(
  db: Db,
  { _id, tenant, trip }: OrderDocument,
  set: object,
  trail: OrderEvent,
  session: ClientSession | undefined,
): Promise<boolean> {
  const { matchedCount } = await (await collection(db, 'orders')).updateOne(
    { _id, tenant, trip, status: 'PENDING' },
    { $set: { ...set, updatedAt: trail.at }, $push: { history: trail } },
    session && { session },
  );
  return matchedCount === 1;
}

async function reread(db: Db, order: OrderDocument): Promise<OrderDocument> {
  const orders = await collection(db, 'orders');
  return (await orders.findOne({ _id: order._id, tenant: order.tenant })) ?? order;
}
