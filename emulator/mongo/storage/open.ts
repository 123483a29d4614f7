import { access, constants, stat } from 'node:fs/promises';
import type { Clock } from '../../../src/core/clock.js';
import { userError } from '../../../src/core/errors.js';
import type { Ids } from '../../../src/core/ids.js';
import type { CompileFilter } from '../index/index.js';
import { DurableStore } from './journal/durable-store.js';
import { filePath, listFiles, recoverySet } from './journal/folder.js';
import { FolderLock } from './journal/folder-lock.js';
import { HEADER_SIZE } from './journal/format.js';
import { type DiskCalls, Journal } from './journal/journal.js';
import { Recovery } from './journal/recovery.js';
import { NO_JOURNAL } from './journal-sink.js';
import { OpClock } from './op-clock.js';
import { Storage } from './storage.js';

const DAY_MS = 86_400_000;
const HISTORY = { maxAgeMs: 7 * DAY_MS, maxBytes: 512 << 20 };

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
  /** How much of the past is kept for `restoreTo`; a week and 512 MiB by default. */
  history?: { maxAgeMs: number; maxBytes: number };
  /** Told of failures that no caller waits for: a sync, a checkpoint, expiry. */
  onBackgroundError(error: unknown): void;
  /** The disk's calls, for tests of its failures. */
  disk?: DiskCalls;
}

/**
 * Opens (or creates) a storage. Close it. Errors, for people: MONGO_FOLDER_LOCKED, MONGO_FOLDER_UNUSABLE,
 * MONGO_DATA_DAMAGED, MONGO_DATA_VERSION.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const storage =
    options.folder === undefined ? openEphemeral(options) : await openFolder(options, options.folder);
  storage.start();
  return storage;
}

function openEphemeral(options: StorageOptions): Storage {
  return new Storage({ ...options, journal: NO_JOURNAL, opClock: new OpClock(options.clock) });
}

async function openFolder(options: StorageOptions, folder: string): Promise<Storage> {
  await requireUsable(folder);
  const lock = FolderLock.take(folder);
  if (!(lock instanceof FolderLock)) throw userError('MONGO_FOLDER_LOCKED', { folder, ...lock });
  try {
    return await openLocked(options, folder, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function requireUsable(folder: string): Promise<void> {
  try {
    await listFiles(folder);
    await access(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw userError('MONGO_FOLDER_UNUSABLE', { folder, cause: (error as Error).message }, { cause: error });
  }
}

async function openLocked(options: StorageOptions, folder: string, lock: FolderLock): Promise<Storage> {
  const { clock } = options;
  const opClock = new OpClock(clock);
  const journal = new Journal({ ...options, opClock, fsync: options.fsync ?? 'periodic' });
  const storage = new Storage({ ...options, journal, opClock });
  const { sequence, olderBytes } = await recover(storage, journal, folder);
  storage.attach(
    new DurableStore(storage, {
      folder,
      journal,
      lock,
      sequence,
      olderBytes,
      history: options.history ?? HISTORY,
      now: () => clock.now(),
      onBackgroundError: options.onBackgroundError,
    }),
  );
  storage.catalogue.dropProvisional();
  return storage;
}

/** Reads what there is and opens the journal behind its last whole frame, or the first journal. */
async function recover(storage: Storage, journal: Journal, folder: string) {
  const { checkpoint, journals } = recoverySet(await listFiles(folder));
  const recovery = new Recovery(storage);
  if (checkpoint !== undefined) await recovery.checkpoint(checkpoint.path);
  let olderBytes = 0;
  let length = 0;
  for (const { path } of journals) {
    olderBytes += length;
    length = await recovery.journal(path);
  }
  storage.recovered = { cutBytes: recovery.cut };
  const last = journals.at(-1);
  if (last !== undefined && length >= HEADER_SIZE) {
    journal.attach(last.path, length);
    return { sequence: last.sequence, olderBytes };
  }
  return {
    sequence: await startJournal(journal, folder, last?.sequence ?? checkpoint?.sequence ?? 1),
    olderBytes,
  };
}

/** A journal whose header was torn holds nothing: another takes its place. */
async function startJournal(journal: Journal, folder: string, wanted: number): Promise<number> {
  const path = filePath(folder, 'journal', wanted);
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  const sequence = exists ? wanted + 1 : wanted;
  journal.switchTo(filePath(folder, 'journal', sequence), sequence);
  return sequence;
}
