import type { CancellationPolicy, OrderItem } from '../database/documents.js';
import type { Category } from '../offers/types.js';

const HOUR_MS = 3_600_000;

/** When an item of each category may be given back, and for how much: time windows before the service. */
const POLICIES: Record<Category, CancellationPolicy> = {
  ESIMS: { refundable: true, untilActivated: true, rules: [{ hoursBefore: 0, percent: 100 }] },
  LOUNGE_ACCESS: windows([24, 100], [4, 50]),
  FAST_TRACK: windows([24, 100]),
  BAGGAGE_PROTECTION: windows([24, 100]),
  CARBON_OFFSET: { refundable: false, untilActivated: false, rules: [] },
  AIRPORT_TRANSFER: windows([48, 100], [12, 50]),
  CAR_RENTAL: windows([48, 100]),
  TRAVEL_INSURANCE: windows([72, 100]),
};

function windows(...rules: [hoursBefore: number, percent: number][]): CancellationPolicy {
  return {
    refundable: true,
    untilActivated: false,
    rules: rules.map(([hoursBefore, percent]) => ({ hoursBefore, percent })),
  };
}

/** The policy an item is sold under; it is kept with the item, so that later changes do not touch it. */
export function policyOf(category: Category): CancellationPolicy {
  return POLICIES[category];
}

/** What can be had back for an item now. */
export interface RefundQuote {
  cancellable: boolean;
  percent: number;
  /** Why not, when it cannot be cancelled. */
  reason?: 'STATE' | 'NON_REFUNDABLE' | 'ACTIVATED' | 'TOO_LATE';
}

/** What can be had back for an item at `now` (epoch ms). */
export function refundQuote(item: OrderItem, now: number): RefundQuote {
  const no = (reason: RefundQuote['reason'] & string): RefundQuote => ({
    cancellable: false,
    percent: 0,
    reason,
  });
  if (item.state !== 'CONFIRMED' && item.state !== 'COMPLETED') return no('STATE');
  if (!item.policy.refundable) return no('NON_REFUNDABLE');
  if (item.policy.untilActivated && item.activated) return no('ACTIVATED');
  const hours = item.serviceAt ? (item.serviceAt.getTime() - now) / HOUR_MS : Number.POSITIVE_INFINITY;
  const rule = item.policy.rules.find(({ hoursBefore }) => hours >= hoursBefore);
  return rule ? { cancellable: true, percent: rule.percent } : no('TOO_LATE');
}
