import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { useEsbuild, withEsbuild } from '../../../src/bundle/esbuild-process.js';

const build = ({ transform }: { transform: typeof import('esbuild').transform }) => transform('let a = 1');

/** Children of this process that run esbuild. */
function processes(): number {
  const mine = readdirSync('/proc').filter(
    (id) => /^\d+$/.test(id) && read(`/proc/${id}/status`).includes(`PPid:\t${process.pid}\n`),
  );
  return mine.filter((id) => read(`/proc/${id}/cmdline`).includes('esbuild')).length;
}

/** Empty for a process that is gone. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

it.runIf(process.platform === 'linux')(
  'esbuild’s process ends a second after its last user, and begins anew',
  async () => {
    await withEsbuild(build); // another file of this worker may have left one: now there is one in any case
    const before = processes() - 1; // vitest itself may have one
    await vi.waitUntil(() => processes() === before, { timeout: 20_000, interval: 100 });
    await withEsbuild(async (esbuild) => {
      await withEsbuild(build);
      await build(esbuild);
    });
    expect(processes()).toBe(before + 1);
    await vi.waitUntil(() => processes() === before, { timeout: 20_000, interval: 100 });
    expect((await withEsbuild(build)).code).toBe('let a = 1;\n');
    const esbuild = await useEsbuild();
    await build(esbuild);
    expect(processes()).toBe(before + 1);
  },
);
