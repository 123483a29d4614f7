import { createHmac } from 'node:crypto';
import { SPECS, type StoredKey } from './keys.js';

/** HMAC of a message under a key of the account. */
export function macOf(key: StoredKey, message: Buffer): Buffer {
  const hash = SPECS[key.spec]?.macHash ?? 'sha256';
  return createHmac(hash, Buffer.from(key.material[0] as string, 'base64'))
    .update(message)
    .digest();
}
