import { callerOf } from '../shared/api/caller.js';
import { type Answer, type Call, serve } from '../shared/api/serve.js';
import { KEY_SET_MAX_AGE } from '../shared/decisions.js';
import { verificationKeys } from '../shared/tokens/keys.js';

/** Health, verification keys, and what a token stands for: nothing here needs a database. */
export const handler = serve({
  'GET /health': health,
  'GET /.well-known/jwks.json': keys,
  'GET /auth/whoami': whoAmI,
});

async function health(): Promise<Answer> {
  return { status: 200, body: { status: 'ok', time: new Date().toISOString() } };
}

async function keys(): Promise<Answer> {
  return {
    status: 200,
    body: await verificationKeys(),
    headers: { 'Cache-Control': `public, max-age=${KEY_SET_MAX_AGE}` },
  };
}

async function whoAmI(call: Call): Promise<Answer> {
  const { tenant, role, clientId, pnr, sessionId, region, expiresAt } = callerOf(call.event);
  return {
    status: 200,
    body: {
      tenant,
      role,
      clientId,
      pnr,
      sessionId,
      dataRegion: region,
      expiresAt: new Date(expiresAt * 1000).toISOString(),
    },
  };
}
