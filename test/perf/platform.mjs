// What the platform costs inside the emulator, beside the same handlers called by bare node and express with the same
// database: `node test/perf/platform.mjs [seconds]`. Prints a table with the ratios and a line of JSON.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { build } from 'esbuild';
import express from 'express';
import { Pool } from 'undici';
import { parse } from 'yaml';
import { createEmulator } from '../../dist/emulator/index.js';
import { openArrival } from './open-arrival.mjs';

const SECONDS = Number(process.argv[2] ?? 5);
const CONNECTIONS = 50;
const RATE = 100;
const TENANT = 'dune-horizon'; // the sample tenant whose rate plan allows it
const FUNCTIONS = 'templates/ancillary/functions';
const folder = mkdtempSync(join(tmpdir(), 'arcube-bench-'));

/** Athens – Frankfurt – New York and back, five passengers. */
function trip(pnr) {
  const leg = (segmentId, departure, arrival, departureTime, arrivalTime) => ({
    segmentId,
    flightNumber: 'ZD1',
    departure,
    arrival,
    departureTime,
    arrivalTime,
    operatingCarrier: 'ZD',
  });
  return {
    pnr,
    pointOfSale: 'AIRLINE_WEBSITE',
    passengers: ['ADT', 'ADT', 'CHD', 'CHD', 'INF'].map((type, index) => ({ id: `p${index}`, type })),
    segments: [
      leg('s1', 'ATH', 'FRA', '2031-07-01T06:00:00Z', '2031-07-01T09:00:00Z'),
      leg('s2', 'FRA', 'JFK', '2031-07-01T11:00:00Z', '2031-07-01T19:40:00Z'),
      leg('s3', 'JFK', 'FRA', '2031-07-11T21:00:00Z', '2031-07-12T04:20:00Z'),
      leg('s4', 'FRA', 'ATH', '2031-07-12T07:00:00Z', '2031-07-12T09:50:00Z'),
    ],
  };
}

/** The functions as the emulator has them, in this process behind express: no gateway, no authorizer's cache, no workers. */
async function bareServer() {
  const yaml = {
    name: 'yaml',
    setup({ onLoad }) {
      onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
        contents: JSON.stringify(parse(await readFile(path, 'utf8'))),
        loader: 'json',
      }));
    },
  };
  const load = async (name) => {
    const outfile = join(folder, `${name}.cjs`);
    await build({
      entryPoints: [`${FUNCTIONS}/${name}/index.ts`],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      plugins: [yaml],
      logLevel: 'error',
    });
    return createRequire(import.meta.url)(outfile).handler;
  };
  const [authorizer, service, recommendations] = [
    await load('authorizer'),
    await load('service'),
    await load('recommendations'),
  ];
  const app = express().use(express.text({ type: '*/*', limit: '10mb' }));
  const route = (method, path, handler) =>
    app[method](path, async (request, response) => {
      const { context } = await authorizer({
        authorizationToken: request.headers.authorization,
        methodArn: 'arn:aws:execute-api:r:a:api/live/GET/x',
      });
      const result = await handler({
        resource: path,
        path,
        httpMethod: method.toUpperCase(),
        headers: request.headers,
        queryStringParameters: null,
        pathParameters: null,
        requestContext: { requestId: 'bare', authorizer: context },
        body: typeof request.body === 'string' ? request.body : null,
        isBase64Encoded: false,
      });
      response.status(result.statusCode).set(result.headers).send(result.body);
    });
  route('get', '/auth/whoami', service);
  route('post', '/aggregation-api/servePassengerRecommendations', recommendations);
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
}

async function run(url, options) {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, ...options });
  return {
    perSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p97_5: result.latency.p97_5,
    bad: result.non2xx + result.errors,
  };
}

if (process.argv[2] === '--bare') {
  const server = await bareServer();
  process.send({ port: server.address().port });
  process.once('disconnect', () => process.exit(0));
} else await compare();

