import type { OrderItem, PricingBundle } from '../shared/database/documents.js';
import { convert } from '../shared/money/convert.js';
import { toMinor } from '../shared/money/currency.js';

/** An item as the caller selected it. */
export interface Selected {
  vendor: string;
  id: string;
  price: { amount: number; currency: string };
  metadata?: Record<string, unknown>;
}

/**
 * The order's item for a selection: `PENDING` when it is what the bundle offered, `FAILED` with the reason otherwise.
 * Amounts are in `currency`; a failed item keeps what the caller says was paid for it.
 */
export function select(selected: Selected, bundle: PricingBundle, currency: string): OrderItem {
  const { id, vendor, price, metadata } = selected;
  const offered = bundle.items.find((item) => item.id === id);
  const paid = toMinor(price.amount, currency);
  const base = { id, ...(metadata && { metadata }) };
  if (!offered)
    return {
      ...base,
      category: 'ESIMS',
      vendor: vendor as OrderItem['vendor'],
      product: id,
      price: paid ?? 0,
      arcube: 0,
      partner: 0,
      state: 'FAILED',
      reason: 'NOT_IN_BUNDLE',
    };
  const total = convert(offered.total, bundle.currency, currency);
  const item: OrderItem = {
    ...base,
    category: offered.category,
    vendor: offered.vendor,
    product: offered.product,
    price: paid ?? total,
    arcube: convert(offered.arcube, bundle.currency, currency),
    partner: convert(offered.partner, bundle.currency, currency),
    state: 'PENDING',
  };
  if (offered.vendor !== vendor) return { ...item, state: 'FAILED', reason: 'VENDOR_MISMATCH' };
  if (paid !== total) return { ...item, state: 'FAILED', reason: 'PRICE_MISMATCH' };
  return item;
}
