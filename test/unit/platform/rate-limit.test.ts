import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../templates/ancillary/functions/shared/api/errors.js';
import { checkRate, type RateUse } from '../../../templates/ancillary/functions/shared/rate-limit.js';

const AT = 1_800_000_030;
/** Calls by seconds ago. */
const use = (ago: Record<number, number>, lastSecond: number): RateUse => ({
  at: AT,
  lastSecond,
  slot: AT * 20,
  buckets: Object.entries(ago)
    .map(([seconds, calls]) => ({ second: AT - Number(seconds), calls }))
    .sort((one, other) => one.second - other.second),
});

function check(
  ago: Record<number, number>,
  lastSecond = ago[0] ?? 0,
): { remaining: string; retryAfter?: string } {
  const headers: Record<string, string> = {};
  try {
    checkRate(use(ago, lastSecond), { ratePlan: { perMinute: 600, burst: 60 } }, headers);
    return { remaining: headers['X-RateLimit-Remaining'] as string };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect(error.code).toBe('RATE_LIMIT_EXCEEDED');
    const retryAfter = error.headers['Retry-After'] as string;
    return { remaining: headers['X-RateLimit-Remaining'] as string, retryAfter };
  }
}

describe('a tenant’s rate', () => {
  test('counts the last sixty seconds, wherever a minute of the clock begins', () => {
    expect(check({ 0: 1 })).toEqual({ remaining: '599' });
    const many = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [59 - index, 60]));
    expect(check({ ...many, 0: 1 })).toEqual({ remaining: '0', retryAfter: '1' });
    expect(check({ 31: 300, 30: 300, 0: 1 })).toEqual({ remaining: '0', retryAfter: '29' });
    expect(check({ 31: 1, 30: 600, 0: 1 })).toEqual({ remaining: '0', retryAfter: '30' });
  });

  test('lets sixty through in a second', () => {
    expect(check({ 0: 60 }).retryAfter).toBeUndefined();
    expect(check({ 0: 61 })).toEqual({ remaining: '540', retryAfter: '1' }); // the refused one does not count
    expect(check({ 1: 60, 0: 60 }).retryAfter).toBeUndefined();
    expect(check({ 1: 60, 0: 1 }, 61)).toEqual({ remaining: '540', retryAfter: '1' });
  });
});
