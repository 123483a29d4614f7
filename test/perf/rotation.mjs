// Rotations under load: node test/perf/rotation.mjs [--rounds 100] [--rate 200] [--kinds signing,client,edge,env]
// An emulator of its own, its clock moved; prints what the load saw. Exit code 1 when a good token, secret or signature
// was refused, or a revoked one accepted.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    rate: { type: 'string', default: '200' },
    kinds: { type: 'string', default: 'signing,client,edge,env' },
  },
});
const project = mkdtempSync(join(tmpdir(), 'arcube-bench-'));
const results = [];
try {
  for (const kind of values.kinds.split(',')) {
    const args = ['bin/run.js', 'rotate-keys', kind, '--rehearse', '--json', '--project', project];
    const text = run([...args, '--rounds', values.rounds, '--rate', values.rate]);
    const { event, ...report } = JSON.parse(text.trimEnd().split('\n').at(-1));
    if (event !== 'rehearsed') throw new Error(text.slice(-2000));
    results.push({ kind, ...report });
    const perSecond = Math.round(report.sent / (report.tookMs / 1000));
    console.log(
      `${kind}: ${report.rotations} rotations, ${report.sent} requests (${perSecond}/s), ` +
        `${report.refusedGood} good refused, ${report.acceptedRevoked} revoked accepted, ${report.failed} without an answer, ${report.overtaken} overtaken by the clock; ` +
        `tokens up to ${report.oldestToken} s old; ${Math.round(report.tookMs / 1000)} s, ${Math.round(report.emulatedMs / 3_600_000)} h emulated`,
    );
    for (const example of report.examples) console.log(`  ${example}`);
  }
} finally {
  rmSync(project, { recursive: true, force: true });
}
console.log(
  `${cpus().length} × ${cpus()[0]?.model}, node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
);
process.exitCode = results.some(({ refusedGood, acceptedRevoked }) => refusedGood + acceptedRevoked > 0)
  ? 1
  : 0;

function run(args) {
  try {
    return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  } catch (error) {
    return error.stdout;
  }
}
