import type { TestCase } from '../case.js';
import { suite } from './api.js';

/** The least that must work, quick and without leaving more than one trip behind: for a stage after a deployment. */
export function smokeSuite(): TestCase[] {
  return suite('smoke', false, {
    'the API answers': async (api) => {
      const answer = await api.send('health', 'GET', '/health', { as: { anonymous: true } });
      api.status('health', answer, 200);
      api.expect('health', answer.json, { like: { status: 'ok' } }, 'the body', answer);
      api.expect('health', answer.headers['x-request-id'], { matches: '^req_' }, 'X-Request-Id', answer);
    },
    'keys are published, and nothing secret of them': async (api) => {
      const answer = await api.send('keys', 'GET', '/.well-known/jwks.json', { as: { anonymous: true } });
      api.status('keys', answer, 200);
      api.expect('keys', (answer.json as { keys: unknown[] }).keys, { length: { gt: 0 } }, 'keys', answer);
      api.expect('keys', answer.body, { not: { matches: '"d":' } }, 'the body', answer);
    },
    'a client gets a token, and the token is for its tenant': async (api) => {
      const tenant = api.tokens.tenant({});
      const answer = await api.send('whoami', 'GET', '/auth/whoami');
      api.status('whoami', answer, 200);
      api.expect(
        'whoami',
        answer.json,
        { like: { tenant: tenant.tenant, role: 'api_client' } },
        'the caller',
        answer,
      );
    },
    'a call without a token is refused': async (api) => {
      const path = '/aggregation-api/servePassengerRecommendations';
      const answer = await api.post('no token', path, api.trip(), { as: { anonymous: true } });
      api.status('no token', answer, 401);
      api.expect(
        'no token',
        answer.json,
        { like: { error: { code: 'UNAUTHENTICATED' } } },
        'the error',
        answer,
      );
    },
    'a trip gets offers, and their prices stand': async (api) => {
      const { correlationId, offers, currency } = await api.offers();
      const items = offers.map(({ id, category, price }) => ({
        id,
        categoryCode: category,
        unitPrice: price,
        quantity: 1,
        totalPrice: price,
        currency,
      }));
      const answer = await api.post('verify', '/checkout/verify', { correlationId, items });
      api.status('verify', answer, 200);
      api.expect(
        'verify',
        answer.json,
        { like: { verified: true, mismatches: [] } },
        'the comparison',
        answer,
      );
    },
  });
}
