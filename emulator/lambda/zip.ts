import { inflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ZipFile {
  /** Path inside the archive, with `/`. */
  path: string;
  data: Buffer;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
/** Bytes of an unpacked function. */
const LARGEST = 262_144_000;

/** The archive is not one that Lambda would take. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

/**
 * Reads a ZIP archive (stored and deflated entries; PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16). Paths that would leave the
 * folder are refused. Throws a `ZipError`.
 */
export function readZip(archive: Buffer): ZipFile[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const files: ZipFile[] = [];
  let size = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== CENTRAL)
      throw new ZipError('a bad directory entry');
    const nameLength = archive.readUInt16LE(at + 28);
    const path = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (path.startsWith('/') || path.split('/').includes('..')) throw new ZipError(`a path outside: ${path}`);
    if (!path.endsWith('/')) {
      size += archive.readUInt32LE(at + 24);
      if (size > LARGEST) throw new ZipError(`Unzipped size must be smaller than ${LARGEST} bytes`);
      files.push({ path, data: contentOf(archive, at) });
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function findEnd(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 65_557); at--) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  throw new ZipError('no end of the directory');
}

function contentOf(archive: Buffer, entry: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const packed = archive.readUInt32LE(entry + 20);
  const unpacked = archive.readUInt32LE(entry + 24);
  const header = archive.readUInt32LE(entry + 42);
  if (header + 30 > archive.length) throw new ZipError('a bad file header');
  const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const data = archive.subarray(from, from + packed);
  if (method === 0) return data;
  if (method !== 8) throw new ZipError(`compression method ${method}`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(unpacked, 1) });
  } catch {
    throw new ZipError('a damaged file');
  }
}
