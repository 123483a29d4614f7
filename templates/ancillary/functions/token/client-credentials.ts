import { createHash, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../shared/api/errors.js';
import type { Answer, Call } from '../shared/api/serve.js';
import { checked } from '../shared/api/validate.js';
import { TOKEN_LIFE } from '../shared/decisions.js';
import { countKeyUse } from '../shared/key-use.js';
import { type ClientSecret, clientSecret, liveSecrets } from '../shared/tenant-secrets.js';
import { issueToken } from '../shared/tokens/issue.js';

interface TokenRequest {
  client_id: string;
  client_secret: string;
}

/** `POST /oauth/token`: client credentials for a bearer token bound to the client's tenant. */
export async function clientCredentials(call: Call): Promise<Answer> {
  const { client_id, client_secret } = checked<TokenRequest>('TokenRequest', call.body());
  const client = await clientSecret(client_id);
  const used = client?.enabled ? matching(client, client_secret) : undefined;
  if (!client || used === undefined) throw new ApiError('UNAUTHENTICATED', 'Invalid client credentials.');
  const { tenant, region, role } = client;
  countKeyUse('client', used, client_id);
  const token = await issueToken({ tenant, role, region, clientId: client_id }, TOKEN_LIFE);
  return {
    status: 200,
    body: { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFE },
    headers: { 'Cache-Control': 'no-store' },
  };
}

/** Id of the value that was given. Compares hashes, so that neither length nor content shows in the time it takes. */
function matching(client: ClientSecret, given: string): string | undefined {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  const wanted = hash(given);
  return liveSecrets(client.secrets).find(({ value }) => timingSafeEqual(hash(value), wanted))?.id;
}
