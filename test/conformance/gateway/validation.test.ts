import { afterAll, beforeAll, describe, expect } from 'vitest';
import { fact } from '../../helpers/gateway/fact.js';
import { integration, method, restApi, stackOf } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf } from '../../helpers/gateway/wire.js';

const schema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['name', 'qty'],
  properties: {
    name: { type: 'string', pattern: '^(a+)+$' },
    qty: { type: 'integer', minimum: 0, exclusiveMinimum: true },
  },
};

describe('§9 request validation', () => {
  let aws: RunningGateway;
  beforeAll(async () => {
    const body = { validator: 'all', requestModels: { 'application/json': 'Item' } };
    aws = await startGateway(
      stackOf([
        restApi(
          [
            method('GET', '/params/{issuer}', {
              validator: 'all',
              requestParameters: {
                'method.request.querystring.qs1': true,
                'method.request.path.other': true,
                'method.request.header.x-header-param': true,
                'method.request.header.x-optional': false,
              },
              requestModels: { 'application/json': 'Item' },
            }),
            method('ANY', '/body', body),
            method('POST', '/optional', { validator: 'all', requestModels: { 'application/json': 'Any' } }),
          ],
          {
            validators: { all: { validateRequestParameters: true, validateRequestBody: true } },
            models: { Item: schema, Any: { type: 'object' } },
          },
        ),
      ]),
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  const post = (text: string | undefined, headers = ['Content-Type: application/json'], verb = 'POST') =>
    aws.send('/body', { method: verb, headers, ...(text !== undefined && { body: text }) });
  async function expectInvalid(text: string | undefined, verb = 'POST'): Promise<void> {
    const answer = await post(text, undefined, verb);
    expect([answer.status, answer.body.toString()]).toEqual([400, '{"message":"Invalid request body"}']);
  }

  fact('§9 the message lists names ordered by their full key, and the body is not mentioned', async () => {
    const answer = await aws.send('/params/x');
    expect([answer.status, answer.body.toString()]).toEqual([
      400,
      '{"message":"Missing required request parameters: [x-header-param, other, qs1]"}',
    ]);
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['BadRequestException']);
  });
  fact('§9 a blank parameter counts as absent', async () => {
    const answer = await aws.send('/params/x?qs1=+', { headers: ['x-header-param: ok'] });
    expect(answer.body.toString()).toBe('{"message":"Missing required request parameters: [other, qs1]"}');
  });
  fact('§9 header names are compared case-sensitively', async () => {
    const answer = await aws.send('/params/x?qs1=1', { headers: ['X-Header-Param: ok'] });
    expect(answer.body.toString()).toBe(
      '{"message":"Missing required request parameters: [x-header-param, other]"}',
    );
  });
  fact('§9 a body that does not fit its model', async () => expectInvalid('{"name":1}'));
  fact('§9 a body that is not JSON', async () => expectInvalid('{'));
  fact('§9 an empty body against a required model', async () => expectInvalid(undefined));
  fact('§9 GET with a body model and no body fails too', async () => expectInvalid(undefined, 'GET'));
  fact('§9 a body that fits passes', async () => {
    expect((await post('{"name":"aaa","qty":1}')).status).toBe(200);
  });
  fact('§9 draft 4: exclusiveMinimum is a boolean beside minimum', async () =>
    expectInvalid('{"name":"a","qty":0}'),
  );
  fact('§9 an empty body is validated as {}', async () => {
    expect((await aws.send('/optional', { method: 'POST' })).status).toBe(200);
  });
  fact('§9 no model for the content type: the body is not validated', async () => {
    expect((await post('{"name":1}', ['Content-Type: text/plain'])).status).toBe(200);
  });
  fact('§9 the content type of a body without one is application/json', async () => {
    expect((await post('{"name":1}', [])).status).toBe(400);
  });
  fact('bad input: a model regex that backtracks is answered in bounded time', async () =>
    expectInvalid(JSON.stringify({ name: `${'a'.repeat(50_000)}!`, qty: 1 })),
  );
  fact('bad input: JSON 100,000 levels deep has a defined answer', async () =>
    expectInvalid(`{"name":"a","qty":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  );
  fact('bad input: __proto__ in a body pollutes nothing', async () => {
    await expectInvalid('{"__proto__":{"name":"a","qty":1}}');
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });
});

describe('§10.8 MOCK', () => {
  let aws: RunningGateway;
  const cors = {
    'method.response.header.Access-Control-Allow-Origin': "'*'",
    'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS'",
    'method.response.header.Access-Control-Allow-Headers': "'Authorization'",
  };
  const responses = {
    default: { statusCode: '200', responseParameters: cors, responseTemplates: { 'application/json': '' } },
    '4\\d{2}': { statusCode: '404', responseParameters: {}, responseTemplates: { 'text/plain': 'none' } },
  };
  beforeAll(async () => {
    const mock = (template: string | undefined, change = {}) =>
      integration({
        type: 'MOCK',
        requestTemplates: template === undefined ? {} : { 'application/json': template },
        responses,
        ...change,
      });
    aws = await startGateway(
      stackOf([
        restApi([
          method('OPTIONS', '/cors', { integration: mock('{"statusCode": 200}') }),
          method('GET', '/relaxed', { integration: mock('{statusCode: 404}') }),
          method('GET', '/nostatus', { integration: mock('{"a": 1}') }),
          method('GET', '/nochoice', { integration: mock('{"statusCode": 500}', { responses: {} }) }),
          method('POST', '/never', {
            integration: mock('{"statusCode":200}', { passthroughBehavior: 'NEVER' }),
          }),
          method('GET', '/vtl', { integration: mock('#set($x = 1){"statusCode": $x}') }),
        ]),
      ]),
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  fact('§10.1 CORS by an OPTIONS method with a MOCK integration', async () => {
    const answer = await aws.send('/cors', { method: 'OPTIONS', headers: ['Origin: http://localhost'] });
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
    expect(valuesOf(answer, 'Access-Control-Allow-Origin')).toEqual(['*']);
    expect(valuesOf(answer, 'Access-Control-Allow-Methods')).toEqual(['GET,OPTIONS']);
    expect(valuesOf(answer, 'Content-Type')).toEqual(['application/json']);
    expect(valuesOf(answer, 'x-amzn-RequestId')).toHaveLength(1);
  });
  fact('§10.8 relaxed JSON; the response is chosen by matching its pattern to the status', async () => {
    const answer = await aws.send('/relaxed');
    expect([answer.status, answer.body.toString()]).toEqual([404, 'none']);
    expect(valuesOf(answer, 'Content-Type')).toEqual(['text/plain']);
  });
  fact('§10.8 a template without statusCode is a 500', async () => {
    expect((await aws.send('/nostatus')).status).toBe(500);
  });
  fact('§10.8 no response and no default is a 500', async () => {
    expect((await aws.send('/nochoice')).status).toBe(500);
  });
  fact('§3.1 UNSUPPORTED_MEDIA_TYPE: 415 when nothing may pass through', async () => {
    const answer = await aws.send('/never', { method: 'POST', headers: ['Content-Type: a/b'], body: 'x' });
    expect([answer.status, answer.body.toString()]).toEqual([415, '{"message":"Unsupported Media Type"}']);
  });
  fact('§3.2 no trace header on a MOCK answer', async () => {
    expect(valuesOf(await aws.send('/relaxed'), 'X-Amzn-Trace-Id')).toEqual([]);
  });
  fact('§14 row 16: what is not emulated fails loudly', async () => {
    const answer = await aws.send('/vtl');
    expect(answer.status).toBe(500);
    const id = valuesOf(answer, 'x-amzn-RequestId')[0] as string;
    expect(aws.gateway.explain(id)?.record.decidedBy.reason).toMatch(/VTL/);
  });
});
