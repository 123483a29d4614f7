import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { configured } from '../secrets.js';
import type { KeySet } from '../tokens/keys.js';

/** Whose data key it is: a wrapped key can be opened for no other tenant and region. */
export interface KeyContext {
  tenant: string;
  region: string;
}

/** A new data key, open and wrapped. */
export interface DataKey {
  plaintext: Buffer;
  wrapped: Buffer;
}

const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** Makes a data key. */
export async function generateDataKey(context: KeyContext): Promise<DataKey> {
  const { keys } = await configured<KeySet>('WRAPPING_KEYS_SECRET');
  const [key] = keys;
  if (!key?.k) throw new Error('there is no wrapping key');
  const plaintext = randomBytes(32);
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(key.k, context.region), iv);
  cipher.setAAD(associated(context));
  const text = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const wrapped = Buffer.concat([Buffer.from(`${key.kid}\0`), iv, cipher.getAuthTag(), text]);
  return { plaintext, wrapped };
}

/** Opens a wrapped data key. Throws when it is another tenant's or region's, or its wrapping key is gone. */
export async function openDataKey(wrapped: Buffer, context: KeyContext): Promise<Buffer> {
  const { keys } = await configured<KeySet>('WRAPPING_KEYS_SECRET');
  const end = wrapped.indexOf(0);
  const kid = wrapped.subarray(0, end).toString();
  const key = keys.find((one) => one.kid === kid);
  if (!key?.k) throw new Error(`the wrapping key ${kid} is gone`);
  const [iv, tag, text] = [
    wrapped.subarray(end + 1, end + 1 + IV_LENGTH),
    wrapped.subarray(end + 1 + IV_LENGTH, end + 1 + IV_LENGTH + TAG_LENGTH),
    wrapped.subarray(end + 1 + IV_LENGTH + TAG_LENGTH),
  ];
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(key.k, context.region), iv);
  decipher.setAAD(associated(context)).setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

/** Each region wraps with a key of its own. */
function wrappingKey(k: string, region: string): Buffer {
  return createHmac('sha256', Buffer.from(k, 'base64url')).update(`region ${region}`).digest();
}

function associated({ tenant, region }: KeyContext): Buffer {
  return Buffer.from(`${tenant}\0${region}`);
}
