import { afterAll, beforeAll, describe, expect } from 'vitest';
import { LambdaServiceError } from '../../../emulator/kernel/lambda.js';
import { fact } from '../../helpers/gateway/fact.js';
import { integration, method, restApi, stackOf } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf, type WireAnswer } from '../../helpers/gateway/wire.js';

const MALFORMED = '{"message": "Internal server error"}';

/** What the Lambda service reports in place of a result. */
class FunctionError extends Error {}

const FORBIDDEN = [
  'Content-Length',
  'Transfer-Encoding',
  'Authorization',
  'Connection',
  'Expect',
  'Proxy-Authenticate',
  'TE',
];

describe('§2 the Lambda-proxy response', () => {
  let aws: RunningGateway;
  let result: () => unknown;
  beforeAll(async () => {
    const open = { integration: integration() };
    aws = await startGateway(
      stackOf([
        restApi(
          [
            method('ANY', '/x', open),
            method('GET', '/quick', { integration: integration({ timeoutInMillis: 50 }) }),
            method('GET', '/get', { integration: integration({ httpMethod: 'GET' }) }),
            method('GET', '/harmless', {
              integration: integration({
                requestParameters: {
                  'integration.request.header.X-Set': "'x'",
                  'integration.request.querystring.q': "'x'",
                },
              }),
            }),
          ],
          { binaryMediaTypes: ['image/png'] },
        ),
        ...Object.entries({ some000000: 'application/*', left000000: '*/test', every00000: '*/*' }).map(
          ([id, type]) => restApi([method('GET', '/x', open)], { id, binaryMediaTypes: [type] }),
        ),
        restApi(
          FORBIDDEN.map((name) =>
            method('GET', `/${name}`, {
              integration: integration({
                requestParameters: { [`integration.request.header.${name}`]: "'x'" },
              }),
            }),
          ),
          { id: 'mapped0000' },
        ),
        restApi([method('GET', '/x', open)], { id: 'edge000000', endpointType: 'EDGE' }),
      ]),
      { fn: () => result() },
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  async function answerTo(value: unknown, headers: string[] = [], target = '/x'): Promise<WireAnswer> {
    result = () => {
      if (value instanceof FunctionError) throw value;
      return value;
    };
    return aws.send(target, { headers });
  }
  function expectMalformed(answer: WireAnswer, status = 502): void {
    expect([answer.status, answer.body.toString()]).toEqual([status, MALFORMED]);
    expect(answer.body.length).toBe(36);
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['InternalServerErrorException']);
  }

  for (const [name, value] of [
    ['{statusCode: 200}', { statusCode: 200 }],
    ['{}', {}],
  ] as const)
    fact(`§2.1 ${name} is 200 with an empty body as application/json`, async () => {
      const answer = await answerTo(value);
      expect([answer.status, answer.body.length]).toEqual([200, 0]);
      expect(valuesOf(answer, 'Content-Type')).toEqual(['application/json']);
      expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual([]);
    });
  fact('§2.1 no statusCode is 200', async () => {
    expect((await answerTo({ body: 'x' })).status).toBe(200);
  });
  fact('§2.1 a statusCode may be a string of digits', async () => {
    expect((await answerTo({ statusCode: '201' })).status).toBe(201);
  });
  for (const [name, value] of [
    ['a statusCode "test"', { statusCode: 'test' }],
    ['a multi-value header that is no array', { multiValueHeaders: { a: 'b' } }],
    ['an unknown top-level key', { statusCode: 200, hello: 1 }],
    ['a JSON string', 'text'],
    ['null', null],
    ['nothing', undefined],
    ['an array', [1]],
    ['a body that is an object', { statusCode: 200, body: { a: 1 } }],
    ['an object with errorMessage', { errorMessage: 'x' }],
  ] as const)
    fact(`§2.1 ${name} is a 502`, async () => expectMalformed(await answerTo(value)));
  fact('§2.1 a throwing handler is a 502', async () => {
    result = () => {
      throw new Error('secret detail');
    };
    expectMalformed(await aws.send('/x'));
  });
  fact('§2.1 headers may be null', async () => {
    expect((await answerTo({ statusCode: 200, headers: null })).status).toBe(200);
  });
  fact('§2.1 a boolean header value is sent as text', async () => {
    expect(valuesOf(await answerTo({ headers: { 'X-Yes': true } }), 'X-Yes')).toEqual(['true']);
  });
  fact('§2.1 base64Encoded is tolerated as an alias', async () => {
    expect((await answerTo({ statusCode: 200, base64Encoded: false })).status).toBe(200);
  });
  fact('§2.1 both values of a header in both lists, multi-value first, in its spelling', async () => {
    const answer = await answerTo({
      headers: { 'Test-Multi': 'value-solo' },
      multiValueHeaders: { 'tesT-Multi': ['value-multi'] },
    });
    const lines = answer.headers.filter(([name]) => name.toLowerCase() === 'test-multi');
    expect(lines).toEqual([
      ['tesT-Multi', 'value-multi'],
      ['tesT-Multi', 'value-solo'],
    ]);
  });
  fact('§2.1 Set-Cookie in multiValueHeaders makes several lines', async () => {
    const answer = await answerTo({ multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2; Secure'] } });
    expect(valuesOf(answer, 'Set-Cookie')).toEqual(['a=1', 'b=2; Secure']);
  });
  fact("§2.1 the handler's content type replaces the default", async () => {
    expect(valuesOf(await answerTo({ headers: { 'content-type': 'text/html' } }), 'Content-Type')).toEqual([
      'text/html',
    ]);
  });

  const png = Buffer.from([137, 80, 78, 71, 0, 255]);
  const encoded = { statusCode: 200, body: png.toString('base64'), isBase64Encoded: true };
  for (const accept of ['image/png', 'image/png,*/*'])
    fact(`§2.2 Accept ${accept} decodes`, async () => {
      expect((await answerTo(encoded, [`Accept: ${accept}`])).body).toEqual(png);
    });
  for (const accept of ['image/jpg', 'image/*', '*/*', 'image/webp,image/png', 'application', undefined])
    fact(`§2.2 Accept ${accept ?? '(none)'} does not decode`, async () => {
      const answer = await answerTo(encoded, accept === undefined ? [] : [`Accept: ${accept}`]);
      expect(answer.body.toString()).toBe(encoded.body);
    });
  for (const [id, type, accept, decodes] of [
    ['some000000', 'application/*', 'application/pdf', true],
    ['some000000', 'application/*', 'application/*', true],
    ['some000000', 'application/*', 'image/png', false],
    ['left000000', '*/test', 'text/test', false],
    ['every00000', '*/*', 'x/y', true],
  ] as const)
    fact(`§2.2 the list ${type}: Accept ${accept} ${decodes ? 'decodes' : 'does not decode'}`, async () => {
      const { body } = await answerTo(encoded, [`Accept: ${accept}`], `/_aws/execute-api/${id}/prod/x`);
      expect(body.equals(png)).toBe(decodes);
    });
  fact('§2.2 without isBase64Encoded nothing is decoded', async () => {
    const answer = await answerTo({ body: encoded.body }, ['Accept: image/png']);
    expect(answer.body.toString()).toBe(encoded.body);
  });
  fact('§2.2 the response Content-Type is irrelevant', async () => {
    const answer = await answerTo({ ...encoded, headers: { 'Content-Type': 'text/plain' } }, [
      'Accept: image/png',
    ]);
    expect(answer.body).toEqual(png);
  });
  fact('§2.2 undecodable base64 is a 500', async () => {
    expectMalformed(await answerTo({ body: '!!!', isBase64Encoded: true }, ['Accept: image/png']), 500);
  });

  for (const name of [
    'Authorization',
    'Connection',
    'Content-Length',
    'Content-MD5',
    'Date',
    'Max-Forwards',
    'Server',
    'User-Agent',
    'WWW-Authenticate',
  ])
    fact(`§2.4 ${name} comes back renamed`, async () => {
      const answer = await answerTo({ headers: { [name]: '7' } });
      expect(valuesOf(answer, `x-amzn-Remapped-${name}`)).toEqual(['7']);
      expect(valuesOf(answer, name)).not.toContain('7');
    });
  for (const name of [
    'Expect',
    'Host',
    'Proxy-Authenticate',
    'TE',
    'Trailer',
    'Transfer-Encoding',
    'Upgrade',
    'Via',
  ])
    fact(`§2.4 ${name} is dropped`, async () => {
      const answer = await answerTo({ headers: { [name]: 'mine' } });
      expect(answer.headers.flat()).not.toContain('mine');
    });
  for (const name of [
    'Accept',
    'Content-Encoding',
    'Age',
    'Accept-Charset',
    'Accept-Encoding',
    'Pragma',
    'Range',
    'Referer',
    'Warn',
  ])
    fact(`§2.4 ${name} passes`, async () => {
      expect(valuesOf(await answerTo({ headers: { [name]: 'mine' } }), name)).toEqual(['mine']);
    });

  fact('§2.5 a body over 10 MB is 413 in plain text without ids on an edge-optimised endpoint', async () => {
    const api = restApi([method('ANY', '/x', { integration: integration() })], { endpointType: 'EDGE' });
    await using edge = await startGateway(stackOf([api]), { fn: () => ({}) });
    const answer = await edge.send('/x', { method: 'POST', body: Buffer.alloc(10_485_761, 'a') });
    expect(answer.status).toBe(413);
    expect(answer.body.toString()).toBe('HTTP content length exceeded 10485760 bytes.');
    expect(valuesOf(answer, 'Content-Type')).toEqual(['text; charset=utf-8']);
    expect(answer.headers.filter(([name]) => /^x-(amzn-|amz-apigw)/i.test(name))).toEqual([]);
  });
  fact('§3.1 a body over 10 MB is REQUEST_TOO_LARGE on a regional endpoint', async () => {
    const answer = await aws.send('/x', { method: 'POST', body: Buffer.alloc(10_485_761, 'a') });
    expect(answer.status).toBe(413);
    expect(answer.body.toString()).toBe('{"message": "Request Too Long"}');
  });
  fact('§2.5 an event over 6 MB is 413 Request Too Long', async () => {
    result = () => ({});
    const answer = await aws.send('/x', { method: 'POST', body: Buffer.alloc(6_500_000, 'a') });
    expect(answer.status).toBe(413);
    expect(answer.body.toString()).toBe('{"message": "Request Too Long"}');
    expect(valuesOf(answer, 'x-amzn-errortype')).toEqual(['BadRequestException']);
  });
  fact('§2.5 the integration timeout is a 504', async () => {
    result = () => new Promise((resolve) => setTimeout(resolve, 200, {}));
    const answer = await aws.send('/quick');
    expect(answer.status).toBe(504);
    expect(answer.body.toString()).toBe('{"message": "Endpoint request timed out"}');
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['InternalServerErrorException']);
  });
  fact('§1.5 an integration method other than POST is a 500', async () => {
    expectMalformed(await answerTo({}, [], '/get'), 500);
  });
  for (const name of FORBIDDEN)
    fact(`§1.4 mapping ${name} to a Lambda proxy is a 500`, async () => {
      expectMalformed(await answerTo({}, [], `/_aws/execute-api/mapped0000/prod/${name}`), 500);
    });
  fact('§2.5 a result that Lambda refuses for its size is a 502', async () => {
    expectMalformed(await answerTo(new FunctionError('Function.ResponseSizeTooLarge')));
  });
  fact('§3.2 the edge adds its headers to answers and errors', async () => {
    const edge = '/_aws/execute-api/edge000000/prod';
    for (const [path, cache] of [
      [`${edge}/x`, 'Miss from cloudfront'],
      [`${edge}/none`, 'Error from cloudfront'],
    ] as const) {
      const answer = await answerTo({}, [], path);
      expect(valuesOf(answer, 'X-Cache')).toEqual([cache]);
      expect(valuesOf(answer, 'Via')[0]).toMatch(/cloudfront\.net \(CloudFront\)$/);
      for (const name of ['X-Amz-Cf-Pop', 'X-Amz-Cf-Id']) expect(valuesOf(answer, name)).toHaveLength(1);
    }
    expect(valuesOf(await answerTo({}), 'X-Cache')).toEqual([]);
  });
  fact('§1.4 every other parameter mapping is ignored for AWS_PROXY', async () => {
    await answerTo({}, [], '/harmless');
    expect(aws.event().headers).not.toHaveProperty('X-Set');
    expect(aws.event().queryStringParameters).toBeNull();
  });
  fact('§13.3 Lambda refusing (throttled, unknown, forbidden) is a 500', async () => {
    result = () => {
      throw new LambdaServiceError('TooManyRequestsException', 429, 'Rate Exceeded.');
    };
    expectMalformed(await aws.send('/x'), 500);
  });
  fact('§3.2 X-Amzn-Trace-Id on a Lambda answer, Sampled 0 unless the client gave a Parent', async () => {
    expect(valuesOf(await answerTo({}), 'X-Amzn-Trace-Id')).toEqual([
      expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/),
    ]);
    const given = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8';
    expect(valuesOf(await answerTo({}, [`X-Amzn-Trace-Id: ${given}`]), 'X-Amzn-Trace-Id')).toEqual([
      `${given};Sampled=1`,
    ]);
  });
  fact('§3.2 no trace header on an error', async () => {
    expect(valuesOf(await answerTo(null), 'X-Amzn-Trace-Id')).toEqual([]);
  });
});
