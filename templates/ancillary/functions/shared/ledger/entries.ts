import type { LedgerEntry, OrderDocument, OrderItem } from '../database/documents.js';
import { difference, position, positionOf } from './position.js';

/** What the ledger says when an order is recorded. */
export function orderEntry(order: OrderDocument): LedgerEntry | undefined {
  const lines = difference(new Map(), positionOf(order.items));
  const { _id, tenant, currency, createdAt } = order;
  if (lines.length === 0) return undefined;
  return { _id: `${_id}:order`, tenant, order: _id, at: createdAt, event: 'order.created', currency, lines };
}

/** What the ledger says when an order that waited for its payment has been paid. */
export function paymentEntry(
  order: OrderDocument,
  paid: readonly OrderItem[],
  { at, event }: { at: Date; event: string },
): LedgerEntry | undefined {
  const lines = difference(new Map(), positionOf(paid));
  const { _id, tenant, currency } = order;
  return lines.length === 0
    ? undefined
    : { _id: `${_id}:paid`, tenant, order: _id, at, event, currency, lines };
}

/** What the ledger says when an item has changed; nothing when no money moves by it. */
export function changeEntry(
  order: OrderDocument,
  before: OrderItem,
  after: OrderItem,
  { at, event }: { at: Date; event: string },
): LedgerEntry | undefined {
  const lines = difference(position(before), position(after));
  if (lines.length === 0) return undefined;
  const { _id, tenant, currency } = order;
  const { itemId, state } = after;
  // an item is in a state once, but for the way back from a cancellation that moves no money
  return { _id: `${_id}:${itemId}:${state}`, tenant, order: _id, itemId, at, event, currency, lines };
}
