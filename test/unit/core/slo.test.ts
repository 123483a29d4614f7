import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeSlo, type Observed } from '../../../src/core/slo/judge-slo.js';
import { readSlo, unknownSloRoutes } from '../../../src/core/slo/read-slo.js';

const folder = mkdtempSync(join(tmpdir(), 'slo-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'slo.yaml');
  writeFileSync(path, text);
  return path;
}

const calm: Observed = {
  requests: 1000,
  errors: 4,
  throttled: 20,
  unavailable: 2,
  percentile: (percent) => percent * 2,
};

describe('slo.yaml', () => {
  it('ships objectives that can be read', () => {
    const { diagnostics, value } = readSlo('templates/project/slo.yaml');
    expect(diagnostics).toEqual([]);
    expect(value?.overall?.availability).toBe('99.5%');
  });

  it('reports every fault at its place', () => {
    const { diagnostics } = readSlo(file('overall:\n  p95: 200\n  errorate: 1%\nroute: {}\n'));
    expect(diagnostics.map(({ code, place }) => `${code} ${place?.line}`).sort()).toEqual([
      'UNKNOWN_KEY 3',
      'UNKNOWN_KEY 4',
      'WRONG_TYPE 2',
    ]);
  });

  it('names routes that the API does not have, with the nearest', () => {
    const { value } = readSlo(file('routes:\n  GET /healt:\n    p95: 1s\n'));
    const [fault] = unknownSloRoutes(value ?? {}, ['GET /health', 'POST /oauth/token']);
    expect(fault).toMatchObject({
      code: 'UNKNOWN_ROUTE',
      remedy: 'Did you mean `GET /health`?',
      place: { line: 2, column: 3 },
    });
  });
});

describe('judging', () => {
  it('judges shares and latencies, each against its own limit', () => {
    const slo = { overall: { p50: '100ms', p99: '197ms', errorRate: '0.4%', availability: '99.9%' } };
    expect(judgeSlo(slo, calm, new Map())).toEqual([
      { scope: 'overall', measure: 'p50', limit: 100, measured: 100, unit: 'ms', outcome: 'met' },
      { scope: 'overall', measure: 'p99', limit: 197, measured: 198, unit: 'ms', outcome: 'broken' },
      {
        scope: 'overall',
        measure: 'errorRate',
        limit: 0.004,
        measured: 0.004,
        unit: 'share',
        outcome: 'met',
      },
      {
        scope: 'overall',
        measure: 'availability',
        limit: 0.999,
        measured: 0.998,
        unit: 'share',
        outcome: 'broken',
      },
    ]);
  });

  it('applies defaults to every route, and a route’s own objective over them', () => {
    const slo = {
      defaults: { p50: '50ms' },
      routes: { 'GET /a': { p50: '1s' }, 'GET /silent': { p95: '1s' } },
    };
    const routes = new Map([
      ['GET /a', calm],
      ['GET /b', calm],
    ]);
    expect(
      judgeSlo(slo, calm, routes).map(({ scope, measure, outcome }) => `${scope} ${measure} ${outcome}`),
    ).toEqual([
      'GET /a p50 met',
      'GET /silent p50 unmeasured',
      'GET /silent p95 unmeasured',
      'GET /b p50 broken',
    ]);
  });

  it('leaves cold starts unmeasured where the target does not tell', () => {
    const slo = { overall: { coldStartShare: '1%' } };
    expect(judgeSlo(slo, calm, new Map())[0]?.outcome).toBe('unmeasured');
    expect(judgeSlo(slo, { ...calm, coldStarts: 11 }, new Map())[0]?.outcome).toBe('broken');
  });
});
