import { createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../shared/api/errors.js';
import { header } from '../shared/api/event.js';
import type { Answer, Call } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import { regionDatabase } from '../shared/database/clusters.js';
import { EDGE_TIMESTAMP_WINDOW, TOKEN_LIFE } from '../shared/decisions.js';
import { countKeyUse } from '../shared/key-use.js';
import { type EdgeSecret, edgeSecret, liveSecrets } from '../shared/tenant-secrets.js';
import { issueToken } from '../shared/tokens/issue.js';
import { spend } from '../shared/tokens/spend.js';
import { writableRegion } from './writable-region.js';

interface Signed {
  tenant: string;
  timestamp: string;
  nonce: string;
  signature: string;
}

/**
 * `POST /auth/edge/token`: a tenant's edge signs `METHOD\nPATH\nTENANT\nTIMESTAMP\nNONCE` with its secret and gets a
 * token for one trip.
 */
export async function edgeToken(call: Call): Promise<Answer> {
  const signed = readSignature(call);
  const secret = await edgeSecret(signed.tenant);
  const used = secret?.enabled ? signedBy(secret, signed, call) : undefined;
  if (!secret || used === undefined) throw refused('The signature is not valid.');
  if (!isFresh(signed.timestamp)) throw refused('The timestamp is too old or lies ahead.');
  const trip = checked<{ pnr?: string; sessionId?: string }>('EdgeTokenRequest', call.body());
  const region = await writableRegion(signed.tenant);
  const db = await regionDatabase(region);
  // A nonce may come again only when its timestamp has long been stale, on either side of now.
  const fresh = await spend(db, signed.tenant, 'edge', signed.nonce, 2 * EDGE_TIMESTAMP_WINDOW);
  if (!fresh) throw refused('The nonce has been used before.');
  const { pnr, sessionId } = trip;
  const bound = { ...(pnr !== undefined && { pnr }), ...(sessionId !== undefined && { sessionId }) };
  countKeyUse('edge', used, signed.tenant);
  const token = await issueToken(
    { tenant: signed.tenant, role: 'widget_user', region, ...bound },
    TOKEN_LIFE,
  );
  return {
    status: 200,
    body: { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFE },
    headers: { 'Cache-Control': 'no-store' },
  };
}

function readSignature({ event }: Call): Signed {
  const names = {
    tenant: 'X-Tenant-ID',
    timestamp: 'X-Timestamp',
    nonce: 'X-Nonce',
    signature: 'X-Signature',
  };
  const values = Object.entries(names).map(([key, name]) => [key, header(event, name) ?? ''] as const);
  const missing = values.filter(([, value]) => value === '').map(([key]) => names[key as keyof typeof names]);
  if (missing.length > 0)
    throw new ApiError(
      'UNAUTHENTICATED',
      'The request is not signed.',
      missing.map((field) => ({ field, reason: 'MISSING' })),
    );
  return Object.fromEntries(values) as unknown as Signed;
}

/** Id of the secret's value that made the signature. */
function signedBy({ secrets }: EdgeSecret, signed: Signed, { event }: Call): string | undefined {
  const { tenant, timestamp, nonce, signature } = signed;
  if (!/^[0-9a-fA-F]{64}$/.test(signature)) return undefined;
  const text = [event.httpMethod, event.path, tenant, timestamp, nonce].join('\n');
  const given = Buffer.from(signature, 'hex');
  return liveSecrets(secrets).find(({ value }) =>
    timingSafeEqual(createHmac('sha256', value).update(text).digest(), given),
  )?.id;
}

function isFresh(timestamp: string): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(Date.now() / 1000 - Number(timestamp)) <= EDGE_TIMESTAMP_WINDOW;
}

function refused(message: string): ApiError {
  return new ApiError('UNAUTHENTICATED', message);
}
