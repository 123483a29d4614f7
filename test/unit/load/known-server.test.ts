import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { constant, type Profile } from '../../../src/lib/load/arrivals/profile.js';
import type { JourneySource } from '../../../src/lib/load/engine/journey-source.js';
import { type LoadOptions, type LoadRun, runLoad } from '../../../src/lib/load/engine/run-load.js';
import { judgeValidity } from '../../../src/lib/load/results/validity.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

const source: JourneySource = { kind: 'request', method: 'GET', path: '/', headers: {}, expect: [] };
const options: Omit<LoadOptions, 'origin' | 'model'> = {
  source,
  workers: 1,
  connections: 500,
  timeoutMs: 5000,
  retries: false,
  warmUpMs: 0,
  seed: 'known',
};

function open(origin: string, profile: Profile, more: Partial<LoadOptions> = {}): Promise<LoadRun> {
  const model = { kind: 'open' as const, profile, spacing: 'even' as const };
  return runLoad({ ...options, origin, model, ...more }, () => {}, new AbortController().signal);
}

describe('against a server with a known answer', () => {
  it('counts errors, throttles and requests exactly', async () => {
    let n = 0;
    const origin = await serve((_request, response) => {
      n++;
      response.statusCode = n % 100 === 0 ? 503 : n % 10 === 0 ? 429 : 200;
      response.end('x');
    });
    const { observation, begun } = await open(origin, constant(1000, 1000));
    expect(begun).toBe(1000);
    expect(observation.overall).toMatchObject({ requests: 1000, errors: 10, unavailable: 10, throttled: 90 });
    expect(Object.fromEntries(observation.overall.statuses)).toEqual({ 200: 900, 429: 90, 503: 10 });
  });

  it('counts a throttle at N a second exactly', async () => {
    let [second, taken] = [0, 0];
    const began = performance.now();
    let allowed = 0;
    const origin = await serve((_request, response) => {
      const now = Math.floor((performance.now() - began) / 1000);
      if (now !== second) [second, taken] = [now, 0];
      if (taken < 50) allowed++;
      response.statusCode = taken++ < 50 ? 200 : 429;
      response.end();
    });
    const { observation } = await open(origin, constant(200, 1500));
    expect(observation.overall.requests).toBe(300);
    expect(observation.overall.throttled).toBe(300 - allowed);
  });

  it('shows a stall whole: what was meant to be sent during it waited for its end', async () => {
    const stall = { from: 400, until: 1000 };
    let began = 0;
    /** How much later than it should a busy machine ended an answer, at most. */
    let late = 0;
    const origin = await serve((_request, response) => {
      began ||= performance.now();
      const now = performance.now() - began;
      const wait = now >= stall.from && now < stall.until ? stall.until - now : 0;
      setTimeout(() => {
        late = Math.max(late, performance.now() - began - now - wait);
        response.end();
      }, wait);
    });
    const { observation } = await open(origin, constant(200, 1500));
    const { overall } = observation;
    // 40 % of all requests fall into the stall, their waits evenly from 0 to 600 ms
    expect(overall.percentile(99)).toBeGreaterThan(560);
    expect(overall.percentile(99)).toBeLessThan(680 + late + observation.lag.max);
    expect(overall.percentile(80)).toBeGreaterThan(270);
    const waited = [...overall.latencies.entries()].reduce((sum, { ms, count }) => sum + ms * count, 0);
    expect(waited).toBeGreaterThan(0.8 * 120 * 300);
  });

  it('shows a stall on one connection whole as well: requests that wait in the generator count from when they were due', async () => {
    let n = 0;
    const origin = await serve((_request, response) => {
      n++;
      if (n === 50) setTimeout(() => response.end(), 500);
      else response.end();
    });
    const { observation, waited } = await open(origin, constant(200, 1000), { connections: 1 });
    expect(waited).toBeGreaterThan(50);
    expect(observation.overall.requests).toBe(200);
    expect(observation.overall.percentile(95)).toBeGreaterThan(400);
  });

  it('names why there was no answer', async () => {
    const origin = await serve((request) => request.socket.destroy());
    const reset = await open(origin, constant(20, 200));
    expect(Object.fromEntries(reset.observation.overall.outcomes)).toEqual({ 'connection-reset': 4 });
    server?.close();
    const refused = await open('http://127.0.0.1:9', constant(20, 200));
    expect(Object.fromEntries(refused.observation.overall.outcomes)).toEqual({ 'connection-refused': 4 });
    expect(refused.observation.overall.unavailable).toBe(4);
  });

  it('leaves the warm-up out of the figures', async () => {
    let n = 0;
    const origin = await serve((_request, response) => {
      response.statusCode = n++ < 20 ? 500 : 200;
      response.end();
    });
    const { observation, begun } = await open(origin, constant(100, 300), { warmUpMs: 200 });
    expect(begun).toBe(50);
    expect(observation.overall).toMatchObject({ requests: 30, errors: 0 });
    expect(observation.timeline.slots()[0]?.tally.requests).toBe(30);
  });

  it('gives up on an answer that never comes, after the time that was given', async () => {
    const origin = await serve(() => {});
    const { observation } = await open(origin, constant(5, 200), { timeoutMs: 300 });
    expect(Object.fromEntries(observation.overall.outcomes)).toEqual({ timeout: 1 });
  });

  it('keeps what it has seen when it is stopped', async () => {
    const stop = new AbortController();
    let n = 0;
    const origin = await serve((_request, response) => {
      response.end();
      if (++n === 20) stop.abort();
    });
    const model = { kind: 'open' as const, profile: constant(100, 60_000), spacing: 'even' as const };
    const running = runLoad({ ...options, origin, model }, () => {}, stop.signal);
    const { observation, stopped, begun } = await running;
    expect(stopped).toBe(true);
    expect(observation.overall.requests).toBe(begun);
    expect(begun).toBeGreaterThanOrEqual(20);
    expect(begun).toBeLessThan(6000);
  });

  it('lets a closed model’s users go one after the other', async () => {
    let [open, most] = [0, 0];
    const origin = await serve((_request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.end();
      }, 5);
    });
    const model = { kind: 'closed' as const, users: 7, durationMs: 400 };
    const run = await runLoad(
      { ...options, origin, model, workers: 2 },
      () => {},
      new AbortController().signal,
    );
    expect(most).toBe(7);
    expect(run.observation.overall.errors).toBe(0);
  });

  it('tries again as the contract advises, and counts each try', async () => {
    let n = 0;
    const origin = await serve((_request, response) => {
      response.statusCode = ++n === 1 ? 500 : 200;
      response.end();
    });
    const run = await open(origin, { kind: 'moments', moments: [0] }, { retries: true });
    expect(Object.fromEntries(run.observation.overall.statuses)).toEqual({ 200: 1, 500: 1 });
    expect(run.tookMs).toBeGreaterThan(240);
  });
});

describe('validity', () => {
  it('refuses a run whose generator fell behind', async () => {
    const origin = await serve((_request, response) => response.end());
    const run = await open(origin, constant(100, 300));
    const model = { kind: 'open' as const, profile: constant(100, 300), spacing: 'even' as const };
    const facts = { model, begun: run.begun, sentForMs: run.sentForMs, stopped: false };
    expect(judgeValidity({ ...facts, lag: run.observation.lag, maxLagMs: 1000 }).valid).toBe(true);
    for (let n = 0; n < 10; n++) run.observation.lag.add(50);
    const judged = judgeValidity({ ...facts, lag: run.observation.lag, maxLagMs: 10 });
    expect(judged.valid).toBe(false);
    expect(judged.reasons[0]).toContain('fell behind');
    expect(judgeValidity({ ...facts, begun: 29, lag: run.observation.lag, maxLagMs: 1000 }).valid).toBe(
      false,
    );
  });
});
