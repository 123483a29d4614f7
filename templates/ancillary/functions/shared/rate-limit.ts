import type { Db } from 'mongodb';
import { ApiError } from './api/errors.js';
import { collection } from './database/collections.js';
import { RATE_PLAN } from './decisions.js';
import type { Tenant } from './tenant.js';

/** What a tenant has used of its rates. */
export interface RateUse {
  /** Calls in this minute and in this second, this one included. */
  minute: number;
  second: number;
  /** Epoch ms of the count. */
  at: number;
}

/** Counts a call of the tenant, in one atomic step that all environments share. */
export async function countCall(home: Db, tenant: string): Promise<RateUse> {
  const at = Date.now();
  const minute = Math.floor(at / 60_000);
  const second = String(Math.floor(at / 1000) % 60);
  const windows = await collection(home, 'rate_windows');
  const window = await windows.findOneAndUpdate(
    { _id: `${tenant}:${minute}` },
    {
      $inc: { calls: 1, [`seconds.${second}`]: 1 },
      $setOnInsert: { removeAt: new Date((minute + 2) * 60_000) },
    },
    { upsert: true, returnDocument: 'after' },
  );
  return { minute: window?.calls ?? 1, second: window?.seconds[second] ?? 1, at };
}

/** The headers for this use. Throws a 429 `ApiError` when it is over the tenant's plan. */
export function checkRate(
  use: RateUse,
  { ratePlan = RATE_PLAN }: Tenant,
  headers: Record<string, string>,
): void {
  headers['X-RateLimit-Limit'] = String(ratePlan.perMinute);
  headers['X-RateLimit-Remaining'] = String(Math.max(0, ratePlan.perMinute - use.minute));
  const overMinute = use.minute > ratePlan.perMinute;
  if (!overMinute && use.second <= ratePlan.burst) return;
  const wait = overMinute ? Math.ceil(60 - (use.at % 60_000) / 1000) : 1;
  throw new ApiError('RATE_LIMIT_EXCEEDED', 'Too many requests. Wait before the next one.', [], {
    'Retry-After': String(Math.max(1, wait)),
  });
}
