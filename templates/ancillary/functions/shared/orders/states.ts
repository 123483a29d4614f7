import type { ItemState } from '../database/documents.js';

/** Which state may follow which. What is not here cannot happen. */
const NEXT: Record<ItemState, readonly ItemState[]> = {
  PENDING: ['CONFIRMED', 'FAILED', 'REFUND_MANUAL_REVIEW', 'CANCELLED'],
  CONFIRMED: ['COMPLETED', 'DELIVERED', 'CANCELLATION_INITIATED'],
  COMPLETED: ['DELIVERED', 'CANCELLATION_INITIATED'],
  DELIVERED: [],
  CANCELLATION_INITIATED: ['CANCELLED', 'REFUNDED', 'REFUND_MANUAL_REVIEW', 'CONFIRMED', 'COMPLETED'],
  CANCELLED: ['REFUNDED', 'REFUND_MANUAL_REVIEW'],
  FAILED: ['REFUNDED', 'REFUND_MANUAL_REVIEW'],
  REFUNDED: [],
  REFUND_MANUAL_REVIEW: ['REFUNDED', 'CANCELLED'],
};

/** True when an item may go from one state to the other. */
export function mayFollow(from: ItemState, to: ItemState): boolean {
  return NEXT[from].includes(to);
}

/** True for what a passenger has had, or may still use. */
export function isFulfilled(state: ItemState): boolean {
  return state === 'COMPLETED' || state === 'DELIVERED';
}

/** True for what no service will come of any more. */
export function isLost(state: ItemState): boolean {
  return ['CANCELLED', 'FAILED', 'REFUNDED', 'REFUND_MANUAL_REVIEW'].includes(state);
}
