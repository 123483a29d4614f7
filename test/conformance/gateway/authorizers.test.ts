import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { ApiMethod } from '../../../src/core/stack/model.js';
import { fact } from '../../helpers/gateway/fact.js';
import { authorizer, functionArn, method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf } from '../../helpers/gateway/wire.js';

const ARN = 'arn:aws:execute-api:eu-west-1:123456789012:abcdef1234/prod';
const HOST = 'Host: abcdef1234.execute-api.eu-west-1.amazonaws.com';
const by = (name: string): Partial<ApiMethod> => ({
  authorization: { type: 'CUSTOM', authorizer: name, scopes: [] },
});

function policy(
  effect: string,
  resource: string | string[] = '*',
  action: string | string[] = 'execute-api:Invoke',
) {
  const Statement = [{ Action: action, Effect: effect, Resource: resource }];
  return { principalId: 'me', policyDocument: { Version: '2012-10-17', Statement } };
}

describe('§5 Lambda authorizers', () => {
  let aws: RunningGateway;
  let result: (event: Record<string, unknown>) => unknown;
  let seen: Record<string, unknown>;
  beforeAll(async () => {
    const request = {
      name: 'request',
      type: 'REQUEST',
      functionArn: functionArn('auth'),
      identitySource: ['method.request.header.X-Id', 'method.request.querystring.k', 'stageVariables.v'],
    } as const;
    aws = await startGateway(
      stackOf([
        restApi(
          [
            method('ANY', '/token/{proxy+}', by('token')),
            method('GET', '/', by('token')),
            method('ANY', '/nocache', by('nocache')),
            method('GET', '/request/{id}', by('request')),
            method('GET', '/optional', by('optional')),
            method('GET', '/expression', by('expression')),
            method('GET', '/missing', by('missing')),
          ],
          {
            authorizers: {
              token: authorizer({ name: 'token' }),
              nocache: authorizer({ name: 'nocache', resultTtlInSeconds: 0 }),
              request: authorizer({ ...request, identitySource: [...request.identitySource] }),
              optional: authorizer({
                ...request,
                name: 'optional',
                identitySource: ['method.request.header.X-Id'],
                resultTtlInSeconds: 0,
              }),
              expression: authorizer({ name: 'expression', identityValidationExpression: 'Bearer [a-z]+' }),
              missing: authorizer({ name: 'missing', functionArn: functionArn('nobody') }),
            },
            stages: [stage({ variables: { v: '1' } })],
          },
        ),
      ]),
      {
        auth: (event) => {
          seen = event;
          return result(event);
        },
      },
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());
  beforeEach(() => {
    aws.gateway.flush();
    aws.lambda.calls.length = 0;
    result = () => policy('Allow');
  });

  const call = (path: string, headers: string[] = ['Authorization: Bearer x'], verb = 'GET') =>
    aws.send(`/prod${path}`, { method: verb, headers: [HOST, ...headers] });
  const asked = () => aws.lambda.calls.filter((name) => name === 'auth').length;
  async function expectAnswer(
    path: string,
    status: number,
    body?: string,
    headers?: string[],
  ): Promise<void> {
    const answer = await call(path, headers);
    expect(answer.status).toBe(status);
    if (body !== undefined) expect(answer.body.toString()).toBe(body);
  }

  fact('§5.1 a TOKEN event has type, methodArn and authorizationToken, nothing else', async () => {
    await call('/token/a/b', ['Authorization: Bearer x'], 'POST');
    expect(seen).toEqual({
      type: 'TOKEN',
      methodArn: `${ARN}/POST/token/a/b`,
      authorizationToken: 'Bearer x',
    });
  });
  fact('§5.1 the ARN of the root ends in /GET/', async () => {
    await call('/');
    expect(seen.methodArn).toBe(`${ARN}/GET/`);
  });
  fact('§5.1 a REQUEST event: its keys, empties as {}, Content-Length kept, no body', async () => {
    const answer = await call('/request/7?k=1', ['X-Id: a', 'Content-Length: 0']);
    expect(answer.status).toBe(200);
    expect(Object.keys(seen).sort()).toEqual([
      'headers',
      'httpMethod',
      'methodArn',
      'multiValueHeaders',
      'multiValueQueryStringParameters',
      'path',
      'pathParameters',
      'queryStringParameters',
      'requestContext',
      'resource',
      'stageVariables',
      'type',
    ]);
    expect(seen).toMatchObject({
      type: 'REQUEST',
      methodArn: `${ARN}/GET/request/7`,
      resource: '/request/{id}',
      path: '/request/7',
      pathParameters: { id: '7' },
      queryStringParameters: { k: '1' },
      stageVariables: { v: '1' },
    });
    expect(seen.headers).toMatchObject({ 'Content-Length': '0' });
    expect(seen.requestContext).not.toHaveProperty('authorizer');
    await call('/optional', []);
    expect(seen).toMatchObject({
      queryStringParameters: {},
      multiValueQueryStringParameters: {},
      pathParameters: {},
    });
  });
  fact('§5.2 TOKEN: a missing or empty token is 401 without a call', async () => {
    await expectAnswer('/token/a', 401, '{"message":"Unauthorized"}', []);
    await expectAnswer('/token/a', 401, '{"message":"Unauthorized"}', ['Authorization:']);
    expect(asked()).toBe(0);
  });
  fact('§5.2 TOKEN: a token that fails the validation expression is 401 without a call', async () => {
    await expectAnswer('/expression', 401, '{"message":"Unauthorized"}', ['Authorization: Bearer ABC']);
    await expectAnswer('/expression', 401, undefined, ['Authorization: Bearer abc1']);
    expect(asked()).toBe(0);
    await expectAnswer('/expression', 200, undefined, ['Authorization: Bearer abc']);
  });
  fact('§5.2 REQUEST with caching: any missing source is 401 without a call', async () => {
    await expectAnswer('/request/7', 401, '{"message":"Unauthorized"}', ['X-Id: a']);
    await expectAnswer('/request/7?k=', 401, undefined, ['X-Id: a']);
    await expectAnswer('/request/7?k=1', 401, undefined, []);
    expect(asked()).toBe(0);
  });
  fact('§5.2 REQUEST with TTL 0: a source is optional', async () => {
    await expectAnswer('/optional', 200, undefined, []);
    expect(asked()).toBe(1);
  });
  fact('§5.3 a result is used again within the TTL and asked anew after it', async () => {
    await call('/token/a');
    await call('/token/a');
    expect(asked()).toBe(1);
    aws.clock.advance(299_000);
    await call('/token/a');
    expect(asked()).toBe(1);
    aws.clock.advance(2_000);
    await call('/token/a');
    aws.clock.reset();
    expect(asked()).toBe(2);
  });
  fact('§5.3 TTL 0 asks each time', async () => {
    await call('/nocache');
    await call('/nocache');
    expect(asked()).toBe(2);
  });
  fact('§5.3 the key of a REQUEST authorizer is all identity values together, not the path', async () => {
    await call('/request/7?k=1', ['X-Id: a']);
    await call('/request/8?k=1', ['X-Id: a']);
    expect(asked()).toBe(1);
    await call('/request/7?k=2', ['X-Id: a']);
    await call('/request/7?k=1', ['X-Id: b']);
    expect(asked()).toBe(3);
  });
  fact(
    '§5.3 the cached policy meets each ARN anew: a narrow one turns the second path into a 403',
    async () => {
      result = ({ methodArn }) => policy('Allow', methodArn as string);
      await expectAnswer('/token/a', 200);
      await expectAnswer('/token/b', 403, '{"Message":"User is not authorized to access this resource"}');
      expect((await call('/token/a', undefined, 'POST')).status).toBe(403);
      expect(asked()).toBe(1);
    },
  );
  fact('§5.3 denies are cached, errors are not', async () => {
    result = () => policy('Deny');
    await call('/token/a');
    await call('/token/a');
    expect(asked()).toBe(1);
    result = () => {
      throw new Error('down');
    };
    await call('/token/a', ['Authorization: other']);
    await call('/token/a', ['Authorization: other']);
    expect(asked()).toBe(3);
  });
  fact('§5.4 policyDocument alone suffices', async () => {
    result = () => ({ policyDocument: policy('Allow').policyDocument });
    await expectAnswer('/token/a', 200);
  });
  fact('§5.4 Resource and Action may be arrays; NotResource is accepted', async () => {
    result = () => policy('Allow', ['arn:nothing', `${ARN}/GET/token/*`], ['x:y', 'execute-api:*']);
    await expectAnswer('/token/a', 200);
    const Statement = [{ Action: '*', Effect: 'Allow', NotResource: `${ARN}/GET/token/b` }];
    result = () => ({ policyDocument: { Statement } });
    aws.gateway.flush();
    await expectAnswer('/token/a', 200);
    await expectAnswer('/token/b', 403);
  });
  fact('§5.4 no implicit prefix match', async () => {
    result = () => policy('Allow', `${ARN}/GET/token`);
    await expectAnswer('/token/a', 403);
  });
  fact('§5.4 context values reach the handler as strings', async () => {
    result = () => ({ ...policy('Allow'), context: { s: 'x', n: 1, b: true } });
    await call('/token/a');
    expect(aws.event().requestContext).toMatchObject({
      authorizer: { principalId: 'me', s: 'x', n: '1', b: 'true', integrationLatency: expect.any(Number) },
    });
  });
  for (const [name, value] of [
    ['an object', {}],
    ['an array', []],
    ['null', null],
  ] as const)
    fact(`§5.4 a context value that is ${name} is a 500`, async () => {
      result = () => ({ ...policy('Allow'), context: { x: value } });
      const answer = await call('/token/a');
      expect([answer.status, answer.body.toString()]).toEqual([500, '{"message":null}']);
      expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['AuthorizerConfigurationException']);
    });
  fact('§5.5 explicit Deny', async () => {
    result = () => policy('Deny');
    await expectAnswer(
      '/token/a',
      403,
      '{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}',
    );
  });
  fact('§5.5 no matching statement', async () => {
    result = () => policy('Allow', 'arn:aws:execute-api:*:*:other/*');
    await expectAnswer('/token/a', 403, '{"Message":"User is not authorized to access this resource"}');
  });
  fact("§5.5 an error whose message is exactly 'Unauthorized' is a 401", async () => {
    result = () => {
      throw new Error('Unauthorized');
    };
    await expectAnswer('/token/a', 401, '{"message":"Unauthorized"}');
  });
  for (const [name, outcome] of [
    [
      'any other error',
      () => {
        throw new Error('unauthorized');
      },
    ],
    ['no result', () => undefined],
    ['a result without policy', () => ({ principalId: 'x' })],
    ['a result that is text', () => 'Allow'],
  ] as const)
    fact(`§5.5 ${name} is a 500`, async () => {
      result = outcome;
      const answer = await call('/token/a');
      expect([answer.status, answer.body.toString()]).toEqual([500, '{"message":null}']);
      expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['AuthorizerConfigurationException']);
    });
  fact('§5.5 a function that cannot be invoked is a 500', async () => {
    await expectAnswer('/missing', 500, '{"message":null}');
  });
  fact('§2.5 a method ARN over 1600 bytes with authorization is 414', async () => {
    expect((await call(`/token/${'a'.repeat(1600)}`)).status).toBe(414);
  });
});
