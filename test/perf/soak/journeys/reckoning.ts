import type { MongoClient } from 'mongodb';
import type { VendorBooking } from '../../../../emulator/vendors/index.js';
import type {
  LedgerEntry,
  OrderDocument,
  OrderItem,
} from '../../../../templates/ancillary/functions/shared/database/documents.js';
import { reconcile } from '../../../../templates/ancillary/functions/shared/ledger/reconcile.js';
import type { Told } from './journey.js';

/** What the books of everybody come to. */
export interface Reckoning {
  orders: number;
  items: Record<string, number>;
  bookings: number;
  ledgerEntries: number;
  /** Whatever does not agree; none may be here. */
  disagreements: string[];
}

/** What is still to be done by the recovery. */
export function isOpen({ status, items }: Pick<OrderDocument, 'status' | 'items'>): boolean {
  return (
    status === 'PLACING' ||
    items.some(({ state, inDoubt }) => state === 'CANCELLATION_INITIATED' || state === 'PENDING' || inDoubt)
  );
}

/** Orders of every region as they lie in the database; nothing that is looked at here is sealed. */
export async function allOrders(clients: readonly MongoClient[]): Promise<OrderDocument[]> {
  const found = await Promise.all(
    clients.map((client) => client.db('arcube').collection<OrderDocument>('orders').find({}).toArray()),
  );
  return found.flat();
}

/** Holds orders, ledger, vendors' books and what travellers were told against each other. */
export async function reckon(
  clients: readonly MongoClient[],
  bookings: readonly VendorBooking[],
  told: readonly Told[],
  events: readonly ToldEvent[],
): Promise<Reckoning> {
  const orders = await allOrders(clients);
  const entries = (
    await Promise.all(
      clients.map((client) => client.db('arcube').collection<LedgerEntry>('ledger').find({}).toArray()),
    )
  ).flat();
  const byOrder = new Map<string, LedgerEntry[]>();
  for (const entry of entries) byOrder.set(entry.order, [...(byOrder.get(entry.order) ?? []), entry]);
  const byKey = new Map(bookings.map((booking) => [booking.key, booking]));
  const disagreements: string[] = [];
  const items: Record<string, number> = {};
  const known = new Set<string>();
  for (const order of orders) {
    if (isOpen(order)) disagreements.push(`${order._id} is still open (${order.status})`);
    for (const one of reconcile(order, byOrder.get(order._id) ?? []))
      disagreements.push(`ledger: ${JSON.stringify(one)}`);
    for (const item of order.items) {
      const key = `${order._id}:${item.itemId}`;
      known.add(key);
      items[item.state] = (items[item.state] ?? 0) + 1;
      const fault = faultOf(order, item, byKey.get(key));
      if (fault) disagreements.push(`${key} (${item.vendor}, ${item.state}): ${fault}`);
    }
    const lost = order.items.filter(({ state, unpaid }) => state === 'FAILED' && !unpaid);
    const refund = lost.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
    if (!order.payment && order.refund < refund)
      disagreements.push(`${order._id} refunds ${order.refund}, not ${refund}`);
  }
  for (const { vendor, key } of bookings)
    if (!known.has(key)) disagreements.push(`${vendor} has ${key}, which no order has`);
  disagreements.push(...untold(orders, events));
  const ids = new Set(orders.map(({ _id }) => _id));
  for (const { transactionId } of told)
    if (!ids.has(transactionId)) disagreements.push(`${transactionId} was told and is not there`);
  return {
    orders: orders.length,
    items,
    bookings: bookings.length,
    ledgerEntries: entries.length,
    disagreements,
  };
}

/** What a tenant's endpoint was told. */
export interface ToldEvent {
  eventId: string;
  event: string;
  data: { transactionId: string; itemId?: string };
}

/** Events of an order or item that its endpoint is told of. */
const TOLD = /^(order\.(confirmed|failed|cancelled|expired|completed)|cancellation\.)/;

/** What the trail of an order says and nobody was told, and what was told as two things. */
function untold(orders: readonly OrderDocument[], events: readonly ToldEvent[]): string[] {
  const nameOf = ({ transactionId, itemId = '' }: ToldEvent['data'], event: string): string =>
    `${transactionId} ${itemId} ${event}`;
  const ids = new Map<string, Set<string>>();
  for (const { data, event, eventId } of events) {
    const name = nameOf(data, event);
    ids.set(name, (ids.get(name) ?? new Set()).add(eventId));
  }
  const twice = [...ids].flatMap(([name, known]) =>
    known.size > 1 ? [`told as ${known.size}: ${name}`] : [],
  );
  const lost = orders.flatMap(({ _id, history }) =>
    history
      .filter(({ event }) => TOLD.test(event))
      .map(({ event, itemId }) =>
        nameOf({ transactionId: _id, ...(itemId !== undefined && { itemId }) }, event),
      )
      .filter((name) => !ids.has(name))
      .map((name) => `nobody was told: ${name}`),
  );
  return [...twice, ...lost];
}

/** What is wrong between an item and its vendor's booking. */
function faultOf(
  order: OrderDocument,
  item: OrderItem,
  booking: VendorBooking | undefined,
): string | undefined {
  const { state } = item;
  if (['CONFIRMED', 'COMPLETED', 'DELIVERED'].includes(state)) {
    if (booking?.state !== 'BOOKED') return `the vendor has ${booking?.state ?? 'nothing'}`;
    const same =
      booking.reference === item.vendorReference &&
      booking.quantity === item.quantity &&
      booking.product === item.product &&
      booking.cents === item.cost;
    return same ? undefined : `the vendor has ${JSON.stringify(booking)}`;
  }
  if (item.unpaid) return booking ? 'booked, and never paid for' : undefined;
  if (state === 'REFUNDED' || state === 'CANCELLED')
    return booking?.state === 'CANCELLED' ? undefined : `the vendor has ${booking?.state ?? 'nothing'}`;
  if (state === 'FAILED') return booking?.state === 'BOOKED' ? 'the vendor has it booked' : undefined;
  if (state !== 'REFUND_MANUAL_REVIEW' || booking?.state !== 'BOOKED') return undefined;
  // What people look at may be booked: the vendor would not give it back, and the trail says so.
  const said = order.history.some(
    ({ itemId, event }) =>
      itemId === item.itemId && (event === 'cancellation.failed' || event === 'item.kept-by-vendor'),
  );
  return said ? undefined : 'booked, and nobody knows why';
}
