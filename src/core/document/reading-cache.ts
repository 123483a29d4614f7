import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Marks, marksOf, setMarks } from './marks.js';
import type { SourceFile } from './source.js';

/**
 * Faultless readings of files, kept under a hash of their text. Parsing YAML and compiling schemas take most of the
 * time in which `arcube dev` starts (about 170 of 400 ms), and files seldom change between two starts. What is kept
 * is a copy of what the parser gave, with its places, so that nobody can tell the difference.
 */
export interface ReadingCache {
  /** The value kept under this name, its places bound to `source`; undefined when there is none. */
  get(name: string, source: SourceFile): { value: unknown } | undefined;
  put(name: string, value: unknown): void;
}

const MOST_KEPT = 300;
const NO_CACHE: ReadingCache = { get: () => undefined, put: () => undefined };
let inForce: ReadingCache = NO_CACHE;
let folderInForce: string | undefined;
let shippedInForce: string | undefined;

/** The cache that `readYaml` and `readYamlWithSchema` ask; none unless somebody has set one. */
export function readingCache(): ReadingCache {
  return inForce;
}

/** The folder in which readings are kept between runs; undefined when nothing is to be written. */
export function readingFolder(): string | undefined {
  return folderInForce;
}

/** The folder with what was read and compiled when the package was built; undefined when nobody asked for readings. */
export function shippedReadings(): string | undefined {
  return shippedInForce;
}

/**
 * Keeps readings in `folder` and looks in `shipped` (read only, made when the package is built) too. Files that cannot
 * be read or written are as good as absent: the cache is never needed.
 */
export function useReadingCache(folder: string | undefined, shipped: string): void {
  folderInForce = folder;
  shippedInForce = shipped;
  inForce = new FolderCache(folder === undefined ? [shipped] : [shipped, folder], folder);
}

/** The name of a reading: what was read, and everything that decides the result. */
export function readingName(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 40);
}

class FolderCache implements ReadingCache {
  readonly #folders: readonly string[];
  readonly #writeTo: string | undefined;

  constructor(folders: readonly string[], writeTo: string | undefined) {
    this.#folders = folders;
    this.#writeTo = writeTo;
  }

  get(name: string, source: SourceFile): { value: unknown } | undefined {
    for (const folder of this.#folders) {
      try {
        return {
          value: unpack(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Packed, source),
        };
      } catch {
        // not here, or unreadable: parse the file again
      }
    }
    return undefined;
  }

  put(name: string, value: unknown): void {
    if (this.#writeTo === undefined) return;
    const file = join(this.#writeTo, `${name}.json`);
    try {
      mkdirSync(this.#writeTo, { recursive: true });
      // each edit leaves a reading behind; all of them can be made again
      if (readdirSync(this.#writeTo).length > MOST_KEPT) rmSync(this.#writeTo, { recursive: true });
      mkdirSync(this.#writeTo, { recursive: true });
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(pack(value)));
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      // a full or read-only disk costs speed only
    }
  }
}

type PackedMarks = [at: number, keyAt: number[], valueAt: number[], names: string[] | 0];
/** A scalar as it is; a list or a map with its children and its places. */
type Packed = unknown | ['l', Packed[], PackedMarks | 0] | ['m', string[], Packed[], PackedMarks | 0];

function pack(value: unknown): Packed {
  if (typeof value !== 'object' || value === null) return value;
  const marks = packMarks(marksOf(value));
  if (Array.isArray(value)) return ['l', value.map(pack), marks];
  return ['m', Object.keys(value), Object.values(value).map(pack), marks];
}

function packMarks(marks: Marks | undefined): PackedMarks | 0 {
  return marks === undefined ? 0 : [marks.at, marks.keyAt, marks.valueAt, marks.names ?? 0];
}

function unpack(packed: Packed, source: SourceFile): unknown {
  if (!Array.isArray(packed)) return packed;
  const [kind] = packed as [string];
  const value = kind === 'l' ? unpackList(packed[1] as Packed[], source) : unpackMap(packed, source);
  const marks = packed[kind === 'l' ? 2 : 3] as PackedMarks | 0;
  if (marks !== 0) {
    const [at, keyAt, valueAt, names] = marks;
    setMarks(value, { source, at, keyAt, valueAt, ...(names !== 0 && { names }) });
  }
  return value;
}

function unpackList(items: Packed[], source: SourceFile): unknown[] {
  return items.map((item) => unpack(item, source));
}

function unpackMap(packed: unknown[], source: SourceFile): Record<string, unknown> {
  const names = packed[1] as string[];
  const children = packed[2] as Packed[];
  // own properties even where the name is `__proto__`
  return Object.fromEntries(names.map((name, index) => [name, unpack(children[index], source)]));
}
