// Generated requests over raw sockets, for as long as it takes: `node test/perf/soak-gateway.mjs [count] [first seed]`.
// Fails on a crash, a hang, an answer with an undefined status, or memory that grows.
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generateRequest } from './gateway/requests.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const count = Number(process.argv[2] ?? 200_000);
const first = Number(process.argv[3] ?? 0);
const DEFINED = new Set(['100', '200', '400', '401', '403', '413', '414', '431', '500', '502']);
/** Growth of the resident set from a quarter of the way to the end that is still called flat, MB. */
const FLAT = 64;

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
const child = fork(built, { env: { ...process.env, WAF: '1' }, cwd: root });
const { port } = await new Promise((resolve, reject) => {
  child.once('message', resolve);
  child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}`)));
});
child.on('exit', (code) => {
  console.error(`the gateway ended with ${code}`);
  process.exit(1);
});

const rss = () =>
  new Promise((resolve) => {
    child.once('message', (message) => resolve(message.rss / 2 ** 20));
    child.send('cpu');
  });

/** Status of the first answer; every generated request ends its connection. */
function ask(seed) {
  return new Promise((resolve, reject) => {
    let head = '';
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(15_000, () => socket.destroy(new Error(`seed ${seed}: no answer within 15 s`)));
    socket.on('data', (chunk) => {
      if (head.length < 20) head += chunk.toString('latin1', 0, 20);
    });
    socket.once('error', (error) =>
      ['ECONNRESET', 'EPIPE'].includes(error.code) ? resolve(head) : reject(error),
    );
    socket.once('close', () => resolve(head));
    for (const part of generateRequest(seed).parts) socket.write(part);
  });
}

const statuses = {};
let next = first;
let done = 0;
let quarter = 0;
async function worker() {
  while (next < first + count) {
    const seed = next++;
    const status = /^HTTP\/1\.1 (\d{3})/.exec(await ask(seed))?.[1] ?? 'none';
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (!DEFINED.has(status)) throw new Error(`seed ${seed}: status ${status}`);
    done++;
    if (done === Math.floor(count / 4)) quarter = await rss();
    if (done % 20_000 === 0) console.log(`${done}  ${(await rss()).toFixed(0)} MB`);
  }
}
await Promise.all(Array.from({ length: 16 }, worker));
const end = await rss();
console.log(
  `${count} requests: ${JSON.stringify(statuses)}; memory ${quarter.toFixed(0)} MB after a quarter, ${end.toFixed(0)} MB at the end`,
);
child.removeAllListeners('exit');
child.kill();
if (end - quarter > FLAT) {
  console.error('memory grows');
  process.exitCode = 1;
}
