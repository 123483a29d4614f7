import type { Clock } from '../../../src/core/clock.js';
import type { Ids } from '../../../src/core/ids.js';
import type { CompileFilter } from '../index/index.js';
import { NO_JOURNAL } from './journal-sink.js';
import { OpClock } from './op-clock.js';
import { Storage } from './storage.js';

export interface StorageOptions {
  /** Where the data is kept; left out, it lives in memory alone. */
  folder?: string;
  /** Dates the journal and expires documents. */
  clock: Clock;
  ids: Ids;
  /** Compiles partial indexes' filters. */
  compileFilter: CompileFilter;
  /**
   * When the journal goes to disk: `periodic` (by default) within 100 ms after the acknowledgement, `always` before
   * it. Commits with `j` always wait.
   */
  fsync?: 'periodic' | 'always';
  /** Told of failures that no caller waits for: a sync, a checkpoint, expiry. */
  onBackgroundError(error: unknown): void;
}

/** Opens (or creates) a storage. Close it. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const storage = new Storage({
    ...options,
    journal: NO_JOURNAL,
    opClock: new OpClock(options.clock),
    close: async () => {},
  });
  storage.start();
  return storage;
}
