import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/core/secret.js';
import { Callers } from '../../../src/lib/rotation/rehearsal/callers.js';
import { type Attempt, Judge } from '../../../src/lib/rotation/rehearsal/judge.js';
import { RotationLoad } from '../../../src/lib/rotation/rehearsal/load.js';
import type { RehearsalStage } from '../../../src/lib/rotation/rehearsal/stage.js';

const LIFE = 3600_000;

let now: number;
let server: Server;
let stage: RehearsalStage;
/** What the server does with a request: how long it takes (ms of the machine's clock), and then its answer. */
let answer: (path: string) => { status: number; after?: number; body?: string };
let open: number;
let mostOpen: number;

beforeEach(async () => {
  now = Date.parse('2026-11-22T12:00:00Z');
  open = 0;
  mostOpen = 0;
  answer = () => ({ status: 200 });
  server = createServer((request, response) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    const { after = 0 } = answer(request.url ?? '');
    void sleep(after).then(() => {
      open -= 1;
      const { status, body = '{}' } = answer(request.url ?? ''); // judged by the time of the answer
      response.writeHead(status, { 'x-amzn-requestid': 'r-1' }).end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  stage = {
    projectDir: '.',
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    awsUrl: '',
    account: '000000000000',
    region: 'eu-central-1',
    stack: 'arcube',
    stage: 'live',
    holders: [
      { tenant: 't', clientId: 'c', clientSecret: new Secret('right'), edgeSecret: new Secret('edge') },
    ],
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    explain: async () => 'authorizer: refused',
  };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const attempt = (path: string, wanted: Attempt['wanted'] = 'accepted'): Attempt => ({
  path,
  init: {},
  wanted,
  what: 'a thing',
});

describe('the load of a rehearsal', () => {
  it('lets no moved time pass while a request is on its way: a slow machine refuses nobody', async () => {
    const load = new RotationLoad(stage, 300, () => attempt(`/${now + LIFE}`));
    // what is good at first is not after its life: as tokens, signatures and secrets that were replaced meanwhile
    answer = (path) => ({ status: now < Number(path.slice(1)) ? 200 : 401, after: 60 });
    load.start();
    for (let move = 0; move < 5; move++) {
      await load.still(() => stage.advance(2 * LIFE));
      await sleep(20);
    }
    await load.stop();
    expect(load.counts.sent).toBeGreaterThan(20);
    expect(load.counts).toMatchObject({ refusedGood: 0, overtaken: 0, failed: 0, unanswered: 0 });
  });

  it('opens no more connections than a server takes, and tells what it did not send', async () => {
    const load = new RotationLoad(stage, 2_000, () => attempt('/slow'));
    answer = () => ({ status: 200, after: 100 });
    load.start();
    await sleep(1_600);
    await load.stop();
    expect(mostOpen).toBeLessThanOrEqual(32);
    expect(load.counts.heldBack).toBeGreaterThan(0);
    expect(load.counts.unanswered).toBe(0);
  });
});

describe('an answer', () => {
  it('is held against what it has to be, and a violation has its story', async () => {
    const judge = new Judge(stage);
    answer = (path) => ({ status: Number(path.slice(1)) });
    for (const status of [200, 401, 403, 502, 429]) await judge.send(attempt(`/${status}`));
    for (const status of [200, 401, 403]) await judge.send(attempt(`/${status}`, 'refused'));
    await judge.send({ ...attempt('/401'), until: now - 1 });
    expect(judge.counts).toMatchObject({
      sent: 9,
      refusedGood: 2,
      acceptedRevoked: 1,
      failed: 2,
      overtaken: 1,
      unanswered: 0,
    });
    expect(judge.counts.examples[0]).toBe(
      'refusedGood: a thing: 401  {} (sent 2026-11-22T12:00:00.000Z, answered 2026-11-22T12:00:00.000Z, request r-1: authorizer: refused)',
    );
  });

  it('that gives out a token of a key that holders of the key set cannot know is a violation', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ kid: 'new' })}.${part({ iat: now / 1000, exp: (now + LIFE) / 1000 })}.s`;
    answer = (path) =>
      path === '/oauth/token'
        ? { status: 200, body: JSON.stringify({ access_token: token }) }
        : { status: 200, body: JSON.stringify({ keys: [{ kid: 'old' }] }) };
    const judge = new Judge(stage);
    const callers = new Callers(stage, () => judge.counts);
    await judge.send(callers.grant());
    expect(judge.counts).toMatchObject({ refusedGood: 1 });
    expect(judge.counts.examples[0]).toContain('a new token of new: not in the key set');
  });
});
