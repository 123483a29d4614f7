import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIds } from '../../../src/core/ids.js';
import { readModel } from '../../../src/lib/load/arrivals/read-profile.js';
import { type Batch, Samples } from '../../../src/lib/load/engine/samples.js';
import { findLimit } from '../../../src/lib/load/find-limit.js';
import { readForeign } from '../../../src/lib/load/foreign/read-foreign.js';
import { sparkline } from '../../../src/lib/load/report/dashboard.js';
import { reportPage } from '../../../src/lib/load/report/page.js';
import { brokenForGood } from '../../../src/lib/load/results/broken-for-good.js';
import { compareReports } from '../../../src/lib/load/results/compare.js';
import { Latencies } from '../../../src/lib/load/results/latencies.js';
import { Observation } from '../../../src/lib/load/results/observation.js';
import { type LoadReport, makeReport } from '../../../src/lib/load/results/report.js';
import { Timeline } from '../../../src/lib/load/results/timeline.js';
import { estimate } from '../../../src/lib/load/target/estimate.js';
import { guardBudget, guardTarget } from '../../../src/lib/load/target/guard.js';

const ROUTE = 'GET /a';

/** A run of so many requests, 100 a second, with latencies from a function. */
function observe(requests: number, latency: (n: number) => number, failed = 0): Observation {
  const observation = new Observation([ROUTE]);
  const samples = new Samples((batch: Batch) => observation.add(batch));
  for (let n = 0; n < requests; n++) {
    const bad = n < failed;
    samples.add(0, bad ? 4 : 0, bad ? 503 : 200, n * 10, 0.1, latency(n));
  }
  samples.flush();
  return observation;
}

function report(observation: Observation): LoadReport {
  const run = { observation, begun: 1, waited: 0, tookMs: 10_000, sentForMs: 10_000, stopped: false };
  return makeReport(run, {
    run: 'r',
    startedAt: '2026-11-22T00:00:00.000Z',
    target: { url: 'http://127.0.0.1:3000' },
    validity: { valid: true, reasons: [], lagP99: 0, lagMax: 0 },
    slo: [],
    slowest: [],
    remarks: ['a </script><b>remark</b>'],
  });
}