/** Everything once inside the emulator, once bare, against the same secrets and databases. */
async function compare() {
  const emulator = createEmulator({ projectDir: folder, state: 'none', port: 0, awsPort: 0 });
  const started = performance.now();
  const urls = await emulator.start();
  const startMs = Math.round(performance.now() - started);
  const { clientId, clientSecret } = emulator.credentials().find(({ tenant }) => tenant === TENANT);
  const answer = await fetch(`${urls.api}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret.reveal(),
    }),
  });
  const headers = {
    authorization: `Bearer ${(await answer.json()).access_token}`,
    'content-type': 'application/json',
  };
  const inside = await measure(urls.api, headers);
  console.log('inside', JSON.stringify(inside));
  const bareServer = await bareProcess(urls.aws);
  const bare = await measure(bareServer.url, headers);
  bareServer.stop();
  await emulator.stop();
  rmSync(folder, { recursive: true, force: true });
  const row = (name) => ({
    inside: inside[name].perSecond,
    bare: bare[name].perSecond,
    share: share(inside[name], bare[name]),
    'p50 inside': inside[name].p50,
    'p50 bare': bare[name].p50,
    ...tail(name, inside, bare),
    bad: inside[name].bad + bare[name].bad,
  });
  const rows = Object.fromEntries(Object.keys(inside).map((name) => [name, row(name)]));
  console.log(
    `start ${startMs} ms; calls a second at ${CONNECTIONS} connections; spike and paced: ${RATE} a second after ${RATE / 10} and after those, from the moment each was due; ms`,
  );
  for (const [name, facts] of Object.entries(rows)) console.log(name.padEnd(10), JSON.stringify(facts));
  console.log(JSON.stringify({ startMs, rows }));
  process.exit(0);
}

/** autocannon knows the 97.5th percentile; the paced row has a histogram of its own. */
function tail(name, inside, bare) {
  const key = 'p95' in inside[name] ? 'p95' : 'p97_5';
  return { [`${key} inside`]: inside[name][key], [`${key} bare`]: bare[name][key] };
}

function share(one, other) {
  return `${Math.round((100 * one.perSecond) / other.perSecond)} %`;
}

async function measure(url, headers) {
  let count = 0;
  const path = '/aggregation-api/servePassengerRecommendations';
  const setupRequest = (request) => ({ ...request, body: bodyOf() });
  const recommend = { headers, requests: [{ path, method: 'POST', headers, setupRequest }] };
  const bodyOf = () => JSON.stringify(trip(`B${count++ % 50_000}XYZ`));
  const at = (rate) => paced(rate, { url, path, headers, bodyOf });
  await at(RATE / 10);
  const spike = await at(RATE);
  const whoami = await run(`${url}/auth/whoami`, { headers });
  await run(url, { ...recommend, duration: 3 * SECONDS }); // cold starts of fifty environments are another matter
  return { spike, whoami, recommend: await run(url, recommend), paced: await at(RATE) };
}

async function paced(rate, { url, path, headers, bodyOf }) {
  await wait(1000); // what the load before it has left unanswered is not this one's
  const pool = new Pool(url, { connections: 64, pipelining: 1 });
  const result = await openArrival({
    rate,
    seconds: 2 * SECONDS,
    send: async () => {
      const answer = await pool.request({ path, method: 'POST', headers, body: bodyOf() });
      await answer.body.dump();
      return answer.statusCode === 200;
    },
  });
  await pool.close();
  return result;
}

async function bareProcess(aws) {
  const secret = (name) => `arcube/${name}`;
  const child = fork(new URL(import.meta.url), ['--bare'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'], // its functions' log
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: aws,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      TOKEN_ISSUER: 'https://api.arcube.example',
      TOKEN_AUDIENCE: 'ancillary-api',
      VERIFICATION_KEYS_SECRET: secret('verification-keys'),
      DATABASES_SECRET: secret('databases'),
      BUNDLE_KEYS_SECRET: secret('bundle-keys'),
      PERSONAL_KEY: 'alias/arcube-personal',
      VENDORS_SECRET: secret('vendors'),
    },
  });
  const [{ port }] = await once(child, 'message');
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
