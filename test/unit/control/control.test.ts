import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { History } from '../../../emulator/control/history.js';
import { Control } from '../../../emulator/control/index.js';
import { EventBus, type RequestRecord } from '../../../emulator/kernel/events.js';
import { MovableClock } from '../../../src/core/clock.js';
import { Secret } from '../../../src/core/secret.js';

let control: Control;
let clock: MovableClock;
let events: EventBus;
let history: History;
let resets: number;
const faults = new Map<string, object>();

beforeEach(async () => {
  clock = new MovableClock();
  events = new EventBus();
  history = new History(events);
  resets = 0;
  const credential = {
    tenant: 'alpha',
    region: 'eu-central-1',
    clientId: 'id',
    clientSecret: new Secret('s1'),
    edgeSecret: new Secret('s2'),
  };
  control = new Control(
    {
      instance: 'i-1',
      controlToken: 'let me in',
      projectDir: '/project',
      clock,
      events,
      history,
      urls: () => undefined,
      deployedStacks: () => [],
      health: () => ({ mongo: { status: 'ok' } }),
      credentials: () => [credential],
      explain: (id) =>
        id === 'alias'
          ? { record: answered('r-1'), steps: [{ handler: 'authorizer', saw: 'a bearer token' }] }
          : undefined,
      faults: {
        names: () => ['OrdersFunction'],
        resolve: (name) => (/orders/i.test(name) ? 'stack-OrdersFunction-X' : undefined),
        list: () => Object.fromEntries(faults),
        set: (name, fault) => void faults.set(name, fault),
        clear: (name) => (name === undefined ? faults.clear() : void faults.delete(name)),
      },
      forget: async () => ({ requests: 0, compacted: false }),
      reset: async () => void resets++,
      apiDescription: () => undefined,
      outbox: { list: () => [], find: () => undefined, forget: () => undefined, clear: () => undefined },
    },
    0,
  );
  await control.start();
});
afterEach(async () => {
  await control.stop();
  history.close();
});

