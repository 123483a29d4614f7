import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pruneFolder } from '../../../src/lib/deploy/package/prune-folder.js';
import { templateText } from '../../../src/lib/deploy/synth/template-text.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arcube-deploy-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('takes a kept template for what it is, and writes a cut or changed one again', async () => {
  const template = { Resources: { A: { Type: 'AWS::SNS::Topic' } } };
  const text = await templateText(template, folder);
  const [name = ''] = await readdir(folder);
  const kept = await readFile(join(folder, name), 'utf8');
  for (const broken of [kept.slice(0, -5), kept.replace('SNS', 'SQS'), '']) {
    await writeFile(join(folder, name), broken);
    expect(await templateText(template, folder)).toBe(text);
    expect(await readFile(join(folder, name), 'utf8')).toBe(kept);
  }
});

it('drops what is not used only when there is much', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `f${index}`);
  await Promise.all(names.map((name) => writeFile(join(folder, name), '')));
  await pruneFolder(folder, new Set(['f7']));
  expect(await readdir(folder)).toHaveLength(300);
  await writeFile(join(folder, 'f300'), '');
  await pruneFolder(folder, new Set(['f7', 'f300']));
  expect((await readdir(folder)).sort()).toEqual(['f300', 'f7']);
  await pruneFolder(join(folder, 'none'), new Set());
});
