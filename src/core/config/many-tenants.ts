import { readFileSync, statSync } from 'node:fs';
import { readingFolder } from '../document/reading-cache.js';
import { PlainTenants } from './plain-tenant.js';
import type { CheckedFile } from './read-with-schema.js';
import { fingerprintOf } from './read-with-schema.js';
import schema from './schemas/tenant.schema.json' with { type: 'json' };
import { checkTenantAnew, readTenant, type TenantConfig } from './tenant.js';
import { loadShelf, type Mark, type ReadFile, saveShelf } from './tenant-shelf.js';

/** Up to here each file is read by itself, with its places; beyond, reading must not take a second. */
const FEW = 50;

/** Good files as they were read last, in this process or, where readings are kept, before. */
let read = new Map<string, ReadFile>();
let loadedFrom: string | undefined;
/** Where the good readings are still to be kept. */
let unkept: string | undefined;

/**
 * Reads and checks many tenants' files, as `readTenant` does each. Faultless ones of a large folder have no places: who
 * needs one reads the file again. They may share what they have in common, and are not to be changed. With `asFound`, good files
 * of a large folder that this process has read are taken for what they were then, without a look at the disk.
 */
export function readManyTenants(
  files: readonly string[],
  { asFound = false }: { asFound?: boolean } = {},
): CheckedFile<TenantConfig>[] {
  if (files.length <= FEW) return files.map((file) => readTenant(file));
  const shelf = shelfFile();
  if (shelf !== undefined && loadedFrom !== shelf) {
    read = loadShelf(shelf);
    loadedFrom = shelf;
  }
  const plain = new PlainTenants();
  const good = new Map<string, ReadFile>();
  let changed = false;
  const results = files.map((file): CheckedFile<TenantConfig> => {
    const known = asFound ? read.get(file) : unchangedSince(file);
    const found = known ?? readPlain(file, plain);
    if ('diagnostics' in found) return found;
    if (!known) changed = true;
    good.set(file, found);
    return { file, value: found.tenant, diagnostics: [] };
  });
  read = good; // what is not in this folder any more is let go of
  if (changed) unkept = shelf;
  return results;
}

/** Writes down what was read of many files, for the next run to be quicker: for a moment in which nobody waits. */
export function keepReadings(): void {
  if (unkept !== undefined) saveShelf(unkept, read);
  unkept = undefined;
}

/** Reads a file quickly when it is good and plain, and as thoroughly as any other when it is not. */
function readPlain(file: string, plain: PlainTenants): ReadFile | CheckedFile<TenantConfig> {
  const mark = markOf(file);
  const text = mark && textOf(file);
  if (mark === undefined || text === undefined) return readTenant(file);
  const tenant = plain.read(text);
  return tenant ? { ...mark, tenant } : checkTenantAnew(file, text);
}

/** A file that was written so many ms before it was read may have been written again within the clock's tick. */
const TICK = 50;

function markOf(file: string): Mark | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return undefined;
  const { mtimeMs, ctimeMs, size, ino } = found;
  return { mtimeMs, ctimeMs, size, ino, readAt: Date.now() };
}

/** What a file held when it was read, if nobody can have written it since. */
function unchangedSince(file: string): ReadFile | undefined {
  const before = read.get(file);
  if (!before || before.ctimeMs > before.readAt - TICK) return undefined;
  const now = statSync(file, { throwIfNoEntry: false });
  const same =
    now?.mtimeMs === before.mtimeMs &&
    now.ctimeMs === before.ctimeMs &&
    now.size === before.size &&
    now.ino === before.ino;
  return same ? before : undefined;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // whoever reads it by itself says why
  }
}

/** Where good readings are kept between runs: one file, made anew when something was new. */
function shelfFile(): string | undefined {
  const folder = readingFolder();
  return folder === undefined ? undefined : `${folder}-tenants/${fingerprintOf(schema)}.shared.json`;
}
