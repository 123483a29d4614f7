import { createHmac, randomUUID } from 'node:crypto';
import { userError } from '../../core/errors.js';
import type { KeptCaller } from '../../core/kept-request.js';

/** Sandbox credentials as the control API shows them to the emulator's owner. */
export interface SandboxCredential {
  tenant: string;
  clientId: string;
  clientSecret: string;
  edgeSecret: string;
}

/**
 * The headers by which a tenant's edge signs a request: HMAC-SHA256 over method, path, tenant, time and nonce.
 * @param now epoch ms on the emulator's clock
 */
export function edgeHeaders(path: string, { tenant, edgeSecret }: SandboxCredential, now: number) {
  const timestamp = String(Math.floor(now / 1000));
  const nonce = randomUUID();
  const text = ['POST', path, tenant, timestamp, nonce].join('\n');
  const signature = createHmac('sha256', edgeSecret).update(text).digest('hex');
  return {
    'x-tenant-id': tenant,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': signature,
  };
}

/**
 * Asks an API for a token like the caller's: its client's, one of the tenant's edge for the same trip, or one of its widget's page.
 * Throws TOKEN_REFUSED.
 */
export async function tokenLike(
  api: string,
  caller: KeptCaller,
  one: SandboxCredential,
  now: number,
): Promise<string> {
  const { role, origin, pnr, sessionId } = caller;
  if (role !== 'widget_user') {
    const { clientId: client_id, clientSecret: client_secret } = one;
    return ask(api, '/oauth/token', { grant_type: 'client_credentials', client_id, client_secret });
  }
  if (origin === undefined) {
    const path = '/auth/edge/token';
    const bound = pnr === undefined ? { sessionId } : { pnr };
    return ask(api, path, bound, edgeHeaders(path, one, now));
  }
  const page = { origin: `https://${origin}` };
  const opening = await ask(api, '/widget/init', { tenantId: one.tenant, sessionId }, page);
  return ask(api, '/widget/session', {}, { ...page, authorization: `Bearer ${opening}` });
}

async function ask(api: string, path: string, body: object, headers: object = {}): Promise<string> {
  const answer = await fetch(api + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw userError('TOKEN_REFUSED', { status: answer.status, answer: text.slice(0, 300) });
  return (JSON.parse(text) as { access_token: string }).access_token;
}
