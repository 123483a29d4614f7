import { regionDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import type { ItemState, OrderDocument } from '../shared/database/documents.js';
import { tenantRegion } from './region.js';

/** States of items that something is still to become of. */
const OPEN: readonly ItemState[] = ['PENDING', 'CANCELLATION_INITIATED', 'REFUND_MANUAL_REVIEW'];

/** True for an order that is not settled: being placed, waiting for its payment, or with an item in question. */
export function isOpen({ status, items }: Pick<OrderDocument, 'status' | 'items'>): boolean {
  return (
    status === 'PLACING' ||
    status === 'PENDING' ||
    items.some(({ state, inDoubt }) => inDoubt || OPEN.includes(state))
  );
}

/** How many of a tenant's orders are not settled, and some of them. */
export async function openOrders({ tenant }: { tenant: string }): Promise<object> {
  const orders = await collection(await regionDatabase(await tenantRegion(tenant)), 'orders');
  const filter = {
    tenant,
    $or: [
      { status: { $in: ['PLACING', 'PENDING'] } },
      { 'items.state': { $in: [...OPEN] } },
      { 'items.inDoubt': true },
    ],
  };
  const count = await orders.raw.countDocuments(filter);
  const some = await orders.raw
    .find(filter, { projection: { _id: 1 } })
    .limit(10)
    .toArray();
  return { count, orders: some.map(({ _id }) => _id) };
}
