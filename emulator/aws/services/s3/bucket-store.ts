import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../../src/core/atomic-file.js';
import type { Ids } from '../../../../src/core/ids.js';
import { Blobs } from './blobs.js';
import type { StoredBucket } from './stored.js';

/** Every bucket: their names are one space for all accounts and regions. */
export class BucketStore {
  readonly blobs: Blobs;
  readonly #folder: string | undefined;
  readonly #buckets = new Map<string, StoredBucket>();
  readonly #writing = new Map<string, Promise<void>>();

  /** @param folder where buckets are kept: an index each, and the bytes of all; in memory alone without one */
  constructor(folder: string | undefined, ids: Ids) {
    this.#folder = folder;
    this.blobs = new Blobs(folder && join(folder, 'blobs'), ids);
    if (folder === undefined || !existsSync(folder)) return;
    for (const file of readdirSync(folder)) {
      if (!file.endsWith('.json')) continue;
      const bucket = JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredBucket;
      this.#buckets.set(bucket.name, bucket);
    }
  }

  get(name: string): StoredBucket | undefined {
    return this.#buckets.get(name);
  }

  all(): StoredBucket[] {
    return [...this.#buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  add(bucket: StoredBucket): void {
    this.#buckets.set(bucket.name, bucket);
  }

  /** Resolves when the bucket, as it is now, is on disk. */
  save({ name }: StoredBucket): Promise<void> {
    return this.#inTurn(name, async (file) => {
      const bucket = this.#buckets.get(name);
      if (bucket) await writeFileAtomically(file, JSON.stringify(bucket));
    });
  }

  async remove({ name }: StoredBucket): Promise<void> {
    this.#buckets.delete(name);
    await this.#inTurn(name, (file) => rm(file, { force: true }));
  }

  /** Drops bytes that no object names. */
  async sweep(): Promise<void> {
    const named = new Set<string>();
    for (const { objects, uploads } of this.#buckets.values()) {
      for (const { blob } of Object.values(objects).flat()) if (blob !== undefined) named.add(blob);
      for (const { parts } of Object.values(uploads))
        for (const { blob } of Object.values(parts)) named.add(blob);
    }
    await this.blobs.sweep(named);
  }

  #inTurn(name: string, run: (file: string) => Promise<void>): Promise<void> {
    const folder = this.#folder;
    if (folder === undefined) return Promise.resolve();
    const turn = (this.#writing.get(name) ?? Promise.resolve()).then(() => run(join(folder, `${name}.json`)));
    this.#writing.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
