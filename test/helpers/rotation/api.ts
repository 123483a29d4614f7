import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The platform's own checks of tokens, client secrets and edge signatures behind a small server of one process. */
export interface VerifyingApi {
  url: string;
  /** Requests answered so far. */
  answered: number;
  /** Answers every request like this instead; undefined answers as ever. */
  broken: { status: number; text: string } | undefined;
  close(): Promise<void>;
}

/**
 * Starts it. The functions' modules read their settings when they are loaded, so one process has one such server's
 * settings: secrets are asked for anew with every request.
 */
export async function verifyingApi(stack: string, endpoint: string): Promise<VerifyingApi> {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: process.env.AWS_REGION ?? 'eu-central-1',
    SECRET_CACHE_SECONDS: '0',
    STACK_NAME: stack,
    TOKEN_ISSUER: 'https://api.arcube.example',
    TOKEN_AUDIENCE: 'ancillary-api',
    VERIFICATION_KEYS_SECRET: `${stack}/verification-keys`,
    SIGNING_KEYS_SECRET: `${stack}/signing-keys`,
    TENANT_SECRETS_PREFIX: `${stack}/tenants/`,
  });
  const { verifyBearer } = await import('../../../templates/ancillary/functions/shared/tokens/verify.js');
  const secrets = await import('../../../templates/ancillary/functions/shared/tenant-secrets.js');
  const routes: Record<string, (request: IncomingMessage, body: string) => Promise<boolean>> = {
    'GET /auth/whoami': async ({ headers }) => (await verifyBearer(headers.authorization)) !== undefined,
    'POST /oauth/token': async (_request, body) => {
      const { client_id, client_secret } = JSON.parse(body) as Record<string, string>;
      const client = await secrets.clientSecret(client_id ?? '');
      return secrets.liveSecrets(client?.secrets ?? []).some(({ value }) => value === client_secret);
    },
    'POST /auth/edge/token': async ({ headers }) => {
      const [tenant, time, nonce, given] = ['x-tenant-id', 'x-timestamp', 'x-nonce', 'x-signature'].map(
        (name) => headers[name] as string,
      );
      const text = ['POST', '/auth/edge/token', tenant, time, nonce].join('\n');
      const edge = await secrets.edgeSecret(tenant ?? '');
      return secrets
        .liveSecrets(edge?.secrets ?? [])
        .some(({ value }) => createHmac('sha256', value).update(text).digest('hex') === given);
    },
  };
  const api: VerifyingApi = { url: '', answered: 0, broken: undefined, close: () => end(server) };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const route = routes[`${request.method} ${request.url}`];
    api.answered += 1;
    const good = (await route?.(request, body).catch((error: Error) => error)) ?? false;
    const { status, text } =
      api.broken ??
      (good instanceof Error
        ? { status: 500, text: good.message }
        : { status: good ? 200 : 401, text: '{}' });
    response.writeHead(status).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return api;
}

function end(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
