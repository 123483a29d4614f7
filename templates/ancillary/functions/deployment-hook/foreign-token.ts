import { generateKeyPairSync, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** A token right in all but its key, which was made for it: whoever checks it has to ask for the keys that count. */
export function foreignToken(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const claims = { tenant: 'deployment-smoke', role: 'api_client', region: process.env.AWS_REGION };
  return jwt.sign(claims, privateKey, {
    algorithm: 'ES256',
    keyid: randomUUID(),
    jwtid: randomUUID(),
    expiresIn: 60,
  });
}
