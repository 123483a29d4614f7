import type { OrderDocument, OrderItem } from '../shared/database/documents.js';
import { toMajor } from '../shared/money/currency.js';
import { mulDiv } from '../shared/money/rounding.js';
import { refundQuote } from '../shared/orders/policy.js';

/** What was paid for an item, in minor units. */
export function paidFor({ price, quantity }: OrderItem): number {
  return price * quantity;
}

/** What comes back for an item at `percent`, in minor units. */
export function refundOf(item: OrderItem, percent: number): number {
  return mulDiv(paidFor(item), percent, 100);
}

/** An item's policy as it stands now. */
export function policyView(order: OrderDocument, item: OrderItem): object {
  const { cancellable, percent, reason } = refundQuote(item, Date.now());
  const { currency } = order;
  return {
    cancellable,
    ...(reason && { reason }),
    refundable: item.policy.refundable,
    untilActivated: item.policy.untilActivated,
    rules: item.policy.rules,
    ...(item.serviceAt && { serviceAt: item.serviceAt.toISOString() }),
    refundPercent: percent,
    refundAmount: { amount: toMajor(refundOf(item, percent), currency), currency },
  };
}

/** An item as the widget shows it. */
export function itemView(order: OrderDocument, item: OrderItem): object {
  const { currency } = order;
  return {
    itemId: item.itemId,
    id: item.id,
    category: item.category,
    vendor: item.vendor,
    quantity: item.quantity,
    price: { amount: toMajor(paidFor(item), currency), currency },
    status: item.state,
    ...(item.refunded !== undefined && { refunded: { amount: toMajor(item.refunded, currency), currency } }),
    policy: policyView(order, item),
  };
}
