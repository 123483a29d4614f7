import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MovableClock } from '../../../../src/core/clock.js';
import { userError } from '../../../../src/core/errors.js';
import { createIds } from '../../../../src/core/ids.js';
import type { Collection } from '../collection.js';
import { openStorage } from '../open.js';
import type { Storage } from '../storage.js';
import { FolderLock } from './folder-lock.js';
import { importSnapshot, restoreTo } from './time-travel.js';

/** What a folder is to be brought back to: a moment of its own history (epoch ms of emulator time), or a snapshot. */
export type RestorePoint = { time: number } | { file: string };

/** A collection that is no part of snapshots and is not brought back to what it was: keys that may have been destroyed. */
export interface Apart {
  db: string;
  name: string;
}

/**
 * Writes the newest state of a cluster's folder to a file, for `restoreFolder`, without what is kept apart. The cluster may
 * be running: all that it has acknowledged is taken. Errors: MONGO_NO_DATA.
 */
export async function snapshotFolder(
  folder: string,
  file: string,
  apart: readonly Apart[] = [],
): Promise<void> {
  await requireData(folder);
  await inCopy(folder, 'snapshot', async (storage) => {
    for (const one of collectionsOf(storage, apart)) storage.catalogue.truncate(one);
    storage.retryableWrites.forgetDocuments(); // they may hold what a findAndModify has returned
    await mkdir(dirname(file), { recursive: true });
    await storage.exportSnapshot(file);
  });
}

/** Works on a copy of a folder, which is removed again. */
async function inCopy(folder: string, what: string, use: (storage: Storage) => Promise<void>): Promise<void> {
  const copy = `${folder}.${what}-${process.pid}`;
  await rm(copy, { recursive: true, force: true });
  try {
    await restoreTo(folder, Number.POSITIVE_INFINITY, copy);
    await inStorage(copy, use);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function inStorage(folder: string, use: (storage: Storage) => Promise<void>): Promise<void> {
  const clock = new MovableClock();
  try {
    const storage = await openStorage({
      folder,
      clock,
      ids: createIds(),
      compileFilter: () => () => true,
      onBackgroundError: () => {},
    });
    try {
      await use(storage);
    } finally {
      await storage.close();
    }
  } finally {
    clock.stop();
  }
}

function collectionsOf(storage: Storage, apart: readonly Apart[]): Collection[] {
  return apart.flatMap(({ db, name }) => storage.catalogue.find(db, name) ?? []);
}

/** What is kept apart is of now, whatever moment the rest is brought back to. */
async function carryOver(from: string, to: string, apart: readonly Apart[]): Promise<void> {
  const names = await readdir(from).catch(() => []);
  if (apart.length === 0 || !names.some((name) => name.endsWith('.arc'))) return;
  await inCopy(from, 'apart', (source) =>
    inStorage(to, async (target) => {
      for (const one of collectionsOf(target, apart)) target.catalogue.truncate(one);
      for (const one of collectionsOf(source, apart)) copyAll(source, one, target);
      await target.forgetPast();
    }),
  );
}

function copyAll(source: Storage, from: Collection, target: Storage): void {
  const to = target.catalogue.find(from.db, from.name) ?? target.catalogue.create(from.db, from.name);
  const cursor = source.begin().scan(from);
  const writer = target.begin();
  for (let one = cursor.next(); one !== undefined; one = cursor.next()) writer.insert(to, one.bytes());
}

/**
 * Brings a cluster's folder back to a moment or a snapshot, but for what is kept apart. What was there is kept beside it; its
 * folder is returned.
 * The cluster must not run. Errors: MONGO_FOLDER_LOCKED, MONGO_RESTORE_RANGE, MONGO_NO_DATA.
 */
export async function restoreFolder(
  folder: string,
  point: RestorePoint,
  apart: readonly Apart[] = [],
): Promise<string> {
  if ('time' in point) await requireData(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = FolderLock.take(folder);
  if (!(lock instanceof FolderLock)) throw userError('MONGO_FOLDER_LOCKED', { folder, ...lock });
  const fresh = `${folder}.restoring-${process.pid}`;
  try {
    await rm(fresh, { recursive: true, force: true });
    if ('time' in point) await restoreTo(folder, point.time, fresh);
    else await importSnapshot(point.file, fresh);
    await carryOver(folder, fresh, apart);
    lock.release();
    const kept = `${folder}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    await rename(folder, kept);
    await rename(fresh, folder);
    return kept;
  } finally {
    lock.release();
    await rm(fresh, { recursive: true, force: true });
  }
}

async function requireData(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (!names.some((name) => name.endsWith('.arc'))) throw userError('MONGO_NO_DATA', { folder });
}
