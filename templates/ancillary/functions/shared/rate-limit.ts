import type { Db } from 'mongodb';
import { ApiError } from './api/errors.js';
import { collection } from './database/collections.js';
import { RATE_PLAN } from './decisions.js';
import type { Tenant } from './tenant.js';

/** What a tenant has used of its rates. */
export interface RateUse {
  /** Calls of each of the last sixty seconds that had any, the oldest first, this call included. */
  buckets: { second: number; calls: number }[];
  /** Epoch seconds of the count. */
  at: number;
}

/** Calls by second of a minute that is over, per tenant: they change no more. */
const past = new Map<string, { minute: number; seconds: Record<string, number> }>();

/** Counts a call of the tenant, in one atomic step that all environments share. */
export async function countCall(home: Db, tenant: string): Promise<RateUse> {
  const at = Math.floor(Date.now() / 1000);
  const minute = Math.floor(at / 60);
  const windows = await collection(home, 'rate_windows');
  const [window, before] = await Promise.all([
    windows.findOneAndUpdate(
      { _id: `${tenant}:${minute}` },
      {
        $inc: { calls: 1, [`seconds.${at % 60}`]: 1 },
        $setOnInsert: { removeAt: new Date((minute + 3) * 60_000) },
      },
      { upsert: true, returnDocument: 'after' },
    ),
    secondsOf(home, tenant, minute - 1),
  ]);
  const seconds = window?.seconds ?? { [at % 60]: 1 };
  const buckets = [...bucketsOf(before, minute - 1), ...bucketsOf(seconds, minute)];
  return { at, buckets: buckets.filter(({ second }) => second > at - 60 && second <= at) };
}

function bucketsOf(seconds: Record<string, number>, minute: number): RateUse['buckets'] {
  return Object.entries(seconds)
    .map(([second, calls]) => ({ second: minute * 60 + Number(second), calls }))
    .sort((one, other) => one.second - other.second);
}

/** Read once in a minute and environment. */
async function secondsOf(home: Db, tenant: string, minute: number): Promise<Record<string, number>> {
  const known = past.get(tenant);
  if (known?.minute === minute) return known.seconds;
  const windows = await collection(home, 'rate_windows');
  const seconds = (await windows.findOne({ _id: `${tenant}:${minute}` }))?.seconds ?? {};
  past.set(tenant, { minute, seconds });
  return seconds;
}

/**
 * The headers for this use. Throws a 429 `ApiError` when it is over the tenant's plan: more calls than that in any sixty
 * seconds, or more than the burst in this one.
 */
export function checkRate(
  { buckets, at }: RateUse,
  { ratePlan = RATE_PLAN }: Pick<Tenant, 'ratePlan'>,
  headers: Record<string, string>,
): void {
  const calls = buckets.reduce((sum, bucket) => sum + bucket.calls, 0);
  headers['X-RateLimit-Limit'] = String(ratePlan.perMinute);
  headers['X-RateLimit-Remaining'] = String(Math.max(0, ratePlan.perMinute - calls));
  const excess = calls - ratePlan.perMinute;
  const now = buckets.at(-1);
  const isBurst = now?.second === at && now.calls > ratePlan.burst;
  if (excess <= 0 && !isBurst) return;
  throw new ApiError('RATE_LIMIT_EXCEEDED', 'Too many requests. Wait before the next one.', [], {
    'Retry-After': String(excess > 0 ? secondsUntilFree(buckets, excess, at) : 1),
  });
}

/** When so many of the calls have left the window that there is room for one more. */
function secondsUntilFree(buckets: RateUse['buckets'], excess: number, at: number): number {
  let left = excess;
  for (const { second, calls } of buckets) {
    left -= calls;
    if (left <= 0) return Math.max(1, second + 60 - at);
  }
  return 60;
}
