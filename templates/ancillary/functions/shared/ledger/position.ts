import type { LedgerAccount, LedgerLine, OrderItem } from '../database/documents.js';
import { allocate } from '../money/allocate.js';

/** Balances by account; amounts are minor units, what is due to the account's owner is positive. */
export type Balances = Map<LedgerAccount, number>;

type MoneyOf = Pick<
  OrderItem,
  'state' | 'vendor' | 'quantity' | 'price' | 'arcube' | 'partner' | 'refunded' | 'bookedAt' | 'unpaid'
>;

/**
 * Where the money of an item is in its present state. The passenger's side is what was paid for it; the other side is
 * nobody's yet (`open`), owed back (`refund`), for people to decide on (`review`), or due to vendor, platform and
 * tenant. The sum is always zero.
 */
export function position(item: MoneyOf): Balances {
  if (item.unpaid) return new Map();
  const paid = item.price * item.quantity;
  if (item.bookedAt) return balances(['passenger', -paid], ...shares(item, paid));
  return balances(['passenger', -paid], [sideOf(item.state), paid]);
}

/** Where the money of an item that was never booked is. */
function sideOf(state: OrderItem['state']): LedgerAccount {
  if (state === 'REFUND_MANUAL_REVIEW') return 'review';
  return state === 'FAILED' || state === 'CANCELLED' || state === 'REFUNDED' ? 'refund' : 'open';
}

/** A refund is borne by vendor, platform and tenant in proportion to what each was due. */
function shares(item: MoneyOf, paid: number): [LedgerAccount, number][] {
  const vendor = item.partner * item.quantity;
  const platform = item.arcube * item.quantity - vendor;
  const due = [vendor, platform, paid - vendor - platform];
  const refund = item.state === 'REFUNDED' ? (item.refunded ?? 0) : 0;
  const borne = allocate(refund, due);
  const left = due.map((amount, index) => amount - (borne[index] as number)) as [number, number, number];
  return [
    [`vendor:${item.vendor}`, left[0]],
    ['platform', left[1]],
    ['tenant', left[2]],
    ['refund', refund],
  ];
}

function balances(...entries: [LedgerAccount, number][]): Balances {
  const result: Balances = new Map();
  for (const [account, amount] of entries) add(result, account, amount);
  return result;
}

/** Adds an amount to an account. */
export function add(to: Balances, account: LedgerAccount, amount: number): void {
  to.set(account, (to.get(account) ?? 0) + amount);
}

/** Balances of several items together. */
export function positionOf(items: readonly MoneyOf[]): Balances {
  const sum: Balances = new Map();
  for (const item of items) for (const [account, amount] of position(item)) add(sum, account, amount);
  return sum;
}

/** The lines that lead from one to the other; accounts that do not change have none. */
export function difference(before: Balances, after: Balances): LedgerLine[] {
  const accounts = new Set([...before.keys(), ...after.keys()]);
  return [...accounts]
    .map((account) => ({ account, amount: (after.get(account) ?? 0) - (before.get(account) ?? 0) }))
    .filter(({ amount }) => amount !== 0);
}
