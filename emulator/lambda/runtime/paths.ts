import { mkdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the paths a function knows lie on this machine. */
export class EnvironmentPaths {
  readonly #tmp: string;
  readonly #task: string;
  #made = false;

  /** @param tmp folder that stands for `/tmp`  @param task folder that stands for `/var/task` */
  constructor(tmp: string, task: string) {
    this.#tmp = tmp;
    this.#task = task;
  }

  /** The real path behind `path`; anything but a path is given back. Relative paths start at `/var/task`. */
  toHost(path: unknown): unknown {
    if (path instanceof URL && path.protocol === 'file:') return this.toHost(fileURLToPath(path));
    if (Buffer.isBuffer(path)) return this.toHost(path.toString());
    if (typeof path !== 'string') return path;
    const absolute = posix.resolve('/var/task', path);
    if (isBelow(absolute, '/tmp')) return join(this.#makeTmp(), absolute.slice('/tmp'.length));
    if (isBelow(absolute, '/var/task')) return join(this.#task, absolute.slice('/var/task'.length));
    return path;
  }

  /** The path as the function knows it. */
  toFunction<T>(path: T): T | string {
    if (typeof path !== 'string') return path;
    if (isBelow(path, this.#tmp)) return `/tmp${path.slice(this.#tmp.length)}`;
    if (isBelow(path, this.#task)) return `/var/task${path.slice(this.#task.length)}`;
    return path;
  }

  /** Only `/tmp` (and devices) can be written to. */
  isWritable(path: unknown): boolean {
    if (path instanceof URL) return this.isWritable(fileURLToPath(path));
    if (Buffer.isBuffer(path)) return this.isWritable(path.toString());
    if (typeof path !== 'string') return true; // a descriptor, or a wrong type: the real call will say so
    const absolute = posix.resolve('/var/task', path);
    return isBelow(absolute, '/tmp') || isBelow(absolute, '/dev');
  }

  #makeTmp(): string {
    if (!this.#made) mkdirSync(this.#tmp, { recursive: true });
    this.#made = true;
    return this.#tmp;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
