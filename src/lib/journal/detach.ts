import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../core/package-root.js';

/**
 * Goes on with long work in a process of its own, which outlives this one and writes its progress to a file.
 * @param words command and flags of `arcube` that go on with it
 */
export function detach(
  folder: string,
  id: string,
  words: readonly string[],
  env: Record<string, string> = {},
): { pid: number; log: string } {
  const log = join(folder, `${id}.log`);
  const descriptor = openSync(log, 'a', 0o600);
  try {
    const bin = join(packageRoot(), 'bin', 'run.js');
    const child = spawn(process.execPath, [bin, ...words, '--json'], {
      detached: true,
      stdio: ['ignore', descriptor, descriptor],
      env: { ...process.env, ...env },
    });
    child.unref();
    return { pid: child.pid ?? 0, log };
  } finally {
    closeSync(descriptor);
  }
}
