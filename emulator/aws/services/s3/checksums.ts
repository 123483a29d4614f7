import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { s3Error } from './errors.js';

type Digest = (bytes: Buffer) => Buffer;

/** Algorithms of `x-amz-checksum-…`, by the end of the header's name. */
const ALGORITHMS: Readonly<Record<string, Digest>> = {
  crc32: (bytes) => word(crc32(bytes)),
  crc32c: (bytes) => word(crc32c(bytes)),
  crc64nvme: crc64nvme,
  sha1: (bytes) => createHash('sha1').update(bytes).digest(),
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
};

const PREFIX = 'x-amz-checksum-';

/**
 * The checksums that came with a body, verified, and the one that was asked for (`x-amz-sdk-checksum-algorithm`).
 * Throws `BadDigest` or `InvalidDigest`.
 */
export function checkBody(headers: Readonly<Record<string, string>>, body: Buffer): Record<string, string> {
  const md5 = headers['content-md5'];
  if (md5 !== undefined) {
    if (Buffer.from(md5, 'base64').length !== 16) throw s3Error('InvalidDigest');
    if (createHash('md5').update(body).digest('base64') !== md5) throw s3Error('BadDigest');
  }
  const checksums: Record<string, string> = {};
  for (const [name, digest] of Object.entries(ALGORITHMS)) {
    const given = headers[`${PREFIX}${name}`];
    const isWanted = headers['x-amz-sdk-checksum-algorithm']?.toLowerCase() === name;
    if (given === undefined && !isWanted) continue;
    const made = digest(body).toString('base64');
    if (given !== undefined && given !== made)
      throw s3Error(
        'BadDigest',
        {},
        `The ${name.toUpperCase()} you specified did not match the calculated checksum.`,
      );
    checksums[name] = made;
  }
  return checksums;
}

/** The checksum of checksums of a multipart object, `<base64>-<parts>`. */
export function compositeChecksum(algorithm: string, parts: readonly string[]): string | undefined {
  const digest = ALGORITHMS[algorithm];
  if (!digest || parts.length === 0) return undefined;
  const all = Buffer.concat(parts.map((one) => Buffer.from(one, 'base64')));
  return `${digest(all).toString('base64')}-${parts.length}`;
}

/** A checksum of bytes by an algorithm's name; undefined for one that S3 does not have. */
export function checksumOf(algorithm: string, bytes: Buffer): string | undefined {
  return ALGORITHMS[algorithm]?.(bytes).toString('base64');
}

/** Checksums as headers of an answer. */
export function checksumHeaders(checksums: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(checksums).map(([name, value]) => [`${PREFIX}${name}`, value]));
}

/** Checksums as elements of an answer, `ChecksumCRC32` and so on. */
export function checksumElements(checksums: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(checksums).map(([name, value]) => [`Checksum${name.toUpperCase()}`, value]),
  );
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

const CASTAGNOLI = 0x82f63b78;
const CRC32C = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ CASTAGNOLI : value >>> 1;
  return value;
});

function crc32c(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC32C[(crc ^ byte) & 0xff] as number);
  return ~crc;
}

/** The NVMe polynomial, reflected, in halves of 32 bits. */
const NVME = { high: 0x9a6c9329, low: 0xac4bc9b5 };
const CRC64 = Array.from({ length: 256 }, (_, index) => {
  let [high, low] = [0, index];
  for (let bit = 0; bit < 8; bit++) {
    const carry = low & 1;
    low = ((low >>> 1) | ((high & 1) << 31)) >>> 0;
    high >>>= 1;
    if (carry) [high, low] = [(high ^ NVME.high) >>> 0, (low ^ NVME.low) >>> 0];
  }
  return { high, low };
});

function crc64nvme(bytes: Buffer): Buffer {
  let [high, low] = [0xffffffff, 0xffffffff];
  for (const byte of bytes) {
    const entry = CRC64[(low ^ byte) & 0xff] as { high: number; low: number };
    low = (((low >>> 8) | ((high & 0xff) << 24)) ^ entry.low) >>> 0;
    high = ((high >>> 8) ^ entry.high) >>> 0;
  }
  return Buffer.concat([word(~high), word(~low)]);
}
