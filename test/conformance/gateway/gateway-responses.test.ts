import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { ApiMethod, GatewayResponse } from '../../../src/core/stack/model.js';
import { fact } from '../../helpers/gateway/fact.js';
import { authorizer, integration, method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf } from '../../helpers/gateway/wire.js';

const secured: Partial<ApiMethod> = {
  authorization: { type: 'CUSTOM', authorizer: 'auth', scopes: [] },
};

function response(change: Partial<GatewayResponse>): GatewayResponse {
  return { responseParameters: {}, responseTemplates: {}, ...change };
}

describe('§3 gateway responses', () => {
  let aws: RunningGateway;
  const at = (api: string, path: string) => `/_aws/execute-api/${api}/prod${path}`;
  beforeAll(async () => {
    const methods = [
      method('GET', '/secured', secured),
      method('GET', '/broken', { integration: integration({ httpMethod: 'GET' }) }),
      method('GET', '/ok'),
      method('POST', '/validated', {
        validator: 'all',
        requestParameters: { 'method.request.querystring.q': true },
        requestModels: { 'application/json': 'Item' },
      }),
    ];
    const common = {
      authorizers: { auth: authorizer() },
      validators: { all: { validateRequestParameters: true, validateRequestBody: true } },
      models: { Item: { type: 'object', required: ['email'] } },
    };
    aws = await startGateway(
      stackOf([
        restApi(methods, common),
        restApi(methods, {
          ...common,
          id: 'custom0001',
          stages: [stage({ variables: { colour: 'red' } })],
          gatewayResponses: {
            DEFAULT_4XX: response({
              statusCode: '418',
              responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
            }),
            UNAUTHORIZED: response({
              responseParameters: {
                'gatewayresponse.header.X-From': 'method.request.header.X-Who',
                'gatewayresponse.header.X-Stage': 'context.stage',
                'gatewayresponse.header.X-Colour': 'stageVariables.colour',
                'gatewayresponse.header.X-Absent': 'method.request.header.X-None',
              },
              responseTemplates: {
                'application/json':
                  '{"m":$context.error.messageString,"t":"$context.error.responseType","id":"$context.requestId","c":"$stageVariables.colour","q":"method.request.querystring.q"}',
                'text/plain': 'no: $context.error.message',
              },
            }),
            BAD_REQUEST_BODY: response({
              statusCode: '422',
              responseTemplates: { 'application/json': '{"why":"$context.error.validationErrorString"}' },
            }),
          },
        }),
      ]),
      { auth: () => ({ principalId: 'p' }) },
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  const cases = [
    [
      'MISSING_AUTHENTICATION_TOKEN',
      'GET',
      '/none',
      [],
      403,
      '{"message":"Missing Authentication Token"}',
      'MissingAuthenticationTokenException',
    ],
    ['UNAUTHORIZED', 'GET', '/secured', [], 401, '{"message":"Unauthorized"}', 'UnauthorizedException'],
    [
      'AUTHORIZER_CONFIGURATION_ERROR',
      'GET',
      '/secured',
      ['Authorization: x'],
      500,
      '{"message":null}',
      'AuthorizerConfigurationException',
    ],
    [
      'API_CONFIGURATION_ERROR',
      'GET',
      '/broken',
      [],
      500,
      '{"message": "Internal server error"}',
      'InternalServerErrorException',
    ],
    [
      'BAD_REQUEST_PARAMETERS',
      'POST',
      '/validated',
      [],
      400,
      '{"message":"Missing required request parameters: [q]"}',
      'BadRequestException',
    ],
    [
      'BAD_REQUEST_BODY',
      'POST',
      '/validated?q=1',
      [],
      400,
      '{"message":"Invalid request body"}',
      'BadRequestException',
    ],
  ] as const;
  for (const [type, verb, path, headers, status, body, errorType] of cases)
    fact(`§3.1 ${type}: status, bytes and error type`, async () => {
      const answer = await aws.send(at('abcdef1234', path), { method: verb, headers: [...headers] });
      expect([answer.status, answer.body.toString()]).toEqual([status, body]);
      expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual([errorType]);
      expect(valuesOf(answer, 'Content-Type')).toEqual(['application/json']);
      expect(valuesOf(answer, 'x-amzn-RequestId')).toHaveLength(1);
      expect(valuesOf(answer, 'x-amz-apigw-id')).toHaveLength(1);
    });
  fact('§3.1 an unknown stage is 403 Forbidden', async () => {
    const answer = await aws.send('/_aws/execute-api/abcdef1234/nope/ok');
    expect([answer.status, answer.body.toString()]).toEqual([403, '{"message":"Forbidden"}']);
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['ForbiddenException']);
  });
  fact('§3.1 DEFAULT_4XX changes every unset 4XX: status and headers', async () => {
    const answer = await aws.send(at('custom0001', '/none'));
    expect([answer.status, answer.body.toString()]).toEqual([
      418,
      '{"message":"Missing Authentication Token"}',
    ]);
    expect(valuesOf(answer, 'Access-Control-Allow-Origin')).toEqual(['*']);
  });
  fact('§3.1 a set type has its own headers and substituted template, not the default ones', async () => {
    const answer = await aws.send(at('custom0001', '/secured?q=abc'), { headers: ['X-Who: me'] });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body.toString())).toEqual({
      m: 'Unauthorized',
      t: 'UNAUTHORIZED',
      id: valuesOf(answer, 'x-amzn-RequestId')[0],
      c: 'red',
      q: 'abc',
    });
    expect(valuesOf(answer, 'X-From')).toEqual(['me']);
    expect(valuesOf(answer, 'X-Stage')).toEqual(['prod']);
    expect(valuesOf(answer, 'X-Colour')).toEqual(['red']);
    expect(valuesOf(answer, 'X-Absent')).toEqual([]);
    expect(valuesOf(answer, 'Access-Control-Allow-Origin')).toEqual([]);
  });
  fact('§3.1 the template follows Accept', async () => {
    const answer = await aws.send(at('custom0001', '/secured'), { headers: ['Accept: text/plain'] });
    expect(answer.body.toString()).toBe('no: Unauthorized');
    expect(valuesOf(answer, 'Content-Type')).toEqual(['text/plain']);
  });
  fact('§3.1 validationErrorString names what is missing', async () => {
    const answer = await aws.send(at('custom0001', '/validated?q=1'), { method: 'POST', body: '{}' });
    expect([answer.status, answer.body.toString()]).toEqual([
      422,
      '{"why":"[object has missing required properties (["email"])]"}',
    ]);
  });
  fact('§3.2 no x-amzn-ErrorType on an answer of the integration', async () => {
    expect(valuesOf(await aws.send(at('abcdef1234', '/ok')), 'x-amzn-ErrorType')).toEqual([]);
  });
});
