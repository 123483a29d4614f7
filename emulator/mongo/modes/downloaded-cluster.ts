import { mkdir } from 'node:fs/promises';
import { userError } from '../../../src/core/errors.js';
import type { EventBus } from '../../kernel/events.js';
import { withConsoleAside } from './console-aside.js';
import { requireMongod } from './system-binary.js';

/** The release that is downloaded. Pinned, so that two machines test against the same server. */
export const MONGOD_VERSION = '8.0.15';

export interface DownloadedClusterOptions {
  region: string;
  /** Where the data is kept; left out, a temporary folder. */
  folder?: string;
  events: EventBus;
}

interface Running {
  getUri(): string;
  stop(options?: { doCleanup?: boolean }): Promise<unknown>;
}

/** A real mongod as a one-member replica set; its binary is downloaded once, or the one of MONGOMS_SYSTEM_BINARY. */
export class DownloadedCluster {
  readonly region: string;
  readonly #options: DownloadedClusterOptions;
  #running: Running | undefined;
  #starting: Promise<void> | undefined;

  constructor(options: DownloadedClusterOptions) {
    this.region = options.region;
    this.#options = options;
  }

  /** Connection string; empty until started. */
  get uri(): string {
    return this.#running?.getUri() ?? '';
  }

  start(signal: AbortSignal): Promise<void> {
    this.#starting = this.#start(signal);
    return this.#starting;
  }

  async stop(): Promise<void> {
    await this.#starting?.catch(() => {});
    await this.#release();
  }

  async #release(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.stop({ doCleanup: this.#options.folder === undefined });
  }

  async #start(signal: AbortSignal): Promise<void> {
    const { MongoMemoryReplSet } = await import('mongodb-memory-server-core');
    signal.throwIfAborted();
    const { folder } = this.#options;
    const systemBinary = process.env.MONGOMS_SYSTEM_BINARY;
    if (folder !== undefined) await mkdir(folder, { recursive: true });
    if (systemBinary === undefined) this.#announce();
    else await requireMongod(systemBinary);
    try {
      this.#running = await withConsoleAside(() =>
        MongoMemoryReplSet.create({
          replSet: { count: 1, name: 'arcube', storageEngine: 'wiredTiger' },
          instanceOpts: [folder === undefined ? {} : { dbPath: folder }],
          // The library refuses a version that is not the binary's own: with one of the user's it may be any.
          binary:
            systemBinary === undefined ? { version: MONGOD_VERSION } : { systemBinary, checkMD5: false },
        }),
      );
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw userError('MONGOD_UNAVAILABLE', { version: MONGOD_VERSION, cause }, { cause: error });
    }
    if (signal.aborted) {
      await this.#release();
      signal.throwIfAborted();
    }
  }

  /** A download takes minutes where it is needed: say so before it begins. */
  #announce(): void {
    this.#options.events.emit('diagnostic', {
      severity: 'warning',
      code: 'MONGOD_DOWNLOAD',
      message: `Starting mongod ${MONGOD_VERSION} for ${this.region}; the first time its binary (about 100 MB) is downloaded.`,
      remedy: 'Wait for it, or set MONGOMS_SYSTEM_BINARY to a mongod of this machine.',
    });
  }
}
