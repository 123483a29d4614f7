import { invalid } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { collection } from '../shared/database/collections.js';
import { findItem, refuseForeign } from './find.js';
import { itemView, policyView } from './view.js';

/** Orders shown at once. */
const MOST = 100;

/** `GET /cancellation-api/orders?pnr=…`: the trip's orders, newest first, each item with what can be had back. */
export async function listOrders(call: TenantCall): Promise<Answer> {
  const pnr = call.event.queryStringParameters?.pnr;
  if (!pnr) throw invalid([{ field: 'pnr', reason: 'MISSING' }]);
  await refuseForeign(call, pnr);
  const orders = await collection(call.db, 'orders');
  const found = await orders
    .find({ tenant: call.tenant.id, pnr: pnr.toUpperCase() })
    .sort({ createdAt: -1 })
    .limit(MOST)
    .toArray();
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

/** `GET …/policy`: what can be had back for an item now. */
export async function cancellationPolicy(call: TenantCall): Promise<Answer> {
  const { order, item } = await findItem(call);
  return { status: 200, body: { transactionId: order._id, itemId: item.itemId, ...policyView(order, item) } };
}
