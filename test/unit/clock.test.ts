import { describe, expect, it } from 'vitest';
import { MovableClock, readSharedClock } from '../../src/core/clock.js';

describe('MovableClock', () => {
  it('is the machine clock until it is moved', () => {
    const clock = new MovableClock();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50);
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
    expect(clock.now()).toBeLessThan(1_001_500);
    clock.reset();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50);
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
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(rung).toEqual(['a', 'b']);
    clock.stop();
  });

  it('refuses a moment that is no number', () => {
    expect(() => new MovableClock().set(Number.NaN)).toThrow(RangeError);
  });
});
