import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MovableClock } from '../../../../src/core/clock.js';
import { userError } from '../../../../src/core/errors.js';
import { createIds } from '../../../../src/core/ids.js';
import { openStorage } from '../open.js';
import { FolderLock } from './folder-lock.js';
import { importSnapshot, restoreTo } from './time-travel.js';

/** What a folder is to be brought back to: a moment of its own history (epoch ms of emulator time), or a snapshot. */
export type RestorePoint = { time: number } | { file: string };

/**
 * Writes the newest state of a cluster's folder to a file, for `restoreFolder`. The cluster may be running: all that it
 * has acknowledged is taken. Errors: MONGO_NO_DATA.
 */
export async function snapshotFolder(folder: string, file: string): Promise<void> {
  await requireData(folder);
  const copy = `${folder}.snapshot-${process.pid}`;
  await rm(copy, { recursive: true, force: true });
  const clock = new MovableClock();
  try {
    await restoreTo(folder, Number.POSITIVE_INFINITY, copy);
    const storage = await openStorage({
      folder: copy,
      clock,
      ids: createIds(),
      compileFilter: () => () => true,
      onBackgroundError: () => {},
    });
    try {
      await mkdir(dirname(file), { recursive: true });
      await storage.exportSnapshot(file);
    } finally {
      await storage.close();
    }
  } finally {
    clock.stop();
    await rm(copy, { recursive: true, force: true });
  }
}

/**
 * Brings a cluster's folder back to a moment or a snapshot. What was there is kept beside it; its folder is returned.
 * The cluster must not run. Errors: MONGO_FOLDER_LOCKED, MONGO_RESTORE_RANGE, MONGO_NO_DATA.
 */
export async function restoreFolder(folder: string, point: RestorePoint): Promise<string> {
  if ('time' in point) await requireData(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = FolderLock.take(folder);
  if (!(lock instanceof FolderLock)) throw userError('MONGO_FOLDER_LOCKED', { folder, ...lock });
  const fresh = `${folder}.restoring-${process.pid}`;
  try {
    await rm(fresh, { recursive: true, force: true });
    if ('time' in point) await restoreTo(folder, point.time, fresh);
    else await importSnapshot(point.file, fresh);
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
