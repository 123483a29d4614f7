// Bench of the test runner: how soon the first scenario runs, what a reset costs, how long many journeys take, and
// whether runs side by side stay right. Limits are the issue's own; figures are printed and nothing is asserted.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(root, 'bin/run.js');
const { createEmulator } = await import(join(root, 'dist/emulator/index.js'));

const folder = mkdtempSync(join(tmpdir(), 'arcube-bench-'));
mkdirSync(join(folder, 'scenarios'));
writeFileSync(join(folder, 'scenarios/first.yaml'), 'name: first\nsteps: [{ request: { GET: /health } }]\n');

/** Spawns the CLI and resolves with ms until a line fits, and with the exit code. */
function timed(args, fits) {
  const begun = performance.now();
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let first;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (first === undefined && fits(JSON.parse(line))) first = performance.now() - begun;
  });
  const ended = new Promise((resolve) =>
    child.once('close', (code) => resolve({ code, first, total: performance.now() - begun })),
  );
  return { child, ended };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value * 10) / 10;

/** From spawn to the first 200 of `arcube dev`. */
async function devFirst200() {
  const begun = performance.now();
  const args = ['dev', '--json', '--memory', '--port', '0', '--aws-port', '0', '--project', folder];
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await new Promise((resolve) =>
    createInterface({ input: child.stdout }).once('line', (text) => resolve([text])),
  );
  await fetch(`${JSON.parse(line).urls.api}/health`);
  const took = performance.now() - begun;
  child.kill('SIGINT');
  await new Promise((resolve) => child.once('close', resolve));
  return took;
}

async function start() {
  const [dev, test] = [[], []];
  for (let round = 0; round < 5; round++) {
    dev.push(await devFirst200());
    const { first } = await timed(['test', '--json', '--project', folder], ({ event }) => event === 'case')
      .ended;
    test.push(first);
  }
  const [ofDev, ofTest] = [median(dev), median(test)];
  console.log(
    `start: dev's first 200 after ${round(ofDev)} ms, test's first scenario done after ${round(ofTest)} ms: ${round(ofTest / ofDev)} (at most 1.5)`,
  );
}

async function reset() {
  const emulator = createEmulator({ projectDir: folder, state: 'none', port: 0, awsPort: 0 });
  const { mongo } = await emulator.start();
  const client = new MongoClient(mongo);
  const times = [];
  for (let round = 0; round < 20; round++) {
    const documents = Array.from({ length: 1000 }, (_, index) => ({ index, text: 'x'.repeat(200) }));
    await client.db('bench').collection('documents').insertMany(documents);
    const begun = performance.now();
    await emulator.reset();
    times.push(performance.now() - begun);
  }
  await client.close();
  await emulator.stop();
  console.log(
    `reset with 1,000 documents: median ${round(median(times))} ms, worst ${round(Math.max(...times))} ms (at most 20)`,
  );
}

const JOURNEY = (name) => `name: ${name}
vars: { pnr: '\${newPnr}' }
steps:
  - request: { POST: /aggregation-api/servePassengerRecommendations, body: { pnr: '\${pnr}', pointOfSale: API, passengers: '\${sampleTrip.passengers}', segments: '\${sampleTrip.segments}' } }
  - request: { POST: /aggregation-api/servePassengerRecommendations, body: { pnr: '\${pnr}', pointOfSale: WIDGET } }
    capture: { id: $.correlationId, offer: '$.result[0]' }
  - request: { POST: /checkout/verify, body: { correlationId: '\${id}', items: [{ id: '\${offer.id}', categoryCode: '\${offer.category}', unitPrice: '\${offer.price}', quantity: 1, totalPrice: '\${offer.price}', currency: '\${offer.metadata.currency}' }] } }
    expect: { json: { $.verified: true } }
  - request: { POST: /order-api/confirmOrder, body: { sessionId: '\${id}', selectedAncillaries: [{ vendor: '\${offer.metadata.provider}', id: '\${offer.id}', price: { amount: '\${offer.price}', currency: '\${offer.metadata.currency}' } }] } }
    expect: { json: { $.status: SUCCESS } }
  - request: { GET: /cancellation-api/orders, query: { pnr: '\${pnr}' } }
    expect: { json: { $.orders: { length: 1 } } }
`;

async function journeys() {
  const many = join(folder, 'many');
  mkdirSync(many);
  for (let index = 0; index < 200; index++)
    writeFileSync(join(many, `j${index}.yaml`), JOURNEY(`journey ${index}`));
  for (const workers of ['1', '2']) {
    const run = timed(
      ['test', many, '--json', '--workers', workers, '--project', folder],
      ({ event }) => event === 'finished',
    );
    const { code, total } = await run.ended;
    console.log(
      `200 journeys of 5 steps on ${workers} emulator(s): ${round(total / 1000)} s, exit ${code} (at most 10 s)`,
    );
  }
}

async function sideBySide() {
  const runs = Array.from({ length: 4 }, () =>
    timed(['test', '--suite', 'smoke', '--json', '--project', folder], () => false),
  );
  const codes = (await Promise.all(runs.map(({ ended }) => ended))).map(({ code }) => code);
  console.log(`four runs at once: exit codes ${codes.join(', ')}`);
}

console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
);
try {
  await start();
  await reset();
  await journeys();
  await sideBySide();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
