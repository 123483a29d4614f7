import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Claims } from './claims.js';
import { signingKey } from './keys.js';
import { signInKms } from './kms-signature.js';

/** A signed token with these claims, valid for `life` seconds. */
export async function issueToken(
  claims: Claims,
  life: number,
  audience = process.env.TOKEN_AUDIENCE ?? '',
): Promise<string> {
  const signer = await signingKey();
  const issuedAt = Math.floor(Date.now() / 1000);
  const { tenant, role, region, ...bound } = claims;
  const payload = { iat: issuedAt, exp: issuedAt + life, tenant, role, region, ...bound };
  const registered = { jti: randomUUID(), iss: process.env.TOKEN_ISSUER ?? '', aud: audience };
  if ('kms' in signer) return signInKms({ ...payload, ...registered }, signer);
  return jwt.sign({ ...payload, ...registered }, signer.key, { algorithm: 'ES256', keyid: signer.kid });
}
