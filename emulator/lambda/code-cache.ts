import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../src/core/atomic-file.js';
import type { CodeSpec } from './protocol.js';

/** V8's compiled form of bundles, in memory and, with a folder, on disk: a cold start need not parse again. */
export class CodeCache {
  readonly #folder: string | undefined;
  readonly #known = new Map<string, Uint8Array>();

  constructor(folder: string | undefined) {
    this.#folder = folder && join(folder, `v8-${process.versions.v8}-${process.arch}`);
  }

  /** Gives the code its cached data, when there is some. V8 itself refuses what does not fit. */
  async attach(code: CodeSpec): Promise<void> {
    const data = this.#known.get(code.hash) ?? (await this.#read(code.hash));
    if (data) code.cachedData = data;
    this.#specs.set(code.hash, code);
  }

  /** Keeps what a thread has compiled. A cache that cannot be written is a slower start, no more. */
  put(hash: string, data: Uint8Array): void {
    this.#known.set(hash, data);
    const code = this.#specs.get(hash);
    if (code) code.cachedData = data;
    if (this.#folder) writeFileAtomically(this.#file(hash), Buffer.from(data)).catch(() => {});
  }

  readonly #specs = new Map<string, CodeSpec>();

  async #read(hash: string): Promise<Uint8Array | undefined> {
    if (!this.#folder) return undefined;
    return readFile(this.#file(hash)).catch(() => undefined);
  }

  #file(hash: string): string {
    return join(this.#folder ?? '', `${hash}.bin`);
  }
}
