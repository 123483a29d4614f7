import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptRequest } from '../../../src/core/kept-request.js';
import { HIDDEN } from '../../../src/core/redact.js';
import { prepare, type ReplayContext } from '../../../src/lib/replay/prepare.js';
import { send } from '../../../src/lib/replay/send.js';
import { isLoopback, targetOf } from '../../../src/lib/replay/target.js';

const credential = { tenant: 'alpha', clientId: 'alpha-booking', clientSecret: 's1', edgeSecret: 's2' };
const asked: { path: string; headers: IncomingMessage['headers']; body: string }[] = [];
const server = createServer(async (request, response) => {
  asked.push({ path: request.url ?? '', headers: request.headers, body: await text(request) });
  response.writeHead(200, { 'x-echo': 'yes' }).end(JSON.stringify({ access_token: `t${asked.length}` }));
});
let target = '';
beforeEach(async () => {
  asked.length = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const context = (more: Partial<ReplayContext> = {}): ReplayContext => ({
  target,
  credentials: [credential],
  secrets: new Map(),
  now: 1_700_000_000_000,
  ...more,
});
const kept = (more: Partial<KeptRequest> = {}): KeptRequest => ({
  requestId: 'one',
  startedAt: 0,
  method: 'POST',
  path: '/orders?q=1',
  headers: [
    ['Host', 'old'],
    ['Authorization', HIDDEN],
    ['Content-Type', 'application/json'],
    ['X-Two', 'a'],
    ['X-Two', 'b'],
  ],
  body: { text: '{"a":1}', encoding: 'utf8' },
  answer: { status: 200, headers: [], body: { text: '', encoding: 'utf8' } },
  caller: { tenant: 'alpha', role: 'api_client', clientId: 'alpha-booking' },
  ...more,
});

describe('a kept request', () => {
  it('is sent as it was, with a new token of its client', async () => {
    const outgoing = await prepare(kept(), context());
    expect(JSON.parse(asked[0]!.body)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'alpha-booking',
      client_secret: 's1',
    });
    const answer = await send(outgoing);
    expect(answer).toMatchObject({ status: 200 });
    expect(asked[1]).toMatchObject({
      path: '/orders?q=1',
      headers: { host: target.slice(7), authorization: 'Bearer t1', 'x-two': 'a, b', 'content-length': '7' },
      body: '{"a":1}',
    });
  });

  it('of a widget gets a token for the same trip, signed by the tenant’s edge, or for the same page', async () => {
    await prepare(kept({ caller: { tenant: 'alpha', role: 'widget_user', pnr: 'ABC123' } }), context());
    expect(asked[0]).toMatchObject({
      path: '/auth/edge/token',
      headers: { 'x-tenant-id': 'alpha', 'x-timestamp': '1700000000' },
      body: '{"pnr":"ABC123"}',
    });
    const caller = { tenant: 'alpha', role: 'widget_user', sessionId: 's', origin: 'book.example' };
    await prepare(kept({ caller }), context());
    expect(asked.slice(1).map(({ path }) => path)).toEqual(['/widget/init', '/widget/session']);
    expect(asked[2]?.headers).toMatchObject({ origin: 'https://book.example', authorization: 'Bearer t2' });
  });

  it('takes the user’s token and secrets first', async () => {
    const request = kept({
      path: `/x?api_key=${encodeURIComponent(HIDDEN)}&b=2`,
      headers: [
        ['Authorization', HIDDEN],
        ['X-Api-Key', HIDDEN],
        ['Content-Type', 'application/json'],
      ],
      body: { text: `{"deep":[{"password":"${HIDDEN}"}]}`, encoding: 'utf8' },
    });
    const secrets = new Map([
      ['x-api-key', 'k'],
      ['api_key', 'q&'],
      ['password', 'p"'],
    ]);
    const outgoing = await prepare(request, context({ token: 'mine', secrets }));
    expect(outgoing.url).toBe(`${target}/x?api_key=q%26&b=2`);
    expect(outgoing.headers.slice(0, 2)).toEqual([
      ['Authorization', 'Bearer mine'],
      ['X-Api-Key', 'k'],
    ]);
    expect(JSON.parse(String(outgoing.body))).toEqual({ deep: [{ password: 'p"' }] });
    expect(asked).toEqual([]);
  });

  it('for a token gets its client’s secret, in JSON and in a form', async () => {
    const headers: [string, string][] = [['Content-Type', 'application/x-www-form-urlencoded']];
    const form = `client_id=alpha-booking&client_secret=${encodeURIComponent(HIDDEN)}`;
    const outgoing = await prepare(kept({ headers, body: { text: form, encoding: 'utf8' } }), context());
    expect(String(outgoing.body)).toBe('client_id=alpha-booking&client_secret=s1');
  });

  it('names what nobody knows, and asks a foreign API for nothing', async () => {
    const hidden = kept({
      headers: [['X-Api-Key', HIDDEN]],
      body: { text: `{"pin":"${HIDDEN}"}`, encoding: 'utf8' },
    });
    await expect(prepare(hidden, context())).rejects.toMatchObject({
      code: 'REPLAY_SECRETS',
      problem: { what: expect.stringContaining('x-api-key, pin') as string },
    });
    await expect(prepare(kept(), context({ credentials: [] }))).rejects.toMatchObject({
      code: 'REPLAY_SECRETS',
      problem: { todo: expect.stringContaining('--token') as string },
    });
    expect(asked).toEqual([]);
    const cut = kept({ body: { text: '', encoding: 'utf8', cut: true } });
    await expect(prepare(cut, context())).rejects.toMatchObject({ code: 'REPLAY_CUT' });
  });

  it('that nobody answers is told so', async () => {
    const outgoing = { method: 'GET', url: 'http://127.0.0.1:1/', headers: [], body: Buffer.alloc(0) };
    await expect(send(outgoing)).rejects.toMatchObject({ code: 'REPLAY_UNANSWERED' });
  });
});

describe('a target', () => {
  it.each([
    ['http://localhost:3000', true],
    ['http://127.0.0.2', true],
    ['http://[::1]:80/stage', true],
    ['http://api.localhost', true],
    ['https://127.0.0.1.attacker.example', false],
    ['https://api.example.com/prod', false],
    ['http://0x7f000001.example', false],
  ])('%s is this machine: %s', (url, wanted) => {
    expect(isLoopback(url)).toBe(wanted);
  });

  it('is a base URL', () => {
    expect(targetOf('https://a.example/prod/')).toEqual({ url: 'https://a.example/prod', loopback: false });
    for (const bad of ['nonsense', 'ftp://a.example', 'http://a.example/?q=1'])
      expect(() => targetOf(bad)).toThrow('--to is a base URL');
  });
});
