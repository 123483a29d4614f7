import { createHash, randomBytes } from 'node:crypto';

const TRAILER = 0xbc;

/** EMSA-PSS of a digest with a salt as long as it (RFC 8017, section 9.1.1), as many bytes as the modulus. */
export function encodePss(digest: Buffer, modulusBits: number): Buffer {
  const hash = hashOfLength(digest.length);
  const size = modulusBits / 8;
  const salt = randomBytes(digest.length);
  const mark = markOf(digest, salt, hash);
  const db = Buffer.alloc(size - mark.length - 1);
  db[db.length - salt.length - 1] = 1;
  salt.copy(db, db.length - salt.length);
  const masked = xor(db, maskOf(mark, db.length, hash));
  masked[0] = (masked[0] as number) & 0x7f; // the block has one bit less than the modulus
  return Buffer.concat([masked, mark, Buffer.from([TRAILER])]);
}

/** The reverse (RFC 8017, section 9.1.2). */
export function verifyPss(block: Buffer, digest: Buffer, modulusBits: number): boolean {
  const hash = hashOfLength(digest.length);
  if (block.length !== modulusBits / 8 || block.at(-1) !== TRAILER || (block[0] as number) & 0x80)
    return false;
  const mark = block.subarray(block.length - digest.length - 1, -1);
  const masked = block.subarray(0, block.length - digest.length - 1);
  const db = xor(masked, maskOf(mark, masked.length, hash));
  db[0] = (db[0] as number) & 0x7f;
  const salt = db.subarray(db.length - digest.length);
  const before = db.subarray(0, db.length - digest.length);
  const isPadding = before.subarray(0, -1).every((byte) => byte === 0) && before.at(-1) === 1;
  return isPadding && markOf(digest, salt, hash).equals(mark);
}

function markOf(digest: Buffer, salt: Buffer, hash: string): Buffer {
  return createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest();
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] as number)));
}

/** Hash with a digest of this many bytes. */
function hashOfLength(bytes: number): string {
  return `sha${bytes * 8}`;
}

/** MGF1 (RFC 8017, B.2.1). */
function maskOf(seed: Buffer, length: number, hash: string): Buffer {
  const blocks: Buffer[] = [];
  for (let counter = 0, made = 0; made < length; counter++) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(counter);
    const block = createHash(hash).update(seed).update(number).digest();
    blocks.push(block);
    made += block.length;
  }
  return Buffer.concat(blocks).subarray(0, length);
}
