import { afterAll, beforeAll, describe, expect } from 'vitest';
import { fact } from '../../helpers/gateway/fact.js';
import { method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf } from '../../helpers/gateway/wire.js';

type Json = Record<string, unknown>;
const HOST = 'Host: abcdef1234.execute-api.eu-west-1.amazonaws.com';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('§1 the Lambda-proxy event', () => {
  let aws: RunningGateway;
  beforeAll(async () => {
    const regional = restApi(
      [
        method('GET', '/'),
        method('ANY', '/items'),
        method('GET', '/items/{id}'),
        method('GET', '/items/special'),
        method('ANY', '/{proxy+}'),
        method('POST', '/test'),
        method('POST', '/binary'),
      ],
      { binaryMediaTypes: ['image/*', 'application/json'] },
    );
    const edge = restApi([method('ANY', '/{proxy+}')], {
      id: 'edge567890',
      endpointType: 'EDGE',
      stages: [stage({ variables: { color: 'blue' } })],
    });
    aws = await startGateway(stackOf([regional, edge]));
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  /** The event for a request to the stage's own address, as on AWS. */
  async function eventOf(
    path: string,
    headers: string[] = [],
    verb = 'GET',
    body?: string | Buffer,
  ): Promise<Json> {
    const answer = await aws.send(`/prod${path}`, {
      method: verb,
      headers: [HOST, ...headers],
      ...(body !== undefined && { body }),
    });
    expect(answer.status).toBe(200);
    return aws.event() as Json;
  }

  fact('§1.1 all twelve keys are always there, empties are null', async () => {
    const event = await eventOf('/');
    expect(Object.keys(event).sort()).toEqual([
      'body',
      'headers',
      'httpMethod',
      'isBase64Encoded',
      'multiValueHeaders',
      'multiValueQueryStringParameters',
      'path',
      'pathParameters',
      'queryStringParameters',
      'requestContext',
      'resource',
      'stageVariables',
    ]);
    expect(event).toMatchObject({
      resource: '/',
      path: '/',
      httpMethod: 'GET',
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
    });
  });
  fact('§1.1 httpMethod is the real verb, never ANY', async () => {
    expect(await eventOf('/items', [], 'DELETE')).toMatchObject({ httpMethod: 'DELETE', resource: '/items' });
  });
  fact('§1.1 the last value of a repeated header wins, all are in multiValueHeaders', async () => {
    const event = await eventOf('/', ['X-Many: one', 'X-Many: two']);
    expect(event.headers).toMatchObject({ 'X-Many': 'two' });
    expect(event.multiValueHeaders).toMatchObject({ 'X-Many': ['one', 'two'] });
    expect(Object.keys(event.multiValueHeaders as Json)).toEqual(Object.keys(event.headers as Json));
  });
  fact('§1.1 repeated query keys: last value, and arrays in request order', async () => {
    const event = await eventOf('/?a=1&a=2&b=x%20y');
    expect(event.queryStringParameters).toEqual({ a: '2', b: 'x y' });
    expect(event.multiValueQueryStringParameters).toEqual({ a: ['1', '2'], b: ['x y'] });
  });
  fact('§1.1 `;` splits query data as `&` does', async () => {
    expect((await eventOf('/?a=1;b=2')).queryStringParameters).toEqual({ a: '1', b: '2' });
  });
  fact('§1.1 header names are case-sensitive', async () => {
    expect((await eventOf('/', ['X-Case: 1', 'x-case: 2'])).headers).toMatchObject({
      'X-Case': '1',
      'x-case': '2',
    });
  });
  fact('§1.3 a fragment never arrives', async () => {
    expect(await eventOf('/?a=1#b=2')).toMatchObject({ path: '/', queryStringParameters: { a: '1' } });
  });
  fact('§1.1 query names are case-sensitive', async () => {
    expect((await eventOf('/?a=1&A=2')).queryStringParameters).toEqual({ a: '1', A: '2' });
  });
  fact('§1.1 an empty POST has a null body, never ""', async () => {
    expect(await eventOf('/items', ['Content-Length: 0'], 'POST', '')).toMatchObject({
      body: null,
      isBase64Encoded: false,
    });
  });
  fact('§1.2 the keys of requestContext, and no authorizer without one', async () => {
    const { requestContext } = await eventOf('/items/7');
    expect(Object.keys(requestContext as Json).sort()).toEqual([
      'accountId',
      'apiId',
      'deploymentId',
      'domainName',
      'domainPrefix',
      'extendedRequestId',
      'httpMethod',
      'identity',
      'path',
      'protocol',
      'requestId',
      'requestTime',
      'requestTimeEpoch',
      'resourceId',
      'resourcePath',
      'stage',
    ]);
    expect(requestContext).toMatchObject({
      accountId: '123456789012',
      apiId: 'abcdef1234',
      path: '/prod/items/7',
      resourcePath: '/items/{id}',
      stage: 'prod',
      protocol: 'HTTP/1.1',
      httpMethod: 'GET',
      domainName: 'abcdef1234.execute-api.eu-west-1.amazonaws.com',
      domainPrefix: 'abcdef1234',
    });
  });
  fact('§1.2 identity always has its twelve keys', async () => {
    const { requestContext } = await eventOf('/', ['User-Agent: curl/8']);
    expect((requestContext as Json).identity).toEqual({
      accessKey: null,
      accountId: null,
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: '127.0.0.1',
      user: null,
      userAgent: 'curl/8',
      userArn: null,
    });
  });
  fact(
    '§1.2 requestId is a UUID and equals x-amzn-RequestId; extendedRequestId equals x-amz-apigw-id',
    async () => {
      const answer = await aws.send('/prod/', { headers: [HOST] });
      const context = (aws.event() as Json).requestContext as Json;
      expect(context.requestId).toMatch(UUID);
      expect(valuesOf(answer, 'x-amzn-RequestId')).toEqual([context.requestId]);
      expect(context.extendedRequestId).toMatch(/^.{15}=$/);
      expect(valuesOf(answer, 'x-amz-apigw-id')).toEqual([context.extendedRequestId]);
    },
  );
  fact('§1.2 a client may set the requestId with a UUID, with nothing else', async () => {
    const mine = '0f8fad5b-d9cb-469f-a165-70867728950e';
    expect((await eventOf('/', [`x-amzn-RequestId: ${mine}`])).requestContext).toMatchObject({
      requestId: mine,
    });
    expect(((await eventOf('/', ['x-amzn-RequestId: mine'])).requestContext as Json).requestId).toMatch(UUID);
  });
  fact(
    '§1.2 requestTime is CLF and requestTimeEpoch whole milliseconds, both of the emulator clock',
    async () => {
      aws.clock.freeze(Date.UTC(2024, 5, 18, 15, 0, 4, 250));
      const { requestContext } = await eventOf('/');
      aws.clock.reset();
      expect(requestContext).toMatchObject({
        requestTime: '18/Jun/2024:15:00:04 +0000',
        requestTimeEpoch: 1718722804250,
      });
    },
  );

  for (const [target, path, proxy, contextPath] of [
    ['/prod/x/', '/x/', 'x', '/prod/x/'],
    ['/prod/x//y', '/x//y', 'x//y', '/prod/x//y'],
    ['//prod/x', '/x', 'x', '/prod/x'],
    ['/prod//x', '/x', 'x', '/prod//x'],
    [
      '/prod/u/a%2Bb@c/plus/a+b@c',
      '/u/a%2Bb@c/plus/a+b@c',
      'u/a%2Bb@c/plus/a+b@c',
      '/prod/u/a%2Bb@c/plus/a+b@c',
    ],
  ] as const) {
    fact(`§1.3 the paths of ${target}`, async () => {
      const answer = await aws.send(target, { headers: [HOST] });
      expect(answer.status).toBe(200);
      expect(aws.event()).toMatchObject({
        path,
        pathParameters: { proxy },
        requestContext: { path: contextPath },
      });
    });
  }
  fact('§1.3 query values are decoded', async () => {
    expect((await eventOf('/?p=%2B&s=+&t=%20')).queryStringParameters).toEqual({ p: '+', s: ' ', t: ' ' });
  });
  fact('§1.3 routing ignores one trailing slash', async () => {
    expect(await eventOf('/items/')).toMatchObject({ resource: '/items' });
  });
  fact('§1.3 static beats {param} beats {proxy+}', async () => {
    expect(await eventOf('/items/special')).toMatchObject({ resource: '/items/special' });
    expect(await eventOf('/items/7')).toMatchObject({ resource: '/items/{id}', pathParameters: { id: '7' } });
    expect(await eventOf('/items/7/more')).toMatchObject({ resource: '/{proxy+}' });
  });
  fact('§1.3 {proxy+} does not match its own empty parent', async () => {
    const answer = await aws.send('/_aws/execute-api/edge567890/prod/');
    expect(answer.status).toBe(403);
    expect(answer.body.toString()).toBe('{"message":"Missing Authentication Token"}');
  });
  fact('§1.3 the verb takes part: OPTIONS /test reaches {proxy+} beside POST /test', async () => {
    expect(await eventOf('/test', [], 'OPTIONS')).toMatchObject({ resource: '/{proxy+}' });
  });
  fact('§1.3 X-HTTP-Method-Override changes the routed method', async () => {
    expect(await eventOf('/test', ['X-HTTP-Method-Override: POST'])).toMatchObject({ resource: '/test' });
  });
  fact('§1.4 these request headers are dropped', async () => {
    const event = await eventOf('/', [
      'Content-MD5: abc',
      'Max-Forwards: 3',
      'Proxy-Authenticate: x',
      'Server: mine',
      'TE: trailers',
      'Trailer: x',
      'WWW-Authenticate: x',
      'Upgrade: h2c',
    ]);
    const names = Object.keys(event.headers as Json).map((name) => name.toLowerCase());
    for (const name of [
      'connection',
      'content-length',
      'content-md5',
      'expect',
      'max-forwards',
      'proxy-authenticate',
      'server',
      'te',
      'transfer-encoding',
      'trailer',
      'upgrade',
      'www-authenticate',
    ])
      expect(names).not.toContain(name);
  });
  fact('§1.4 these request headers are kept', async () => {
    const kept = {
      Accept: 'a/b',
      'Accept-Language': 'en',
      Age: '3',
      Authorization: 'Bearer x',
      'Content-Encoding': 'identity',
      'Content-Type': 'text/plain',
      Date: 'today',
      Pragma: 'no-cache',
      Range: 'bytes=0-1',
      Referer: 'http://a/',
      'User-Agent': 'x',
      Via: '1.1 me',
      Warn: 'w',
    };
    const lines = Object.entries(kept).map(([name, value]) => `${name}: ${value}`);
    expect((await eventOf('/', lines)).headers).toMatchObject({ ...kept, Host: HOST.slice(6) });
  });
  fact('§1.4 a SigV4 Authorization is dropped', async () => {
    const event = await eventOf('/', ['Authorization: AWS4-HMAC-SHA256 Credential=x']);
    expect(event.headers).not.toHaveProperty('Authorization');
  });
  fact('§1.4 every endpoint adds the trace id and X-Forwarded-*', async () => {
    const { headers } = await eventOf('/');
    expect(headers).toMatchObject({
      'X-Amzn-Trace-Id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      'X-Forwarded-For': '127.0.0.1',
      'X-Forwarded-Port': '443',
      'X-Forwarded-Proto': 'https',
    });
  });
  fact('§1.4 regional endpoints pass header names as they are', async () => {
    expect((await eventOf('/', ['aUThorization: x', 'tEsT-HEADeR: y'])).headers).toMatchObject({
      aUThorization: 'x',
      'tEsT-HEADeR': 'y',
    });
  });
  fact('§1.4 the edge adds its headers and respells Authorization and User-Agent only', async () => {
    await aws.send('/_aws/execute-api/edge567890/prod/x', {
      headers: ['aUThorization: x', 'user-agent: Mozilla (iPhone; Mobile)', 'tEsT-HEADeR: y'],
    });
    expect(aws.event().headers).toMatchObject({
      Authorization: 'x',
      'User-Agent': 'Mozilla (iPhone; Mobile)',
      'tEsT-HEADeR': 'y',
      'CloudFront-Forwarded-Proto': 'https',
      'CloudFront-Is-Desktop-Viewer': 'false',
      'CloudFront-Is-Mobile-Viewer': 'true',
      'CloudFront-Is-SmartTV-Viewer': 'false',
      'CloudFront-Is-Tablet-Viewer': 'false',
      'CloudFront-Viewer-ASN': expect.stringMatching(/^\d+$/),
      'CloudFront-Viewer-Country': expect.stringMatching(/^[A-Z]{2}$/),
      Via: expect.stringMatching(/^(1\.1|2\.0) [0-9a-f]+\.cloudfront\.net \(CloudFront\)$/),
      'X-Amz-Cf-Id': expect.stringMatching(/^.{56}$/),
      'X-Forwarded-For': expect.stringMatching(/^127\.0\.0\.1, \d+\.\d+\.\d+\.\d+$/),
    });
    expect(aws.event().stageVariables).toEqual({ color: 'blue' });
  });
  fact('§1.5 a content type in binaryMediaTypes makes the body base64, JSON included', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    expect(await eventOf('/binary', ['Content-Type: image/png'], 'POST', bytes)).toMatchObject({
      body: bytes.toString('base64'),
      isBase64Encoded: true,
    });
    expect(await eventOf('/binary', ['Content-Type: application/json'], 'POST', '{}')).toMatchObject({
      body: Buffer.from('{}').toString('base64'),
      isBase64Encoded: true,
    });
  });
  fact('§1.5 other bodies are text', async () => {
    expect(await eventOf('/binary', ['Content-Type: text/plain'], 'POST', 'héllo "x"\n')).toMatchObject({
      body: 'héllo "x"\n',
      isBase64Encoded: false,
    });
  });
  fact('§3.2 the Root of a client trace id is kept', async () => {
    const root = '1-5759e988-bd862e3fe1be46a994272793';
    expect((await eventOf('/', [`X-Amzn-Trace-Id: Root=${root}`])).headers).toMatchObject({
      'X-Amzn-Trace-Id': `Root=${root}`,
    });
  });
});
