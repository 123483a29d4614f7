import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../helpers/cli.js';
import { Dev, emptyProject } from '../helpers/dev.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const project = emptyProject();
let dev: Dev;
let token = '';
beforeAll(async () => {
  dev = await Dev.start(project.folder);
  const [first] = dev.ready.credentials;
  const answer = await post('/oauth/token', {
    grant_type: 'client_credentials',
    client_id: first!.clientId,
    client_secret: first!.clientSecret,
  });
  token = ((await answer.json()) as { access_token: string }).access_token;
}, 60_000);
afterAll(async () => {
  await dev?.end();
  project.remove();
});

function post(path: string, body: unknown): Promise<Response> {
  return fetch(dev.ready.urls.api + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
}
const replay = (...args: string[]) => runCli(['replay', '--project', project.folder, ...args]);
const idOf = (answer: Response) => answer.headers.get('x-amzn-requestid') ?? '';

test('an unchanged API answers the same, from another terminal, with a new token', async () => {
  const answer = await post('/aggregation-api/servePassengerRecommendations', {
    ...roundTrip(),
    pointOfSale: 'WIDGET',
  });
  expect(answer.status).toBe(200);
  const text = await replay(idOf(answer));
  expect(text.stdout).toMatch(/^POST \/aggregation-api\/.* 200 \d+ ms\n/);
  expect(text).toMatchObject({ code: 0, stdout: expect.stringContaining('The answers are the same.') });
  const json = await replay(answer.headers.get('x-request-id') ?? '', '--json');
  expect(json.code).toBe(0);
  expect(JSON.parse(json.stdout)).toMatchObject({ same: true, differences: [], requestId: idOf(answer) });
  const kept = readFileSync(join(project.folder, '.arcube/logs/eu-central-1/requests-0.jsonl'), 'utf8');
  expect(kept).toContain(idOf(answer));
  expect(kept).not.toContain(token);
});

test('a token request is sent with its secret, which is not on disk', async () => {
  const [first] = dev.ready.credentials;
  const { clientId: client_id, clientSecret: client_secret } = first!;
  const answer = await post('/oauth/token', { grant_type: 'client_credentials', client_id, client_secret });
  expect(await replay(idOf(answer))).toMatchObject({ code: 0 });
  const kept = readFileSync(join(project.folder, '.arcube/logs/eu-central-1/requests-0.jsonl'), 'utf8');
  expect(kept).not.toContain(client_secret);
});

test('answers that differ are told place by place, with exit code 1', async () => {
  const answer = await fetch(`${dev.ready.urls.api}/health`);
  const functions = await runCli(['fault', 'set', '*', '--error-rate', '1', '--project', project.folder]);
  expect(functions.code).toBe(0);
  const json = await replay(idOf(answer), '--json');
  await runCli(['fault', 'clear', '--project', project.folder]);
  expect(json.code).toBe(1);
  const { same, differences } = JSON.parse(json.stdout) as {
    same: boolean;
    differences: { where: string }[];
  };
  expect(same).toBe(false);
  expect(differences[0]).toEqual({ where: 'status', path: '', before: 200, after: expect.any(Number) });
});

test('an unknown id, a secret that nobody has and another machine are refused with their remedies', async () => {
  expect(await replay('no-such-id')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('REPLAY_UNKNOWN'),
  });
  const answer = await post('/aggregation-api/servePassengerRecommendations', { pnr: 'X' });
  const foreign = await replay(idOf(answer), '--to', 'https://api.example.com');
  expect(foreign).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
  const meant = await replay(idOf(answer), '--to', 'https://192.0.2.1', '--yes', '--json');
  expect(JSON.parse(meant.stdout)).toMatchObject({ error: { code: 'REPLAY_SECRETS' } });
  expect(meant.code).toBe(2);
});

test('kept requests outlive the emulator', async () => {
  const answer = await fetch(`${dev.ready.urls.api}/health`);
  await dev.end();
  expect((await replay(idOf(answer))).code).toBe(4);
  const again = emptyProject();
  mkdirSync(again.folder, { recursive: true });
  writeFileSync(join(again.folder, 'arcube.yaml'), 'stackName: other\n');
  dev = await Dev.start(again.folder);
  const other = await replay(idOf(answer), '--to', dev.ready.urls.api);
  expect(other).toMatchObject({ code: 0, stdout: expect.stringContaining(dev.ready.urls.api) });
  await dev.end();
  again.remove();
});
