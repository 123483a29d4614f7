import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  LedgerEntry,
  OrderDocument,
  OrderItem,
} from '../../../templates/ancillary/functions/shared/database/documents.js';
import { changeEntry, orderEntry } from '../../../templates/ancillary/functions/shared/ledger/entries.js';
import { position } from '../../../templates/ancillary/functions/shared/ledger/position.js';
import { reconcile, sumOf } from '../../../templates/ancillary/functions/shared/ledger/reconcile.js';
import { allocate } from '../../../templates/ancillary/functions/shared/money/allocate.js';
import { addPercent, mulDiv } from '../../../templates/ancillary/functions/shared/money/rounding.js';

const units = fc.integer({ min: 0, max: 10 ** 9 });
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe('allocate', () => {
  test('the parts add up to the amount, and none is further from its share than rounding takes it', () => {
    fc.assert(
      fc.property(units, fc.array(units, { minLength: 1, maxLength: 6 }), (amount, weights) => {
        const parts = allocate(amount, weights);
        expect(sum(parts)).toBe(amount);
        const total = sum(weights);
        if (total === 0) return;
        for (const [index, part] of parts.entries()) {
          const exact = (amount * (weights[index] as number)) / total;
          expect(Math.abs(part - exact)).toBeLessThanOrEqual(weights.length);
        }
      }),
    );
  });

  test('nobody gives back more than it was due', () => {
    const due = fc.array(units, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(due, fc.integer({ min: 0, max: 100 }), (weights, percent) => {
        const parts = allocate(mulDiv(sum(weights), percent, 100), weights);
        for (const [index, part] of parts.entries()) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(weights[index] as number);
        }
      }),
    );
  });
});

/** An item at the platform's own prices. */
const item = fc
  .record({
    cost: fc.integer({ min: 1, max: 10 ** 7 }),
    share: fc.integer({ min: 0, max: 100 }),
    markup: fc.integer({ min: 0, max: 500 }),
    quantity: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ cost, share, markup, quantity }): OrderItem => {
    const arcube = addPercent(cost, share);
    return {
      itemId: '',
      id: 'offer',
      category: 'ESIMS',
      vendor: 'airalo',
      product: 'product',
      quantity,
      price: addPercent(arcube, markup),
      arcube,
      partner: cost,
      state: 'PENDING',
      policy: { refundable: true, rules: [], untilActivated: false },
    };
  });

/** What may become of an item, as the functions do it. */
interface Fate {
  kind: 'booked' | 'failed' | 'review' | 'waiting' | 'cancelled';
  percent: number;
}
const fate: fc.Arbitrary<Fate> = fc.record({
  kind: fc.constantFrom<Fate['kind']>('booked', 'failed', 'review', 'waiting', 'cancelled'),
  percent: fc.integer({ min: 0, max: 100 }),
});

function changesOf(one: OrderItem, fate: Fate): Partial<OrderItem>[] {
  const booked: Partial<OrderItem> = { state: 'CONFIRMED', bookedAt: new Date(1) };
  if (fate.kind === 'waiting') return [];
  if (fate.kind === 'failed') return [{ state: 'FAILED' }];
  if (fate.kind === 'review') return [{ state: 'REFUND_MANUAL_REVIEW' }];
  if (fate.kind === 'booked') return [booked];
  const refunded = mulDiv(one.price * one.quantity, fate.percent, 100);
  const closed: Partial<OrderItem> = { state: refunded > 0 ? 'REFUNDED' : 'CANCELLED', refunded };
  return [booked, { state: 'CANCELLATION_INITIATED' }, closed];
}

function orderOf(items: OrderItem[]): OrderDocument {
  return {
    _id: 'trx_1',
    tenant: 'sky',
    channel: 'API',
    trip: 'sky/session:1',
    bundle: 'b',
    correlationId: 'c',
    status: 'PLACING',
    currency: 'EUR',
    items,
    refund: 0,
    history: [],
    createdAt: new Date(0),
    updatedAt: new Date(0),
  };
}

/** Runs an order through its items' fates; gives the order at its end, and its entries. */
function lived(items: OrderItem[], fates: Fate[]): { order: OrderDocument; entries: LedgerEntry[] } {
  const order = orderOf(items.map((one, index) => ({ ...one, itemId: `itm_${index + 1}` })));
  const first = orderEntry(order);
  const entries = first ? [first] : [];
  for (const [index, fate] of fates.entries())
    for (const change of changesOf(order.items[index] as OrderItem, fate)) {
      const before = order.items[index] as OrderItem;
      const after = { ...before, ...change };
      const entry = changeEntry(order, before, after, { at: new Date(2), event: 'item.changed' });
      if (entry) entries.push(entry);
      order.items[index] = after;
    }
  return { order, entries };
}

const lives = fc
  .array(fc.tuple(item, fate), { minLength: 1, maxLength: 8 })
  .map((pairs) => lived(...([pairs.map(([one]) => one), pairs.map(([, other]) => other)] as const)));

describe('the sales ledger', () => {
  test('says where the money of an item is', () => {
    const sold: OrderItem = {
      ...(fc.sample(item, 1)[0] as OrderItem),
      quantity: 2,
      partner: 2591,
      arcube: 2850,
      price: 3420,
    };
    expect(Object.fromEntries(position(sold))).toEqual({ passenger: -6840, open: 6840 });
    const booked: OrderItem = { ...sold, state: 'CONFIRMED', bookedAt: new Date() };
    const due = { passenger: -6840, 'vendor:airalo': 5182, platform: 518, tenant: 1140, refund: 0 };
    expect(Object.fromEntries(position(booked))).toEqual(due);
    const half: OrderItem = { ...booked, state: 'REFUNDED', refunded: 3420 };
    expect(Object.fromEntries(position(half))).toEqual({
      passenger: -6840,
      'vendor:airalo': 2591,
      platform: 259,
      tenant: 570,
      refund: 3420,
    });
  });

  test('agrees with the order to the cent, whatever becomes of its items', () => {
    fc.assert(
      fc.property(lives, ({ order, entries }) => {
        expect(reconcile(order, entries)).toEqual([]);
        for (const { lines } of entries) expect(sum(lines.map(({ amount }) => amount))).toBe(0);
        const paid = sum(order.items.map(({ price, quantity }) => price * quantity));
        const totals = [...sumOf(entries)];
        expect(sum(totals.filter(([account]) => account !== 'passenger').map(([, amount]) => amount))).toBe(
          paid,
        );
        for (const [account, amount] of totals) if (account !== 'passenger') expect(amount >= 0).toBe(true);
        expect(new Set(entries.map(({ _id }) => _id)).size).toBe(entries.length);
      }),
    );
  });

  test('a lost, doubled or altered entry is found', () => {
    fc.assert(
      fc.property(lives, fc.nat(), fc.integer({ min: 1, max: 3 }), ({ order, entries }, pick, how) => {
        fc.pre(entries.length > 0);
        const at = pick % entries.length;
        const entry = entries[at] as LedgerEntry;
        const [first] = entry.lines;
        const altered = { ...entry, lines: entry.lines.map((line) => ({ ...line })) };
        (altered.lines[0] as { amount: number }).amount = (first?.amount ?? 0) + 1;
        const wrong =
          how === 1
            ? entries.toSpliced(at, 1)
            : how === 2
              ? [...entries, entry]
              : entries.toSpliced(at, 1, altered);
        expect(reconcile(order, wrong)).not.toEqual([]);
      }),
    );
  });
});