describe('latencies', () => {
  it('have percentiles within a thousandth of sorting, merged from any parts', () => {
    const values = fc.array(fc.double({ min: 0.001, max: 60_000, noNaN: true }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(values, fc.nat(), fc.constantFrom(50, 95, 99, 99.9), (all, cut, percent) => {
        const [a, b] = [new Latencies(), new Latencies()];
        for (const [index, value] of all.entries()) (index < cut % all.length ? a : b).add(value);
        a.merge(b);
        const sorted = all.toSorted((x, y) => x - y);
        const exact = sorted[Math.max(0, Math.ceil((percent / 100) * all.length) - 1)] as number;
        expect(Math.abs(Latencies.decode(a.encode()).percentile(percent) - exact)).toBeLessThanOrEqual(
          exact * 0.001 + 0.001,
        );
      }),
    );
  });

  it('keep a long run in few stretches, and lose none of it', () => {
    const timeline = new Timeline();
    for (let second = 0; second < 7200; second++) timeline.add(second * 1000, 'ok', 200, 5);
    const slots = timeline.slots();
    expect(slots.length).toBeLessThanOrEqual(240);
    expect(timeline.widthMs).toBe(32_000);
    expect(slots.reduce((sum, { tally }) => sum + tally.requests, 0)).toBe(7200);
  });
});

describe('judging on the way', () => {
  const planned = { overall: 1000, routes: new Map([[ROUTE, 1000]]) };

  it('ends a run only when the rest cannot save it', () => {
    const slo = { overall: { p95: '100ms', errorRate: '1%' } };
    expect(
      brokenForGood(
        slo,
        observe(300, (n) => (n < 50 ? 500 : 5)),
        planned,
      ),
    ).toEqual([]);
    const [late] = brokenForGood(
      slo,
      observe(300, (n) => (n < 52 ? 500 : 5)),
      planned,
    );
    expect(late).toMatchObject({ scope: 'overall', measure: 'p95' });
    expect(
      brokenForGood(
        slo,
        observe(300, () => 5, 10),
        planned,
      ),
    ).toEqual([]);
    expect(
      brokenForGood(
        slo,
        observe(300, () => 5, 11),
        planned,
      )[0],
    ).toMatchObject({ measure: 'errorRate' });
  });
});

describe('comparing', () => {
  const noise = createIds('noise');
  const noisy = (base: number) => () => base * (0.8 + noise.random() * 0.4);

  it('calls noise the same, and a real change by its name', () => {
    const before = report(observe(1000, noisy(20)));
    const same = compareReports(before, report(observe(1000, noisy(20))), createIds('c'));
    expect(same.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    const slower = compareReports(before, report(observe(1000, noisy(30))), createIds('c'));
    expect(slower.find(({ scope, measure }) => scope === 'overall' && measure === 'p95')?.verdict).toBe(
      'worse',
    );
    const faster = compareReports(before, report(observe(1000, noisy(10))), createIds('c'));
    expect(faster.find(({ scope, measure }) => scope === ROUTE && measure === 'p50')?.verdict).toBe('better');
  });

  it('tells more errors from a few by chance', () => {
    const before = report(observe(1000, () => 5, 2));
    const verdict = (failed: number) =>
      compareReports(before, report(observe(1000, () => 5, failed)), createIds('c')).find(
        ({ measure }) => measure === 'errorRate',
      )?.verdict;
    expect(verdict(4)).toBe('same');
    expect(verdict(30)).toBe('worse');
  });
});

describe('the highest rate', () => {
  it('is found within its precision, for any limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 100 }),
        async (limit, from) => {
          const search = { from, most: 10_000, precision: 0.05 };
          const found = await findLimit(search, (rate) => Promise.resolve({ ok: rate <= limit }));
          expect(found.limit).toBeLessThanOrEqual(limit);
          expect(limit - found.limit).toBeLessThanOrEqual(Math.max(limit * 0.06, limit < from ? from : 1));
          expect(found.probes.length).toBeLessThan(25);
        },
      ),
    );
  });
});

describe('words for load', () => {
  const words = { duration: '10s', spacing: 'even' as const };

  it('are a rate, a ramp, steps, a spike or users', () => {
    const rates = (rate: string, factor?: number) => {
      const model = readModel({ ...words, rate, spike: factor });
      if (model.kind !== 'open' || model.profile.kind !== 'rates') return [];
      return model.profile.phases.map(({ from, to }) => `${from}-${to}`);
    };
    expect(rates('50')).toEqual(['50-50']);
    expect(rates('10..200')).toEqual(['10-200']);
    expect(rates('50,100')).toEqual(['50-50', '100-100']);
    expect(rates('10', 10)).toEqual(['10-10', '100-100', '10-10']);
    expect(readModel({ ...words, rate: '1', users: 5 })).toEqual({
      kind: 'closed',
      users: 5,
      durationMs: 10_000,
    });
  });

  it.each(['fast', '-5', '0', '1..', '1e9', '10,x'])('refuse %s', (rate) => {
    expect(() => readModel({ ...words, rate })).toThrow(expect.objectContaining({ code: 'LOAD_PROFILE' }));
  });
});

