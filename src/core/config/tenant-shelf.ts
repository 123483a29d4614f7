import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TenantConfig } from './tenant.js';
import { rememberDigest, tenantDigest } from './tenant-digest.js';

/** How a file looked just before it was read; times in ms. */
export interface Mark {
  mtimeMs: number;
  ctimeMs: number;
  size: number;
  ino: number;
  readAt: number;
}

/** A file that was read, and the good tenant it held. */
export interface ReadFile extends Mark {
  tenant: TenantConfig;
}

/**
 * As it lies on disk: what many tenants have in common is there once, and shared again when it is taken up. An entry is a
 * name and a value by their numbers.
 */
interface Shelf {
  names: string[];
  values: unknown[];
  files: [
    path: string,
    mtimeMs: number,
    ctimeMs: number,
    size: number,
    ino: number,
    readAt: number,
    digest: string,
    ...entries: number[],
  ][];
}

/** The readings kept in a file, by path; none when there is no such file, or it cannot be read: it is only faster with it. */
export function loadShelf(file: string): Map<string, ReadFile> {
  const found = new Map<string, ReadFile>();
  try {
    const { names, values, files } = JSON.parse(readFileSync(file, 'utf8')) as Shelf;
    for (const [path, mtimeMs, ctimeMs, size, ino, readAt, digest, ...entries] of files) {
      const tenant: Record<string, unknown> = {};
      for (let at = 0; at < entries.length; at += 2)
        tenant[names[entries[at] as number] as string] = values[entries[at + 1] as number];
      rememberDigest(tenant as unknown as TenantConfig, digest);
      found.set(path, { mtimeMs, ctimeMs, size, ino, readAt, tenant: tenant as unknown as TenantConfig });
    }
    return found;
  } catch {
    return new Map();
  }
}

/** Keeps readings in a file. A full or read-only disk costs speed only. */
export function saveShelf(file: string, readings: ReadonlyMap<string, ReadFile>): void {
  const names = new Numbers();
  const values = new Numbers();
  const files = [...readings].map(([path, { mtimeMs, ctimeMs, size, ino, readAt, tenant }]) => {
    const entries = Object.entries(tenant).flatMap(([name, value]) => [names.of(name), values.of(value)]);
    return [path, mtimeMs, ctimeMs, size, ino, readAt, tenantDigest(tenant), ...entries];
  });
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const text = JSON.stringify({ names: names.all(), values: values.all(), files });
    writeFileSync(`${file}.${process.pid}`, text, { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // see above
  }
}

/** Gives the same thing the same number. */
class Numbers {
  readonly #given = new Map<unknown, number>();

  of(thing: unknown): number {
    const known = this.#given.get(thing);
    if (known !== undefined) return known;
    this.#given.set(thing, this.#given.size);
    return this.#given.size - 1;
  }

  all(): unknown[] {
    return [...this.#given.keys()];
  }
}
