import { hash as oneShot } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { readingFolder } from '../document/reading-cache.js';
import type { CheckedFile } from './read-with-schema.js';
import { checkAgainst, fingerprintOf } from './read-with-schema.js';
import schema from './schemas/tenant.schema.json' with { type: 'json' };
import { checkTenantAnew, completeTenant, readTenant, type TenantConfig } from './tenant.js';

/** Up to here each file is read by itself, with its places; beyond, reading must not take a second. */
const FEW = 50;

/**
 * What readers of YAML may take for different things: anchors, tags, block texts, directives, several documents, tabs,
 * merges, and words and numbers that versions of YAML read differently. A text without any of it needs no second look.
 */
const EQUIVOCAL =
  /\t|<<|^ *(?:---|\.\.\.|\? )|(?:^|[:[,{-]) *(?:[&*!|>@`%]|[+-]?0[0-9xob]|[0-9][0-9,]*_|\d+:\d|[+-]?\.|(?:yes|no|on|off|y|n)\b|\d{4}-\d)/im;

/** Good tenants by the hash of their text: the same text is read once in a process, and once on a machine. */
const known = new Map<string, TenantConfig>();
let loadedFrom: string | undefined;

/**
 * Reads and checks many tenants' files, as `readTenant` does each. Faultless ones of a large folder have no places: who
 * needs one reads the file again.
 */
export function readManyTenants(files: readonly string[]): CheckedFile<TenantConfig>[] {
  if (files.length <= FEW) return files.map((file) => readTenant(file));
  const shelf = shelfFile();
  if (shelf !== undefined && loadedFrom !== shelf) load(shelf);
  const used = new Map<string, TenantConfig>();
  let fresh = 0;
  const results = files.map((file): CheckedFile<TenantConfig> => {
    const unchanged = unchangedSince(file);
    if (unchanged) {
      used.set(unchanged.hash, unchanged.value);
      return { file, value: unchanged.value, diagnostics: [] };
    }
    const mark = markOf(file);
    const text = mark && textOf(file);
    if (mark === undefined || text === undefined) return readTenant(file);
    const hash = oneShot('sha1', text, 'base64url');
    const value = known.get(hash) ?? quickly(text);
    if (!value) return checkTenantAnew(file, text);
    if (!known.has(hash)) fresh++;
    known.set(hash, value);
    used.set(hash, value);
    read.set(file, { ...mark, hash });
    return { file, value, diagnostics: [] };
  });
  if (shelf !== undefined && fresh > 0) save(shelf, used, files);
  return results;
}

/** How a file looked just before it was read; times in ms. */
interface Mark {
  mtimeMs: number;
  ctimeMs: number;
  size: number;
  ino: number;
  readAt: number;
}

/** Files that were read, in this process or, where their readings are kept, before. */
const read = new Map<string, Mark & { hash: string }>();

/** A file that was written so many ms before it was read may have been written again within the clock's tick. */
const TICK = 50;

function markOf(file: string): Mark | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return undefined;
  const { mtimeMs, ctimeMs, size, ino } = found;
  return { mtimeMs, ctimeMs, size, ino, readAt: Date.now() };
}

/** What a file held when it was read, if nobody can have written it since. */
function unchangedSince(file: string): { hash: string; value: TenantConfig } | undefined {
  const before = read.get(file);
  const value = before && known.get(before.hash);
  if (!before || !value || before.ctimeMs > before.readAt - TICK) return undefined;
  const now = statSync(file, { throwIfNoEntry: false });
  const same =
    now?.mtimeMs === before.mtimeMs &&
    now.ctimeMs === before.ctimeMs &&
    now.size === before.size &&
    now.ino === before.ino;
  return same ? { hash: before.hash, value } : undefined;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // whoever reads it by itself says why
  }
}

/**
 * The tenant of a text that is plain enough for the faster of two readers; undefined for any other text, and for any
 * fault: the thorough reader knows what to say.
 */
function quickly(text: string): TenantConfig | undefined {
  if (EQUIVOCAL.test(text)) return undefined;
  const { CORE_SCHEMA, load: parse } = createRequire(import.meta.url)('js-yaml') as typeof import('js-yaml');
  try {
    const value = parse(text, { schema: CORE_SCHEMA }) as TenantConfig;
    if (!checkAgainst(schema, value)) return undefined;
    return completeTenant(value).length === 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Where good readings are kept between runs: one file, made anew when something was new. */
function shelfFile(): string | undefined {
  const folder = readingFolder();
  return folder === undefined ? undefined : `${folder}-tenants/${fingerprintOf(schema)}.marked.json`;
}

/** Good readings by the hash of their text, and how the files looked that held them. */
interface Shelf {
  tenants: [string, TenantConfig][];
  marks: [string, Mark & { hash: string }][];
}

function load(file: string): void {
  loadedFrom = file;
  try {
    const { tenants, marks } = JSON.parse(readFileSync(file, 'utf8')) as Shelf;
    for (const [hash, value] of tenants) known.set(hash, value);
    for (const [path, mark] of marks) read.set(path, mark);
  } catch {
    // none yet, or unreadable: it is only faster with it
  }
}

function save(file: string, used: ReadonlyMap<string, TenantConfig>, files: readonly string[]): void {
  const marks = files.flatMap((one) => {
    const mark = read.get(one);
    return mark ? [[one, mark] as const] : [];
  });
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify({ tenants: [...used], marks }), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // a full or read-only disk costs speed only
  }
}
