import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';

/** A P-256 key of the platform; its private half is `d`, or stays in KMS under the ARN `kms`. */
export type SigningKey = JsonWebKey & { kid: string; alg: string; use: string; kms?: string };

/** A new key pair. */
export function makeSigningKey(kid: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
}

/** What may be published of a key. */
export function publicHalf({ kty, crv, kid, alg, use, x, y }: SigningKey): SigningKey {
  return {
    kid,
    alg,
    use,
    ...(kty !== undefined && { kty }),
    ...(crv !== undefined && { crv }),
    ...(x !== undefined && { x }),
    ...(y !== undefined && { y }),
  };
}