describe('targets that are not of this machine', () => {
  const stage = { url: 'https://x.execute-api.eu-central-1.amazonaws.com/prod', local: false, stage: 'prod' };
  const code = (run: () => void): unknown => {
    try {
      run();
      return undefined;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('need a stage, a budget, and a word for production', () => {
    const allowance = { iMeanProduction: false, maxRequests: 10 };
    expect(code(() => guardTarget(stage, allowance))).toBe('LOAD_PRODUCTION');
    expect(code(() => guardTarget(stage, { ...allowance, stage: 'staging' }))).toBe('LOAD_PRODUCTION');
    expect(code(() => guardTarget({ ...stage, stage: 'dev' }, { iMeanProduction: false }))).toBe(
      'LOAD_BUDGET_MISSING',
    );
    expect(code(() => guardTarget({ url: 'https://api.example', local: false }, allowance))).toBe(
      'LOAD_STAGE_UNKNOWN',
    );
    expect(code(() => guardTarget(stage, { ...allowance, iMeanProduction: true }))).toBeUndefined();
    expect(code(() => guardTarget({ ...stage, local: true }, { iMeanProduction: false }))).toBeUndefined();
  });

  it('get no more than the budget, by an estimate that names quotas', () => {
    const model = readModel({ rate: '20000', duration: '1m', spacing: 'even' });
    const need = estimate(model, { requestsPerJourney: 2, meanLatency: 60, memoryMb: 512 });
    expect(need).toMatchObject({ requests: 2_400_000, peakRate: 40_000, concurrency: 2400 });
    expect(need.warnings).toHaveLength(2);
    expect(need.cost).toBeGreaterThan(8);
    expect(code(() => guardBudget(need, { iMeanProduction: false, maxRequests: 1000 }))).toBe(
      'LOAD_OVER_BUDGET',
    );
    expect(code(() => guardBudget(need, { iMeanProduction: false, maxCost: 1 }))).toBe('LOAD_OVER_BUDGET');
    expect(code(() => guardBudget(need, { iMeanProduction: false, maxCost: 100 }))).toBeUndefined();
  });
});

describe('reports', () => {
  it('are one page that needs nothing else and runs nothing from the data', () => {
    const page = reportPage(report(observe(500, (n) => n % 50)));
    expect(page).not.toMatch(/(src|href)="/);
    expect(page).toContain('a &#60;/script&#62;');
    expect(page.match(/<script>/g)).toHaveLength(2);
  });

  it('show any series as bars', () => {
    expect(sparkline([0, 1, 2, 4])).toBe('▁▃▅█');
    expect(sparkline([])).toBe('');
  });

  it('read what k6 leaves', () => {
    const values = {
      count: 200,
      avg: 5,
      med: 4,
      max: 90,
      'p(90)': 7,
      'p(95)': 8,
      'p(99)': 20,
      'p(99.9)': 80,
    };
    const read = readForeign(
      {
        state: { testRunDurationMs: 10_000 },
        metrics: {
          http_req_duration: { values },
          'http_req_duration{route:GET /a}': { values },
          http_reqs: { values: { count: 200 } },
          http_req_failed: { values: { rate: 0.05 } },
          arcube_throttled: { values: { count: 4 } },
        },
      },
      'k6',
    );
    expect(read?.overall).toMatchObject({
      requests: 200,
      errors: 6,
      throttled: 4,
      latency: { p50: 4, p99: 20 },
    });
    expect(read?.routes['GET /a']?.latency['p99.9']).toBe(80);
  });

  it('read what Artillery leaves', () => {
    const times = { min: 1, max: 90, mean: 5, count: 110, p50: 4, p90: 7, p95: 8, p99: 20, p999: 80 };
    const read = readForeign(
      {
        aggregate: {
          firstMetricAt: 1000,
          lastMetricAt: 11_000,
          counters: {
            'http.codes.200': 100,
            'http.codes.429': 6,
            'http.codes.503': 4,
            'errors.ETIMEDOUT': 2,
            'plugins.metrics-by-endpoint.GET /a.codes.200': 100,
          },
          summaries: {
            'http.response_time': times,
            'plugins.metrics-by-endpoint.response_time.GET /a': times,
          },
        },
      },
      'artillery',
    );
    expect(read).toMatchObject({ tookMs: 10_000, engine: 'artillery' });
    expect(read?.overall).toMatchObject({ requests: 112, errors: 6, throttled: 6, unavailable: 6 });
    expect(read?.routes['GET /a']).toMatchObject({ requests: 100, latency: { p95: 8 } });
  });

  it('are nothing else', () => {
    expect(readForeign({ hello: 1 }, 'x')).toBeUndefined();
    expect(readForeign(null, 'x')).toBeUndefined();
  });
});
