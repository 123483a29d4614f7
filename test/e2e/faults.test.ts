import type { MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TENANT = 'aulis-air';
const REGION = 'eu-central-1';
let lab: PlatformLab;
let client: MongoClient;

beforeAll(async () => {
  lab = await platformLab();
  client = lab.database(REGION);
  await recommend();
}, 60_000);
afterAll(() => lab?.stop());
afterEach(async () => {
  await control('DELETE', '/faults');
  lab.logs.length = 0;
});

async function control(method: string, path: string, body?: object) {
  const answer = await fetch(`${lab.emulator.urls.control}/_arcube${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}
const set = (target: string, fault: object) => control('POST', '/faults', { target, ...fault });
const injected = (functionName: string | RegExp) =>
  lab.logs.filter(
    ({ functionName: name, text }) =>
      (typeof functionName === 'string' ? name === functionName : functionName.test(name)) &&
      text.startsWith('arcube: fault injected on purpose'),
  );
function recommend() {
  const body = { ...roundTrip(), pointOfSale: 'WIDGET' };
  return lab.post('/aggregation-api/servePassengerRecommendations', body, lab.as(TENANT));
}

describe('faults of MongoDB', () => {
  const orders = () => client.db('faults').collection('things');

  test('latency slows every command of one region alone, and the function’s log says so', async () => {
    await set(`mongo:${REGION}`, { latencyMs: 60 });
    const began = performance.now();
    expect((await recommend()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(120);
    const lines = injected(/RecommendationsFunction/);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines[0]?.text).toMatch(/: mongo eu-central-1 \w+: latency of 60 ms$/);
    lab.logs.length = 0;
    await lab.database('us-east-1').db('x').collection('y').findOne();
    expect(injected('mongo')).toEqual([]);
  });

  test('an error is one that no driver retries', async () => {
    await set('mongo', { errorRate: 1 });
    await expect(orders().insertOne({ a: 1 })).rejects.toMatchObject({
      code: 1,
      codeName: 'InternalError',
      message: expect.stringContaining('fault injected on purpose'),
    });
    expect(injected('mongo')).toHaveLength(1);
    expect((await recommend()).status).toBeGreaterThanOrEqual(500);
  });

  test('unless its code is one that drivers retry', async () => {
    await set('mongo', { errorRate: 1, errorCode: 'InterruptedDueToReplStateChange' });
    const failed = (await orders()
      .insertOne({ a: 1 })
      .catch((error: unknown) => error)) as { code: number; hasErrorLabel(label: string): boolean };
    expect(failed.code).toBe(11602);
    expect(failed.hasErrorLabel('RetryableWriteError')).toBe(true);
    expect(injected('mongo')).toHaveLength(2);
  });

  test('a timeout is the command’s own time limit', async () => {
    await set('mongo', { timeoutRate: 1 });
    await expect(orders().findOne({}, { maxTimeMS: 30 })).rejects.toMatchObject({ code: 50 });
  });

  test('what MongoDB does not do is refused', async () => {
    expect(await set('mongo', { throttleRate: 1 })).toMatchObject({
      status: 400,
      body: { error: { code: 'FAULT_IMPOSSIBLE', what: 'MongoDB does not throttle.' } },
    });
    expect((await set('mongo', { errorRate: 1, errorCode: 'NoSuchError' })).status).toBe(400);
    expect((await set('orders', { errorRate: 1, errorCode: 'BadValue' })).status).toBe(400);
    expect((await set('mongo:mars', { errorRate: 1 })).status).toBe(404);
  });
});

describe('faults of vendors', () => {
  const call = (vendor: string, signal?: AbortSignal) =>
    fetch(`${lab.emulator.urls.vendors}/${vendor}/v2/token`, { method: 'POST', ...(signal && { signal }) });

  test('a vendor fails, refuses, hangs and waits as it is told, and the log says so', async () => {
    await set('airalo', { errorRate: 1 });
    expect((await call('airalo')).status).toBe(503);
    await set('airalo', { throttleRate: 1 });
    const refused = await call('airalo');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    await set('airalo', { timeoutRate: 1 });
    await expect(call('airalo', AbortSignal.timeout(80))).rejects.toThrow();
    await set('airalo', { latencyMs: 70 });
    const began = performance.now();
    expect((await call('airalo')).status).toBe(401);
    expect(performance.now() - began).toBeGreaterThan(65);
    expect(injected('airalo').map(({ text }) => text.split(': ').at(-1))).toEqual([
      'error',
      'throttle',
      'timeout',
      'latency of 70 ms',
    ]);
    expect((await call('collinson')).status).toBe(404);
  });

  test('all of them at once, and all taken back', async () => {
    const { body } = await set('vendors', { errorRate: 1 });
    expect(body).toEqual({ faults: { vendors: { errorRate: 1 } } });
    expect((await call('mozio')).status).toBe(503);
    expect((await control('DELETE', '/faults/vendors')).body).toEqual({ faults: {} });
    expect((await call('airalo')).status).toBe(401);
  });
});
