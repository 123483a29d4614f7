import { appendFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventBus, type ExchangeRecord } from '../../../emulator/kernel/events.js';
import { StoryStore } from '../../../emulator/story/index.js';

let folder: string;
let events: EventBus;
let store: StoryStore;

async function open(): Promise<void> {
  events = new EventBus();
  store = new StoryStore({ folder, events });
  await store.start(new AbortController().signal);
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arcube-story-'));
  await open();
});
afterEach(async () => {
  await store.stop();
  await rm(folder, { recursive: true, force: true });
});

const exchange = (requestId: string, more: Partial<ExchangeRecord> = {}): ExchangeRecord => ({
  requestId,
  startedAt: 1,
  method: 'POST',
  path: '/items?q=1',
  requestHeaders: ['Content-Type', 'application/json'],
  requestBody: Buffer.from('{"a":1}'),
  status: 200,
  responseHeaders: ['Content-Type', 'application/json'],
  responseBody: '{"b":2}',
  ...more,
});

describe('kept requests', () => {
  it('are found again, after a restart too', async () => {
    events.emit('exchange', exchange('one'));
    expect(await store.get('one')).toEqual({
      requestId: 'one',
      startedAt: 1,
      method: 'POST',
      path: '/items?q=1',
      headers: [['Content-Type', 'application/json']],
      body: { text: '{"a":1}', encoding: 'utf8' },
      answer: {
        status: 200,
        headers: [['Content-Type', 'application/json']],
        body: { text: '{"b":2}', encoding: 'utf8' },
      },
    });
    await store.stop();
    await open();
    expect(await store.get('one')).toMatchObject({ method: 'POST' });
    expect(await store.get('on')).toBeUndefined();
  });

  it('hold no secret, wherever it came', async () => {
    const secret = 'hush-hush';
    events.emit(
      'exchange',
      exchange('one', {
        path: `/token?access_token=${secret}&page=2`,
        requestHeaders: [
          'Authorization',
          `Bearer ${secret}`,
          'X-API-Key',
          secret,
          'x-edge-secret',
          secret,
          'Accept',
          '*/*',
          'content-type',
          'application/x-www-form-urlencoded',
        ],
        requestBody: Buffer.from(`grant_type=client_credentials&client_secret=${secret}`),
        responseHeaders: ['Set-Cookie', `a=${secret}`],
        responseBody: JSON.stringify({ access_token: secret, nested: [{ password: secret }], kept: 'yes' }),
      }),
    );
    events.emit('exchange', exchange('two', { requestBody: Buffer.from(`{"password":"${secret}"`) }));
    const kept = await store.get('one');
    expect(kept).toMatchObject({ path: '/token?access_token=%5Bsecret%5D&page=2' });
    expect(kept?.headers).toContainEqual(['Accept', '*/*']);
    expect(kept?.body.text).toBe('grant_type=client_credentials&client_secret=%5Bsecret%5D');
    expect(kept?.answer.body.text).toContain('"kept":"yes"');
    for (const file of await readdir(folder)) {
      expect(await readFile(join(folder, file), 'utf8')).not.toContain(secret);
      expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
    }
  });

  it('are the last 1,000', async () => {
    for (let i = 0; i < 2600; i++) {
      events.emit('exchange', exchange(`r${i}`));
      if (i % 100 === 99) await store.flush();
    }
    expect(await store.get('r1600')).toBeDefined();
    expect(await store.get('r2599')).toBeDefined();
    expect(await store.get('r0')).toBeUndefined();
    expect((await readdir(folder)).length).toBeLessThanOrEqual(5);
  });

  it('keep bytes as bytes, and say so of a body too large', async () => {
    const bytes = Buffer.from([0, 255, 128, 7]);
    events.emit('exchange', exchange('bytes', { requestBody: bytes, responseBody: 'x'.repeat(300_000) }));
    const kept = await store.get('bytes');
    expect(Buffer.from(kept?.body.text ?? '', 'base64')).toEqual(bytes);
    expect(kept?.answer.body).toEqual({ text: '', encoding: 'utf8', cut: true });
  });

  it('are found by any id their answer carried, with what their token said', async () => {
    const claims = Buffer.from('{"tenant":"alpha","role":"api_client","jti":"x","clientId":"c"}').toString(
      'base64url',
    );
    const requestHeaders = ['Authorization', `Bearer e30.${claims}.signature`];
    const responseHeaders = ['X-Request-Id', 'req_1'];
    events.emit('exchange', exchange('one', { requestHeaders, responseHeaders }));
    expect(await store.get('req_1')).toMatchObject({
      requestId: 'one',
      headers: [['Authorization', '[secret]']],
      caller: { tenant: 'alpha', role: 'api_client', clientId: 'c' },
    });
    for (const other of ['Basic abc', `Bearer e30.${claims}`, 'Bearer a.b.c', 'Bearer'])
      events.emit('exchange', exchange(other, { requestHeaders: ['authorization', other] }));
    for (const other of ['Basic abc', 'Bearer a.b.c'])
      expect(await store.get(other)).not.toHaveProperty('caller');
  });

  it('go on in the same file after a kill has torn the last line', async () => {
    events.emit('exchange', exchange('one'));
    await store.stop();
    await appendFile(join(folder, 'requests-0.jsonl'), '{"requestId":"torn","startedAt":1');
    await open();
    events.emit('exchange', exchange('two'));
    expect(await store.get('two')).toMatchObject({ requestId: 'two' });
    expect(await store.get('one')).toMatchObject({ requestId: 'one' });
    expect(await store.get('torn')).toBeUndefined();
    expect(await readdir(folder)).toEqual(['requests-0.jsonl']);
  });
});

