import type { BundleItem, OrderItem, PricingBundle } from '../database/documents.js';
import { convert } from '../money/convert.js';
import type { Category, Vendor } from '../offers/types.js';
import { firstDue } from './due.js';
import { policyOf } from './policy.js';

/** The order's item for an offer of the bundle, in `currency`. */
export function itemOf(
  offered: BundleItem,
  bundle: PricingBundle,
  currency: string,
  { itemId, quantity, metadata }: { itemId: string; quantity: number; metadata?: Record<string, unknown> },
): OrderItem {
  const dueAt = firstDue(offered, new Date());
  const inCurrency = (amount: number): number => convert(amount, bundle.currency, currency);
  return {
    itemId,
    id: offered.id,
    category: offered.category,
    vendor: offered.vendor,
    product: offered.product,
    quantity,
    price: inCurrency(offered.total),
    arcube: inCurrency(offered.arcube),
    partner: inCurrency(offered.partner),
    cost: offered.cost,
    state: 'PENDING',
    policy: policyOf(offered.category),
    ...(offered.serviceAt && { serviceAt: offered.serviceAt }),
    ...(dueAt && { dueAt }),
    ...(metadata && { metadata }),
  };
}

/** An item that could not be taken from the bundle. `paid` is what the caller says was paid for it, in minor units. */
export function failedItem(
  { id, vendor, category }: { id: string; vendor: string; category?: string },
  { itemId, reason, paid, quantity = 1 }: { itemId: string; reason: string; paid: number; quantity?: number },
): OrderItem {
  return {
    itemId,
    id,
    category: (category ?? 'UNKNOWN') as Category,
    vendor: vendor as Vendor,
    product: id,
    quantity,
    price: paid,
    arcube: 0,
    partner: 0,
    state: 'FAILED',
    reason,
    policy: { refundable: false, rules: [], untilActivated: false },
  };
}
