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
/** First byte of a sealed value: with whose key. */
const TENANT = 1;
const BOOKING = 2;
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
  readonly #version: number;
  readonly #encryption: Buffer;
  readonly #dataKey: Buffer;
  /** Derived when they are needed: a booking's key has neither. */
  #index: Buffer | undefined;
  #wrapping: Buffer | undefined;

  constructor(kid: Buffer, dataKey: Buffer, of: 'tenant' | 'booking' = 'tenant') {
    this.kid = apart(kid);
    this.#version = of === 'tenant' ? TENANT : BOOKING;
    this.#encryption = derive(dataKey, 'encryption');
    this.#dataKey = apart(dataKey);
  }

  seal(value: unknown, place: Place): Binary {
    const text = encrypted(this.#encryption, Buffer.from(JSON.stringify(value)), associated(place));
    return new Binary(Buffer.concat([Buffer.of(this.#version), this.kid, text]), SEALED);
  }

  /** The value of what `seal` made for the same place. Throws for anything else. */
  open(sealed: Binary, place: Place): unknown {
    const bytes = sealed.value();
    if (!this.hasSealed(sealed))
      throw new Error(`${place.collection}.${place.field} was sealed with another key`);
    const text = decrypted(this.#encryption, bytes.subarray(HEAD_LENGTH), associated(place));
    return JSON.parse(text.toString('utf8')) as unknown;
  }

  /** True for what was sealed with this very key. */
  hasSealed(sealed: Binary): boolean {
    return sealed.value()[0] === this.#version && kidOf(sealed).equals(this.kid);
  }

  /** Wraps a booking's key: without this one it is worth nothing, and for another booking neither. */
  wrap(key: Buffer, booking: string): Buffer {
    this.#wrapping ??= derive(this.#dataKey, 'wrapping');
    return encrypted(this.#wrapping, key, Buffer.from(booking));
  }

  /** The key of `wrap`. Throws for anything else. */
  unwrap(wrapped: Buffer, booking: string): Buffer {
    this.#wrapping ??= derive(this.#dataKey, 'wrapping');
    return decrypted(this.#wrapping, wrapped, Buffer.from(booking));
  }

  /** A keyed hash to look a value up by: equal for equal values, and nothing to be learnt from without the key. */
  blind(kind: string, value: string): string {
    this.#index ??= derive(this.#dataKey, 'index');
    const hash = createHmac('sha256', this.#index).update(`${kind}\0${value}`).digest();
    return hash.subarray(0, 16).toString('base64url');
  }
}

/** True for a value that `seal` made. */
export function isSealed(value: unknown): value is Binary {
  return value instanceof Binary && value.sub_type === SEALED;
}

/** True for a value that was sealed with a booking's own key. */
export function isOfBooking(sealed: Binary): boolean {
  return sealed.value()[0] === BOOKING;
}

/** The id of the data key that a value was sealed with. */
export function kidOf(sealed: Binary): Buffer {
  return Buffer.from(sealed.value().subarray(1, HEAD_LENGTH));
}

/** An id for a new data key. */
export function newKid(): Buffer {
  return randomBytes(KID_LENGTH);
}

/** In memory of its own: Node cuts small buffers from one of 8 KB, and whoever keeps a piece for long keeps all of it. */
function apart(bytes: Buffer): Buffer {
  const own = Buffer.alloc(bytes.length);
  own.set(bytes);
  return own;
}

function associated({ tenant, collection, field }: Place): Buffer {
  return Buffer.from([tenant, collection, field].join('\0'));
}

function derive(dataKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, '', `arcube personal data ${purpose}`, 32));
}

/** Nonce, tag, text. */
function encrypted(key: Buffer, plain: Buffer, place: Buffer): Buffer {
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(place);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

function decrypted(key: Buffer, bytes: Uint8Array, place: Buffer): Buffer {
  const tag = bytes.subarray(IV_LENGTH, IV_LENGTH + TAG_LENGTH);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_LENGTH))
    .setAAD(place)
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(IV_LENGTH + TAG_LENGTH)), decipher.final()]);
}