describe('kept requests of a platform', () => {
  const regions = {
    home: 'eu-central-1',
    of: (tenant: string) => ({ sky: 'eu-central-1', blue: 'us-east-1' })[tenant],
  };
  const text = async (region: string) => {
    const names = await readdir(join(folder, region)).catch(() => []);
    return (await Promise.all(names.map((name) => readFile(join(folder, region, name), 'utf8')))).join('');
  };
  const of = (id: string, tenant: string | undefined, more: Partial<ExchangeRecord> = {}) =>
    exchange(id, {
      ...(tenant && { tenant }),
      requestBody: Buffer.from(`{"lastName":"${id}-name"}`),
      ...more,
    });
  async function reopen(): Promise<void> {
    await store.stop();
    events = new EventBus();
    store = new StoryStore({ folder, events, regions });
    await store.start(new AbortController().signal);
  }
  const token = (tenant: string) => [
    'Authorization',
    `Bearer e30.${Buffer.from(JSON.stringify({ tenant })).toString('base64url')}.s`,
  ];

  it('lie in the region of whose they were, by the authorizer, the token, or the edge’s signature', async () => {
    await reopen();
    events.emit('exchange', of('one', 'sky'));
    events.emit('exchange', of('two', 'blue'));
    events.emit('exchange', of('three', undefined, { requestHeaders: token('blue') }));
    events.emit('exchange', of('four', undefined, { requestHeaders: ['x-tenant-id', 'blue'] }));
    await store.flush();
    const [eu, us] = [await text('eu-central-1'), await text('us-east-1')];
    expect(['one', 'two', 'three', 'four'].map((id) => eu.includes(`${id}-name`))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(['one', 'two', 'three', 'four'].map((id) => us.includes(`${id}-name`))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(await store.get('three')).toMatchObject({ tenant: 'blue' });
  });

  it('that were nobody’s keep no content, wherever the body came from', async () => {
    await reopen();
    const refused = { status: 401, requestHeaders: token('blue'), path: '/orders?pnr=ABC123' };
    events.emit('exchange', of('five', undefined, refused));
    events.emit('exchange', of('six', undefined, { status: 400, requestHeaders: token('made-up') }));
    events.emit('exchange', of('seven', undefined));
    await store.flush();
    expect(await text('us-east-1')).toBe('');
    const eu = await text('eu-central-1');
    expect(eu).not.toMatch(/five-name|six-name|ABC123/);
    expect(await store.get('five')).toMatchObject({ path: '/orders', body: { cut: true } });
    expect(await store.get('seven')).toMatchObject({ body: { text: '{"lastName":"seven-name"}' } });
  });

  it('are forgotten by tenant and by what they speak of', async () => {
    await reopen();
    for (const id of ['a', 'b', 'c']) events.emit('exchange', of(id, 'blue'));
    events.emit('exchange', of('d', 'sky'));
    expect(await store.forget('us-east-1', 'blue', ['B-Name'])).toBe(1);
    expect(await store.get('b')).toBeUndefined();
    events.emit('exchange', of('e', 'blue'));
    expect(await store.forget('us-east-1', 'blue')).toBe(3);
    expect(await text('us-east-1')).toBe('');
    expect(await store.get('d')).toMatchObject({ requestId: 'd' });
    events.emit('exchange', of('f', 'blue'));
    expect(await store.get('f')).toMatchObject({ requestId: 'f' });
  });

  it('of an earlier version, which kept all regions together, are dropped', async () => {
    events.emit('exchange', exchange('old'));
    await store.flush();
    expect(await readdir(folder)).toEqual(['requests-0.jsonl']);
    await reopen();
    expect(await readdir(folder)).toEqual([]);
  });
});
