import { describe, expect, it } from 'vitest';
import { MovableClock, readSharedClock } from '../../src/core/clock.js';

function expectMachineTime(clock: MovableClock): void {
  const before = Date.now();
  const now = clock.now();
  expect([before <= now, now <= Date.now()]).toEqual([true, true]);
}

describe('MovableClock', () => {
  it('is the machine clock until it is moved', () => {
    expectMachineTime(new MovableClock());
  });

  it('jumps, freezes and resets, and shared memory tells the same time', () => {
    const clock = new MovableClock();
    const view = new Float64Array(clock.shared);
    clock.freeze(1_000_000);
    expect(clock.now()).toBe(1_000_000);
    clock.advance(500);
    expect(clock.now()).toBe(1_000_500);
    expect(readSharedClock(view)).toBe(1_000_500);
    clock.resume();
    expect(clock.now()).toBeGreaterThanOrEqual(1_000_500);
    clock.reset();
    expectMachineTime(clock);
  });

  it('rings alarms that a jump passes, in order of their time', async () => {
    const clock = new MovableClock();
    clock.freeze(0);
    const rung: string[] = [];
    clock.at(200, () => rung.push('b'));
    clock.at(100, () => rung.push('a'));
    const cancelled = clock.at(150, () => rung.push('never'));
    cancelled.cancel();
    clock.at(900, () => rung.push('later'));
    clock.advance(300);
    await expect.poll(() => rung).toEqual(['a', 'b']);
    clock.stop();
  });

  it('refuses a moment that is no number', () => {
    expect(() => new MovableClock().set(Number.NaN)).toThrow(RangeError);
  });
});
