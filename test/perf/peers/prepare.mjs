// Makes a project of the peer bench's sample, so that the bench can run us as one more target:
//   node test/perf/peers/prepare.mjs <folder of the peer bench> [<folder to make>]
// prints the path of a target file for its `--target` option. The sample itself stays with the bench.
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
const bench = resolve(process.argv[2] ?? join(root, '..', 'shared', 'bench', 'peers'));
const project = resolve(process.argv[3] ?? join(tmpdir(), 'arcube-peers'));

mkdirSync(project, { recursive: true });
for (const part of ['handlers', 'lib'])
  cpSync(join(bench, 'sample', part), join(project, part), { recursive: true });
for (const file of ['template.yaml', 'openapi.yaml']) cpSync(join(here, file), join(project, file));
// The bench asks for more than the 10,000 a second that AWS grants an account at first.
writeFileSync(join(project, 'arcube.yaml'), 'accountThrottle: { rateLimit: 1000000, burstLimit: 1000000 }\n');
writeFileSync(join(project, 'package.json'), '{"name":"peers-sample","private":true,"type":"commonjs"}\n');
const modules = join(project, 'node_modules');
rmSync(modules, { force: true, recursive: true }); // a link of an earlier run may lead to a checkout that is gone
symlinkSync(join(root, 'node_modules'), modules);

const target = {
  name: 'arcube dev',
  cwd: project,
  cache: 'on',
  cmd: [
    process.execPath,
    join(root, 'bin', 'run.js'),
    'dev',
    '--template',
    'template.yaml',
    '--port',
    '{port}',
    '--fresh',
  ],
  token: { kind: 'mint', secret: 'peers-bench-secret-0123456789abcdef' },
  hot: { file: join(project, 'handlers', 'items.js'), line: "const HOT = '(\\w+)'", header: 'x-hot' },
};
const file = join(project, 'target.json');
writeFileSync(file, JSON.stringify([target], null, 2));
console.log(file);
