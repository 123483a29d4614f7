import { closeSync, openSync, rmSync } from 'node:fs';

/** A turn that lasts longer, in milliseconds, belongs to a process that died in it. */
const LONGEST_TURN = 2_000;

/** Runs `work`, which must be short, while no other process does: told by a file that exists meanwhile. Its folder must be there. */
export function inTurn<T>(file: string, work: () => T): T {
  const giveUp = Date.now() + LONGEST_TURN;
  while (!createEmpty(file)) {
    if (Date.now() > giveUp) rmSync(file, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}

function createEmpty(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
