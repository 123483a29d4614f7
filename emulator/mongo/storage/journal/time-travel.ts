import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir } from 'node:fs/promises';
import { userError } from '../../../../src/core/errors.js';
import { filePath, listFiles, type StorageFile } from './folder.js';
import { HEADER_SIZE } from './format.js';
import { FrameReader } from './frame-reader.js';

/** What a folder can be restored to. */
export interface RestoreRange {
  /** Emulator times, epoch ms. */
  from: number;
  to: number;
}

/**
 * Writes the state that a storage had at a moment of its emulator's clock to another, empty folder. The source may be
 * in use. Everything up to the first change after `time` is taken. Errors: MONGO_RESTORE_RANGE, MONGO_FOLDER_NOT_EMPTY.
 */
export async function restoreTo(folder: string, time: number, targetFolder: string): Promise<void> {
  await requireEmpty(targetFolder);
  const files = await listFiles(folder);
  const start = await startBefore(files, time);
  const journals = files.filter(({ kind, sequence }) => kind === 'journal' && sequence >= start.sequence);
  if (start.kind === 'checkpoint') {
    await copyFile(start.path, filePath(targetFolder, 'checkpoint', start.sequence), constants.COPYFILE_EXCL);
  }
  for (const { path, sequence } of journals) {
    const { length, isWhole } = await lengthUpTo(path, time);
    await copyStart(path, filePath(targetFolder, 'journal', sequence), length);
    if (!isWhole) break;
  }
}

/** From when to when a folder can be restored. */
export async function restoreRange(folder: string): Promise<RestoreRange | undefined> {
  const files = await listFiles(folder);
  const [first] = files;
  if (first === undefined) return undefined;
  const from = await createdAt(first);
  let to = from;
  for (const { path, kind } of files) {
    if (kind === 'journal') to = Math.max(to, (await lengthUpTo(path, Number.POSITIVE_INFINITY)).last);
  }
  return { from, to };
}

/** Puts an exported snapshot into an empty folder, as a storage to open. Errors: MONGO_SNAPSHOT_UNREADABLE, MONGO_FOLDER_NOT_EMPTY. */
export async function importSnapshot(file: string, folder: string): Promise<void> {
  await requireSnapshot(file);
  await requireEmpty(folder);
  await copyFile(file, filePath(folder, 'checkpoint', 1), constants.COPYFILE_EXCL);
}

async function requireSnapshot(file: string): Promise<void> {
  const reader = await FrameReader.open(file).catch((error: Error) => {
    throw userError('MONGO_SNAPSHOT_UNREADABLE', { file, cause: error.message }, { cause: error });
  });
  try {
    while ((await reader.next()) !== undefined);
  } finally {
    await reader.close();
  }
  const isWhole = reader.header?.kind === 'checkpoint' && reader.goodLength === reader.fileLength;
  if (!isWhole) throw userError('MONGO_SNAPSHOT_UNREADABLE', { file, cause: 'It is no whole snapshot.' });
}

async function requireEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw userError('MONGO_FOLDER_NOT_EMPTY', { folder });
}

/** The newest beginning at or before a moment. */
async function startBefore(files: readonly StorageFile[], time: number): Promise<StorageFile> {
  const checkpoints = files.filter(({ kind }) => kind === 'checkpoint').reverse();
  for (const checkpoint of checkpoints) if ((await createdAt(checkpoint)) <= time) return checkpoint;
  const first = files.find(({ kind }) => kind === 'journal');
  if (first !== undefined && first.sequence === 1 && (await createdAt(first)) <= time) return first;
  const oldest = checkpoints.at(-1) ?? first;
  throw userError('MONGO_RESTORE_RANGE', {
    time: new Date(time).toISOString(),
    from: oldest === undefined ? 'never' : new Date(await createdAt(oldest)).toISOString(),
  });
}

async function createdAt({ path }: StorageFile): Promise<number> {
  const reader = await FrameReader.open(path);
  await reader.close();
  return reader.header?.createdAt ?? Number.POSITIVE_INFINITY;
}

/** How much of a journal was written up to a moment, and the time of its last frame. */
async function lengthUpTo(
  path: string,
  time: number,
): Promise<{ length: number; isWhole: boolean; last: number }> {
  const reader = await FrameReader.open(path);
  let length = HEADER_SIZE;
  let last = Number.NEGATIVE_INFINITY;
  try {
    for (let frame = await reader.next(); frame !== undefined; frame = await reader.next()) {
      if (frame.now > time) return { length, isWhole: false, last };
      length = frame.fileEnd;
      last = frame.now;
    }
    return { length, isWhole: true, last };
  } finally {
    await reader.close();
  }
}

async function copyStart(from: string, to: string, length: number): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL);
  const handle = await open(to, 'r+');
  try {
    await handle.truncate(length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
