import { sign } from 'node:crypto';
import type { SigningKey } from '../kinds/signing-key.js';
import type { Target } from '../target.js';
import type { RehearsalStage } from './stage.js';

/** Signs tokens that would be good but for their key; a key in KMS has ended, and signs nothing. */
export function forger(
  stage: RehearsalStage,
  target: Target,
  key: SigningKey | undefined,
): (() => string) | undefined {
  if (!key || key.kms !== undefined) return undefined;
  const { TOKEN_ISSUER: iss = '', TOKEN_AUDIENCE: aud = '' } = target.environment;
  return () => {
    const now = Math.floor(stage.now() / 1000);
    const claims = {
      iat: now,
      exp: now + 3600,
      jti: String(Math.random()),
      iss,
      aud,
      tenant: 'forged',
      role: 'api_client',
      region: stage.region,
    };
    const parts = [{ alg: 'ES256', typ: 'JWT', kid: key.kid }, claims];
    const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const signature = sign('sha256', Buffer.from(text), { key, format: 'jwk', dsaEncoding: 'ieee-p1363' });
    return `${text}.${signature.toString('base64url')}`;
  };
}