async function ask(path: string, init: RequestInit = {}) {
  const answer = await fetch(`${control.url}/_arcube${path}`, init);
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}
const post = (path: string, body: unknown) =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** fetch does not let a caller choose Host and Origin. */
function raw(headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(control.url);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path: '/_arcube/clock', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

function answered(requestId: string): RequestRecord {
  return {
    requestId,
    apiId: 'a',
    stage: 'dev',
    startedAt: 1,
    durationMs: 2,
    method: 'GET',
    path: '/x',
    status: 403,
    responseBytes: 3,
    sourceIp: '127.0.0.1',
    decidedBy: { handler: 'authorizer', reason: 'the cached policy does not cover GET /x' },
  };
}

describe('the control API', () => {
  it('tells health', async () => {
    expect(await ask('/health')).toEqual({
      status: 200,
      body: { status: 'ok', instance: 'i-1', services: { mongo: { status: 'ok' } } },
    });
  });

  it('moves the clock, and says how when asked wrongly', async () => {
    await post('/clock', { freeze: '2026-07-01T00:00:00Z' });
    const moved = await post('/clock', { advance: '1h30m' });
    expect(moved.body).toMatchObject({ now: '2026-07-01T01:30:00.000Z', frozen: true });
    expect(clock.now()).toBe(Date.UTC(2026, 6, 1, 1, 30));
    expect((await post('/clock', { reset: true })).body).toMatchObject({ frozen: false, offsetMs: 0 });
    for (const bad of [{}, { fly: 1 }, { advance: '1h', reset: true }, [], { constructor: 1 }])
      expect(await post('/clock', bad)).toMatchObject({ status: 400, body: { error: { code: 'BAD_MOVE' } } });
    expect(await post('/clock', { advance: 'soon' })).toMatchObject({
      status: 400,
      body: { error: { code: 'NOT_A_DURATION', todo: expect.any(String) } },
    });
    const broken = await ask('/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken).toMatchObject({ status: 400, body: { error: { code: 'BAD_BODY' } } });
  });

  it('explains a request with its spans and logs', async () => {
    events.emit('log', { time: 5, functionName: 'fn', logStream: 's', requestId: 'r-1', text: 'hello' });
    events.emit('span', {
      requestId: 'r-1',
      name: 'authorizer',
      kind: 'authorizer',
      startedAt: 1,
      durationMs: 1,
    });
    events.emit('request', answered('r-1'));
    events.emit('log', { time: 6, functionName: 'other', logStream: 's', text: 'loose' });
    expect((await ask('/explain/r-1')).body).toMatchObject({
      request: { decidedBy: { handler: 'authorizer' } },
      spans: [{ name: 'authorizer' }],
      logs: [{ text: 'hello' }],
    });
    expect((await ask('/explain/alias')).body).toMatchObject({
      request: { requestId: 'r-1' },
      steps: [{ handler: 'authorizer' }],
      logs: [{ text: 'hello' }],
    });
    expect((await ask('/requests')).body).toMatchObject({ requests: [{ requestId: 'r-1' }] });
    expect((await ask('/logs?function=other')).body).toMatchObject({ logs: [{ text: 'loose' }] });
    expect((await ask('/logs?limit=1')).body).toMatchObject({ logs: [{ text: 'loose' }] });
    expect(await ask('/logs?limit=no')).toMatchObject({ status: 400 });
    expect(await ask('/explain/r-2')).toMatchObject({
      status: 404,
      body: { error: { code: 'UNKNOWN_REQUEST' } },
    });
  });

  it('keeps the last 1,000 requests', () => {
    for (let index = 0; index < 1005; index++) events.emit('request', answered(`r-${index}`));
    expect(history.story('r-4')).toBeUndefined();
    expect(history.requests(2000)).toHaveLength(1000);
    expect(history.requests(1)[0]?.requestId).toBe('r-1004');
  });

  it('streams what happens', async () => {
    const stop = new AbortController();
    const answer = await fetch(`${control.url}/_arcube/events?types=request`, { signal: stop.signal });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    await reader.read(); // the greeting: from here on nothing is missed
    events.emit('log', { time: 5, functionName: 'fn', logStream: 's', text: 'not asked for' });
    events.emit('request', answered('r-9'));
    const text = new TextDecoder().decode((await reader.read()).value);
    expect(text).toMatch(/^event: request\ndata: \{"requestId":"r-9"/);
    stop.abort();
    expect(await ask('/events?types=nope')).toMatchObject({ status: 400 });
  });

  it('shows credentials to the owner of the run file only', async () => {
    expect(await ask('/credentials')).toMatchObject({ status: 401 });
    const { body } = await ask('/credentials', { headers: { authorization: 'Bearer let me in' } });
    expect(body).toMatchObject({ credentials: [{ tenant: 'alpha', clientSecret: 's1', edgeSecret: 's2' }] });
  });

  it('sets, lists and clears faults, and refuses what cannot be', async () => {
    const set = await post('/faults', { target: 'orders', latencyMs: 50, errorRate: 0.5 });
    expect(set.body).toEqual({ faults: { 'stack-OrdersFunction-X': { latencyMs: 50, errorRate: 0.5 } } });
    for (const bad of [
      {},
      { errorRate: 2 },
      { errorRate: 0.6, throttleRate: 0.6 },
      { latencyMs: -1 },
      { rate: 1 },
      { errorCode: 'InternalError' },
      { errorRate: 1, errorCode: 5 },
    ])
      expect(await post('/faults', { target: 'orders', ...bad })).toMatchObject({ status: 400 });
    expect(await post('/faults', { target: 'nope', errorRate: 1 })).toMatchObject({ status: 404 });
    expect((await ask('/faults/orders', { method: 'DELETE' })).body).toEqual({ faults: {} });
  });

  it('resets', async () => {
    expect((await post('/reset', {})).status).toBe(200);
    expect(resets).toBe(1);
  });

  it('refuses foreign hosts and origins', async () => {
    const host = new URL(control.url).host;
    expect(await raw({ host })).toBe(200);
    expect(await raw({ host: host.replace('127.0.0.1', 'localhost') })).toBe(200);
    expect(await raw({ host, origin: `http://${host}` })).toBe(200);
    expect(await raw({ host: 'attacker.example' })).toBe(403);
    expect(await raw({ host: '127.0.0.1.attacker.example' })).toBe(403);
    expect(await raw({ host, origin: 'https://attacker.example' })).toBe(403);
    expect(await raw({ host, origin: 'null' })).toBe(403);
  });

  it('answers unknown paths in JSON', async () => {
    expect(await ask('/nothing')).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } });
  });
});
