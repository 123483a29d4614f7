import { edgeHeaders } from '../../../../core/scenario/edge-signature.js';
import type { TestCase } from '../../case.js';
import { edgeOf } from '../../http/tokens.js';
import { type Answer, type SuiteApi, suite } from '../api.js';

function edgeToken(
  api: SuiteApi,
  step: string,
  headers: Record<string, string>,
  pnr = api.pnr(),
): Promise<Answer> {
  return api.post(step, '/auth/edge/token', { pnr }, { headers, as: { anonymous: true } });
}

function fromPage(
  api: SuiteApi,
  step: string,
  path: string,
  { body, origin, token }: { body?: unknown; origin?: string; token?: string },
): Promise<Answer> {
  const headers = { ...(origin && { origin }), ...(token && { authorization: `Bearer ${token}` }) };
  return api.send(step, 'POST', path, {
    headers,
    as: { anonymous: true },
    ...(body !== undefined && { body }),
  });
}

const tokenIn = ({ json }: Answer): string => (json as { access_token: string }).access_token;

/** Edge signatures, nonces, origins and init tokens. */
export function edgeCases(): TestCase[] {
  return suite('security', false, {
    'a nonce of the edge works once': async (api) => {
      const headers = api.edgeHeaders();
      api.status('first', await edgeToken(api, 'first', headers), 200);
      api.status('replayed', await edgeToken(api, 'replayed', headers), 401);
    },
    'the edge’s signature covers tenant, time and nonce, and ages': async (api) => {
      const good = api.edgeHeaders();
      const edge = edgeOf(api.tokens.tenant({}));
      const now = api.tokens.now();
      const nonce = () => api.context.ids.uuid();
      const bad: Record<string, Record<string, string>> = {
        'another nonce': { ...good, 'x-nonce': nonce() },
        'another tenant': { ...good, 'x-tenant-id': api.tenants()[1]?.tenant ?? 'another' },
        'another time': { ...good, 'x-timestamp': String(Number(good['x-timestamp']) + 1) },
        'another key': edgeHeaders({ ...edge, secret: 'not-the-secret' }, now, nonce()),
        'ten minutes old': edgeHeaders(edge, now - 600_000, nonce()),
        'ten minutes ahead': edgeHeaders(edge, now + 600_000, nonce()),
        'an unknown tenant': edgeHeaders({ ...edge, tenant: 'nobody' }, now, nonce()),
        'no signature': { 'x-tenant-id': edge.tenant },
      };
      for (const [step, headers] of Object.entries(bad))
        api.status(step, await edgeToken(api, step, headers), 401);
    },
    'a widget opens on its tenant’s pages alone': async (api) => {
      const { tenant, domains } = api.tokens.tenant({});
      const body = { tenantId: tenant };
      const origin = `https://${domains[0]}`;
      // a tenant may have named all subdomains of its own: what only ends alike must not do
      const registered = (domains[0] ?? '').split('.').slice(-2).join('.');
      const evil = [
        'https://evil.example',
        `https://${domains[0]}.evil.example`,
        `https://evil${registered}`,
        `https://${registered}.evil.example`,
        'null',
      ];
      for (const page of evil)
        api.status(page, await fromPage(api, page, '/widget/init', { body, origin: page }), 403);
      api.status('no origin', await fromPage(api, 'no origin', '/widget/init', { body }), 403);
      const init = await fromPage(api, 'init', '/widget/init', { body, origin });
      api.status('init', init, 200);
      const stolen = await fromPage(api, 'stolen', '/widget/session', {
        origin: 'https://evil.example',
        token: tokenIn(init),
      });
      api.status('stolen', stolen, [401, 403]);
    },
    'an init token opens one session, and nothing else': async (api) => {
      const { tenant, domains } = api.tokens.tenant({});
      const origin = `https://${domains[0]}`;
      const init = await fromPage(api, 'init', '/widget/init', { body: { tenantId: tenant }, origin });
      const token = tokenIn(init);
      const whoami = await api.send('as a bearer', 'GET', '/auth/whoami', {
        headers: { authorization: `Bearer ${token}`, origin },
        as: { anonymous: true },
      });
      api.status('as a bearer', whoami, 401);
      const session = await fromPage(api, 'session', '/widget/session', { origin, token });
      api.status('session', session, 200);
      api.status('spent', await fromPage(api, 'spent', '/widget/session', { origin, token }), 401);
      const elsewhere = await fromPage(api, 'elsewhere', '/widget/session', {
        origin: 'https://evil.example',
        token: tokenIn(session),
      });
      api.status('elsewhere', elsewhere, 403);
    },
  });
}
