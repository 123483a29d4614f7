import jwt from 'jsonwebtoken';
import { CLOCK_SKEW } from '../decisions.js';
import { countKeyUse } from '../key-use.js';
import type { Caller, Role } from './claims.js';
import { verificationKey } from './keys.js';

const ROLES: readonly string[] = ['api_client', 'widget_user', 'whitelabel_user'] satisfies Role[];

/** Audience of the widget's init tokens: they open a session and nothing else. */
export const INIT_AUDIENCE = `${process.env.TOKEN_AUDIENCE ?? ''}/widget-init`;

/** The caller a bearer header stands for; `undefined` for anything but a good token of ours. */
export async function verifyBearer(
  authorization: string | undefined,
  audience = process.env.TOKEN_AUDIENCE ?? '',
): Promise<Caller | undefined> {
  const token = /^bearer ([^\s]+)$/i.exec(authorization ?? '')?.[1];
  if (!token) return undefined;
  const kid = jwt.decode(token, { complete: true })?.header.kid;
  const key = kid === undefined ? undefined : await verificationKey(kid);
  if (!key || !hasSignature(token)) return undefined;
  try {
    const now = Math.floor(Date.now() / 1000);
    const claims = jwt.verify(token, key, {
      algorithms: ['ES256'],
      issuer: process.env.TOKEN_ISSUER ?? '',
      audience,
      clockTolerance: CLOCK_SKEW,
      clockTimestamp: now,
    });
    const caller = callerOf(claims, now);
    if (caller && kid !== undefined) countKeyUse('signing', kid, caller.clientId ?? caller.tenant);
    return caller;
  } catch (error) {
    if (error instanceof jwt.JsonWebTokenError) return undefined;
    throw error;
  }
}

/** Two numbers of 32 bytes (RFC 7518, 3.4). For another length jsonwebtoken throws a `TypeError`, which looks like a bug of ours. */
function hasSignature(token: string): boolean {
  const signature = token.split('.')[2] ?? '';
  return /^[-\w]+$/.test(signature) && Buffer.from(signature, 'base64url').length === 64;
}

function callerOf(claims: string | jwt.JwtPayload, now: number): Caller | undefined {
  if (typeof claims === 'string') return undefined;
  const { exp, iat, jti, tenant, role, region, clientId, pnr, sessionId, origin } = claims;
  const text = [tenant, role, region, jti].every((claim) => typeof claim === 'string' && claim !== '');
  if (!text || exp === undefined || !ROLES.includes(role)) return undefined;
  if (iat !== undefined && iat > now + CLOCK_SKEW) return undefined; // jsonwebtoken does not look at `iat`
  return {
    tenant,
    role,
    region,
    jti: jti as string,
    expiresAt: exp,
    ...(typeof clientId === 'string' && { clientId }),
    ...(typeof pnr === 'string' && { pnr }),
    ...(typeof sessionId === 'string' && { sessionId }),
    ...(typeof origin === 'string' && { origin }),
  };
}
