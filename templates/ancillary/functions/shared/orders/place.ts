import type { Db } from 'mongodb';
import { ApiError } from '../api/errors.js';
import type { TenantCall } from '../api/for-tenant.js';
import { collection } from '../database/collections.js';
import type { OrderDocument, OrderItem, PricingBundle } from '../database/documents.js';
import { inTransaction } from '../database/transaction.js';
import { orderEntry } from '../ledger/entries.js';
import { findTrip } from '../trip/store.js';
import type { VendorDirectory } from '../vendors/port.js';
import { bookItems } from './book.js';
import { holdUntil } from './held.js';

/** What is to be ordered. */
export interface OrderPlan extends Pick<OrderDocument, 'channel' | 'payment' | 'customer' | 'passengers'> {
  transactionId: string;
  bundle: PricingBundle;
  currency: string;
  items: OrderItem[];
  /** Do not book yet: the payment is still to come. */
  hold?: boolean;
}

const DUPLICATE_KEY = 11_000;

/**
 * Takes the items out of the bundle, records the order, books each item with its vendor, and closes the order. Every
 * step can be repeated: with the same transaction id it goes on where it was left by a crash. Throws a 409 `ApiError`
 * when another order has taken an item.
 */
export async function placeOrder(
  call: TenantCall,
  plan: OrderPlan,
  vendors: VendorDirectory,
): Promise<OrderDocument> {
  const wanted = plan.items.filter(({ state }) => state === 'PENDING').map(({ id }) => id);
  await takeItems(call, plan, [...new Set(wanted)]);
  const order = await record(call, plan);
  if (order.status !== 'PLACING') return order;
  return bookItems(call.db, order, vendors);
}

async function record(call: TenantCall, plan: OrderPlan): Promise<OrderDocument> {
  const order = orderOf(call, plan, await pnrOf(call, plan.bundle));
  const orders = await collection(call.db, 'orders');
  try {
    await insert(call.db, order);
    return order;
  } catch (error) {
    if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error;
    return (await orders.findOne({ _id: plan.transactionId, tenant: call.tenant.id })) ?? order;
  }
}

/** The order and what the ledger says of it: both or neither. */
async function insert(db: Db, order: OrderDocument): Promise<void> {
  const [orders, ledger] = [await collection(db, 'orders'), await collection(db, 'ledger')];
  const entry = orderEntry(order);
  await inTransaction(db, async (session) => {
    await orders.insertOne(order, { session });
    if (entry) await ledger.insertOne(entry, { session });
  });
}

/** One atomic step: an item is offered once, so two orders cannot both have it. */
async function takeItems(call: TenantCall, plan: OrderPlan, ids: string[]): Promise<void> {
  const { bundle, transactionId, items } = plan;
  if (ids.length === 0) return;
  const bundles = await collection(call.db, 'pricing_bundles');
  const used = ids.map((id) => ({ id, order: transactionId }));
  const { matchedCount } = await bundles.updateOne(
    { _id: bundle._id, 'used.id': { $nin: ids } },
    { $push: { used: { $each: used } } },
  );
  if (matchedCount === 1) return;
  const now = await bundles.findOne({ _id: bundle._id });
  const taken = (now?.used ?? []).filter(({ id, order }) => ids.includes(id) && order !== transactionId);
  if (now && taken.length === 0) return; // this very order took them before a crash
  const details = items
    .map(({ id }, index) => ({
      id,
      detail: { field: `selectedAncillaries[${index}].id`, reason: 'ALREADY_ORDERED' },
    }))
    .filter(({ id }) => taken.some((entry) => entry.id === id))
    .map(({ detail }) => detail);
  throw new ApiError('CONFLICT', 'An item of this offer has been ordered before.', details);
}

/** The PNR of the bundle's trip: of a trip that was a session when its offers were made, the one that it has got since. */
async function pnrOf({ db, tenant }: TenantCall, { trip }: PricingBundle): Promise<string | undefined> {
  const [, kind, name = ''] = /\/(pnr|session):(.+)$/.exec(trip) ?? [];
  if (kind !== 'session') return name || undefined;
  return (await findTrip(db, tenant.id, { sessionId: name }))?.pnr?.toUpperCase();
}

function orderOf(call: TenantCall, plan: OrderPlan, pnr: string | undefined): OrderDocument {
  const { transactionId, bundle, currency, items, channel, payment, customer, passengers, hold } = plan;
  const now = new Date();
  return {
    _id: transactionId,
    tenant: call.tenant.id,
    channel,
    trip: bundle.trip,
    ...(pnr !== undefined && { pnr }),
    bundle: bundle.correlationId,
    correlationId: call.correlationId,
    ...(call.caller.clientId !== undefined && { clientId: call.caller.clientId }),
    status: hold ? 'PENDING' : 'PLACING',
    ...(hold && { holdUntil: holdUntil(items, now) }),
    currency,
    items: hold ? items.map((item) => ({ ...item, unpaid: true })) : items,
    refund: 0,
    ...(payment && { payment }),
    ...(customer && { customer }),
    ...(passengers && { passengers }),
    ...(call.tenant.emailSender && { confirmation: { state: 'DUE' as const, at: now, attempts: 0 } }),
    history: [{ at: now, event: 'order.created', correlationId: call.correlationId }],
    createdAt: now,
    updatedAt: now,
  };
}
