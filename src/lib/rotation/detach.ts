import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../core/package-root.js';

/** Goes on with a rotation in a process of its own, which outlives this one and writes its progress to a file. */
export function detach(
  folder: string,
  id: string,
  projectDir: string,
  flags: readonly string[],
): { pid: number; log: string } {
  const log = join(folder, `${id}.log`);
  const descriptor = openSync(log, 'a', 0o600);
  try {
    const bin = join(packageRoot(), 'bin', 'run.js');
    const args = [bin, 'rotate-keys', '--resume', id, '--project', projectDir, '--json', ...flags];
    const child = spawn(process.execPath, args, {
      detached: true,
      stdio: ['ignore', descriptor, descriptor],
    });
    child.unref();
    return { pid: child.pid ?? 0, log };
  } finally {
    closeSync(descriptor);
  }
}
