import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AwsError } from '../../protocol/faults.js';
import { type KeyRing, requireUsable } from './key-ring.js';
import type { StoredKey } from './keys.js';

export type EncryptionContext = Readonly<Record<string, string>>;

const VERSION = 1;
const MULTI_REGION = 2;
const [ID_BYTES, IV_BYTES, TAG_BYTES] = [16, 12, 16];
/** Version, key id, number of the material, IV, tag. */
const HEAD_BYTES = 1 + ID_BYTES + 4 + IV_BYTES + TAG_BYTES;

/**
 * Encrypts under the key's newest material with AES-256-GCM, as KMS does; the encryption context is authenticated.
 * The blob carries the key's id, so that `Decrypt` needs none; its layout is our own (AWS does not publish its).
 */
export function seal(key: StoredKey, plaintext: Uint8Array, context: EncryptionContext = {}): Buffer {
  const number = key.material.length - 1;
  // From the system, not from the seed: an IV must never come again under a key that is kept between runs.
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key.material[number] as string, 'base64'), iv);
  cipher.setAAD(authenticated(key, context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const head = Buffer.alloc(1 + ID_BYTES + 4);
  head[0] = key.multiRegion ? MULTI_REGION : VERSION;
  Buffer.from(key.id.replace(/^mrk-|-/g, ''), 'hex').copy(head, 1);
  head.writeUInt32BE(number, 1 + ID_BYTES);
  return Buffer.concat([head, iv, cipher.getAuthTag(), sealed]);
}

/** The key a blob was made under. Throws `InvalidCiphertextException` for what no key here has made. */
export function keyOfBlob(ring: KeyRing, blob: Buffer): StoredKey {
  const key = blob.length < HEAD_BYTES ? undefined : ring.peek(idOf(blob));
  if (!key) throw invalidCiphertext();
  return key;
}

/** Decrypts a blob of this key. Throws when the key cannot be used, or blob or context are not as they were. */
export function open(key: StoredKey, blob: Buffer, context: EncryptionContext = {}): Buffer {
  requireUsable(key);
  const number = blob.readUInt32BE(1 + ID_BYTES);
  const material = key.material[number];
  if (material === undefined) throw invalidCiphertext();
  const iv = blob.subarray(1 + ID_BYTES + 4, HEAD_BYTES - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(material, 'base64'), iv);
  decipher.setAAD(authenticated(key, context));
  decipher.setAuthTag(blob.subarray(HEAD_BYTES - TAG_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(blob.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    throw invalidCiphertext();
  }
}

/** KMS says no more than the code: its message is null. */
export function invalidCiphertext(): AwsError {
  return new AwsError('InvalidCiphertextException', '');
}

function idOf(blob: Buffer): string {
  const hex = blob.subarray(1, 1 + ID_BYTES).toString('hex');
  if (blob[0] === MULTI_REGION) return `mrk-${hex}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The order of a context's pairs does not matter, so they are sorted. */
function authenticated(key: StoredKey, context: EncryptionContext): Buffer {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Buffer.from(JSON.stringify([key.id, pairs]), 'utf8');
}
