import type { LedgerAccount, LedgerEntry, OrderDocument } from '../database/documents.js';
import { add, type Balances, difference, positionOf } from './position.js';

/** What is wrong between an order and its entries in the ledger. */
export interface Discrepancy {
  order: string;
  /** `UNBALANCED`: an entry's lines do not add up to zero. `CURRENCY`: an entry is in another currency than the order. */
  kind: 'UNBALANCED' | 'CURRENCY' | 'DIFFERENCE';
  account?: LedgerAccount;
  /** By the ledger, and by the order's items; minor units. */
  ledger?: number;
  expected?: number;
}

/** Sums of an order's entries by account. */
export function sumOf(entries: readonly LedgerEntry[]): Balances {
  const sum: Balances = new Map();
  for (const { lines } of entries) for (const { account, amount } of lines) add(sum, account, amount);
  return sum;
}

/** Holds an order's entries against the states of its items, to the minor unit. Empty when they agree. */
export function reconcile(
  order: Pick<OrderDocument, '_id' | 'currency' | 'items'>,
  entries: readonly LedgerEntry[],
): Discrepancy[] {
  const found: Discrepancy[] = [];
  for (const { lines, currency } of entries) {
    const balance = lines.reduce((sum, { amount }) => sum + amount, 0);
    if (balance !== 0) found.push({ order: order._id, kind: 'UNBALANCED', ledger: balance, expected: 0 });
    if (currency !== order.currency) found.push({ order: order._id, kind: 'CURRENCY' });
  }
  const [ledger, expected] = [sumOf(entries), positionOf(order.items)];
  for (const { account } of difference(ledger, expected))
    found.push({
      order: order._id,
      kind: 'DIFFERENCE',
      account,
      ledger: ledger.get(account) ?? 0,
      expected: expected.get(account) ?? 0,
    });
  return found;
}
