import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../src/core/atomic-file.js';
import { shared } from './code-loader.js';
import type { CodeSpec } from './protocol.js';

/** Bundles remembered in memory. */
const MOST = 64;

/** V8's compiled form of bundles, in memory and, with a folder, on disk: a cold start need not parse again. */
export class CodeCache {
  readonly #folder: string | undefined;
  readonly #known = new Map<string, Uint8Array>();
  readonly #specs = new Map<string, CodeSpec>();

  constructor(folder: string | undefined) {
    this.#folder = folder && join(folder, `v8-${process.versions.v8}-${process.arch}`);
  }

  /** Gives the code its cached data, when there is some. V8 itself refuses what does not fit. */
  async attach(code: CodeSpec): Promise<void> {
    const data = this.#known.get(code.hash) ?? (await this.#read(code.hash));
    if (data) code.cachedData = shared(data);
    if (code.transient) return;
    this.#specs.set(code.hash, code);
    forgetOldest(this.#specs);
  }

  /** Keeps what a thread has compiled. A cache that cannot be written is a slower start, no more. */
  put(hash: string, data: Uint8Array): void {
    this.#known.set(hash, shared(data));
    forgetOldest(this.#known);
    const code = this.#specs.get(hash);
    if (code) code.cachedData = shared(data);
    if (this.#folder) writeFileAtomically(this.#file(hash), Buffer.from(data)).catch(() => {});
  }

  async #read(hash: string): Promise<Uint8Array | undefined> {
    if (!this.#folder) return undefined;
    return readFile(this.#file(hash)).catch(() => undefined);
  }

  #file(hash: string): string {
    return join(this.#folder ?? '', `${hash}.bin`);
  }
}

function forgetOldest(entries: Map<string, unknown>): void {
  const [oldest] = entries.keys();
  if (entries.size > MOST && oldest !== undefined) entries.delete(oldest);
}
