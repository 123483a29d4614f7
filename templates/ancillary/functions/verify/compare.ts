import type { BundleItem, PricingBundle } from '../shared/database/documents.js';
import { convert, exchangeRate } from '../shared/money/convert.js';
import { toMajor, toMinor } from '../shared/money/currency.js';

/** A line of a cart: an extra, or an item without its category. */
interface Line {
  id: string;
  unitPrice: number;
  quantity: number;
  totalPrice: number;
  currency: string;
}

export interface CartItem extends Line {
  categoryCode: string;
  extra?: Line[];
}

export interface Cart {
  correlationId: string;
  items: CartItem[];
}

interface Mismatch {
  itemId: string;
  extraId: string | null;
  field: 'unitPrice' | 'totalPrice' | 'categoryCode' | 'lookup';
  submitted: number | string | null;
  expected: number | string | null;
  reason: 'VALUE_MISMATCH' | 'NOT_IN_BUNDLE';
}

export interface Comparison {
  verified: boolean;
  correlationId: string;
  items: CartItem[];
  mismatches: Mismatch[];
  summary: {
    currency: string;
    totalPrice: number;
    totalAirlineProfit: number;
    totalCaptureForAirline: number;
    totalCaptureForArcube: number;
    sellingCurrency: string;
    sellingPrice: number;
    exchangeRate: number;
  };
}

/** A line that the bundle knows, at the bundle's price. */
interface Found {
  line: Line;
  item: BundleItem;
}

/** Compares a cart in `selling` currency with the bundle. Pure. */
export function compare(cart: Cart, bundle: PricingBundle, selling: string): Comparison {
  const known = new Map(bundle.items.map((item) => [item.id, item]));
  const mismatches: Mismatch[] = [];
  const found: Found[] = [];
  const items: CartItem[] = [];
  const look = (line: Line, category: string, itemId: string, extraId: string | null): Line | undefined => {
    const item = known.get(line.id);
    if (!item) {
      mismatches.push({
        itemId,
        extraId,
        field: 'lookup',
        submitted: null,
        expected: null,
        reason: 'NOT_IN_BUNDLE',
      });
      return undefined;
    }
    found.push({ line, item });
    const right = authoritative(line, item, bundle.currency, selling);
    mismatches.push(...differences(line, right, category, item.category, itemId, extraId));
    return right;
  };
  for (const { extra, categoryCode, ...line } of cart.items) {
    const before = found.length;
    const right = look(line, categoryCode, line.id, null);
    const extras = (extra ?? [])
      .map((one) => look(one, categoryCode, line.id, one.id))
      .filter((one) => one !== undefined);
    if (!right) {
      found.length = before; // extras go with their item: the sums are those of `items`
      continue;
    }
    const category = (known.get(line.id) as BundleItem).category;
    items.push({ ...right, categoryCode: category, ...(extra && { extra: extras }) });
  }
  return {
    verified: mismatches.length === 0,
    correlationId: cart.correlationId,
    items,
    mismatches,
    summary: summaryOf(found, bundle.currency, selling),
  };
}

/** The line at the bundle's price. */
function authoritative({ id, quantity }: Line, item: BundleItem, currency: string, selling: string): Line {
  const unit = convert(item.total, currency, selling);
  return {
    id,
    unitPrice: toMajor(unit, selling),
    quantity,
    totalPrice: toMajor(unit * quantity, selling),
    currency: selling,
  };
}

function differences(
  line: Line,
  right: Line,
  category: string,
  expectedCategory: string,
  itemId: string,
  extraId: string | null,
): Mismatch[] {
  const mismatch = (
    field: Mismatch['field'],
    submitted: number | string,
    expected: number | string,
  ): Mismatch => ({
    itemId,
    extraId,
    field,
    submitted,
    expected,
    reason: 'VALUE_MISMATCH',
  });
  const same = (one: number, other: number): boolean =>
    toMinor(one, right.currency) === toMinor(other, right.currency);
  return [
    ...(category === expectedCategory ? [] : [mismatch('categoryCode', category, expectedCategory)]),
    ...(same(line.unitPrice, right.unitPrice)
      ? []
      : [mismatch('unitPrice', line.unitPrice, right.unitPrice)]),
    ...(same(line.totalPrice, right.totalPrice)
      ? []
      : [mismatch('totalPrice', line.totalPrice, right.totalPrice)]),
  ];
}

/** Sums in the bundle's currency, and what the passenger pays in the selling currency. */
function summaryOf(found: Found[], currency: string, selling: string): Comparison['summary'] {
  const sum = (amount: (entry: Found) => number): number =>
    found.reduce((total, entry) => total + amount(entry) * entry.line.quantity, 0);
  const total = sum(({ item }) => item.total);
  const arcube = sum(({ item }) => item.arcube);
  const profit = toMajor(total - arcube, currency);
  return {
    currency,
    totalPrice: toMajor(total, currency),
    totalAirlineProfit: profit,
    totalCaptureForAirline: profit,
    totalCaptureForArcube: toMajor(arcube, currency),
    sellingCurrency: selling,
    sellingPrice: toMajor(
      sum(({ item }) => convert(item.total, currency, selling)),
      selling,
    ),
    exchangeRate: exchangeRate(currency, selling),
  };
}
