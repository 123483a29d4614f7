// The gateway beside its floor, in one run: `node test/perf/gateway.mjs [seconds] [connections]`. Prints requests a second
// and CPU time a request with their share of the floor, and p50 and p99 (ms); trust ratios of one run, not absolute numbers across runs.
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const [seconds = '4', connections = '50'] = process.argv.slice(2);
const built = join(root, '.cache/perf/gateway-target.mjs');
mkdirSync(dirname(built), { recursive: true });
await build({
  entryPoints: [join(here, 'gateway/target.ts')],
  outfile: built,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
});

const BODY = JSON.stringify({ name: "O'Brien", qty: 3, note: 'window or aisle, please; '.repeat(38) });
const targets = [
  { name: 'floor: event, cached decision', script: join(here, 'gateway/floor.mjs') },
  { name: 'gateway, cached authorizer', script: built },
  { name: 'gateway, 10,000 routes', script: built, env: { ROUTES: '10000' }, path: '/r7/s7/42' },
  { name: 'gateway, three WAF groups', script: built, env: { WAF: '1' } },
  { name: 'gateway, POST 1 KB', script: built, path: '/items', body: BODY },
  {
    name: 'gateway, POST 1 KB, three WAF groups',
    script: built,
    env: { WAF: '1' },
    path: '/items',
    body: BODY,
  },
];

/** Starts a target in a process of its own; resolves to its port. */
function start({ script, env }) {
  const child = fork(script, { env: { ...process.env, ...env }, cwd: root });
  return new Promise((resolve, reject) => {
    child.once('message', ({ port }) => resolve({ child, port }));
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
}

async function load(port, { path = '/items/42', body }, duration, clients) {
  const options = {
    url: `http://127.0.0.1:${port}${path}`,
    connections: clients,
    duration,
    headers: {
      authorization: 'Bearer bench',
      'user-agent': 'bench',
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { method: 'POST', body }),
  };
  const times = [];
  const run = autocannon(options);
  run.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  const result = await run;
  times.sort((a, b) => a - b);
  const at = (share) => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  return {
    rps: times.length / result.duration,
    bad: result.non2xx + result.errors,
    p50: at(0.5),
    p99: at(0.99),
  };
}

/** CPU time of the target so far, µs: far steadier than requests a second where others use the machine too. */
function cpuOf(child) {
  return new Promise((resolve) => {
    child.once('message', ({ cpu }) => resolve(cpu.user + cpu.system));
    child.send('cpu');
  });
}

let floor = 0;
let floorCpu = 0;
for (const target of targets) {
  const { child, port } = await start(target);
  try {
    await load(port, target, 1, Number(connections));
    const before = await cpuOf(child);
    const many = await load(port, target, Number(seconds), Number(connections));
    const cpu = ((await cpuOf(child)) - before) / (many.rps * Number(seconds));
    floorCpu ||= cpu;
    const one = await load(port, target, 1, 1);
    floor ||= many.rps;
    const share = ((100 * many.rps) / floor).toFixed(0);
    console.log(
      `${target.name.padEnd(40)} ${many.rps.toFixed(0).padStart(7)}/s  ${share.padStart(3)} % of the floor  cpu ${cpu.toFixed(1)} µs (${((100 * floorCpu) / cpu).toFixed(0)} %)  p50 ${many.p50}  p99 ${many.p99}  one connection p50 ${one.p50}  bad ${many.bad + one.bad}`,
    );
  } finally {
    child.removeAllListeners('exit');
    child.kill();
  }
}
