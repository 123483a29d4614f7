import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Inspection } from '../../../emulator/lambda/inspection.js';
import { Thread } from '../../../emulator/lambda/thread.js';
import { ThreadPool } from '../../../emulator/lambda/thread-pool.js';
import { MovableClock } from '../../../src/core/clock.js';

/** A pool in which every thread that was given out has something living in it. */
function poolOf(limits: { roomy: number; busy: number }): ThreadPool {
  const inspection = new Inspection(false);
  const options = { clock: new MovableClock().shared, inspection, inspectable: false, ...limits };
  return new ThreadPool(options, { living: () => 1, functions: () => 2 });
}

describe('threads of a function above the roomy ones', () => {
  let pool: ThreadPool | undefined;
  let utilization = 0;
  beforeEach(() => {
    vi.spyOn(Thread.prototype, 'utilization', 'get').mockImplementation(() => utilization);
  });
  afterEach(async () => {
    await pool?.stop();
    vi.restoreAllMocks();
  });

  const place = (pool: ThreadPool, count: number) =>
    Array.from({ length: count }, () => pool.place('hot', 128));

  it('are shared while they have time', () => {
    utilization = 0.3;
    pool = poolOf({ roomy: 1, busy: 3 });
    pool.place('other', 128);
    expect(new Set(place(pool, 5)).size).toBe(1);
  });

  it('become as many as there are processors for when all are busy', () => {
    utilization = 0.8;
    pool = poolOf({ roomy: 1, busy: 3 });
    pool.place('other', 128);
    expect(new Set(place(pool, 5)).size).toBe(3);
    expect(pool.size).toBe(4);
  });

  it('are crowded together on saturated processors, be each of them only half at work', () => {
    utilization = 0.45;
    pool = poolOf({ roomy: 9, busy: 1 });
    place(pool, 3);
    expect([pool.isCrowded('hot', 128, true), pool.isCrowded('hot', 128, false)]).toEqual([true, false]);
    utilization = 0.2;
    expect(pool.isCrowded('hot', 128, true)).toBe(false);
  });
});
