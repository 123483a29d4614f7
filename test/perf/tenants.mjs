// What 10,000 tenants cost beside the three samples: `node test/perf/tenants.mjs [count]`, after `npm run build`.
// Start in ms of wall clock and of processor time (which a busy machine does not lengthen as much), with nothing kept
// (cold) and with the readings and the database of an earlier start (warm), and the time of a request.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COUNT = Number(process.argv[2] ?? 10_000);
const TENANT = 'dune-horizon';

if (process.send) await start(process.argv[3]);
else await compare();

/** One start in a process of its own. */
async function start(projectDir) {
  const { createEmulator } = await import('../../dist/emulator/index.js');
  const before = process.cpuUsage();
  const began = performance.now();
  const emulator = createEmulator({ projectDir, port: 0, awsPort: 0 });
  const urls = await emulator.start();
  const wallMs = Math.round(performance.now() - began);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = Math.round((user + system) / 1000);
  const requestMs = await requests(
    urls.api,
    emulator.credentials().find(({ tenant }) => tenant === TENANT),
  );
  await emulator.stop();
  process.send({ wallMs, cpuMs, requestMs });
  process.disconnect();
}

/** Median of a call that reads its tenant, in ms. */
async function requests(api, { clientId, clientSecret }) {
  const credentials = { client_id: clientId, client_secret: clientSecret.reveal() };
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ grant_type: 'client_credentials', ...credentials });
  const token = await (await fetch(`${api}/oauth/token`, { method: 'POST', headers, body })).json();
  const times = [];
  for (let i = 0; i < 300; i++) {
    const began = performance.now();
    const answer = await fetch(`${api}/webhooks`, {
      headers: { authorization: `Bearer ${token.access_token}` },
    });
    await answer.arrayBuffer();
    if (i >= 100) times.push(performance.now() - began);
  }
  return Number(times.sort((a, b) => a - b)[times.length / 2].toFixed(2));
}

async function measure(projectDir) {
  const child = fork(fileURLToPath(import.meta.url), [String(COUNT), projectDir], { stdio: 'inherit' });
  const [facts] = await once(child, 'message');
  await once(child, 'exit');
  return facts;
}

function project(many) {
  const folder = mkdtempSync(join(tmpdir(), 'arcube-tenants-'));
  mkdirSync(join(folder, 'tenants'));
  cpSync('templates/tenant', join(folder, 'tenants'), { recursive: true });
  const text = readFileSync('templates/tenant/aulis-air.yaml', 'utf8');
  const regions = ['eu-central-1', 'us-east-1', 'me-central-1'];
  for (let i = 0; i < many; i++) {
    const own = text
      .replaceAll('aulis-', `airline-${i}-`)
      .replace('dataRegion: eu-central-1', `dataRegion: ${regions[i % 3]}`);
    writeFileSync(join(folder, 'tenants', `airline-${i}.yaml`), own);
  }
  return folder;
}

async function compare() {
  const [few, many] = [project(0), project(COUNT)];
  const rows = {
    'samples, cold': await measure(few),
    'samples, warm': await measure(few),
    [`${COUNT}, cold`]: await measure(many),
    [`${COUNT}, warm`]: await measure(many),
  };
  for (const [name, row] of Object.entries(rows)) console.log(name.padEnd(16), JSON.stringify(row));
  const [, base, cold, warm] = Object.values(rows);
  const extra = { cold: cold.cpuMs - rows['samples, cold'].cpuMs, warm: warm.cpuMs - base.cpuMs };
  console.log(
    `${COUNT} tenants take ${extra.cold} ms of processor time cold, ${extra.warm} ms warm, on top of a start;`,
  );
  console.log(`a request takes ${(warm.requestMs / base.requestMs).toFixed(2)} times as long.`);
  console.log(
    JSON.stringify({ cpu: cpus()[0]?.model, load: loadavg()[0], node: process.version, rows, extra }),
  );
  rmSync(few, { recursive: true, force: true });
  rmSync(many, { recursive: true, force: true });
}
