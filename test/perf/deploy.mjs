// Bench of packaging the whole platform: cold (no cache at all) and warm (nothing changed), through the CLI as users meet
// it. Limits are the issue's own; figures are printed and nothing is asserted.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'arcube-bench-'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function run(args) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr || stdout);
  return { ms: performance.now() - begun, stdout };
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
  console.log(`${cpus().length} processors, load ${loadavg()[0].toFixed(1)}; medians`);
  const row = (what, ms, limit) =>
    console.log(
      `${what.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms  of ${limit} ms: ${(ms / limit).toFixed(2)}`,
    );
  row('cold: bundle, zip, template', median(cold), 3000);
  row('warm: nothing changed', median(warm), 300);
  row('of these, starting the CLI', median(bare), 300);
  console.log(`archives equal in every cold run: ${hashes.size === 1 ? 'yes' : 'NO'}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
