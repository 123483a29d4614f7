import type { UsagePlan } from '../../../src/core/stack/model.js';

type Quota = NonNullable<UsagePlan['quota']>;
type Period = Quota['period'];

const DAY = 86_400_000;

/** Counts the requests of one API key against one plan's quota. */
export class QuotaCounter {
  #start: number;
  #used: number;

  /** The offset is taken off the first period alone (§7). */
  constructor(quota: Quota, now: number) {
    this.#start = periodStart(quota.period, now);
    this.#used = quota.offset;
  }

  /** Counts one request if the quota has room for it. `now` is epoch ms. */
  count(quota: Quota, now: number): boolean {
    const start = periodStart(quota.period, now);
    if (start !== this.#start) {
      this.#start = start;
      this.#used = 0;
    }
    if (this.#used >= quota.limit) return false;
    this.#used++;
    return true;
  }

  get used(): number {
    return this.#used;
  }
}

/** Start of the period in UTC: midnight, Monday's midnight, the first of the month (AWS publishes no instants, §16). */
function periodStart(period: Period, now: number): number {
  const date = new Date(now);
  if (period === 'MONTH') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const today = Math.floor(now / DAY) * DAY;
  return period === 'DAY' ? today : today - ((date.getUTCDay() + 6) % 7) * DAY;
}
