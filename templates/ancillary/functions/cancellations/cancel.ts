import { ApiError } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import type { OrderDocument } from '../shared/database/documents.js';
import { once } from '../shared/idempotency.js';
import { toMajor } from '../shared/money/currency.js';
import { changeItem } from '../shared/orders/change-item.js';
import { type RefundQuote, refundQuote } from '../shared/orders/policy.js';
import { vendorDirectory } from '../shared/vendors/directory.js';
import { emit } from '../shared/webhooks/emit.js';
import { type FoundItem, findItem } from './find.js';
import { refundOf } from './view.js';

/**
 * `POST …/cancel`: gives an item back to its vendor and the money to the passenger. Of two calls at once one does it,
 * the other hears 409.
 */
export function cancelItem(call: TenantCall): Promise<Answer> {
  return once(call, () => cancel(call));
}

async function cancel(call: TenantCall): Promise<Answer> {
  const found = await findItem(call);
  const quote = refundQuote(found.item, Date.now());
  if (!quote.cancellable) throw refused(quote.reason);
  const { correlationId } = call;
  const mine = await changeItem(call.db, found.order, found.index, {
    to: 'CANCELLATION_INITIATED',
    event: 'cancellation.started',
    correlationId,
  });
  if (!mine)
    throw new ApiError('CONFLICT', 'The item is being cancelled.', [{ field: 'itemId', reason: 'STATE' }]);
  await tell(call, found, 'cancellation.started');
  await settle(call, found, refundOf(found.item, quote.percent));
  return { status: 200, body: answer(found) };
}

/** Cancels with the vendor and closes the item: refunded, or for people to look at when the vendor will not. */
async function settle(call: TenantCall, found: FoundItem, refund: number): Promise<void> {
  const { order, item, index } = found;
  const { db, correlationId } = call;
  const vendor = item.vendorReference === undefined ? undefined : await vendorDirectory(item.vendor);
  const key = `${order._id}:${item.itemId}:cancel`;
  const result = vendor
    ? await vendor
        .cancel(item.vendorReference as string, key)
        .catch(() => ({ ok: false, reason: 'VENDOR_ERROR' }))
    : { ok: true };
  if (!result.ok) {
    const reason = result.reason ?? 'VENDOR_ERROR';
    await changeItem(db, order, index, {
      to: 'REFUND_MANUAL_REVIEW',
      event: 'cancellation.failed',
      correlationId,
      reason,
    });
    await tell(call, found, 'cancellation.failed');
    return;
  }
  const to = refund > 0 ? 'REFUNDED' : 'CANCELLED';
  await changeItem(db, order, index, {
    to,
    event: 'cancellation.completed',
    correlationId,
    set: { refunded: refund },
  });
  await tell(call, found, 'cancellation.completed');
  if (refund > 0) await tell(call, found, 'refund.processed');
}

async function tell(
  { db, correlationId }: TenantCall,
  { order, item }: FoundItem,
  event: string,
): Promise<void> {
  const refund = { amount: toMajor(item.refunded ?? 0, order.currency), currency: order.currency };
  const data = { transactionId: order._id, pnr: order.pnr, itemId: item.itemId, status: item.state, refund };
  await emit(db, order.tenant, { event, correlationId, data });
}

/** Why an item cannot be cancelled, for people. */
const REASONS: Record<NonNullable<RefundQuote['reason']>, string> = {
  STATE: 'The item cannot be cancelled in its present state.',
  NON_REFUNDABLE: 'The item cannot be given back.',
  ACTIVATED: 'The item has been used.',
  TOO_LATE: 'It is too late to cancel the item.',
};

function refused(reason: RefundQuote['reason'] = 'STATE'): ApiError {
  const code = reason === 'STATE' ? 'CONFLICT' : 'UNPROCESSABLE_ENTITY';
  return new ApiError(code, REASONS[reason], [{ field: 'itemId', reason }]);
}

function answer({ order, item }: { order: OrderDocument; item: FoundItem['item'] }): object {
  const { currency } = order;
  return {
    transactionId: order._id,
    itemId: item.itemId,
    status: item.state,
    refundAmount: { amount: toMajor(item.refunded ?? 0, currency), currency },
  };
}
