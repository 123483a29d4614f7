import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Recurring } from './recurring.js';
import type { TenantConfig } from './tenant.js';
import { entryJson, rememberDigest, tenantDigest } from './tenant-digest.js';

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

/** The number of a value that several may have, or one tenant's own. */
type Kept = number | [own: unknown];

/**
 * As it lies on disk: what many tenants have in common is there once, and shared again when it is taken up. A tenant is
 * the names of its entries, and the value of each.
 */
interface Shelf {
  values: unknown[];
  files: [
    path: string,
    mtimeMs: number,
    ctimeMs: number,
    size: number,
    ino: number,
    readAt: number,
    digest: string,
    names: Kept,
    ...values: Kept[],
  ][];
}

/** The readings kept in a file, by path; none when there is no such file, or it cannot be read: it is only faster with it. */
export function loadShelf(file: string): Map<string, ReadFile> {
  const found = new Map<string, ReadFile>();
  try {
    const shelf = JSON.parse(readFileSync(file, 'utf8')) as Shelf;
    const valueAt = (kept: Kept) => (typeof kept === 'number' ? shelf.values[kept] : kept[0]);
    for (const [path, mtimeMs, ctimeMs, size, ino, readAt, digest, names, ...values] of shelf.files) {
      const entries: Record<string, unknown> = {};
      let at = 0;
      for (const name of valueAt(names) as string[]) entries[name] = valueAt(values[at++] as Kept);
      const tenant = entries as unknown as TenantConfig;
      rememberDigest(tenant, digest);
      found.set(path, { mtimeMs, ctimeMs, size, ino, readAt, tenant });
    }
    return found;
  } catch {
    return new Map();
  }
}

/** Keeps readings in a file. A full or read-only disk costs speed only. */
export function saveShelf(file: string, readings: ReadonlyMap<string, ReadFile>): void {
  const values = new Values();
  const files: string[] = [];
  for (const [path, { mtimeMs, ctimeMs, size, ino, readAt, tenant }] of readings) {
    const names = Object.keys(tenant) as (keyof TenantConfig)[];
    let line = `${JSON.stringify(path)},${mtimeMs},${ctimeMs},${size},${ino},${readAt}`;
    line += `,"${tenantDigest(tenant)}",${values.keep('', JSON.stringify(names))}`;
    for (const name of names) line += `,${values.keep(name, entryJson(name, tenant[name]))}`;
    files.push(`[${line}]`);
  }
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const text = `{"values":[${values.shared.join()}],"files":[${files.join()}]}`;
    writeFileSync(`${file}.${process.pid}`, text, { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // see above
  }
}

/** Gives the same JSON under the same name the same number. */
class Values {
  readonly shared: string[] = [];
  readonly #known = new Map<string, Recurring<number>>();

  /** A `Kept` as JSON. */
  keep(name: string, json: string): number | string {
    const known = this.#known.get(name) ?? new Recurring<number>();
    this.#known.set(name, known);
    const number = known.get(json);
    if (number !== undefined) return number;
    if (!known.add(json, this.shared.length)) return `[${json}]`;
    return this.shared.push(json) - 1;
  }
}
