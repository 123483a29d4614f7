import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFileAtomically } from '../../src/core/atomic-file.js';
import { readZip } from './zip.js';

/** An uploaded package, unpacked. */
export interface Archive {
  /** Folder with its files. */
  folder: string;
  /** SHA-256 of the package, base64. */
  codeSha256: string;
  /** Bytes of the package. */
  codeSize: number;
}

/** Whether a folder is that of an unpacked package. */
export function isArchive(folder: string): boolean {
  return /^[0-9a-f]{64}$/.test(basename(folder)) && existsSync(`${folder}.zip`);
}

/** Uploaded packages by content: `<sha256>.zip`, and its files in the folder `<sha256>`. */
export class Archives {
  readonly #folder: () => string;

  /** @param folder where they lie; asked at each use */
  constructor(folder: () => string) {
    this.#folder = folder;
  }

  /** Keeps a package; the same one again costs nothing. Throws a `ZipError`. */
  async keep(archive: Buffer): Promise<Archive> {
    const digest = createHash('sha256').update(archive).digest();
    const folder = this.folderOf(digest.toString('hex'));
    const kept = { folder, codeSha256: digest.toString('base64'), codeSize: archive.length };
    if (existsSync(folder)) return kept;
    const files = readZip(archive);
    await writeFileAtomically(`${folder}.zip`, archive);
    const aside = `${folder}.${randomBytes(4).toString('hex')}.tmp`;
    await mkdir(aside, { recursive: true });
    for (const { path, data } of files) {
      const file = join(aside, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, data);
    }
    await rename(aside, folder).catch(async (error: unknown) => {
      await rm(aside, { recursive: true, force: true });
      if (!existsSync(folder)) throw error; // else another request has unpacked the same package
    });
    return kept;
  }

  /** Where the package with this SHA-256 (hexadecimal) is unpacked. */
  folderOf(digest: string): string {
    return join(this.#folder(), digest);
  }

  /** Drops every package that is not named. */
  async sweep(digests: ReadonlySet<string>): Promise<void> {
    const folder = this.#folder();
    const present = await readdir(folder).catch(() => []);
    for (const name of present) {
      const kept = digests.has(basename(name, '.zip')) && /^[0-9a-f]{64}(\.zip)?$/.test(name);
      if (!kept) await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}
