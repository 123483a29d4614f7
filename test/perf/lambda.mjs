// Lambda's speed beside plain yardsticks on the same machine, as JSON. Run it after `npm run build`; name parts to have those
// alone: `node test/perf/lambda.mjs neighbours soak` (the soak, a long run on memory, only when it is named).
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const FUNCTIONS = 10;
const EMPTY = 'export const handler = async () => null;';

/** Ways to misbehave, each by a function of its own; what they do to the latency of another is measured. */
const MISDEEDS = {
  blocks: 'for (;;);',
  floods: 'for (let i = 0; i < 50_000; i++) console.log("line", i);',
  neverResolves: 'await new Promise(() => setTimeout(() => {}, 9e4));',
  answers7MB: 'return "x".repeat(7 * 1024 * 1024);',
  cyclic: 'const a = {}; a.a = a; return a;',
  throwsLater:
    'setTimeout(() => { throw new Error("late") }, 1); await new Promise((resolve) => setTimeout(resolve, 50));',
  exits: 'process.exit(1);',
  spawns: 'const { spawnSync } = await import("node:child_process"); spawnSync("true");',
  eatsMemory: 'const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()));',
};

const { createLambda, EventBus, MovableClock, createIds } = await load();
const folder = await mkdtemp(join(tmpdir(), 'arcube-perf-'));
const PARTS = { warm, throughput, coldStart, reload, neighbours, environments, soak: memoryOverTime };
const asked = process.argv.slice(2).map((word) => word.replace(/^--/, ''));
const parts = asked.length > 0 ? asked : Object.keys(PARTS).filter((name) => name !== 'soak');
try {
  for (const name of parts) console.log(JSON.stringify(await PARTS[name](), null, 2));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Bundles the room by itself: the published library shows no more than the whole emulator. */
async function load() {
  const outfile = join(root, 'dist/perf/lambda.mjs');
  const contents = `export { createLambda } from './emulator/lambda/index.js';
    export { EventBus } from './emulator/kernel/events.js';
    export { MovableClock } from './src/core/clock.js';
    export { createIds } from './src/core/ids.js';`;
  const stdin = { contents, resolveDir: root };
  await build({ stdin, outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external' });
  return import(pathToFileURL(outfile).href);
}

/** A started service with `count` functions of the same source. */
async function service(source, { count = FUNCTIONS, watch = false, memorySize = 256, timeout = 3 } = {}) {
  const home = await mkdtemp(join(folder, 's-'));
  const names = Array.from({ length: count }, (_, i) => `f${i}`);
  for (const name of names) {
    await mkdir(join(home, name));
    await writeFile(join(home, name, 'index.mjs'), source);
  }
  const functions = names.map((name) => ({
    logicalId: name,
    name,
    arn: `arn:aws:lambda:eu-central-1:123456789012:function:${name}`,
    code: { folder: join(home, name) },
    handler: 'index.handler',
    runtime: 'nodejs22.x',
    timeout,
    memorySize,
    ephemeralStorage: 512,
    environment: {},
    tracing: 'PassThrough',
    aliases: [],
    place: { file: 'template.yaml', line: 1, column: 1 },
  }));
  const clock = new MovableClock();
  const events = new EventBus();
  const lambda = createLambda({
    functions,
    clock,
    ids: createIds(),
    events,
    watch,
    cacheDir: join(home, 'cache'),
  });
  await lambda.start(new AbortController().signal);
  const call = (functionName, event = {}) =>
    lambda.invoke({ functionName, payload: JSON.stringify(event), storyId: 'perf' });
  const stop = async () => {
    await lambda.stop();
    clock.stop();
  };
  return { home, lambda, clock, events, call, stop };
}

async function warm() {
  const { call, stop } = await service(EMPTY, { count: 1 });
  const invoke = await sample(3000, () => call('f0'));
  await stop();
  const bare = await bareRoundTrip();
  return {
    warmMedianUs: us(invoke, 0.5),
    warmP99Us: us(invoke, 0.99),
    bareThreadMedianUs: us(bare, 0.5),
    warmToBareThread: ratio(quantile(invoke, 0.5), quantile(bare, 0.5)),
  };
}

/** The least that an answer from another thread costs. */
async function bareRoundTrip() {
  const code =
    "const { parentPort } = require('node:worker_threads'); parentPort.on('message', (m) => parentPort.postMessage(m));";
  const worker = new Worker(code, { eval: true });
  const samples = await sample(3000, () => {
    const answer = new Promise((resolve) => worker.once('message', resolve));
    worker.postMessage({ id: 1, payload: '{}' });
    return answer;
  });
  await worker.terminate();
  return samples;
}

async function throughput() {
  const { call, stop } = await service(EMPTY, { count: 1 });
  const perSecond = await load50(() => call('f0'));
  await stop();
  const handler = async () => null;
  const inProcess = await load50(async () => JSON.stringify(await handler(JSON.parse('{}'))));
  return {
    throughput50: Math.round(perSecond),
    inProcess50: Math.round(inProcess),
    throughputToInProcess: ratio(perSecond, inProcess),
  };
}

async function load50(act) {
  for (let i = 0; i < 20; i++) await Promise.all(Array.from({ length: 50 }, act));
  const until = performance.now() + 2000;
  const startedAt = performance.now();
  let done = 0;
  const client = async () => {
    while (performance.now() < until) {
      await act();
      done++;
    }
  };
  await Promise.all(Array.from({ length: 50 }, client));
  return done / ((performance.now() - startedAt) / 1000);
}

async function coldStart() {
  const { call, clock, stop } = await service(handlerOf200KB(), { count: 1 });
  const samples = [];
  for (let i = 0; i < 30; i++) {
    const startedAt = performance.now();
    await call('f0');
    samples.push(performance.now() - startedAt);
    clock.advance(20 * 60_000);
    await sleep(300); // the spare thread is booted meanwhile, as between two requests of a person
  }
  await stop();
  return { coldMedianMs: ms(samples, 0.5), coldP95Ms: ms(samples, 0.95) };
}

function handlerOf200KB() {
  const parts = [];
  for (let i = 0; i < 1000; i++) {
    parts.push(
      `export function part${i}(a) { const b = a + ${i}; if (b > 3) { return "${'x'.repeat(100)}" + b; } return { a, b, c: [${i}] }; }`,
    );
  }
  return `${parts.join('\n')}\nconst all = [${parts.map((_, i) => `part${i}`).join()}];\nexport const handler = async () => all.length;`;
}

/** Saves a handler 50 times while ten functions are called at full speed. */
async function reload() {
  const source = (word) => `export const handler = async () => ${JSON.stringify(word)};`;
  const { home, call, stop } = await service(source('v0'), { watch: true });
  let running = true;
  let served = 0;
  let refused = 0;
  const client = async (name) => {
    while (running) {
      const outcome = await call(name).catch(() => undefined);
      served++;
      if (!outcome || outcome.functionError) refused++;
    }
  };
  const clients = Array.from({ length: FUNCTIONS }, (_, i) => client(`f${i}`));
  const samples = [];
  for (let i = 1; i <= 50; i++) {
    const startedAt = performance.now();
    await writeFile(join(home, 'f0/index.mjs'), source(`v${i}`));
    while ((await call('f0')).payload !== `"v${i}"`) await sleep(0);
    samples.push(performance.now() - startedAt);
    await sleep(20);
  }
  running = false;
  await Promise.all(clients);
  await stop();
  return {
    reloadMedianMs: ms(samples, 0.5),
    reloadP95Ms: ms(samples, 0.95),
    reloadServed: served,
    reloadRefused: refused,
  };
}

/** What a function that misbehaves does to the latency of another. */
async function neighbours() {
  const acts = Object.entries(MISDEEDS).map(([name, code]) => `if (act === '${name}') { ${code} }`);
  const source = `export const handler = async ({ act }) => { ${acts.join('\n')} return 1; };`;
  const result = {};
  for (const act of Object.keys(MISDEEDS)) {
    const { call, stop } = await service(source, { count: 2, timeout: 1 });
    await call('f1');
    const calm = await sample(1000, () => call('f0'));
    let going = true;
    const culprit = (async () => {
      while (going) await call('f1', { act }).catch(() => {});
    })();
    await sleep(50);
    const disturbed = await sample(1000, () => call('f0'));
    going = false;
    await culprit;
    await stop();
    result[act] = {
      calmP99Us: us(calm, 0.99),
      besideP99Us: us(disturbed, 0.99),
      ratio: ratio(quantile(disturbed, 0.99), quantile(calm, 0.99)),
    };
  }
  return { neighbours: result };
}

/** Ten functions with five environments each. */
async function environments() {
  const source = `${handlerOf200KB().replace('async () => all.length', 'async () => { await new Promise((resolve) => setTimeout(resolve, 1500)); return all.length; }')}`;
  const { lambda, call, stop } = await service(source);
  await sleep(500);
  const before = rss();
  const calls = [];
  for (let i = 0; i < FUNCTIONS; i++) for (let n = 0; n < 5; n++) calls.push(call(`f${i}`));
  await Promise.all(calls);
  await sleep(300);
  const after = rss();
  const stats = lambda.stats();
  await stop();
  return {
    environments: stats.environments,
    threads: stats.threads,
    environmentsMb: Math.round(after - before),
  };
}

/** 100,000 events and 200 reloads: memory against what it was after the first 10,000. */
async function memoryOverTime() {
  const source = (word) =>
    `export const handler = async (event) => ({ word: ${JSON.stringify(word)}, event });`;
  const { home, call, stop } = await service(source('v0'), { watch: true });
  let after10k = 0;
  for (let i = 0; i < 100_000; i += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, n) => call(`f${n}`, { i })));
    if (i % 500 === 0) await writeFile(join(home, `f${(i / 500) % 10}/index.mjs`), source(`v${i}`));
    if (i === 10_000) after10k = rss();
  }
  await sleep(1500); // a pause in which threads collect
  const end = rss();
  await stop();
  return {
    soakAfter10kMb: Math.round(after10k),
    soakEndMb: Math.round(end),
    soakGrowth: ratio(end, after10k),
  };
}

async function sample(count, act) {
  for (let i = 0; i < 200; i++) await act();
  const samples = [];
  for (let i = 0; i < count; i++) {
    const startedAt = performance.now();
    await act();
    samples.push(performance.now() - startedAt);
  }
  return samples;
}

function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function us(samples, share) {
  return Math.round(quantile(samples, share) * 1000);
}

function ms(samples, share) {
  return Math.round(quantile(samples, share) * 10) / 10;
}

function ratio(a, b) {
  return Math.round((a / b) * 100) / 100;
}

function rss() {
  return process.memoryUsage().rss / 1_048_576;
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
