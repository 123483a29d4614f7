import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { writeFileAtomically } from '../core/atomic-file.js';
import { builtFile, packageRoot } from '../core/package-root.js';
import type { Bundle } from './bundle.js';

/** Raise it when the bundler's output changes for the same input. */
const FORMAT = 8;

const NO_CODE = -1;

interface CachedInput {
  /** Relative to the package's root for what lies inside it, else absolute. */
  path: string;
  size: number;
  mtimeMs: number;
  sha256: string;
}

interface Manifest {
  format: 'cjs' | 'esm';
  exportPath: string;
  hash: string;
  file: string;
  /** Length of the code in characters, which tells a file that was cut at no cost; `NO_CODE` when it was not kept. */
  length: number;
  /** Code without a character beyond ASCII is read in a third of the time, and kept in half the memory. */
  ascii: boolean;
  inputs: CachedInput[];
}

/** Bundles on disk, found by what was asked for and trusted only while every file that went into them is unchanged. */
export class BundleCache {
  readonly #folder: string;
  /** Only what is the user's own is compared: packages were bundled elsewhere, with the same content. */
  readonly #prebuilt: boolean;

  constructor(folder: string, prebuilt = false) {
    this.#folder = folder;
    this.#prebuilt = prebuilt;
  }

  /** The bundle, when it is there and still true. */
  async get(file: string, handler: string, observe: boolean): Promise<Bundle | undefined> {
    const key = keyOf(file, handler, observe);
    const name = join(this.#folder, key);
    try {
      const manifest = await this.#manifest(key);
      const fresh = await Promise.all(manifest.inputs.map(isUnchanged));
      if (fresh.includes(false)) return undefined;
      const [code, sourceMap] = await Promise.all([
        readFile(`${name}.js`, manifest.ascii ? 'latin1' : 'utf8'),
        readFile(`${name}.js.map`),
      ]);
      if (code.length !== manifest.length) return undefined;
      const inputs = manifest.inputs.map(({ path }) => fromPortable(path));
      const { format, exportPath, hash } = manifest;
      return { format, exportPath, hash, code, sourceMap, inputs, file };
    } catch {
      return undefined; // not there, or half there: bundling again costs little
    }
  }

  /** Hash and inputs of the bundle, when it is there and still true; its code is not read. */
  async peek(
    file: string,
    handler: string,
    observe: boolean,
  ): Promise<Pick<Bundle, 'hash' | 'inputs'> | undefined> {
    try {
      const { hash, inputs } = await this.#manifest(keyOf(file, handler, observe));
      if ((await Promise.all(inputs.map(isUnchanged))).includes(false)) return undefined;
      return { hash, inputs: inputs.map(({ path }) => fromPortable(path)) };
    } catch {
      return undefined;
    }
  }

  async #manifest(key: string): Promise<Manifest> {
    return JSON.parse(await readFile(join(this.#folder, `${key}.json`), 'utf8')) as Manifest;
  }

  /** Keeps a bundle. Written aside and renamed, so that a reader never sees a half. */
  async put(handler: string, observe: boolean, bundle: Bundle): Promise<void> {
    const name = join(this.#folder, keyOf(bundle.file, handler, observe));
    await writeFileAtomically(`${name}.js`, bundle.code);
    await writeFileAtomically(`${name}.js.map`, bundle.sourceMap);
    await this.#describe(name, bundle, bundle.code.length);
  }

  /** Keeps what `peek` answers, for whoever keeps the code elsewhere. */
  note(handler: string, observe: boolean, bundle: Bundle): Promise<void> {
    return this.#describe(join(this.#folder, keyOf(bundle.file, handler, observe)), bundle, NO_CODE);
  }

  async #describe(name: string, bundle: Bundle, length: number): Promise<void> {
    const own = this.#prebuilt ? bundle.inputs.filter((path) => !isPackage(path)) : bundle.inputs;
    const manifest: Manifest = {
      format: bundle.format,
      exportPath: bundle.exportPath,
      hash: bundle.hash,
      file: toPortable(bundle.file),
      length,
      ascii: Buffer.byteLength(bundle.code) === bundle.code.length,
      inputs: await Promise.all(witnesses(own).map(describe)),
    };
    if (this.#prebuilt) for (const input of manifest.inputs) input.mtimeMs = 0;
    await writeFileAtomically(`${name}.json`, JSON.stringify(manifest));
  }
}

/** The bundles that ship with the package. */
export function prebuiltCache(): BundleCache {
  return new BundleCache(builtFile('bundles'), true);
}

/** Content hash that names a bundle: 32 hexadecimal characters. */
export function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 32);
}

function keyOf(file: string, handler: string, observe: boolean): string {
  return hashOf(JSON.stringify([FORMAT, toPortable(file), handler, observe])).slice(0, 24);
}

/** Files of packages stand for their package: one `package.json` each, instead of hundreds of sources. */
function witnesses(inputs: string[]): string[] {
  const files = new Set<string>();
  for (const path of inputs) files.add(packageFile(path) ?? path);
  return [...files];
}

function isPackage(path: string): boolean {
  return packageFile(path) !== undefined;
}

/** The `package.json` of the installed package that a file belongs to; undefined for a file of the project's own. */
export function packageFile(path: string): string | undefined {
  const marker = `${sep}node_modules${sep}`;
  const at = path.lastIndexOf(marker);
  if (at < 0) return undefined;
  const [first = '', second = ''] = path.slice(at + marker.length).split(sep);
  const name = first.startsWith('@') ? join(first, second) : first;
  return join(path.slice(0, at + marker.length), name, 'package.json');
}

async function describe(path: string): Promise<CachedInput> {
  const { size, mtimeMs } = await stat(path);
  return { path: toPortable(path), size, mtimeMs, sha256: await digest(path) };
}

async function isUnchanged(input: CachedInput): Promise<boolean> {
  const path = fromPortable(input.path);
  const now = await stat(path);
  if (now.size !== input.size) return false;
  return now.mtimeMs === input.mtimeMs || (await digest(path)) === input.sha256;
}

async function digest(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

function toPortable(path: string): string {
  const inside = relative(packageRoot(), path);
  return inside.startsWith('..') || inside === path ? path : inside.split(sep).join('/');
}

function fromPortable(path: string): string {
  return resolve(packageRoot(), path);
}
