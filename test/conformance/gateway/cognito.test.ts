import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { createAuthorizers } from '../../../emulator/authorizer/index.js';
import { MovableClock } from '../../../src/core/clock.js';
import type { ApiMethod } from '../../../src/core/stack/model.js';
import { fact } from '../../helpers/gateway/fact.js';
import { TestLambda } from '../../helpers/gateway/lambda.js';
import { authorizer, method, restApi, stackOf } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf, type WireAnswer } from '../../helpers/gateway/wire.js';

const POOL = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Pool1';
const NOW = Date.UTC(2024, 5, 18, 14);
const EXP = Date.UTC(2024, 5, 18, 15, 0, 4) / 1000;
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });

function jwt(claims: object, header: object = {}, privateKey = keys.privateKey): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', kid: 'k1', ...header })}.${part({
    iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Pool1',
    sub: 'user-1',
    aud: 'client1',
    token_use: 'id',
    exp: EXP,
    iat: EXP - 3600,
    auth_time: EXP - 3600,
    ...claims,
  })}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

describe('§6.1 Cognito user pools', () => {
  let aws: RunningGateway;
  const clock = new MovableClock();
  beforeAll(async () => {
    clock.freeze(NOW);
    const by = (name: string, scopes: string[] = []): Partial<ApiMethod> => ({
      authorization: { type: 'COGNITO_USER_POOLS', authorizer: name, scopes },
    });
    const pool = { type: 'COGNITO_USER_POOLS', providerArns: [POOL] } as const;
    const authorizers = {
      pool: authorizer({ ...pool, providerArns: [POOL], name: 'pool' }),
      client: authorizer({
        ...pool,
        providerArns: [POOL],
        name: 'client',
        identityValidationExpression: 'client[12]',
      }),
    };
    const methods = [
      method('GET', '/id', by('pool')),
      method('GET', '/scoped', by('pool', ['orders/read', 'orders/write'])),
      method('GET', '/client', by('client')),
    ];
    const silent = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow' as const,
          Principal: '*' as const,
          Action: 'execute-api:Invoke',
          Resource: 'arn:x',
        },
      ],
    };
    aws = await startGateway(
      stackOf([
        restApi(methods, { authorizers }),
        restApi(methods, { id: 'silent0000', authorizers, policy: silent }),
      ]),
      {},
      {
        authorizers: createAuthorizers({
          lambda: new TestLambda({}),
          clock,
          userPoolKeys: async () => [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1' }],
        }),
      },
    );
  });
  afterAll(async () => {
    await aws[Symbol.asyncDispose]();
    clock.stop();
  });
  const ask = (path: string, token: string | undefined): Promise<WireAnswer> =>
    aws.send(path, token === undefined ? {} : { headers: [`Authorization: ${token}`] });
  async function expectUnauthorized(answer: Promise<WireAnswer>, message = 'Unauthorized'): Promise<void> {
    const { status, body } = await answer;
    expect([status, body.toString()]).toEqual([401, JSON.stringify({ message })]);
    expect(valuesOf(await answer, 'x-amzn-ErrorType')).toEqual(['UnauthorizedException']);
  }

  fact('§6.1 a token is taken with and without Bearer', async () => {
    expect((await ask('/id', jwt({}))).status).toBe(200);
    expect((await ask('/id', `Bearer ${jwt({})}`)).status).toBe(200);
  });
  fact('§6.1 claims are strings; exp and iat are dates, auth_time is not', async () => {
    await ask('/id', jwt({ email_verified: true, 'cognito:groups': ['a', 'b'] }));
    const { requestContext } = aws.event() as { requestContext: { authorizer: object } };
    expect(Object.keys(requestContext.authorizer)).toEqual(['claims']);
    expect(requestContext.authorizer).toMatchObject({
      claims: {
        sub: 'user-1',
        exp: 'Tue Jun 18 15:00:04 UTC 2024',
        iat: 'Tue Jun 18 14:00:04 UTC 2024',
        auth_time: String(EXP - 3600),
        email_verified: 'true',
        'cognito:groups': 'a,b',
      },
    });
  });
  fact('§6.1 no token, rubbish, a foreign issuer, a foreign key: 401', async () => {
    await expectUnauthorized(ask('/id', undefined));
    await expectUnauthorized(ask('/id', 'Bearer x.y'));
    await expectUnauthorized(ask('/id', jwt({ iss: 'https://evil.example' })));
    await expectUnauthorized(ask('/id', jwt({}, {}, others.privateKey)));
    await expectUnauthorized(ask('/id', jwt({}, { kid: 'k2' })));
  });
  fact('§6.1 the algorithms none and HS256 are refused', async () => {
    await expectUnauthorized(ask('/id', jwt({}, { alg: 'none' })));
    await expectUnauthorized(ask('/id', jwt({}, { alg: 'HS256' })));
  });
  fact('§6.1 an expired token says so', async () => {
    await expectUnauthorized(ask('/id', jwt({ exp: NOW / 1000 - 1 })), 'The incoming token has expired');
  });
  fact('§6.1 without scopes on the method it must be an ID token', async () => {
    await expectUnauthorized(ask('/id', jwt({ token_use: 'access' })));
  });
  fact('§6.1 with scopes an access token with any one of them, else 401', async () => {
    expect((await ask('/scoped', jwt({ token_use: 'access', scope: 'x orders/write' }))).status).toBe(200);
    await expectUnauthorized(ask('/scoped', jwt({ token_use: 'access', scope: 'x' })));
    await expectUnauthorized(ask('/scoped', jwt({ token_use: 'id', scope: 'orders/read' })));
  });
  fact('§6.1 the validation expression is about aud', async () => {
    expect((await ask('/client', jwt({}))).status).toBe(200);
    await expectUnauthorized(ask('/client', jwt({ aud: 'client3' })));
  });
  fact('§15 Cognito and a silent resource policy: deny', async () => {
    const answer = await aws.send('/_aws/execute-api/silent0000/prod/id', {
      headers: [`Authorization: ${jwt({})}`],
    });
    expect(answer.status).toBe(403);
  });
});
