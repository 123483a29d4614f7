import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { userError } from '../../core/errors.js';
import { isAlive } from '../../core/run-file.js';

interface Holder {
  rotation: string;
  pid: number;
  host: string;
  /** ISO 8601. */
  since: string;
  token: string;
}

/** The right of one process to rotate keys from a project: it also orders the lines of the audit log. */
export class RotationLock {
  readonly #file: string;
  readonly #token: string;

  private constructor(file: string, token: string) {
    this.#file = file;
    this.#token = token;
  }

  /** Takes it, also from a process of this machine that is gone. Throws ROTATION_RUNNING with the holder's name. */
  static take(folder: string, rotation: string): RotationLock {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'rotation.lock');
    const token = randomUUID();
    const mine = { rotation, pid: process.pid, host: hostname(), since: new Date().toISOString(), token };
    // whoever removes a stale lock could remove a new one put in its place, so creating decides: the loser looks again
    for (let attempt = 0; attempt < 5; attempt++) {
      if (create(file, mine)) return new RotationLock(file, token);
      const holder = read(file);
      if (holder && (holder.host !== hostname() || isAlive(holder.pid)))
        throw userError('ROTATION_RUNNING', naming(holder));
      if (holder === undefined || read(file)?.token === holder.token) rmSync(file, { force: true });
    }
    throw new Error(`cannot take the lock ${file}`);
  }

  /** Gives it back. Idempotent; leaves a lock that another has taken over. */
  release(): void {
    if (read(this.#file)?.token === this.#token) rmSync(this.#file, { force: true });
  }
}

function naming({ rotation, pid, host, since }: Holder): {
  id: string;
  pid: number;
  host: string;
  since: string;
} {
  return { id: rotation, pid, host, since };
}

/** Creates the file whole or not at all: a link to a finished file is never seen half-written. */
function create(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.token}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
