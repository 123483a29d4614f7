import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFileAtomically } from '../../../src/core/atomic-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arcube-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('replaces a file, for its owner only, and leaves nothing beside it', async () => {
  const file = join(folder, 'deep', 'state.json');
  await writeFileAtomically(file, 'one');
  await writeFileAtomically(file, 'two');
  expect(await readFile(file, 'utf8')).toBe('two');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'deep'))).toEqual(['state.json']);
});

it('leaves the old text and no litter when it cannot be replaced', async () => {
  const file = join(folder, 'taken');
  await writeFileAtomically(join(file, 'inside'), 'x');
  await expect(writeFileAtomically(file, 'y')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['taken']);
});
