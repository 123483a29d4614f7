import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../../src/core/atomic-file.js';
import type { Ids } from '../../../../src/core/ids.js';

/** The bytes of objects, each under a name of its own; they never change. */
export class Blobs {
  readonly #folder: string | undefined;
  readonly #ids: Ids;
  readonly #memory = new Map<string, Buffer>();

  /** @param folder where they are kept; in memory alone without one */
  constructor(folder: string | undefined, ids: Ids) {
    this.#folder = folder;
    this.#ids = ids;
  }

  /** Keeps bytes; resolves with their name when they are on disk. */
  async put(bytes: Buffer): Promise<string> {
    const name = this.#ids.hex(32);
    if (this.#folder === undefined) this.#memory.set(name, bytes);
    else await writeFileAtomically(join(this.#folder, name), bytes);
    return name;
  }

  async get(name: string): Promise<Buffer> {
    if (this.#folder !== undefined) return readFile(join(this.#folder, name));
    const bytes = this.#memory.get(name);
    if (!bytes) throw new Error(`no such blob: ${name}`);
    return bytes;
  }

  async drop(names: readonly string[]): Promise<void> {
    for (const name of names) {
      this.#memory.delete(name);
      if (this.#folder !== undefined) await rm(join(this.#folder, name), { force: true });
    }
  }

  /** Drops what nobody names: bytes whose object was not written before the process died. */
  async sweep(named: ReadonlySet<string>): Promise<void> {
    const folder = this.#folder;
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await this.drop(readdirSync(folder).filter((name) => !named.has(name)));
  }
}
