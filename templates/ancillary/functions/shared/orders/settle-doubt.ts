import type { Db } from 'mongodb';
import type { OrderDocument, OrderItem } from '../database/documents.js';
import type { VendorAdapter, VendorDirectory } from '../vendors/port.js';
import { changeItem, noteItem } from './change-item.js';

/**
 * Finds out whether a vendor that was not heard has booked an item that counts as not ordered, and gives the booking back:
 * what nobody pays for must not stay booked. What the vendor keeps is for people to look at. Rejects, and leaves the
 * doubt, when the vendor is still out of reach.
 */
export async function settleDoubt(
  db: Db,
  order: OrderDocument,
  index: number,
  vendors: VendorDirectory,
): Promise<void> {
  const item = order.items[index] as OrderItem;
  const vendor = await vendors(item.vendor);
  if (!vendor) return;
  const { correlationId } = order;
  const key = `${order._id}:${item.itemId}`;
  const reference = await vendor.find(key);
  if (reference === undefined) {
    await noteItem(db, order, index, { event: 'item.not-booked', correlationId, set: { inDoubt: false } });
    return;
  }
  const set = { inDoubt: false, vendorReference: reference };
  if (await takesBack(vendor, reference, key)) {
    await noteItem(db, order, index, { event: 'item.compensated', correlationId, set });
    return;
  }
  const event = 'item.kept-by-vendor';
  if (item.state !== 'FAILED') await noteItem(db, order, index, { event, correlationId, set });
  else
    await changeItem(db, order, index, {
      to: 'REFUND_MANUAL_REVIEW',
      event,
      correlationId,
      reason: 'KEPT_BY_VENDOR',
      set,
    });
}

async function takesBack(vendor: VendorAdapter, reference: string, key: string): Promise<boolean> {
  const { ok, reason } = await vendor.cancel(reference, `${key}:cancel`);
  if (!ok && reason === 'VENDOR_UNAVAILABLE') throw new Error('the vendor is out of reach');
  return ok;
}
