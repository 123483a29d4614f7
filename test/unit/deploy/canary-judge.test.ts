import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Traffic } from '../../../src/lib/aws/traffic-metrics.js';
import {
  byChance,
  type CanaryVerdict,
  isBroken,
  judgeCanary,
} from '../../../src/lib/deploy/apply/canary/judge.js';

const traffic = (requests: number, errors: number, latency: Record<string, number> = {}): Traffic => ({
  requests,
  errors,
  latency,
});
const outcomes = (verdicts: CanaryVerdict[]): string[] =>
  verdicts.map(({ scope, measure, outcome }) => `${scope} ${measure} ${outcome}`);

describe('a canary', () => {
  it('is broken by its own version although the API as a whole keeps its promise', () => {
    const verdicts = judgeCanary(
      { overall: { errorRate: '5%' } },
      {
        stage: traffic(1000, 20),
        versions: [{ name: 'orders:8', routes: ['POST /orders'], traffic: traffic(100, 20) }],
      },
    );
    expect(outcomes(verdicts)).toEqual(['the API errorRate met', 'orders:8 errorRate broken']);
    expect(isBroken(verdicts, [])).toBe(true);
  });

  it('is not judged by a few requests', () => {
    const versions = [{ name: 'orders:8', routes: [], traffic: traffic(19, 19) }];
    const verdicts = judgeCanary({ overall: { errorRate: '1%', p95: '100ms' } }, { versions });
    expect(outcomes(verdicts)).toEqual(['orders:8 errorRate too-few']);
  });

  it('is held to the most generous of its routes: which one was slow is not known', () => {
    const slo = { defaults: { p95: '100ms' }, routes: { 'GET /slow': { p95: '2s' } } };
    const version = (routes: string[]) => ({ name: 'f:2', routes, traffic: traffic(500, 0, { p95: 900 }) });
    const judged = (routes: string[]) => judgeCanary(slo, { versions: [version(routes)] })[0]?.outcome;
    expect(judged(['GET /fast'])).toBe('broken');
    expect(judged(['GET /fast', 'GET /slow'])).toBe('met');
  });

  it('is given another look for a latency: new environments start cold', () => {
    const verdicts = judgeCanary(
      { overall: { p95: '100ms' } },
      { stage: traffic(500, 0, { p95: 300 }), versions: [] },
    );
    expect(isBroken(verdicts, [])).toBe(false);
    expect(isBroken(verdicts, verdicts)).toBe(true);
  });

  it('is blamed for answers of 5xx beyond what was usual before, and only for these', () => {
    const judged = (errors: number, before: { requests: number; errors: number }) =>
      judgeCanary(
        { overall: { errorRate: '1%' } },
        {
          stage: traffic(1000, errors),
          before,
          versions: [{ name: 'orders:8', routes: [], traffic: traffic(100, 0) }],
        },
      ).find(({ scope }) => scope === 'new versions')?.outcome;
    expect(judged(9, { requests: 2000, errors: 0 })).toBe('broken');
    expect(judged(9, { requests: 2000, errors: 18 })).toBe('met');
    expect(judged(9, { requests: 0, errors: 0 })).toBe('met');
    expect(judged(1, { requests: 2000, errors: 0 })).toBe('met');
  });

  it('promises the same by 99.5 % of availability and 0.5 % of errors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 200 }), (good, errors) => {
        const seen = { stage: traffic(good + errors, errors), versions: [] };
        const outcome = (overall: Record<string, string>) => judgeCanary({ overall }, seen)[0]?.outcome;
        expect(outcome({ availability: '99.5%' })).toBe(outcome({ errorRate: '0.5%' }));
      }),
    );
  });

  it('is never broken by fewer errors than are promised, nor mended by more of them', () => {
    const limit = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(limit, fc.nat(3000), fc.nat(3000), fc.nat(50), (percent, good, errors, more) => {
        const judged = (failed: number, all: number) =>
          judgeCanary(
            { overall: { errorRate: `${percent}%` } },
            { stage: traffic(all, failed), versions: [] },
          )[0]?.outcome;
        const all = good + errors + more;
        if (errors * 100 <= percent * all) expect(judged(errors, all)).not.toBe('broken');
        if (judged(errors, all) === 'broken') expect(judged(errors + more, all)).toBe('broken');
      }),
    );
  });

  it('is broken by a share that is clearly above, once there are requests enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 100_000 }), (requests) => {
        const seen = { stage: traffic(requests, Math.ceil(requests * 0.2)), versions: [] };
        expect(judgeCanary({ overall: { errorRate: '5%' } }, seen)[0]?.outcome).toBe('broken');
      }),
    );
  });
});

describe('the binomial tail', () => {
  it('is what counting all cases says', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, k, p) => {
          let tail = 0;
          for (let i = k; i <= n; i++) tail += choose(n, i) * p ** i * (1 - p) ** (n - i);
          expect(byChance(k, n, p)).toBeCloseTo(tail, 6);
        },
      ),
    );
  });

  it('falls with every further error, from certain to impossible', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.nat(300),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, k, p) => {
          expect(byChance(0, n, p)).toBe(1);
          const [less, more] = [byChance(k, n, p), byChance(k + 1, n, p)];
          expect(more).toBeLessThanOrEqual(less + 1e-9);
          expect(more).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
