// Bench of what precedes a deployment of the whole platform, through the CLI as users meet it: packaging, cold (no cache at
// all) and warm (nothing changed), and the plan of a first deployment, and a deployment that finds nothing to do,
// against an emulator with an empty account in a process of its own. Limits are the issue's own; figures are printed and nothing is asserted.
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

if (process.argv[2] === 'emulator') {
  const { createEmulator } = await import('../../dist/emulator/index.js');
  const emulator = createEmulator({
    projectDir: process.argv[3],
    stack: 'none',
    state: 'none',
    port: 0,
    awsPort: 0,
  });
  process.send((await emulator.start()).aws);
  await once(process, 'disconnect');
  await emulator.stop();
  process.exit(0);
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'arcube-bench-'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function run(args, codes = [0]) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
  });
  if (!codes.includes(status)) throw new Error(stderr || stdout);
  return { ms: performance.now() - begun, stdout };
}

/** Plans against an emulator of its own: milliseconds of each plan, and what the plan says. */
async function plans(rounds) {
  const child = fork(fileURLToPath(import.meta.url), ['emulator', folder], {
    stdio: ['ignore', 'ignore', 2, 'ipc'],
  });
  try {
    const [url] = await once(child, 'message');
    const where = ['--project', folder, '--endpoint-url', url, '--json'];
    const arcube = (...args) => run([join(root, 'bin/run.js'), 'deploy', ...args, ...where], [0, 2]);
    arcube('bootstrap', '--yes', '--account', '000000000000');
    const made = Array.from({ length: rounds }, () => arcube('--plan', '--stage', 'dev'));
    const [{ resources }] = JSON.parse(made[0].stdout).regions;
    const yes = ['--stage', 'dev', '--yes', '--account', '000000000000', '--no-smoke'];
    const deployed = arcube(...yes);
    const same = Array.from({ length: rounds }, () => arcube(...yes));
    const ms = (runs) => median(runs.slice(1).map((one) => one.ms));
    return { first: ms(made), resources: resources.length, deploy: deployed.ms, same: ms(same) };
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}

const synth = () => run([join(root, 'bin/run.js'), 'synth', '--json', '--project', folder]);

try {
  const [cold, warm, bare] = [[], [], []];
  const hashes = new Set();
  for (let round = 0; round < 3; round++) {
    rmSync(join(folder, '.arcube'), { recursive: true, force: true });
    const first = synth();
    cold.push(first.ms);
    hashes.add(
      JSON.parse(first.stdout)
        .functions.map(({ sha256 }) => sha256)
        .join(),
    );
  }
  for (let round = 0; round < 7; round++) {
    warm.push(synth().ms);
    bare.push(run([join(root, 'bin/run.js'), '--version']).ms);
  }
  const plan = await plans(5);
  console.log(`${cpus().length} processors, load ${loadavg()[0].toFixed(1)}; medians`);
  const row = (what, ms, limit) =>
    console.log(
      `${what.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms  of ${limit} ms: ${(ms / limit).toFixed(2)}`,
    );
  row('cold: bundle, zip, template', median(cold), 3000);
  row('warm: nothing changed', median(warm), 300);
  row('of these, starting the CLI', median(bare), 300);
  row(`plan of ${plan.resources} resources`, plan.first, 2000);
  row('deploy that finds nothing to do', plan.same, 2000);
  console.log(`the first deployment itself took ${(plan.deploy / 1000).toFixed(1)} s`);
  console.log(`archives equal in every cold run: ${hashes.size === 1 ? 'yes' : 'NO'}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
