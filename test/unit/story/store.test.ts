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
