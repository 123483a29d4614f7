import type { OrderDocument } from '../database/documents.js';
import { toMajor } from '../money/currency.js';

/** What a webhook is told of an order: no personal data but the booking reference. */
export function orderData({ _id, pnr, status, currency, items, refund }: OrderDocument): object {
  return {
    transactionId: _id,
    pnr,
    status,
    currency,
    refund: toMajor(refund, currency),
    items: items.map(({ itemId, id, category, quantity, price, state }) => ({
      itemId,
      id,
      category,
      quantity,
      price: toMajor(price, currency),
      status: state,
    })),
  };
}
