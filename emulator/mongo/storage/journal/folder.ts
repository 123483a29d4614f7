import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileKind } from './format.js';

const NAME = /^(journal|checkpoint)-(\d{6,})\.arc$/;

/** A file of a storage's folder. */
export interface StorageFile {
  kind: FileKind;
  sequence: number;
  path: string;
}

export function filePath(folder: string, kind: FileKind, sequence: number): string {
  return join(folder, `${kind}-${String(sequence).padStart(6, '0')}.arc`);
}

/** Journals and checkpoints of a folder, which is created if need be, in order of their sequence. */
export async function listFiles(folder: string): Promise<StorageFile[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files: StorageFile[] = [];
  for (const name of await readdir(folder)) {
    const match = NAME.exec(name);
    if (match === null) continue;
    files.push({ kind: match[1] as FileKind, sequence: Number(match[2]), path: join(folder, name) });
  }
  return files.sort((a, b) => a.sequence - b.sequence);
}

/** The newest checkpoint (if any, and not after `latest`) and the journals that go on from it. */
export function recoverySet(files: readonly StorageFile[]): {
  checkpoint?: StorageFile;
  journals: StorageFile[];
} {
  const checkpoint = files.filter(({ kind }) => kind === 'checkpoint').at(-1);
  const from = checkpoint?.sequence ?? 0;
  const journals = files.filter(({ kind, sequence }) => kind === 'journal' && sequence >= from);
  return checkpoint === undefined ? { journals } : { checkpoint, journals };
}

/** How much of the past is kept for restoring to a moment. */
export interface History {
  maxAgeMs: number;
  maxBytes: number;
}

/** Removes generations before the newest checkpoint that are too old or too many. `now` is the machine's time. */
export async function dropHistory(
  folder: string,
  { maxAgeMs, maxBytes }: History,
  now: number,
): Promise<void> {
  const files = await listFiles(folder);
  const newest = recoverySet(files).checkpoint?.sequence ?? 0;
  const past = files.filter(({ sequence }) => sequence < newest).reverse();
  let bytes = 0;
  let drop = false;
  for (const { path } of past) {
    const { size, mtimeMs } = await stat(path);
    bytes += size;
    // What comes before a dropped file is of no use without it.
    drop ||= bytes > maxBytes || now - mtimeMs > maxAgeMs;
    if (drop) await rm(path, { force: true });
  }
}
