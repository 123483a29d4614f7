import type { Collection } from 'mongodb';
import { regionDatabase } from '../shared/database/clusters.js';
import { collection } from '../shared/database/collections.js';
import type { LedgerEntry, OrderDocument } from '../shared/database/documents.js';
import { reconcile, sumOf } from '../shared/ledger/reconcile.js';
import { digitsOf } from '../shared/money/currency.js';
import type { Stored } from '../shared/personal/collection.js';
import { tenantRegion } from './region.js';

/** Orders in one step. */
const PAGE = 500;

interface Period {
  tenant: string;
  /** ISO 8601: orders placed from then on, and before. */
  from: string;
  to: string;
  /** Where the step begins: date and id of the last order of the one before. */
  after?: { createdAt: string; id: string };
}

/** What the ledger is held against: nothing of a passenger. */
type Sold = Pick<OrderDocument, '_id' | 'createdAt' | 'currency' | 'channel' | 'status' | 'items'>;
const PROJECTION = { _id: 1, createdAt: 1, currency: 1, channel: 1, status: 1, items: 1 };

/** The next orders of a period, each with its balances by the ledger and what is wrong between the two. */
export async function report(period: Period): Promise<object> {
  const { tenant } = period;
  const db = await regionDatabase(await tenantRegion(tenant));
  const orders = await ordersOf((await collection(db, 'orders')).raw, period);
  const ids = orders.map(({ _id }) => _id);
  const entries = await (await collection(db, 'ledger')).find({ tenant, order: { $in: ids } }).toArray();
  const byOrder = new Map<string, LedgerEntry[]>(ids.map((id) => [id, []]));
  for (const entry of entries) byOrder.get(entry.order)?.push(entry);
  const last = orders.at(-1);
  const next = last && { createdAt: last.createdAt.toISOString(), id: last._id };
  return {
    orders: orders.map((order) => rowOf(order, byOrder.get(order._id) ?? [])),
    ...(orders.length === PAGE && { next }),
  };
}

async function ordersOf(orders: Collection<Stored>, { tenant, from, to, after }: Period): Promise<Sold[]> {
  const createdAt = { $gte: new Date(from), $lt: new Date(to) };
  const place = new Date(after?.createdAt ?? 0);
  const beyond = after && {
    $or: [{ createdAt: { $gt: place } }, { createdAt: place, _id: { $gt: after.id } }],
  };
  const found = orders.find({ tenant, createdAt, ...beyond }, { projection: PROJECTION });
  return (await found.sort({ createdAt: 1, _id: 1 }).limit(PAGE).toArray()) as unknown as Sold[];
}

function rowOf(order: Sold, entries: LedgerEntry[]): object {
  const { _id, createdAt, currency, channel, status, items } = order;
  return {
    order: _id,
    createdAt: createdAt.toISOString(),
    channel,
    status,
    currency,
    digits: digitsOf(currency),
    /** What passengers paid, by the order itself. */
    paid: items.reduce((sum, { price, quantity, unpaid }) => (unpaid ? sum : sum + price * quantity), 0),
    balances: Object.fromEntries([...sumOf(entries)].filter(([, amount]) => amount !== 0)),
    discrepancies: reconcile(order, entries),
  };
}
