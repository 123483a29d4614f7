// Measures arcube beside a floor: the same functions called in one process by bare node and express. Ratios of one run
// mean something; absolute numbers depend on the machine and on what else it does.
//
//   npm run bench                          everything, a table and test/perf/results/<date>.json
//   npm run bench -- --only startup        startup, throughput or memory
//   npm run bench -- --runs 3 --seconds 2  shorter
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '50' },
  },
});
const runs = Number(options.runs);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts a target; resolves once its first line says where it listens. */
function start(args, env = {}) {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const lines = createInterface({ input: child.stdout });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const ready = new Promise((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line)));
    void exited.then((code) => reject(new Error(`${args[0]} ended with ${code}`)));
  });
  const stop = () => {
    child.kill('SIGTERM');
    return exited;
  };
  return { child, ready, began, stop };
}

const project = mkdtempSync(join(tmpdir(), 'arcube-bench-'));
const TENANT = join(project, 'tenants', 'bench.yaml');
mkdirSync(dirname(TENANT));
// no rate plan may stand in the way of the load
writeFileSync(TENANT, readFileSync(join(here, 'tenant.yaml')));

const targets = {
  'arcube dev': () =>
    start([
      join(root, 'bin', 'run.js'),
      'dev',
      '--json',
      '--no-watch',
      '--project',
      project,
      '--port',
      '0',
      '--aws-port',
      '0',
    ]),
  'bare start': () => start([join(here, 'floor-start.mjs'), project]),
  'bare functions': () =>
    start([join(root, 'scripts', 'run-ts.mjs'), join(here, 'floor-functions.ts'), project]),
};

/** A token, and what the load needs: an offer to order. */
async function signIn({ urls, credentials }) {
  const [{ clientId, clientSecret }] = credentials;
  const answer = await post(`${urls.api}/oauth/token`, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  return answer.access_token;
}

async function post(url, body, headers = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}

function trip(pnr) {
  const day = (offset, time) =>
    `${new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`;
  const leg = (segmentId, flightNumber, departure, arrival, departureTime, arrivalTime) => ({
    segmentId,
    flightNumber,
    departure,
    arrival,
    departureTime,
    arrivalTime,
    operatingCarrier: flightNumber.slice(0, 2),
  });
  return {
    pnr,
    pointOfSale: 'AIRLINE_WEBSITE',
    passengers: [{ id: 'P1', type: 'ADT', firstName: 'Maria', lastName: 'Papadaki', isLead: true }],
    segments: [
      leg('S1', 'LH1279', 'ATH', 'FRA', day(30, '06:00'), day(30, '09:05')),
      leg('S2', 'LH400', 'FRA', 'JFK', day(30, '11:00'), day(30, '19:40')),
      leg('S3', 'LH401', 'JFK', 'FRA', day(37, '21:00'), day(38, '04:30')),
      leg('S4', 'LH1284', 'FRA', 'ATH', day(38, '08:00'), day(38, '10:50')),
    ],
  };
}

/** From spawn to the first authorised 200, in ms. */
async function startup(name) {
  const times = [];
  for (let run = 0; run <= runs; run++) {
    const target = targets[name]();
    const ready = await target.ready;
    const token = await signIn(ready);
    const answer = await fetch(`${ready.urls.api}/health`, { headers: { authorization: `Bearer ${token}` } });
    if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`);
    if (run > 0) times.push(performance.now() - target.began); // the first one warms the page cache
    await target.stop();
  }
  return { medianMs: Math.round(median(times)), bestMs: Math.round(Math.min(...times)), runs };
}

async function load(url, request) {
  const result = await autocannon({
    url,
    connections: Number(options.connections),
    duration: Number(options.seconds),
    ...request,
  });
  const bad = result.non2xx + result.errors + result.timeouts;
  return {
    perSecond: Math.round(result.requests.average),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    bad,
  };
}

/** Resident memory of a process, MB; Linux only. */
function residentMb(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  } catch {
    return undefined;
  }
}

async function throughput(name) {
  const target = targets[name]();
  try {
    const ready = await target.ready;
    await wait(1000);
    const memory = { idleMb: residentMb(target.child.pid) };
    const token = await signIn(ready);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const health = { method: 'GET', headers };
    // trips of their own, as passengers have: one booking asked for by fifty clients at once would measure its lock
    const bodies = Array.from({ length: 1000 }, (_, index) => JSON.stringify(trip(`B${10_000 + index}`)));
    let next = 0;
    const setupRequest = (request) => ({ ...request, body: bodies[next++ % bodies.length] });
    const recommendations = { requests: [{ method: 'POST', headers, setupRequest }] };
    const api = ready.urls.api;
    const offers = await post(
      `${api}/aggregation-api/servePassengerRecommendations`,
      trip('BENCH2'),
      headers,
    );
    const [offer] = offers.result;
    const order = {
      sessionId: offers.correlationId,
      selectedAncillaries: [
        { vendor: offer.metadata.provider, id: offer.id, price: { amount: offer.price, currency: 'EUR' } },
      ],
    };
    // one order, asked for again and again: the whole chain, and the idempotency record instead of new bookings
    const orders = {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(order),
    };
    await post(`${api}/order-api/confirmOrder`, order, orders.headers);
    await load(`${api}/health`, { ...health, duration: 2 });
    const figures = { health: await load(`${api}/health`, health) };
    await load(`${api}/aggregation-api/servePassengerRecommendations`, { ...recommendations, duration: 2 });
    figures.recommendations = await load(
      `${api}/aggregation-api/servePassengerRecommendations`,
      recommendations,
    );
    figures.orders = await load(`${api}/order-api/confirmOrder`, orders);
    await wait(2000);
    memory.afterLoadMb = residentMb(target.child.pid);
    return { ...figures, memory };
  } finally {
    await target.stop();
  }
}

const report = {
  date: new Date().toISOString(),
  machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  node: process.version,
  connections: Number(options.connections),
};
const rows = [];
try {
  if (!options.only || options.only === 'startup') {
    report.startup = { floor: await startup('bare start'), arcube: await startup('arcube dev') };
    const { floor, arcube } = report.startup;
    rows.push([
      'start to first authorised 200, ms',
      floor.medianMs,
      arcube.medianMs,
      `${(arcube.medianMs / floor.medianMs).toFixed(2)} ×`,
    ]);
  }
  if (!options.only || options.only === 'throughput') {
    report.throughput = { floor: await throughput('bare functions'), arcube: await throughput('arcube dev') };
    const { floor, arcube } = report.throughput;
    for (const kind of ['health', 'recommendations', 'orders']) {
      const share = `${Math.round((100 * arcube[kind].perSecond) / floor[kind].perSecond)} %`;
      rows.push([`${kind} a second (p99 ms, failed)`, describe(floor[kind]), describe(arcube[kind]), share]);
    }
    rows.push(['memory idle, MB', floor.memory.idleMb, arcube.memory.idleMb, '']);
    rows.push(['memory after load, MB', floor.memory.afterLoadMb, arcube.memory.afterLoadMb, '']);
  }
} finally {
  rmSync(project, { recursive: true, force: true });
}

const file = join(here, 'results', `${report.date.slice(0, 10)}.json`);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
console.log(
  `\n| ${report.date.slice(0, 10)}, ${report.machine}, node ${report.node} | floor | arcube | ratio |\n|---|---|---|---|`,
);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

function describe({ perSecond, p99Ms, bad }) {
  return `${perSecond} (${p99Ms}, ${bad})`;
}
