import type { OrderDocument, OrderEvent, OrderItem } from '../database/documents.js';
import { toMajor } from '../money/currency.js';
import { eventId, type WebhookEvent } from './emit.js';

type Trail = Pick<OrderEvent, 'at' | 'event' | 'correlationId'>;

/** An order's event for webhooks: no personal data but the booking reference. */
export function orderEvent(order: OrderDocument, { at, event, correlationId }: Trail): WebhookEvent {
  const { _id, pnr, status, currency, items, refund } = order;
  const data = {
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
  return { id: eventId(_id, event, at.toISOString()), event, correlationId, data };
}

/** What has become of an item, as it is after the change. */
export function itemEvent(
  { _id, pnr, currency }: OrderDocument,
  { itemId, state, refunded = 0 }: OrderItem,
  { at, event, correlationId }: Trail,
): WebhookEvent {
  const refund = { amount: toMajor(refunded, currency), currency };
  const data = { transactionId: _id, pnr, itemId, status: state, refund };
  return { id: eventId(_id, itemId, event, at.toISOString()), event, correlationId, data };
}
