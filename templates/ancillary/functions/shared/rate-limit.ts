import type { Db, Document } from 'mongodb';
import { ApiError } from './api/errors.js';
import { collection } from './database/collections.js';
import type { RateWindow } from './database/documents.js';
import { RATE_PLAN } from './decisions.js';
import type { Tenant } from './tenant.js';

/** What a tenant has used of its rates. */
export interface RateUse {
  /** Calls of each of the last sixty seconds that had any, the oldest first, this call included. */
  buckets: { second: number; calls: number }[];
  /** Calls of the last thousand milliseconds, this one included. */
  lastSecond: number;
  /** Number of this call's twentieth of a second since the epoch. */
  slot: number;
  /** Epoch seconds of the count. */
  at: number;
}

/** The last second slides in steps of so many milliseconds. */
const SLOT = 50;
const SLOTS = 1000 / SLOT;

/** A minute of which nothing is known has no ring. */
type Counted = Pick<RateWindow, 'seconds'> & Partial<Pick<RateWindow, 'slot' | 'ring'>>;

/** Counts of a minute that is over, per tenant: they change no more. */
const past = new Map<string, { minute: number; counted: Counted }>();

/** Counts a call of the tenant, in one atomic step that all environments share. */
export async function countCall(home: Db, tenant: string): Promise<RateUse> {
  const now = Date.now();
  const [at, slot] = [Math.floor(now / 1000), Math.floor(now / SLOT)];
  const minute = Math.floor(at / 60);
  const windows = await collection(home, 'rate_windows');
  const [window, before] = await Promise.all([
    windows.findOneAndUpdate({ _id: `${tenant}:${minute}` }, [{ $set: counting(at, slot) }], {
      upsert: true,
      returnDocument: 'after',
      projection: { seconds: 1, slot: 1, ring: 1 },
    }),
    countedIn(home, tenant, minute - 1),
  ]);
  const counted: Counted = window ?? { seconds: { [at % 60]: 1 } };
  const buckets = [...bucketsOf(before.seconds, minute - 1), ...bucketsOf(counted.seconds, minute)];
  return {
    at,
    slot,
    buckets: buckets.filter(({ second, calls }) => second > at - 60 && second <= at && calls > 0),
    lastSecond: callsSince(counted, slot - SLOTS) + callsSince(before, slot - SLOTS),
  };
}

/** One more in this second of the minute, and in this slot of the ring, whose slots before it move on. */
function counting(at: number, slot: number): Document {
  const second = `seconds.${at % 60}`;
  const zeros = (count: unknown): Document => ({ $map: { input: { $range: [0, count] }, in: 0 } });
  const elapsed = { $subtract: [slot, { $ifNull: ['$slot', slot] }] };
  const moved = { $concatArrays: [{ $slice: ['$$ring', '$$by', SLOTS] }, zeros('$$by')] };
  const last = { $add: [{ $arrayElemAt: ['$$moved', -1] }, 1] };
  const counted = { $concatArrays: [{ $slice: ['$$moved', SLOTS - 1] }, [last]] };
  return {
    calls: { $add: [{ $ifNull: ['$calls', 0] }, 1] },
    [second]: { $add: [{ $ifNull: [`$${second}`, 0] }, 1] },
    removeAt: new Date((Math.floor(at / 60) + 3) * 60_000),
    slot: { $max: ['$slot', slot] },
    ring: {
      $let: {
        vars: {
          ring: { $ifNull: ['$ring', zeros(SLOTS)] },
          by: { $max: [0, { $min: [SLOTS, elapsed] }] },
        },
        in: { $let: { vars: { moved }, in: counted } },
      },
    },
  };
}

/** Calls in the slots of a ring after `slot`. */
function callsSince({ slot: last = 0, ring = [] }: Counted, slot: number): number {
  const from = Math.min(ring.length, Math.max(0, slot + 1 - (last - ring.length + 1)));
  return ring.slice(from).reduce((sum, calls) => sum + calls, 0);
}

/** A refused call does not count: who keeps asking is not kept out for longer than who waits. */
export async function takeBack(home: Db, tenant: string, { at, slot }: RateUse): Promise<void> {
  const windows = await collection(home, 'rate_windows');
  const place = { $subtract: [SLOTS - 1 + slot, '$slot'] }; // the ring may have moved on since
  const isPlace = { $cond: [{ $eq: ['$$at', place] }, 1, 0] };
  const less = { $subtract: [{ $arrayElemAt: ['$ring', '$$at'] }, isPlace] };
  const second = `seconds.${at % 60}`;
  await windows.updateOne({ _id: `${tenant}:${Math.floor(at / 60)}` }, [
    {
      $set: {
        calls: { $subtract: ['$calls', 1] },
        [second]: { $subtract: [`$${second}`, 1] },
        ring: { $map: { input: { $range: [0, SLOTS] }, as: 'at', in: less } },
      },
    },
  ]);
}

function bucketsOf(seconds: Record<string, number>, minute: number): RateUse['buckets'] {
  return Object.entries(seconds)
    .map(([second, calls]) => ({ second: minute * 60 + Number(second), calls }))
    .sort((one, other) => one.second - other.second);
}

/** Read once in a minute and environment. */
async function countedIn(home: Db, tenant: string, minute: number): Promise<Counted> {
  const known = past.get(tenant);
  if (known?.minute === minute) return known.counted;
  const windows = await collection(home, 'rate_windows');
  const counted: Counted = (await windows.findOne({ _id: `${tenant}:${minute}` })) ?? { seconds: {} };
  past.set(tenant, { minute, counted });
  return counted;
}

/**
 * The headers for this use. Throws a 429 `ApiError` when it is over the tenant's plan: more calls than that in any sixty
 * seconds, or more than the burst in any one.
 */
export function checkRate(
  { buckets, at, lastSecond }: RateUse,
  { ratePlan = RATE_PLAN }: Pick<Tenant, 'ratePlan'>,
  headers: Record<string, string>,
): void {
  const calls = buckets.reduce((sum, bucket) => sum + bucket.calls, 0);
  const excess = calls - ratePlan.perMinute;
  const isRefused = excess > 0 || lastSecond > ratePlan.burst;
  headers['X-RateLimit-Limit'] = String(ratePlan.perMinute);
  headers['X-RateLimit-Remaining'] = String(Math.max(0, isRefused ? 1 - excess : -excess));
  if (!isRefused) return;
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
