// Rotations of every kind under load:
//   npm run bench:rotation -- [--rounds 100] [--rate 200] [--kind signing --kind client …]
// Each kind has an emulator of its own, with database users and a gateway key, its clock moved. Lines for people go to
// stderr, a JSON summary to stdout. Exit code 1 when something good was refused or failed, something revoked accepted,
// or a rotation did not come to its end.
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const KINDS = ['signing', 'client', 'edge', 'api-key', 'database', 'env'];

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    rate: { type: 'string', default: '200' },
    kind: { type: 'string', multiple: true, default: KINDS },
  },
});
const project = mkdtempSync(join(tmpdir(), 'arcube-bench-'));
const results = [];
try {
  writeProject(project);
  for (const kind of values.kind) {
    const args = ['bin/run.js', 'rotate-keys', kind, '--rehearse', '--json', '--project', project];
    const text = run([...args, '--rounds', values.rounds, '--rate', values.rate]);
    const { event, ...report } = JSON.parse(text.trimEnd().split('\n').at(-1));
    if (event !== 'rehearsed') throw new Error(text.slice(-2000));
    const perSecond = Math.round(report.sent / (report.tookMs / 1000));
    results.push({ kind, perSecond, ...report });
    process.stderr.write(
      `${kind}: ${report.rotations} rotations, ${report.sent} requests (${perSecond}/s), ${report.refusedGood} good refused, ` +
        `${report.acceptedRevoked} revoked accepted, ${report.failed} answered 5xx or 429, ${report.unanswered} unanswered, ` +
        `${report.heldBack} held back; tokens up to ${report.oldestToken} s old; ` +
        `${Math.round(report.tookMs / 1000)} s, ${Math.round(report.emulatedMs / 3_600_000)} h emulated\n`,
    );
    for (const example of report.examples) process.stderr.write(`  ${example}\n`);
  }
} finally {
  rmSync(project, { recursive: true, force: true });
}
const { rounds, rate } = values;
const machine = `${cpus().length} × ${cpus()[0]?.model}, node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`;
process.stdout.write(
  `${JSON.stringify({ rounds: Number(rounds), rate: Number(rate), machine, results }, null, 2)}\n`,
);
const isBad = ({ refusedGood, acceptedRevoked, failed, rotations }) =>
  refusedGood + acceptedRevoked + failed > 0 || rotations < Number(rounds);
process.exitCode = results.some(isBad) ? 1 : 0;

function run(args) {
  try {
    return execFileSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    return error.stdout;
  }
}

/** A project with the shipped template, but for a gateway key in its usage plan and a route that asks for it. */
function writeProject(folder) {
  const shipped = join(root, 'templates', 'ancillary');
  const own = join(folder, 'template');
  mkdirSync(own);
  symlinkSync(join(root, 'templates', 'tenant'), join(folder, 'tenants'));
  for (const name of readdirSync(shipped))
    if (name !== 'template.yaml' && name !== 'openapi.yaml')
      symlinkSync(join(shipped, name), join(own, name));
  const template = readFileSync(join(shipped, 'template.yaml'), 'utf8');
  const key = `
Resources:
  BenchKey:
    Type: AWS::ApiGateway::ApiKey
    Properties: { Name: bench-partner, Enabled: true }
  BenchPlanKey:
    Type: AWS::ApiGateway::UsagePlanKey
    Properties: { KeyId: !Ref BenchKey, KeyType: API_KEY, UsagePlanId: !Ref UsagePlan }
`;
  writeFileSync(join(own, 'template.yaml'), replaceOnce(template, /\nResources:\n/, key));
  const api = replaceOnce(
    readFileSync(join(shipped, 'openapi.yaml'), 'utf8'),
    /(\n {2}\/health:\n(?: {4}.*\n)*? {6}security: )\[\]/,
    '$1[{ benchKey: [] }]',
  );
  const scheme = '\n  securitySchemes:\n    benchKey: { type: apiKey, name: x-api-key, in: header }\n';
  writeFileSync(join(own, 'openapi.yaml'), replaceOnce(api, /\n {2}securitySchemes:\n/, scheme));
  writeFileSync(join(folder, 'arcube.yaml'), 'template: template/template.yaml\n');
}

function replaceOnce(text, pattern, by) {
  if (!pattern.test(text)) throw new Error(`the shipped template has no ${pattern} any more`);
  return text.replace(pattern, by);
}
