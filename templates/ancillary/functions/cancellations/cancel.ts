import { ApiError } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { toMajor } from '../shared/money/currency.js';
import { changeItem } from '../shared/orders/change-item.js';
import { giveBack } from '../shared/orders/give-back.js';
import { type RefundQuote, refundQuote } from '../shared/orders/policy.js';
import { vendorDirectory } from '../shared/vendors/directory.js';
import { type FoundItem, findItem } from './find.js';
import { refundOf } from './view.js';

/**
 * `POST …/cancel`: gives an item back to its vendor and the money to the passenger. Of two calls at once one does it,
 * the other hears 409.
 */
export async function cancelItem(call: TenantCall): Promise<Answer> {
  const { db, correlationId } = call;
  const { order, item, index } = await findItem(call);
  const quote = refundQuote(item, Date.now());
  if (!quote.cancellable) throw refused(quote.reason);
  const event = 'cancellation.started';
  const isMine = await changeItem(db, order, index, {
    to: 'CANCELLATION_INITIATED',
    event,
    correlationId,
    set: { refundDue: refundOf(item, quote.percent) },
    tells: [event],
  });
  if (!isMine)
    throw new ApiError('CONFLICT', 'The item is being cancelled.', [{ field: 'itemId', reason: 'STATE' }]);
  await giveBack(db, { order, index, correlationId }, vendorDirectory);
  if (item.activated) throw refused('ACTIVATED');
  return { status: 200, body: answer({ order, item, index }) };
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

function answer({ order, item }: FoundItem): object {
  const { currency } = order;
  return {
    transactionId: order._id,
    itemId: item.itemId,
    status: item.state,
    refundAmount: { amount: toMajor(item.refunded ?? 0, currency), currency },
  };
}
