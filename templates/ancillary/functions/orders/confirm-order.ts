import { ApiError, type Detail, invalid } from '../shared/api/errors.js';
import type { TenantCall } from '../shared/api/for-tenant.js';
import type { Answer } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import type { OrderDocument, OrderItem } from '../shared/database/documents.js';
import { PARTIAL_STATUS } from '../shared/decisions.js';
import { toMajor } from '../shared/money/currency.js';
import { bundleOfSession } from '../shared/orders/bundle-of-session.js';
import { placeOrder } from '../shared/orders/place.js';
import { sellsIn, type Tenant } from '../shared/tenant.js';
import { vendorDirectory } from '../shared/vendors/directory.js';
import { type Selected, select } from './select.js';

interface ConfirmOrder {
  sessionId: string;
  selectedAncillaries: Selected[];
}

/** Spelling of the list of placed items: the earlier edition has it wrong, and its clients read it so. */
const PLACED = { current: 'successfulAncillaries', v1: 'succesfullAncillaries' };

/**
 * `POST /order-api/confirmOrder`: orders the selected items, whole or in part. The order's id follows from `id`, which is
 * equal for equal idempotency keys.
 */
export async function confirmOrder(call: TenantCall, id: string, edition: 'current' | 'v1'): Promise<Answer> {
  const { sessionId, selectedAncillaries } = checked<ConfirmOrder>('ConfirmOrderRequest', call.body());
  const currency = singleCurrency(selectedAncillaries, call.tenant);
  const transactionId = `trx_${id.slice(0, 24)}`;
  const bundle = await bundleOfSession(call, sessionId);
  const items = selectedAncillaries.map((selected, index) => select(selected, index, bundle, currency));
  if (items.every(({ state }) => state === 'FAILED')) throw nothingToOrder(items);
  const plan = { channel: 'API', transactionId, bundle, currency, items } as const;
  return answer(await placeOrder(call, plan, vendorDirectory), edition);
}

function singleCurrency(selected: Selected[], tenant: Tenant): string {
  const first = selected[0]?.price.currency ?? '';
  const other = selected.findIndex(({ price }) => price.currency !== first);
  const at = (index: number, reason: string): Detail => ({
    field: `selectedAncillaries[${index}].price.currency`,
    reason,
  });
  if (other > 0) throw invalid([at(other, 'MIXED_CURRENCY')]);
  if (!sellsIn(tenant, first)) throw invalid([at(0, 'UNSUPPORTED_CURRENCY')]);
  return first;
}

function nothingToOrder(items: OrderItem[]): ApiError {
  const details = items.map(({ reason }, index) => ({
    field: `selectedAncillaries[${index}].${reason === 'PRICE_MISMATCH' ? 'price' : 'id'}`,
    reason: reason ?? 'NOT_AVAILABLE',
  }));
  return new ApiError('UNPROCESSABLE_ENTITY', 'None of the items could be ordered.', details);
}

/** Why an item could not be ordered, for people. */
const REASONS: Record<string, string> = {
  NOT_IN_BUNDLE: 'The item was not offered in this session.',
  PRICE_MISMATCH: 'The price differs from the offer.',
  VENDOR_MISMATCH: 'The item was offered by another vendor.',
  NOT_AVAILABLE: 'The vendor cannot deliver it any more.',
  PRICE_CHANGED: 'The vendor has raised its price.',
  VENDOR_ERROR: 'The vendor did not answer as it should.',
  VENDOR_UNAVAILABLE: 'The vendor cannot be reached.',
};

function answer(order: OrderDocument, edition: 'current' | 'v1'): Answer {
  const failed = order.items.filter(({ state }) => state === 'FAILED');
  const placed = order.items.filter(({ state }) => state !== 'FAILED');
  return {
    status: failed.length === 0 ? 200 : PARTIAL_STATUS[edition],
    body: {
      status: failed.length === 0 ? 'SUCCESS' : 'PARTIAL-SUCCESS',
      transactionId: order._id,
      message:
        failed.length === 0
          ? 'The order is placed.'
          : `${failed.length} of ${order.items.length} items could not be ordered.`,
      failedAncillaries: failed.map(({ id, reason }) => ({ id, reasonCode: reason })),
      [PLACED[edition]]: placed.map(({ id }) => ({ id, reasonCode: 'SUCCESS' })),
      totalRefundAmount: { amount: toMajor(order.refund, order.currency), currency: order.currency },
      errorDetails: failed.map(({ id, reason }) => ({
        id,
        reason,
        message: REASONS[reason ?? ''] ?? reason,
      })),
    },
  };
}
