import type { OrderItem, PricingBundle } from '../shared/database/documents.js';
import { toMinor } from '../shared/money/currency.js';
import { failedItem, itemOf } from '../shared/orders/items.js';

/** An item as the caller selected it. */
export interface Selected {
  vendor: string;
  id: string;
  price: { amount: number; currency: string };
  metadata?: Record<string, unknown>;
}

/** The order's item for a selection: `PENDING` when it is what the bundle offered, `FAILED` with the reason otherwise. */
export function select(
  selected: Selected,
  index: number,
  bundle: PricingBundle,
  currency: string,
): OrderItem {
  const { id, vendor, price, metadata } = selected;
  const itemId = `itm_${index + 1}`;
  const paid = toMinor(price.amount, currency);
  const refuse = (reason: string): OrderItem =>
    failedItem({ id, vendor }, { itemId, reason, paid: paid ?? 0 });
  const offered = bundle.items.find((item) => item.id === id);
  if (!offered) return refuse('NOT_IN_BUNDLE');
  const item = itemOf(offered, bundle, currency, { itemId, quantity: 1, ...(metadata && { metadata }) });
  if (offered.vendor !== vendor)
    return { ...item, state: 'FAILED', reason: 'VENDOR_MISMATCH', price: paid ?? 0 };
  if (paid !== item.price) return { ...item, state: 'FAILED', reason: 'PRICE_MISMATCH', price: paid ?? 0 };
  return item;
}
