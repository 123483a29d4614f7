import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Binary } from 'mongodb';

/** Where a value belongs: it can be opened nowhere else. */
export interface Place {
  tenant: string;
  collection: string;
  /** Path of the field, `[]` for every entry of a list. */
  field: string;
}

/** BSON's subtypes from 128 are the user's: a sealed value cannot be taken for any text that a caller sent. */
const SEALED = 128;
const VERSION = 1;
const KID_LENGTH = 8;
const IV_LENGTH = 12;
const TAG_LENGTH = 16;
const HEAD_LENGTH = 1 + KID_LENGTH;

/**
 * The cipher of a tenant in a region, made of its data key. AES-256-GCM with a random nonce for each value; the place
 * is authenticated with it. A sealed value is: version, key id, nonce, tag, encrypted JSON.
 */
export class FieldCipher {
  /** Eight bytes that name the data key. */
  readonly kid: Buffer;
  readonly #encryption: Buffer;
  readonly #index: Buffer;

  constructor(kid: Buffer, dataKey: Buffer) {
    this.kid = kid;
    this.#encryption = derive(dataKey, 'encryption');
    this.#index = derive(dataKey, 'index');
  }

  seal(value: unknown, place: Place): Binary {
    const iv = randomBytes(IV_LENGTH);
    const cipher = createCipheriv('aes-256-gcm', this.#encryption, iv).setAAD(associated(place));
    const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    const bytes = Buffer.concat([Buffer.of(VERSION), this.kid, iv, cipher.getAuthTag(), text]);
    return new Binary(bytes, SEALED);
  }

  /** The value of what `seal` made for the same place. Throws for anything else. */
  open(sealed: Binary, place: Place): unknown {
    const bytes = sealed.value();
    if (bytes[0] !== VERSION || !kidOf(sealed).equals(this.kid))
      throw new Error(`${place.collection}.${place.field} was sealed with another key`);
    const iv = bytes.subarray(HEAD_LENGTH, HEAD_LENGTH + IV_LENGTH);
    const tag = bytes.subarray(HEAD_LENGTH + IV_LENGTH, HEAD_LENGTH + IV_LENGTH + TAG_LENGTH);
    const decipher = createDecipheriv('aes-256-gcm', this.#encryption, iv)
      .setAAD(associated(place))
      .setAuthTag(tag);
    const text = decipher.update(bytes.subarray(HEAD_LENGTH + IV_LENGTH + TAG_LENGTH));
    return JSON.parse(Buffer.concat([text, decipher.final()]).toString('utf8')) as unknown;
  }

  /** A keyed hash to look a value up by: equal for equal values, and nothing to be learnt from without the key. */
  blind(kind: string, value: string): string {
    const hash = createHmac('sha256', this.#index).update(`${kind}\0${value}`).digest();
    return hash.subarray(0, 16).toString('base64url');
  }
}

/** True for a value that `seal` made. */
export function isSealed(value: unknown): value is Binary {
  return value instanceof Binary && value.sub_type === SEALED;
}

/** The id of the data key that a value was sealed with. */
export function kidOf(sealed: Binary): Buffer {
  return Buffer.from(sealed.value().subarray(1, HEAD_LENGTH));
}

/** An id for a new data key. */
export function newKid(): Buffer {
  return randomBytes(KID_LENGTH);
}

function associated({ tenant, collection, field }: Place): Buffer {
  return Buffer.from([tenant, collection, field].join('\0'));
}

function derive(dataKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, '', `arcube personal data ${purpose}`, 32));
}
