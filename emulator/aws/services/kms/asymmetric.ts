import {
  constants,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  sign,
  verify,
} from 'node:crypto';
import { AwsError } from '../../protocol/faults.js';
import { signDigest, verifyDigest } from './digest-signing.js';
import type { StoredKey } from './keys.js';
import { invalidCiphertext } from './symmetric.js';

/** Bytes of a message, or its digest already. */
export interface ToSign {
  bytes: Buffer;
  isDigest: boolean;
}

/** The private half of a key. */
export function privateKey(key: StoredKey): KeyObject {
  const der = Buffer.from(key.material[0] as string, 'base64');
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** The public half as DER-encoded SubjectPublicKeyInfo. */
export function publicDer(key: StoredKey): Buffer {
  return createPublicKey(privateKey(key)).export({ type: 'spki', format: 'der' });
}

/** Signs as `algorithm` says, e.g. `RSASSA_PSS_SHA_256`; ECDSA signatures are DER. */
export function signWith(key: StoredKey, algorithm: string, message: ToSign): Buffer {
  const secret = privateKey(key);
  checkDigest(algorithm, message);
  if (message.isDigest) return signDigest(secret, algorithm, message.bytes);
  return sign(hashOf(algorithm), message.bytes, { key: secret, ...padding(algorithm) });
}

/** True when the signature is of this key and message. */
export function verifyWith(key: StoredKey, algorithm: string, message: ToSign, signature: Buffer): boolean {
  const open = createPublicKey(privateKey(key));
  checkDigest(algorithm, message);
  if (message.isDigest) return verifyDigest(open, algorithm, message.bytes, signature);
  return verify(hashOf(algorithm), message.bytes, { key: open, ...padding(algorithm) }, signature);
}

/** RSA encryption with OAEP. */
export function encryptRsa(key: StoredKey, algorithm: string, plaintext: Buffer): Buffer {
  const { bits, oaepHash } = oaep(key, algorithm);
  const most = bits / 8 - 2 * (oaepHash === 'sha1' ? 20 : 32) - 2;
  if (plaintext.length > most)
    throw new AwsError(
      'ValidationException',
      `Algorithm ${algorithm} and key spec ${key.spec} cannot encrypt data larger than ${most} bytes.`,
    );
  return publicEncrypt({ key: createPublicKey(privateKey(key)), oaepHash, padding: OAEP }, plaintext);
}

/** The reverse of `encryptRsa`. Throws `InvalidCiphertextException`. */
export function decryptRsa(key: StoredKey, algorithm: string, ciphertext: Buffer): Buffer {
  try {
    return privateDecrypt(
      { key: privateKey(key), oaepHash: oaep(key, algorithm).oaepHash, padding: OAEP },
      ciphertext,
    );
  } catch {
    throw invalidCiphertext();
  }
}

const OAEP = constants.RSA_PKCS1_OAEP_PADDING;

function oaep(key: StoredKey, algorithm: string): { bits: number; oaepHash: string } {
  return { bits: Number(key.spec.slice(4)), oaepHash: algorithm.endsWith('SHA_1') ? 'sha1' : 'sha256' };
}

/** Node's name of the hash of a signing algorithm. */
export function hashOf(algorithm: string): string {
  return `sha${algorithm.slice(-3)}`;
}

function padding(algorithm: string): { padding?: number; saltLength?: number; dsaEncoding?: 'der' } {
  if (algorithm.startsWith('ECDSA')) return { dsaEncoding: 'der' };
  if (!algorithm.startsWith('RSASSA_PSS')) return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}

function checkDigest(algorithm: string, { bytes, isDigest }: ToSign): void {
  if (!isDigest || bytes.length === Number(algorithm.slice(-3)) / 8) return;
  throw new AwsError('ValidationException', `Digest is invalid length for algorithm ${algorithm}.`);
}
