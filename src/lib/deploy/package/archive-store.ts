import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from '../../../bundle/index.js';
import { writeFileAtomically } from '../../../core/atomic-file.js';
import { pruneFolder } from './prune-folder.js';

/** Raise it when archives change for the same code. */
const FORMAT = 1;

/** An archive in the store. */
export interface Archive {
  sha256: string;
  file: string;
  sourceMap: string;
  zippedBytes: number;
  unzippedBytes: number;
}

/** Makes an archive with one file in it. The file's bytes may be given away. */
export interface Zipper {
  zip(name: string, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** Archives on disk, found by the hash of the code in them; the source map lies beside. */
export class ArchiveStore {
  readonly #folder: string;
  readonly #used = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The archive of the code with this hash, if it is there and whole. */
  async get(hash: string, handler: string): Promise<Archive | undefined> {
    const { record, file } = this.#paths(hash, handler);
    try {
      const kept = JSON.parse(await readFile(record, 'utf8')) as Omit<Archive, 'file' | 'sourceMap'>;
      if (sha256(await readFile(file)) !== kept.sha256) return undefined;
      return { ...kept, file, sourceMap: `${file}.map` };
    } catch {
      return undefined; // not there, or half there: made again
    }
  }

  /** Makes the archive: the code under the name that the handler gives it. */
  async put(
    bundle: Pick<Bundle, 'hash' | 'code' | 'sourceMap' | 'format'>,
    handler: string,
    zipper: Zipper,
  ): Promise<Archive> {
    const { record, file } = this.#paths(bundle.hash, handler);
    const code = Buffer.from(bundle.code);
    const extension = bundle.format === 'cjs' ? 'js' : 'mjs';
    const unzippedBytes = code.byteLength;
    const [archive] = await Promise.all([
      zipper.zip(`${moduleOf(handler)}.${extension}`, code),
      writeFileAtomically(`${file}.map`, bundle.sourceMap),
    ]);
    const kept = { sha256: sha256(archive), zippedBytes: archive.byteLength, unzippedBytes };
    await writeFileAtomically(file, Buffer.from(archive));
    await writeFileAtomically(record, JSON.stringify(kept));
    return { ...kept, file, sourceMap: `${file}.map` };
  }

  /** Drops archives that this run did not ask for, once there are many. */
  prune(): Promise<void> {
    return pruneFolder(this.#folder, this.#used);
  }

  #paths(hash: string, handler: string): { record: string; file: string } {
    const name = sha256(JSON.stringify([FORMAT, hash, moduleOf(handler)])).slice(0, 32);
    for (const extension of ['json', 'zip', 'zip.map']) this.#used.add(`${name}.${extension}`);
    return { record: join(this.#folder, `${name}.json`), file: join(this.#folder, `${name}.zip`) };
  }
}

/** SHA-256, hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** `lib/index` of `lib/index.handler`: a dot ends the module's name, as in the Lambda runtime. */
function moduleOf(handler: string): string {
  return handler.slice(0, handler.indexOf('.', handler.lastIndexOf('/') + 1));
}
