import { constants, type KeyObject, privateEncrypt, publicDecrypt } from 'node:crypto';
import { signEcdsa, verifyEcdsa } from './ecdsa.js';
import { encodePss, verifyPss } from './pss.js';

/** DER of `DigestInfo` up to the digest (RFC 8017, section 9.2, note 1). */
const DIGEST_INFO: Readonly<Record<number, string>> = {
  32: '3031300d060960864801650304020105000420',
  48: '3041300d060960864801650304020205000430',
  64: '3051300d060960864801650304020305000440',
};

/** Signs a digest that was made elsewhere: Node's own `sign` always makes it itself. */
export function signDigest(key: KeyObject, algorithm: string, digest: Buffer): Buffer {
  if (algorithm.startsWith('ECDSA')) return signEcdsa(key, digest);
  if (algorithm.startsWith('RSASSA_PSS')) {
    const block = encodePss(digest, modulusBits(key));
    return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, block);
  }
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo(digest));
}

/** True when the signature is of this digest. */
export function verifyDigest(key: KeyObject, algorithm: string, digest: Buffer, signature: Buffer): boolean {
  if (algorithm.startsWith('ECDSA')) return verifyEcdsa(key, digest, signature);
  try {
    if (algorithm.startsWith('RSASSA_PSS')) {
      const block = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
      return verifyPss(block, digest, modulusBits(key));
    }
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature).equals(digestInfo(digest));
  } catch {
    return false; // a signature of another length, or no signature at all
  }
}

function digestInfo(digest: Buffer): Buffer {
  return Buffer.concat([Buffer.from(DIGEST_INFO[digest.length] as string, 'hex'), digest]);
}

function modulusBits(key: KeyObject): number {
  return key.asymmetricKeyDetails?.modulusLength ?? 0;
}
