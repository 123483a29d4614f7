/** A rate (tokens a second) and a burst (capacity). A negative rate means no limit; 0 lets nothing through (§7). */
export interface Limit {
  rateLimit: number;
  burstLimit: number;
}

/** AWS's default for an account in a region; it can be raised there on request (§7). */
export const ACCOUNT_LIMIT: Limit = { rateLimit: 10_000, burstLimit: 5_000 };

/** One request, one token; refilled by the emulator's clock, so a frozen clock refills nothing. */
export class TokenBucket {
  #tokens: number;
  #at: number;

  constructor(limit: Limit, now: number) {
    this.#tokens = limit.burstLimit;
    this.#at = now;
  }

  /** Takes a token if there is one. `now` is epoch ms; time that runs backwards refills nothing. */
  take(limit: Limit, now: number): boolean {
    if (limit.rateLimit < 0) return true;
    const seconds = Math.max(0, now - this.#at) / 1000;
    this.#tokens = Math.min(limit.burstLimit, this.#tokens + seconds * limit.rateLimit);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
