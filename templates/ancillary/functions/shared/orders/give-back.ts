import type { Db } from 'mongodb';
import type { OrderDocument, OrderItem } from '../database/documents.js';
import { recordOutcomes } from '../offers/reputation.js';
import type { VendorDirectory } from '../vendors/port.js';
import { changeItem } from './change-item.js';

/** An item whose cancellation has begun. */
export interface GivenBack {
  order: OrderDocument;
  index: number;
  correlationId: string;
}

/**
 * Cancels with the vendor and closes the item: refunded, or for people to look at when the vendor will not. What turns out to be
 * in use is `CONFIRMED` again. Can be repeated after a crash: vendors cancel once, and what is to be refunded was written down when it began.
 */
export async function giveBack(db: Db, given: GivenBack, vendors: VendorDirectory): Promise<void> {
  const { order, index, correlationId } = given;
  const item = order.items[index] as OrderItem;
  const reason = await refusalOf(order, item, vendors);
  if (reason === 'ACTIVATED') return keepUsed(db, given);
  if (reason !== undefined) {
    const event = 'cancellation.failed';
    const to = 'REFUND_MANUAL_REVIEW';
    await changeItem(db, order, index, { to, event, correlationId, reason, tells: [event] });
    await recordOutcomes(db, new Map([[item.vendor, { kept: 0, broken: 1 }]]));
    return;
  }
  const refund = item.refundDue ?? 0;
  const isWhole = refund === 0 || refund === item.price * item.quantity;
  const event = isWhole ? 'cancellation.completed' : 'cancellation.partial';
  await changeItem(db, order, index, {
    to: refund > 0 ? 'REFUNDED' : 'CANCELLED',
    event,
    correlationId,
    set: { refunded: refund },
    tells: refund > 0 ? [event, 'refund.processed'] : [event],
  });
}

/** Only the vendor knows that an eSIM is in use: by its policy it stays sold, and nobody is owed anything. */
async function keepUsed(db: Db, { order, index, correlationId }: GivenBack): Promise<void> {
  const event = 'cancellation.failed';
  await changeItem(db, order, index, {
    to: 'CONFIRMED',
    event,
    correlationId,
    reason: 'ACTIVATED',
    set: { activated: true, refundDue: 0 },
    tells: [event],
  });
}

/** Why the vendor does not take the item back; undefined when it has. */
async function refusalOf(
  order: OrderDocument,
  { vendor: name, vendorReference, itemId }: OrderItem,
  vendors: VendorDirectory,
): Promise<string | undefined> {
  const vendor = vendorReference === undefined ? undefined : await vendors(name);
  if (!vendor || vendorReference === undefined) return undefined;
  const key = `${order._id}:${itemId}:cancel`;
  const result = await vendor
    .cancel(vendorReference, key)
    .catch(() => ({ ok: false, reason: 'VENDOR_ERROR' }));
  return result.ok ? undefined : (result.reason ?? 'VENDOR_ERROR');
}
