import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createEmulator } from '../../emulator/index.js';
import { findBrowser, runInPage } from '../helpers/browser.js';
import { platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TEMPLATE = fileURLToPath(new URL('../fixtures/cors-stack/template.yaml', import.meta.url));
const browser = findBrowser();
if (browser === undefined)
  console.warn('No Chromium-like browser here (set ARCUBE_BROWSER to one): its preflights are not tried.');

const ASK = `
  const ask = async (path, init) => {
    try {
      const answer = await fetch(data.api + path, init);
      return { status: answer.status, id: answer.headers.get('x-amzn-RequestId'), body: await answer.json() };
    } catch (error) {
      return { refused: error.name };
    }
  };`;

describe.skipIf(browser === undefined)('a page of another origin, in a real browser', () => {
  test('calls with cookies after the preflight it needs, and is kept from what was not opened to it', async () => {
    let emulator: ReturnType<typeof createEmulator> | undefined;
    const open = async (origin: string): Promise<string> => {
      emulator = createEmulator({
        template: TEMPLATE,
        parameters: { PageOrigin: origin },
        state: 'none',
        port: 0,
        awsPort: 0,
      });
      return (await emulator.start()).api;
    };
    const script = `${ASK}
      const put = { method: 'PUT', headers: { 'content-type': 'application/json', 'x-tenant': 'sky' }, body: '{"seat":"12A"}' };
      const first = await ask('/cart', { ...put, credentials: 'include' });
      const second = await ask('/cart', { ...put, credentials: 'include' });
      const without = await ask('/cart', { ...put, credentials: 'omit' });
      const header = await ask('/cart', { ...put, headers: { 'x-other': '1' } });
      const verb = await ask('/cart', { method: 'DELETE' });
      const closed = await ask('/closed', put);
      return { first, second, without, header, verb, closed };`;
    try {
      const seen = await runInPage(browser as string, script, async (origin) => ({
        api: await open(origin),
      }));
      const body = (cookie: string | null) => ({ method: 'PUT', cookie, body: '{"seat":"12A"}' });
      const answered = (cookie: string | null) => ({
        status: 200,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        body: body(cookie),
      });
      expect(seen).toEqual({
        first: answered(null),
        second: answered('visit=one; lang=en'),
        without: answered(null),
        header: { refused: 'TypeError' },
        verb: { refused: 'TypeError' },
        closed: { refused: 'TypeError' },
      });
    } finally {
      await emulator?.stop();
    }
  }, 60_000);

  test("shows the platform's offers with a token, and never gets one with a secret", async () => {
    const lab = await platformLab();
    try {
      const script = `${ASK}
        const json = { 'content-type': 'application/json' };
        const post = (path, body, headers) => ask(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
        return {
          offers: await post('/aggregation-api/servePassengerRecommendations', data.trip, data.token),
          expired: await post('/aggregation-api/servePassengerRecommendations', data.trip, { authorization: 'Bearer a.b.c' }),
          token: await post('/oauth/token', {}, {}),
        };`;
      const trip = { ...roundTrip(), pnr: 'PAGE01', pointOfSale: 'AIRLINE_WEBSITE' };
      const data = { api: lab.url, trip, token: lab.as('aulis-air') };
      expect(await runInPage(browser as string, script, () => data)).toMatchObject({
        offers: {
          status: 200,
          body: { result: expect.arrayContaining([expect.objectContaining({ category: 'ESIMS' })]) },
        },
        expired: { status: 401, body: { error: { code: 'UNAUTHENTICATED' } } },
        token: { refused: 'TypeError' },
      });
    } finally {
      await lab.stop();
    }
  }, 60_000);
});
