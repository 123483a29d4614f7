import { crc32 } from 'node:zlib';

/** Raised when a file is laid out in a new way; older ones are refused by name. */
export const FORMAT_VERSION = 1;
const MAGIC = 'ARCMONGO';
export const HEADER_SIZE = 32;
/** Length and checksum before each frame's content. */
export const FRAME_HEAD = 8;
/** Emulator time and operation time at the start of each frame's content. */
export const FRAME_TIME = 16;

/** What a record in a frame says. */
export const Op = { Insert: 1, Update: 2, Remove: 3, Catalogue: 4, Retryable: 5, End: 6 } as const;

export type FileKind = 'journal' | 'checkpoint';

export interface FileHeader {
  version: number;
  kind: FileKind;
  /** Generation: a checkpoint holds the state at the beginning of the journal with its number. */
  sequence: number;
  /** Emulator time, epoch ms. */
  createdAt: number;
}

/**
 * The first bytes of a file: magic, version (u32), kind (u32), sequence (u32), creation (f64), checksum (u32) of what is
 * before it. All numbers are little-endian.
 */
export function writeHeader({ kind, sequence, createdAt }: Omit<FileHeader, 'version'>): Buffer {
  const header = Buffer.alloc(HEADER_SIZE);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt32LE(FORMAT_VERSION, 8);
  header.writeUInt32LE(kind === 'journal' ? 1 : 2, 12);
  header.writeUInt32LE(sequence, 16);
  header.writeDoubleLE(createdAt, 20);
  header.writeUInt32LE(crc32(header.subarray(0, 28)), 28);
  return header;
}

/** `undefined` when the bytes are no whole header. */
export function readHeader(bytes: Buffer): FileHeader | undefined {
  if (bytes.length < HEADER_SIZE || bytes.toString('latin1', 0, 8) !== MAGIC) return undefined;
  if (crc32(bytes.subarray(0, 28)) !== bytes.readUInt32LE(28)) return undefined;
  return {
    version: bytes.readUInt32LE(8),
    kind: bytes.readUInt32LE(12) === 1 ? 'journal' : 'checkpoint',
    sequence: bytes.readUInt32LE(16),
    createdAt: bytes.readDoubleLE(20),
  };
}
