// The gateway beside its floor, in one run: `node test/perf/gateway.mjs [seconds] [rounds] [connections]`. Each round loads the
// floor and every target one after the other; shares are of the same round's floor, their median is printed. Trust those, and
// CPU more than requests a second where others use the machine; not absolute numbers across runs.
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const [seconds, rounds, connections] = [2, 3, 50].map((usual, i) => Number(process.argv[2 + i] ?? usual));
const bundle = async (name) => {
  const outfile = join(root, `.cache/perf/gateway-${name}.mjs`);
  mkdirSync(dirname(outfile), { recursive: true });
  const options = {
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
  };
  await build({ entryPoints: [join(here, `gateway/${name}.ts`)], outfile, ...options });
  return outfile;
};
const built = await bundle('target');

const BODY = JSON.stringify({ name: "O'Brien", qty: 3, note: 'window or aisle, please; '.repeat(38) });
const post = { path: '/items', body: BODY };
const targets = [
  { name: 'floor: event, cached decision', script: join(here, 'gateway/floor.mjs') },
  { name: 'gateway, cached authorizer', script: built },
  { name: 'the same, event left unread', script: built, env: { UNREAD: '1' } },
  { name: 'gateway, 10,000 routes', script: built, env: { ROUTES: '10000' }, path: '/r7/s7/42' },
  { name: 'gateway, three WAF groups', script: built, env: { WAF: '1' } },
  { name: 'gateway, POST 1 KB', script: built, ...post },
  { name: 'gateway, POST 1 KB, three WAF groups', script: built, env: { WAF: '1' }, ...post },
].map((target) => ({ ...target, runs: [] }));

/** Starts a target in a process of its own; resolves to its port. */
function start({ script, env }) {
  const child = fork(script, { env: { ...process.env, ...env }, cwd: root });
  return new Promise((resolve, reject) => {
    child.once('message', ({ port }) => resolve({ child, port }));
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
}

async function load(port, { path = '/items/42', body }, duration, clients) {
  const headers = { authorization: 'Bearer bench', 'user-agent': 'bench' };
  if (body) headers['content-type'] = 'application/json';
  const url = `http://127.0.0.1:${port}${path}`;
  const times = [];
  const run = autocannon({
    url,
    connections: clients,
    duration,
    headers,
    ...(body && { method: 'POST', body }),
  });
  run.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  const result = await run;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * times.length)] ?? 0;
  const bad = result.non2xx + result.errors;
  return { rps: times.length / result.duration, answers: times.length, bad, p50: at(0.5), p99: at(0.99) };
}

/** CPU time of the target so far, µs: far steadier than requests a second where others use the machine too. */
function cpuOf(child) {
  return new Promise((resolve) => {
    child.once('message', ({ cpu }) => resolve(cpu.user + cpu.system));
    child.send('cpu');
  });
}

async function measure(target) {
  const { child, port } = await start(target);
  try {
    await load(port, target, 1, connections);
    const before = await cpuOf(child);
    const many = await load(port, target, seconds, connections);
    const cpu = ((await cpuOf(child)) - before) / many.answers;
    const one = await load(port, target, 1, 1);
    target.runs.push({
      rps: many.rps,
      cpu,
      p50: many.p50,
      p99: many.p99,
      one: one.p50,
      bad: many.bad + one.bad,
    });
  } finally {
    child.removeAllListeners('exit');
    child.kill();
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
for (let round = 0; round < rounds; round++) for (const target of targets) await measure(target);

const [floor] = targets;
const percent = (share) => `${(100 * share).toFixed(0).padStart(3)} %`;
for (const { name, runs } of targets) {
  const of = (key, digits) => median(runs.map((run) => run[key])).toFixed(digits);
  const byRate = median(runs.map((run, i) => run.rps / floor.runs[i].rps));
  const byCpu = median(runs.map((run, i) => floor.runs[i].cpu / run.cpu));
  console.log(
    `${name.padEnd(38)} ${of('rps', 0).padStart(6)}/s  of the floor: ${percent(byRate)} by rate, ${percent(byCpu)} by CPU (${of('cpu', 1)} µs)  ` +
      `p50 ${of('p50', 2)}  p99 ${of('p99', 2)} ms  one connection p50 ${of('one', 2)} ms  bad ${runs.reduce((sum, run) => sum + run.bad, 0)}`,
  );
}
await import(await bundle('parts'));
