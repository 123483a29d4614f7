import type { BundleItem, OrderItem } from '../database/documents.js';
import { ESIM_ASKED_EVERY, ESIM_ASKED_FOR } from '../decisions.js';

type Offered = Pick<BundleItem, 'category' | 'serviceAt' | 'serviceUntil'>;

/**
 * When an item that is ordered `now` is looked at first: when its service is over; an offset, which has no moment, at once;
 * an eSIM when its vendor is to be asked whether it is in use. `undefined` where there is nothing to look for.
 */
export function firstDue({ category, serviceAt, serviceUntil }: Offered, now: Date): Date | undefined {
  if (category === 'ESIMS') return nextAsking(now);
  if (category === 'CARBON_OFFSET') return now;
  return serviceUntil ?? serviceAt;
}

/** When the vendor of an eSIM is asked again. */
export function nextAsking(now: Date): Date {
  return new Date(now.getTime() + ESIM_ASKED_EVERY * 1000);
}

/** True for an eSIM that has been asked about for as long as anybody does. */
export function isAskedEnough({ bookedAt }: Pick<OrderItem, 'bookedAt'>, now: Date): boolean {
  return bookedAt !== undefined && now.getTime() - bookedAt.getTime() >= ESIM_ASKED_FOR * 1000;
}
