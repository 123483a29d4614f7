import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProgram } from '../helpers/browser.js';
import { readAnswers, valuesOf, type WireAnswer } from '../helpers/gateway/wire.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const run = promisify(execFile);
const curl = findProgram('curl');
if (curl === undefined) console.warn('No curl here: it is not tried as a client.');

describe.skipIf(curl === undefined)('curl', () => {
  let lab: PlatformLab;
  const folder = mkdtempSync(join(tmpdir(), 'arcube-curl-'));
  beforeAll(async () => {
    lab = await platformLab();
  }, 60_000);
  afterAll(async () => {
    await lab?.stop();
    rmSync(folder, { recursive: true });
  });

  /** The last answer of a call, as it lay on the wire. */
  async function call(path: string, ...args: string[]): Promise<WireAnswer> {
    const options = { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const;
    const { stdout } = await run('curl', ['-sS', '-i', '--max-time', '20', ...args, lab.url + path], options);
    const answers = readAnswers(stdout, args.includes('-I'));
    return answers.at(-1) as WireAnswer;
  }
  const tripFile = (change: object): string => {
    const file = join(folder, 'trip.json');
    writeFileSync(file, JSON.stringify({ ...roundTrip(), pnr: 'CURL01', pointOfSale: 'API', ...change }));
    return `@${file}`;
  };
  const bearer = () => ['-H', `Authorization: ${lab.as('aulis-air').authorization}`];
  const json = ['-H', 'Content-Type: application/json'];

  test('gets a token, form-encoded as its -d sends it, and uses it', async () => {
    const [one] = lab.emulator.credentials();
    const answer = await call(
      '/oauth/token',
      '-d',
      'grant_type=client_credentials',
      '--data-urlencode',
      `client_id=${one?.clientId}`,
      '--data-urlencode',
      `client_secret=${one?.clientSecret.reveal()}`,
    );
    expect(answer.status).toBe(200);
    const { access_token: token } = JSON.parse(answer.body.toString());
    const who = await call('/auth/whoami', '-H', `Authorization: Bearer ${token}`);
    expect([who.status, who.line]).toEqual([200, 'HTTP/1.1 200 OK']);
  });
  test('sends bodies by length, in chunks, and after asking whether it may (100-continue)', async () => {
    const path = '/aggregation-api/servePassengerRecommendations';
    const body = ['--data-binary', tripFile({})];
    expect((await call(path, ...bearer(), ...json, ...body)).status).toBe(200);
    const chunked = ['-H', 'Transfer-Encoding: chunked'];
    expect((await call(path, ...bearer(), ...json, ...chunked, ...body)).status).toBe(200);
    const asking = ['-H', 'Expect: 100-continue'];
    expect((await call(path, ...bearer(), ...json, ...asking, ...body)).status).toBe(200);
  });
  test('a body above 4 MB is told so in the words of the contract', async () => {
    const large = ['--data-binary', tripFile({ padding: 'x'.repeat(4_300_000) })];
    const answer = await call('/checkout/verify', ...bearer(), ...json, ...large);
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body.toString()).error).toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
  test('HEAD, an offer of HTTP/2, compression, HTTP/1.0: answered as AWS answers', async () => {
    const head = await call('/health', '-I');
    expect([head.status, head.body.length]).toEqual([404, 0]);
    expect(valuesOf(head, 'x-amzn-ErrorType')).toEqual(['MissingAuthenticationTokenException']);
    expect((await call('/health', '--http2')).line).toBe('HTTP/1.1 200 OK');
    expect(valuesOf(await call('/health', '--compressed'), 'Content-Encoding')).toEqual([]);
    expect((await call('/health', '--http1.0')).status).toBe(200);
  });
  test('paths as they are: dots and escapes are not resolved', async () => {
    expect((await call('/webhooks/../health', '--path-as-is')).status).toBe(404);
    expect((await call('/webhooks/../health')).status).toBe(200);
    expect((await call('/%68ealth')).status).toBe(404);
  });
  test('two calls on one connection', async () => {
    const { stdout } = await run('curl', ['-sS', '-v', `${lab.url}/health`, `${lab.url}/health`]).then(
      ({ stderr }) => ({ stdout: stderr }),
    );
    expect(stdout).toMatch(/Re-using existing connection/i);
  });
});
