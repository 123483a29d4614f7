import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/lib/deploy/package/archive-store.js';
import { checkSize } from '../../../src/lib/deploy/package/function-package.js';
import { packageFunctions } from '../../../src/lib/deploy/package/package-functions.js';
import { zipFiles } from '../../../src/lib/deploy/package/zip.js';

const SOURCES = {
  'node_modules/left/package.json': '{"name":"left","version":"1.2.3","license":"MIT","main":"lib/left.js"}',
  'node_modules/left/lib/left.js': 'module.exports = () => "left";',
  'node_modules/@far/right/package.json':
    '{"name":"@far/right","version":"2.0.0","licenses":[{"type":"ISC"}],"main":"index.js"}',
  'node_modules/@far/right/index.js': 'module.exports = () => "right";',
  'functions/shared/both.ts': 'import left from "left"; export const both = (): string => left() + "!";',
  'functions/one/index.ts':
    'import { both } from "../shared/both.js"; export const handler = async () => both();',
  'functions/two/lib/api.ts':
    'import { both } from "../../shared/both.js"; import right from "@far/right"; export const handler = async () => both() + right();',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arcube-package-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function project(name: string, files: Record<string, string> = SOURCES): Promise<string> {
  const root = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

function pack(
  root: string,
  functions: Record<string, string>,
  { runtime = 'nodejs22.x', cache = root } = {},
) {
  return packageFunctions({
    functions: Object.entries(functions).map(([path, handler]) => ({
      logicalId: `Fn${path.split('/').at(-1)}`,
      code: { folder: join(root, path) },
      handler,
      runtime,
    })),
    template: join(root, 'template.yaml'),
    cacheDir: join(cache, '.cache'),
  });
}

const BOTH = { 'functions/one': 'index.handler', 'functions/two': 'lib/api.handler' };

describe('packaging functions', () => {
  it('gives the same bytes in every folder, time zone and company', async () => {
    const here = await pack(await project('here'), BOTH);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const there = await pack(await project('there/much/deeper'), BOTH);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    const alone = await pack(await project('alone'), { 'functions/two': 'lib/api.handler' });
    expect(there.map(({ sha256: hash }) => hash)).toEqual(here.map(({ sha256: hash }) => hash));
    expect(alone[0]?.sha256).toBe(here[1]?.sha256);
    for (const { file, sha256: hash } of here) expect(sha256(await readFile(file))).toBe(hash);
  });

  it('puts one module into the archive, under the name that the handler gives it, with the source map beside', async () => {
    const [one, two] = await pack(await project('p'), BOTH);
    if (!one?.sourceMap || !two) throw new Error('nothing was packaged');
    expect(Object.keys(unzipSync(await readFile(one.file)))).toEqual(['index.js']);
    const files = unzipSync(await readFile(two.file));
    expect(Object.keys(files)).toEqual(['lib/api.js']);
    const module = { exports: {} as Record<string, unknown> };
    const code = Buffer.from(files['lib/api.js'] ?? []).toString();
    new Function('module', 'exports', 'require', '__filename', code)(
      module,
      module.exports,
      process.getBuiltinModule,
      '/var/task/lib/api.js',
    );
    expect(await (module.exports.handler as () => Promise<string>)()).toBe('left!right');
    expect(two).toMatchObject({ unzippedBytes: Buffer.byteLength(code), key: `functions/${two.sha256}.zip` });
    expect(JSON.parse(await readFile(one.sourceMap, 'utf8')).sources).toContain('functions/one/index.ts');
  });

  it('lists the packages inside with their licences', async () => {
    const [one, two] = await pack(await project('p'), BOTH);
    expect(one?.packages).toEqual([{ name: 'left', version: '1.2.3', licence: 'MIT' }]);
    expect(two?.packages.map(({ name, licence }) => `${name} ${licence}`)).toEqual([
      '@far/right ISC',
      'left MIT',
    ]);
  });

  it('makes again only what changed, or is not whole', async () => {
    const root = await project('p');
    const [one, two] = await pack(root, BOTH);
    if (!one || !two) throw new Error('nothing was packaged');
    await writeFile(join(root, 'functions/one/index.ts'), 'export const handler = async () => 3;');
    await writeFile(two.file, 'cut');
    const again = await pack(root, BOTH);
    expect(again[0]?.sha256).not.toBe(one.sha256);
    expect(again[0]?.packages).toEqual([]);
    expect(again[1]).toEqual(two);
    expect(sha256(await readFile(two.file))).toBe(two.sha256);
  });

  it('notices an edit of a file that two functions share', async () => {
    const root = await project('p');
    const before = await pack(root, BOTH);
    await writeFile(join(root, 'functions/shared/both.ts'), 'export const both = (): string => "other";');
    const after = await pack(root, BOTH);
    for (const [index, one] of after.entries()) expect(one.sha256).not.toBe(before[index]?.sha256);
  });

  it('makes an ES module of a function that awaits at top level', async () => {
    const root = await project('p', {
      'fn/index.ts': 'const a = await 1; export const handler = async () => a;',
    });
    const [one] = await pack(root, { fn: 'index.handler' });
    expect(Object.keys(unzipSync(await readFile(one?.file ?? '')))).toEqual(['index.mjs']);
  });

  it('takes an archive that the template names as it is', async () => {
    const root = await project('p', { 'readme.txt': '' });
    const archive = zipSync({ 'index.js': Buffer.from('exports.handler = 1;') });
    await writeFile(join(root, 'ready.zip'), archive);
    const [one] = await pack(root, { 'ready.zip': 'index.handler' }, { runtime: 'python3.13' });
    expect(one).toMatchObject({
      sha256: sha256(archive),
      unzippedBytes: 20,
      zippedBytes: archive.byteLength,
    });
    await writeFile(join(root, 'ready.zip'), 'no archive');
    await expect(pack(root, { 'ready.zip': 'index.handler' })).rejects.toMatchObject({
      code: 'PACKAGE_FAILED',
    });
  });

  it('refuses an archive that Lambda would not take, by name and size', async () => {
    const root = await project('p', { 'readme.txt': '' });
    const archive = zipSync({ 'index.js': [new Uint8Array(50 * 1024 * 1024), { level: 0 }] });
    await writeFile(join(root, 'ready.zip'), archive);
    const refused = pack(root, { 'ready.zip': 'index.handler' });
    await expect(refused).rejects.toMatchObject({ code: 'PACKAGE_TOO_LARGE', problem: { exitCode: 5 } });
    await expect(refused).rejects.toThrow(/is too large: 50(\.\d+)? MB zipped/);
  });

  it('says where a source is wrong, and what cannot be bundled', async () => {
    const root = await project('p', {
      ...SOURCES,
      'bad/index.ts': 'import "missing-package";\nexport const h = 1;',
    });
    const failure = await pack(root, { ...BOTH, bad: 'index.handler' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'PACKAGE_FAILED', problem: { exitCode: 5 } });
    expect((failure as { problem: { why: string } }).problem.why).toContain('index.ts:1:8');
    await expect(pack(root, BOTH, { runtime: 'python3.13' })).rejects.toMatchObject({
      code: 'PACKAGE_RUNTIME',
    });
  });

  it('finds packages through a linked folder', async () => {
    const root = await project('p');
    await symlink(join(root, 'functions'), join(root, 'linked'));
    const [direct] = await pack(root, { 'functions/one': 'index.handler' });
    expect(direct?.packages).toHaveLength(1);
    await expect(pack(root, { 'linked/one': 'index.handler' })).resolves.toHaveLength(1);
  });
});

it('refuses what Lambda would refuse', () => {
  const MB = 1024 * 1024;
  expect(() => checkSize('Fn', { zippedBytes: 50 * MB, unzippedBytes: 250 * MB })).not.toThrow();
  expect(() => checkSize('Fn', { zippedBytes: 50 * MB + 1, unzippedBytes: 1 })).toThrow('50.0 MB zipped');
  expect(() => checkSize('Fn', { zippedBytes: 1, unzippedBytes: 251 * MB })).toThrow('251.0 MB unzipped');
});

it('sorts the files of an archive', () => {
  const [a, b] = [Buffer.from('a'), Buffer.from('b')];
  expect(zipFiles({ b, a })).toEqual(zipFiles({ a, b }));
  expect(Object.keys(unzipSync(zipFiles({ b, a })))).toEqual(['a', 'b']);
});
