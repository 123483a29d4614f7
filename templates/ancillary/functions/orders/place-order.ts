import { ApiError } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import { collection } from '../shared/database/collections.js';
import type { OrderDocument, OrderItem, PricingBundle } from '../shared/database/documents.js';

/** What is to be ordered. */
export interface OrderPlan {
  transactionId: string;
  bundle: PricingBundle;
  currency: string;
  items: OrderItem[];
}

const DUPLICATE_KEY = 11_000;

/**
 * Takes the items out of the bundle and records the order. Repeating it with the same transaction id finds the order
 * again. Throws a 409 `ApiError` when another order has taken an item.
 */
export async function placeOrder(call: TenantCall, plan: OrderPlan): Promise<OrderDocument> {
  const wanted = plan.items.filter(({ state }) => state === 'PENDING').map(({ id }) => id);
  await takeItems(call, plan, [...new Set(wanted)]);
  const order = orderOf(call, plan);
  const orders = await collection(call.db, 'orders');
  try {
    await orders.insertOne(order);
    return order;
  } catch (error) {
    if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error;
    return (await orders.findOne({ _id: plan.transactionId })) ?? order;
  }
}

/** One atomic step: an item is offered once, so two orders cannot both have it. */
async function takeItems(
  call: TenantCall,
  { bundle, transactionId, items }: OrderPlan,
  ids: string[],
): Promise<void> {
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

function orderOf(call: TenantCall, { transactionId, bundle, currency, items }: OrderPlan): OrderDocument {
  const failed = items.filter(({ state }) => state === 'FAILED');
  const pnr = /\/pnr:(.+)$/.exec(bundle.trip)?.[1];
  return {
    _id: transactionId,
    tenant: call.tenant.id,
    trip: bundle.trip,
    ...(pnr !== undefined && { pnr }),
    bundle: bundle.correlationId,
    correlationId: call.correlationId,
    ...(call.caller.clientId !== undefined && { clientId: call.caller.clientId }),
    status: failed.length === 0 ? 'SUCCESS' : 'PARTIAL-SUCCESS',
    currency,
    items: items.map((item) => (item.state === 'PENDING' ? { ...item, state: 'CONFIRMED' } : item)),
    refund: failed.reduce((sum, { price }) => sum + price, 0),
    createdAt: new Date(),
  };
}
