import { invalid } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { collection } from '../shared/database/collections.js';
import type { OrderDocument } from '../shared/database/documents.js';
import { findTrip, tripIds } from '../shared/trip/store.js';
import { findItem, refuseForeign } from './find.js';
import { itemView, policyView } from './view.js';

/** Orders shown at once. */
const MOST = 100;

/** `GET /cancellation-api/orders?pnr=…`: the trip's orders, newest first, each item with what can be had back. */
export async function listOrders(call: TenantCall): Promise<Answer> {
  const pnr = call.event.queryStringParameters?.pnr;
  if (!pnr) throw invalid([{ field: 'pnr', reason: 'MISSING' }]);
  await refuseForeign(call, pnr);
  const found = await ordersOf(call, pnr);
  return {
    status: 200,
    body: {
      pnr,
      orders: found.map((order) => ({
        transactionId: order._id,
        status: order.status,
        createdAt: order.createdAt.toISOString(),
        currency: order.currency,
        items: order.items.map((item) => itemView(order, item)),
      })),
    },
  };
}

/** Newest first; those too that were placed when the booking was a session without a PNR. */
async function ordersOf({ db, tenant: { id: tenant } }: TenantCall, pnr: string): Promise<OrderDocument[]> {
  const orders = await collection(db, 'orders');
  const newest = (filter: { pnr: string } | { trip: string }): Promise<OrderDocument[]> =>
    orders
      .find({ tenant, ...filter })
      .sort({ createdAt: -1 })
      .limit(MOST)
      .toArray();
  const sessionId = (await findTrip(db, tenant, { pnr }))?.sessionId;
  const [trip] = sessionId === undefined ? [] : tripIds(tenant, { sessionId });
  const before =
    trip === undefined ? [] : (await newest({ trip })).filter((order) => order.pnr === undefined);
  return [...(await newest({ pnr: pnr.toUpperCase() })), ...before]
    .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
    .slice(0, MOST);
}

/** `GET …/policy`: what can be had back for an item now. */
export async function cancellationPolicy(call: TenantCall): Promise<Answer> {
  const { order, item } = await findItem(call);
  return { status: 200, body: { transactionId: order._id, itemId: item.itemId, ...policyView(order, item) } };
}
