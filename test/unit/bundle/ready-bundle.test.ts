import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readyBundle } from '../../../src/bundle/index.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'arcube-ready-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const FINISHED = `"use strict";\nvar fs = require("node:fs"), os = require('os');\nexports.handler = async () => fs.existsSync('/');\n`;

it('a finished file is taken as it lies there', async () => {
  const folder = folderOf({ 'lib/index.js': FINISHED });
  expect(await readyBundle(folder, 'lib/index.api.handler')).toMatchObject({
    code: FINISHED,
    format: 'cjs',
    exportPath: 'api.handler',
    file: join(folder, 'lib/index.js'),
    inputs: [join(folder, 'lib/index.js')],
  });
});

it.each([
  ['a package that is not there, as drivers ask for', 'try { require("not-installed-anywhere"); } catch {}'],
  ['a call inside a string, as code generators have', `const line = 'require("ajv").default';`],
  ['a method of that name', 'const made = loader.require("ajv");'],
])('so is one with %s', async (_what, line) => {
  const folder = folderOf({ 'index.js': `${FINISHED}${line}` });
  expect((await readyBundle(folder, 'index.handler'))?.code).toContain(line);
});

it.each<[what: string, files: Record<string, string>]>([
  ['two files', { 'index.js': FINISHED, 'other.js': '' }],
  ['what says which kind of module it is', { 'index.js': FINISHED, 'package.json': '{"type":"module"}' }],
  ['an ES module', { 'index.mjs': 'export const handler = async () => 1;' }],
  ['an ES module under the name of a script', { 'index.js': 'export const handler = async () => 1;' }],
  ['a faulty file', { 'index.js': 'exports.handler = async () => {' }],
  ['TypeScript', { 'index.ts': 'export const handler = async (): Promise<number> => 1;' }],
  ['a package that the bundler finds', { 'index.js': `${FINISHED}require('yaml');` }],
  ['a neighbour', { 'index.js': `${FINISHED}require("./other");` }],
  ['an import at run time', { 'index.js': `${FINISHED}import("node:os");` }],
  ['a source map', { 'index.js': `${FINISHED}//# sourceMappingURL=index.js.map` }],
  ['another name than the handler’s', { 'main.js': FINISHED }],
  ['nothing', {}],
])('%s is for the bundler', async (_what, files) => {
  expect(await readyBundle(folderOf(files), 'index.handler')).toBeUndefined();
});
