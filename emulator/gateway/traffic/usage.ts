import { LRUCache } from 'lru-cache';

/** Keys whose use is remembered at most. */
const REMEMBERED = 10_000;
/** API Gateway tells the use of the last 90 days. */
const DAYS = 90;

/** How many requests each plan counted for each key, day by day. */
export class UsageLog {
  readonly #days = new LRUCache<string, Map<string, number>>({ max: REMEMBERED });

  /** Counts a request; `now` is epoch ms. */
  count(planId: string, keyId: string, now: number): void {
    const name = `${planId} ${keyId}`;
    let days = this.#days.get(name);
    if (days === undefined) {
      days = new Map();
      this.#days.set(name, days);
    }
    const day = new Date(now).toISOString().slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
    if (days.size > DAYS) days.delete(days.keys().next().value as string);
  }

  /** Requests by UTC day. */
  of(planId: string, keyId: string): ReadonlyMap<string, number> {
    return this.#days.get(`${planId} ${keyId}`) ?? new Map<string, number>();
  }
}
