import { ApiError } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import { collection } from '../shared/database/collections.js';
import type { OrderDocument, OrderItem } from '../shared/database/documents.js';
import { refuseForeignTrip } from '../shared/tokens/bound-trip.js';
import { findTrip } from '../shared/trip/store.js';

/** An item of an order, with its place. */
export interface FoundItem {
  order: OrderDocument;
  item: OrderItem;
  index: number;
}

/** The item that the path names. Throws a 404 `ApiError`; another tenant's order is not there, another trip's a 403. */
export async function findItem(call: TenantCall): Promise<FoundItem> {
  const { transactionId = '', itemId = '' } = call.event.pathParameters ?? {};
  const orders = await collection(call.db, 'orders');
  const order = await orders.findOne({ _id: transactionId, tenant: call.tenant.id });
  const index = order?.items.findIndex((item) => item.itemId === itemId) ?? -1;
  const item = order?.items[index];
  if (!order || !item) throw new ApiError('NOT_FOUND', 'There is no such item.');
  await refuseForeign(call, order.pnr);
  return { order, item, index };
}

/** Throws a 403 `ApiError` unless the token may see the trip's orders. */
export async function refuseForeign(call: TenantCall, pnr: string | undefined): Promise<void> {
  const { caller, db, tenant } = call;
  const trip = caller.sessionId && pnr ? await findTrip(db, tenant.id, { pnr }) : undefined;
  refuseForeignTrip(caller, {
    ...(pnr !== undefined && { pnr }),
    ...(trip?.sessionId !== undefined && { sessionId: trip.sessionId }),
  });
}
