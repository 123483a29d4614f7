import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Claims } from './claims.js';
import { signingKey } from './keys.js';

/** A signed token with these claims, valid for `life` seconds. */
export async function issueToken(
  claims: Claims,
  life: number,
  audience = process.env.TOKEN_AUDIENCE ?? '',
): Promise<string> {
  const { kid, key } = await signingKey();
  const issuedAt = Math.floor(Date.now() / 1000);
  const { tenant, role, region, ...bound } = claims;
  return jwt.sign({ iat: issuedAt, exp: issuedAt + life, tenant, role, region, ...bound }, key, {
    algorithm: 'ES256',
    keyid: kid,
    jwtid: randomUUID(),
    issuer: process.env.TOKEN_ISSUER ?? '',
    audience,
  });
}
