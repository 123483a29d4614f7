import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createFileAtomically } from '../../core/atomic-file.js';
import { isAlive } from '../../core/run-file.js';

/** Who holds a lock: the id of the work, and the process that is at it. */
export interface LockHolder {
  id: string;
  pid: number;
  host: string;
  /** ISO 8601. */
  since: string;
}

interface Written extends LockHolder {
  token: string;
}

/** The right of one process to do some long work of a project. */
export class ProcessLock {
  readonly #file: string;
  readonly #token: string;

  private constructor(file: string, token: string) {
    this.#file = file;
    this.#token = token;
  }

  /**
   * Takes it, also from a process of this machine that is gone.
   * @param refusal makes the error of a lock that another holds
   */
  static take(folder: string, name: string, id: string, refusal: (holder: LockHolder) => Error): ProcessLock {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, name);
    const token = randomUUID();
    const mine = { id, pid: process.pid, host: hostname(), since: new Date().toISOString(), token };
    // whoever removes a stale lock could remove a new one put in its place, so creating decides: the loser looks again
    for (let attempt = 0; attempt < 5; attempt++) {
      if (createFileAtomically(file, JSON.stringify(mine))) return new ProcessLock(file, token);
      const holder = read(file);
      if (holder && isHeld(holder)) throw refusal(holder);
      if (holder === undefined || read(file)?.token === holder.token) rmSync(file, { force: true });
    }
    throw new Error(`cannot take the lock ${file}`);
  }

  /** Gives it back. Idempotent; leaves a lock that another has taken over. */
  release(): void {
    if (read(this.#file)?.token === this.#token) rmSync(this.#file, { force: true });
  }
}

/** Who holds a lock now; undefined when nobody does. */
export function lockHolder(folder: string, name: string): LockHolder | undefined {
  const holder = read(join(folder, name));
  return holder && isHeld(holder) ? holder : undefined;
}

function isHeld({ host, pid }: LockHolder): boolean {
  return host !== hostname() || isAlive(pid);
}

function read(file: string): Written | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Written;
  } catch {
    return undefined;
  }
}
