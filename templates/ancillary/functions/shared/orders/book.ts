import type { Db } from 'mongodb';
import { collection } from '../database/collections.js';
import type { OrderDocument, OrderItem } from '../database/documents.js';
import { requestConfirmation } from '../email/request-confirmation.js';
import { convert } from '../money/convert.js';
import { countOutcome, type Outcomes, recordOutcomes } from '../offers/reputation.js';
import { COST_CURRENCY } from '../offers/types.js';
import type { BookingResult, VendorDirectory } from '../vendors/port.js';
import { changeAndTell } from '../webhooks/emit.js';
import { orderEvent } from '../webhooks/order-data.js';
import { changeItems, type ItemChange, type PlacedChange } from './change-item.js';

/** Vendor calls of one order at the same time. */
const AT_ONCE = 16;

/**
 * Books what is still pending of an order and closes it. Booking again what a crash left in doubt is safe: the vendor
 * knows the item by its key.
 */
export async function bookItems(
  db: Db,
  order: OrderDocument,
  vendors: VendorDirectory,
): Promise<OrderDocument> {
  const open = order.items
    .map((item, index) => ({ item, index }))
    .filter(({ item }) => item.state === 'PENDING');
  const notes = new Notes(db, order);
  const outcomes: Outcomes = new Map();
  const queue = open.values();
  const work = async (): Promise<void> => {
    for (const { item, index } of queue) {
      const change = await book(order, item, vendors);
      if (!change) continue;
      countOutcome(outcomes, item.vendor, change.to === 'CONFIRMED');
      notes.add({ index, change });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await notes.written();
  const [closed] = await Promise.all([close(db, order), recordOutcomes(db, outcomes)]);
  return closed;
}

/** Vendors are asked at once; what they have said meanwhile is written down together: it is one document. */
class Notes {
  readonly #db: Db;
  readonly #order: OrderDocument;
  #waiting: PlacedChange[] = [];
  #writing: Promise<void> = Promise.resolve();
  #failure: { error: unknown } | undefined;

  constructor(db: Db, order: OrderDocument) {
    this.#db = db;
    this.#order = order;
  }

  add(change: PlacedChange): void {
    this.#waiting.push(change);
    this.#writing = this.#writing.then(() => this.#write());
  }

  /** Rejects with what went wrong first. */
  async written(): Promise<void> {
    await this.#writing;
    if (this.#failure) throw this.#failure.error;
  }

  async #write(): Promise<void> {
    const changes = this.#waiting.splice(0);
    if (changes.length === 0 || this.#failure) return;
    try {
      await changeItems(this.#db, this.#order, changes);
    } catch (error) {
      this.#failure = { error };
    }
  }
}

/** Books an item; tells what becomes of it, or nothing when it stays pending, to be booked by hand. */
async function book(
  order: OrderDocument,
  item: OrderItem,
  vendors: VendorDirectory,
): Promise<ItemChange | undefined> {
  const vendor = await vendors(item.vendor);
  if (!vendor) return undefined; // no connection
  const { correlationId } = order;
  const result = await vendor
    .book({
      key: `${order._id}:${item.itemId}`,
      product: item.product,
      quantity: item.quantity,
      cost: item.cost ?? convert(item.partner, order.currency, COST_CURRENCY),
      ...(item.serviceAt && { serviceAt: item.serviceAt.toISOString() }),
      correlationId,
    })
    .catch((error: unknown): BookingResult => unexpected(order, item, error));
  if (result.ok)
    return {
      to: 'CONFIRMED',
      event: 'item.confirmed',
      correlationId,
      set: { vendorReference: result.reference },
    };
  // What the airline took payment for itself only people can give back.
  const to = order.payment ? 'REFUND_MANUAL_REVIEW' : 'FAILED';
  const { reason, inDoubt } = result;
  return { to, event: 'item.failed', correlationId, reason, set: { reason, ...(inDoubt && { inDoubt }) } };
}

function unexpected(order: OrderDocument, item: OrderItem, error: unknown): BookingResult {
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    JSON.stringify({ level: 'error', order: order._id, item: item.itemId, vendor: item.vendor, message }),
  );
  return { ok: false, reason: 'VENDOR_ERROR', inDoubt: true };
}

/** Sets the order's status by its items, and what is to be paid back. */
async function close(db: Db, order: OrderDocument): Promise<OrderDocument> {
  const lost = order.items.filter(({ state }) => state === 'FAILED' || state === 'REFUND_MANUAL_REVIEW');
  const status =
    lost.length === 0 ? 'SUCCESS' : lost.length < order.items.length ? 'PARTIAL-SUCCESS' : 'FAILED';
  const refund = lost.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const now = new Date();
  const event = status === 'FAILED' ? 'order.failed' : 'order.confirmed';
  const trail = { at: now, event, correlationId: order.correlationId };
  const closed: OrderDocument = {
    ...order,
    status,
    refund,
    updatedAt: now,
    history: [...order.history, trail],
  };
  const orders = await collection(db, 'orders');
  const isMine = await changeAndTell(db, order.tenant, [orderEvent(closed, trail)], async (session) => {
    const { matchedCount } = await orders.updateOne(
      { _id: order._id, tenant: order.tenant, status: 'PLACING' },
      { $set: { status, refund, updatedAt: now }, $push: { history: trail } },
      session && { session },
    );
    return matchedCount === 1;
  });
  if (!isMine) return (await orders.findOne({ _id: order._id })) ?? order;
  if (status !== 'FAILED') await requestConfirmation(closed);
  return closed;
}
