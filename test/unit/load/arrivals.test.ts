import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIds } from '../../../src/core/ids.js';
import { arrivals } from '../../../src/lib/load/arrivals/arrivals.js';
import {
  arrivalsOf,
  constant,
  durationOf,
  type Phase,
  type Profile,
  peakRate,
  ramp,
  spike,
  steps,
} from '../../../src/lib/load/arrivals/profile.js';

const random = (): number => 0.5;
const even = (profile: Profile, index = 0, of = 1): number[] => [
  ...arrivals(profile, { index, of, kind: 'even', random }),
];

const phase: fc.Arbitrary<Phase> = fc.record({
  durationMs: fc.integer({ min: 1, max: 20_000 }),
  from: fc.integer({ min: 0, max: 200 }),
  to: fc.integer({ min: 0, max: 200 }),
});
const profile: fc.Arbitrary<Profile> = fc
  .array(phase, { minLength: 1, maxLength: 5 })
  .map((phases) => ({ kind: 'rates', phases }));

/** Obviously right: walks through time in small steps and adds up the rate. */
function slowCount({ phases }: { phases: Phase[] }, untilMs: number): number {
  let [sum, begin] = [0, 0];
  for (const { durationMs, from, to } of phases) {
    const within = Math.min(Math.max(untilMs - begin, 0), durationMs);
    const pieces = 2000;
    for (let n = 0; n < pieces; n++) {
      const at = ((n + 0.5) / pieces) * within;
      sum += (from + ((to - from) * at) / durationMs) * (within / pieces / 1000);
    }
    begin += durationMs;
  }
  return sum;
}

describe('arrivals', () => {
  it('come as a metronome at a constant rate', () => {
    expect(even(constant(10, 500))).toEqual([0, 100, 200, 300, 400]);
  });

  it('are as many as the area under the rates, at the moments at which it has grown by one', () => {
    fc.assert(
      fc.property(profile, (any) => {
        const moments = even(any);
        expect(Math.abs(moments.length - arrivalsOf(any))).toBeLessThanOrEqual(1);
        for (const n of [1, Math.floor(moments.length / 2), moments.length - 1]) {
          const moment = moments[n];
          if (n < 1 || moment === undefined) continue;
          expect(slowCount(any as { phases: Phase[] }, moment)).toBeCloseTo(n, 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never go back in time, and end with the profile', () => {
    fc.assert(
      fc.property(profile, (any) => {
        const moments = even(any);
        expect(moments.every((moment, n) => n === 0 || moment >= (moments[n - 1] as number))).toBe(true);
        expect(moments.at(-1) ?? 0).toBeLessThanOrEqual(durationOf(any) + 1e-6);
      }),
    );
  });

  it('of several generators are those of one', () => {
    fc.assert(
      fc.property(profile, fc.integer({ min: 1, max: 5 }), (any, of) => {
        const shared = Array.from({ length: of }, (_, index) => even(any, index, of)).flat();
        expect(shared.sort((a, b) => a - b)).toEqual(even(any));
      }),
    );
  });

  it('of independent callers have the rate asked for and the spread of a Poisson process', () => {
    const ids = createIds('callers');
    const of = 4;
    const moments = Array.from({ length: of }, (_, index) => [
      ...arrivals(constant(1000, 10_000), { index, of, kind: 'poisson', random: () => ids.random() }),
    ]).flat();
    expect(moments.length).toBeGreaterThan(9700);
    expect(moments.length).toBeLessThan(10_300);
    const perTenth = new Array<number>(100).fill(0);
    for (const moment of moments)
      perTenth[Math.floor(moment / 100)] = (perTenth[Math.floor(moment / 100)] ?? 0) + 1;
    const mean = moments.length / 100;
    const variance = perTenth.reduce((sum, n) => sum + (n - mean) ** 2, 0) / 99;
    expect(variance / mean).toBeGreaterThan(0.6);
    expect(variance / mean).toBeLessThan(1.6);
  });

  it('follow recorded moments', () => {
    const recorded: Profile = { kind: 'moments', moments: [0, 5, 5, 900, 1200] };
    expect(even(recorded, 1, 2)).toEqual([5, 900]);
    expect(peakRate(recorded)).toBe(4);
  });

  it('know their shapes', () => {
    expect(arrivalsOf(ramp(0, 100, 10_000))).toBe(500);
    expect(arrivalsOf(steps([10, 20, 30], 3000))).toBe(60);
    expect(arrivalsOf(spike(10, 10, 10_000))).toBe(280);
    expect(peakRate(spike(10, 10, 10_000))).toBe(100);
  });
});
