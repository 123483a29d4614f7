import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createFileAtomically } from '../../../../src/core/atomic-file.js';
import { isAlive } from '../../../../src/core/run-file.js';

/** How often the holder shows that it lives, and when others take it for dead where they cannot look (ms). */
const HEARTBEAT_MS = 5_000;
const STALE_MS = 30_000;

interface Holder {
  pid: number;
  host: string;
  /** When the process began, as the system tells it: pids are used again. */
  began: string;
  token: string;
}

/** The right of one process to a folder. It does not outlive a crash: a dead process's lock is taken over. */
export class FolderLock {
  readonly #file: string;
  readonly #token: string;
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(file: string, token: string) {
    this.#file = file;
    this.#token = token;
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** Takes the lock of a folder, or tells the pid of the process that holds it. */
  static take(folder: string): FolderLock | { pid: number; host: string } {
    const file = join(folder, 'lock');
    const own: Holder = {
      pid: process.pid,
      host: hostname(),
      began: beganAt(process.pid),
      token: randomUUID(),
    };
    for (let attempt = 0; attempt < 5; attempt++) {
      if (createFileAtomically(file, JSON.stringify(own))) return new FolderLock(file, own.token);
      const holder = read(file);
      if (holder !== undefined && isHeld(file, holder)) return { pid: holder.pid, host: holder.host };
      removeStale(file, holder?.token);
    }
    throw new Error(`cannot take the lock ${file}`);
  }

  /** Gives it back. Idempotent; leaves a lock that is another's. */
  release(): void {
    clearInterval(this.#heartbeat);
    if (read(this.#file)?.token === this.#token) rmSync(this.#file, { force: true });
  }

  #beat(): void {
    try {
      const now = new Date();
      utimesSync(this.#file, now, now);
    } catch {
      // The folder was removed: there is nothing to guard.
    }
  }
}

function read(file: string): Holder | undefined {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return Number.isInteger(found.pid) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isHeld(file: string, { pid, host, began }: Holder): boolean {
  if (host === hostname()) return isAlive(pid) && beganAt(pid) === began;
  try {
    return Date.now() - statSync(file).mtimeMs < STALE_MS;
  } catch {
    return false;
  }
}

/** Moves a stale lock out of the way; if it was another's new one that was moved, it is put back. */
function removeStale(file: string, token: string | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (read(aside)?.token !== token) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch {
    // Somebody else was quicker.
  }
}

/** Something that differs between two processes with one pid; empty where the system does not tell. */
function beganAt(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // Field 22, counted behind the name, which may hold spaces and parentheses.
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    if (process.platform === 'darwin') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'latin1' }).trim();
    }
  } catch {
    // Gone meanwhile.
  }
  return '';
}
