import type { JsonWebKey } from 'node:crypto';
import type { TestCase } from '../../case.js';
import { type Operation, operationsOf } from '../../contract/operations.js';
import { type SuiteApi, suite } from '../api.js';
import { confused, keyOf, signedByOther, unsigned, withOtherClaims } from './forge.js';

const HOUR = 3_600_000;

/** Routes that ask for a token. */
export function securedOperations(api: SuiteApi): Operation[] {
  const document = api.context.system.contract() ?? {};
  return operationsOf(document).filter(({ secured }) => secured);
}

/** Every secured route must answer 401 to each of these tokens. */
async function allRefuse(api: SuiteApi, what: string, tokens: readonly string[]): Promise<void> {
  for (const operation of securedOperations(api))
    for (const authorization of tokens) {
      const step = `${what}: ${operation.route}`;
      const answer = await send(api, step, operation, authorization);
      api.status(step, answer, 401);
      api.expect(step, answer.body, { not: { contains: 'eyJ' } }, 'the answer', answer);
    }
}

/** A call that would be taken with a good token, as far as gateway and authorizer look at it. */
export function send(api: SuiteApi, step: string, { method, path }: Operation, authorization: string) {
  const way = path.replace(/\{\w+\}/g, 'unknown') + (method === 'GET' ? '?pnr=ABC123' : '');
  return api.send(step, method, way, {
    as: { anonymous: true },
    headers: authorization === '' ? {} : { authorization },
    ...(method === 'POST' && { body: {} }),
  });
}

async function goodToken(api: SuiteApi): Promise<string> {
  const { authorization = '' } = await api.tokens.headersFor({});
  return authorization.slice('Bearer '.length);
}

function bearers(...tokens: string[]): string[] {
  return tokens.map((token) => `Bearer ${token}`);
}

async function publishedKeys(api: SuiteApi): Promise<JsonWebKey[]> {
  const answer = await api.send('keys', 'GET', '/.well-known/jwks.json', { as: { anonymous: true } });
  api.status('keys', answer, 200);
  return (answer.json as { keys: JsonWebKey[] }).keys;
}

/** Token states × routes. */
export function tokenStateCases(): TestCase[] {
  return [
    ...suite('security', false, {
      'no token: every secured route refuses': (api) => allRefuse(api, 'no token', ['']),
      'a malformed token: every secured route refuses': (api) =>
        allRefuse(api, 'malformed', ['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic YTpi', 'Token abc']),
      'a token signed with another key': async (api) =>
        allRefuse(api, 'other key', bearers(signedByOther(await goodToken(api)))),
      'a token with alg none': async (api) =>
        allRefuse(api, 'alg none', bearers(...unsigned(await goodToken(api)))),
      'a token signed by HMAC with the public key': async (api) => {
        const token = await goodToken(api);
        const key = keyOf(token, await publishedKeys(api));
        api.expect('keys', key, { exists: true }, 'the published key that the token names');
        await allRefuse(api, 'alg confusion', bearers(...confused(token, key as JsonWebKey)));
      },
      'a token whose claims were changed': async (api) => {
        const token = await goodToken(api);
        const other = api.tenants()[1]?.tenant ?? 'another';
        const changed = [{ tenant: other }, { role: 'api_client', jti: 'x' }, { exp: 4_102_444_800 }];
        await allRefuse(api, 'changed claims', bearers(...changed.map((one) => withOtherClaims(token, one))));
      },
    }),
    ...suite('security', true, {
      'a token that has run out': async (api) => {
        const token = await goodToken(api);
        await api.controls.moveClock({ advance: HOUR + 62_000 });
        await allRefuse(api, 'expired', bearers(token));
      },
      'a token from the future': async (api) => {
        await api.controls.moveClock({ advance: HOUR });
        const token = await goodToken(api);
        await api.controls.moveClock({ advance: -HOUR });
        await allRefuse(api, 'not yet valid', bearers(token));
      },
    }),
  ];
}
