import { LRUCache } from 'lru-cache';
import type { UsagePlan } from '../../../src/core/stack/model.js';
import { QuotaCounter } from './quota.js';
import { type Limit, TokenBucket } from './token-bucket.js';
import { UsageLog } from './usage.js';

/** Counters kept at most; beyond that the ones unused for longest start anew. */
const REMEMBERED = 50_000;

/** Token buckets and quota counters by name. They outlive a change of the stack, as on AWS. */
export class TrafficState {
  /** How much each key was used; it is not forgotten with the limits. */
  readonly usage = new UsageLog();
  readonly #buckets = new LRUCache<string, TokenBucket>({ max: REMEMBERED });
  readonly #quotas = new LRUCache<string, QuotaCounter>({ max: REMEMBERED });

  /** Takes a token from the bucket of this name. */
  take(name: string, limit: Limit, now: number): boolean {
    let bucket = this.#buckets.get(name);
    if (bucket === undefined) {
      bucket = new TokenBucket(limit, now);
      this.#buckets.set(name, bucket);
    }
    return bucket.take(limit, now);
  }

  /** Counts a request of a key against a plan's quota. */
  count(name: string, quota: NonNullable<UsagePlan['quota']>, now: number): boolean {
    let counter = this.#quotas.get(name);
    if (counter === undefined) {
      counter = new QuotaCounter(quota, now);
      this.#quotas.set(name, counter);
    }
    return counter.count(quota, now);
  }

  /** Starts every bucket and counter anew. */
  clear(): void {
    this.#buckets.clear();
    this.#quotas.clear();
  }
}
