// Measures the load generator beside bare autocannon on the same server in the same run: the highest rate that one
// generator thread keeps with its 99th percentile of lateness within 2 ms, and its share of autocannon's rate.
//
//   node scripts/run-ts.mjs test/perf/load/bench.ts [--seconds 5] [--soak MINUTES]
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs, promisify } from 'node:util';
import type { LoadModel } from '../../../src/lib/load/arrivals/load-model.js';
import { constant } from '../../../src/lib/load/arrivals/profile.js';
import { type LoadRun, runLoad } from '../../../src/lib/load/engine/run-load.js';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, soak: { type: 'string' } },
});
const seconds = Number(values.seconds);

async function serve(): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, ['test/perf/load/server.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const { port } = JSON.parse(String(line)) as { port: number };
  return { child, origin: `http://127.0.0.1:${port}` };
}

function load(origin: string, model: LoadModel): Promise<LoadRun> {
  const source = { kind: 'request' as const, method: 'GET', path: '/', headers: {}, expect: [] };
  const options = {
    origin,
    model,
    source,
    workers: 1,
    connections: 1000,
    timeoutMs: 10_000,
    retries: false,
    warmUpMs: 2000,
  };
  return runLoad({ ...options, seed: 'bench' }, () => {}, new AbortController().signal);
}

const open = (rate: number, ms: number): LoadModel => ({
  kind: 'open',
  profile: constant(rate, ms),
  spacing: 'even',
});

function line(name: string, run: LoadRun): void {
  const { overall, lag } = run.observation;
  const rate = (overall.requests / run.tookMs) * 1000;
  console.log(
    `${name.padEnd(28)} ${rate.toFixed(0).padStart(7)}/s  late p99 ${lag.percentile(99).toFixed(2)} ms  ` +
      `latency p50 ${overall.percentile(50).toFixed(2)} p99 ${overall.percentile(99).toFixed(2)} ms  errors ${overall.errors}`,
  );
}

const { child, origin } = await serve();
try {
  if (values.soak !== undefined) await soak(Number(values.soak));
  else await compare();
} finally {
  child.kill();
}

async function compare(): Promise<void> {
  await load(origin, { kind: 'closed', users: 50, durationMs: 1000 });
  const bare = await autocannon(origin);
  console.log(`${'autocannon, 50 connections'.padEnd(28)} ${bare.toFixed(0).padStart(7)}/s`);
  const closed = await load(origin, { kind: 'closed', users: 50, durationMs: seconds * 1000 });
  line('closed, 50 users', closed);
  const share = ((closed.observation.overall.requests / closed.tookMs) * 1000) / bare;
  console.log(`${'share of autocannon'.padEnd(28)} ${(share * 100).toFixed(0).padStart(6)} %  (aim 70)`);
  for (const rate of [5000, 10_000, 15_000, 20_000, 30_000])
    line(`open, ${rate}/s asked`, await load(origin, open(rate, seconds * 1000)));
}

/** Requests a second of autocannon in a process of its own. */
async function autocannon(origin: string): Promise<number> {
  const args = ['node_modules/autocannon/autocannon.js', '-j', '-c', '50', '-d', String(seconds), origin];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return (JSON.parse(stdout) as { requests: { average: number } }).requests.average;
}

/** Memory over a long run: at its first minute and at its end. */
async function soak(minutes: number): Promise<void> {
  const seen: number[] = [];
  const source = { kind: 'request' as const, method: 'GET', path: '/', headers: {}, expect: [] };
  const options = {
    origin,
    source,
    workers: 1,
    connections: 1000,
    timeoutMs: 10_000,
    retries: false,
    warmUpMs: 2000,
    seed: 'soak',
  };
  const model = open(2000, minutes * 60_000);
  const run = await runLoad(
    { ...options, model },
    (_observation, elapsedMs) => {
      if (elapsedMs / 1000 > seen.length * 30) seen.push(process.memoryUsage.rss() / 1e6);
    },
    new AbortController().signal,
  );
  line(`soak, ${minutes} min`, run);
  console.log(`resident memory each 30 s, MB: ${seen.map((mb) => mb.toFixed(0)).join(' ')}`);
}
