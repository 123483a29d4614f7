import { createServer } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import type { AccessLogLine, RequestRecord, Span } from '../../../emulator/kernel/events.js';
import type { EdgeFunction } from '../../../src/core/stack/model.js';
import { authorizer, integration, method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { startGateway } from '../../helpers/gateway/start.js';
import { valuesOf } from '../../helpers/gateway/wire.js';

const EDGE = `function handler(event) {
  event.response.headers['x-request-id'] = { value: 'req_' + event.context.requestId };
  if (event.request.uri === '/teapot') event.response.statusCode = 418;
  event.response.headers['x-agent'] = { value: event.request.headers['user-agent'] ? event.request.headers['user-agent'].value : 'none' };
  return event.response;
}`;
const REWRITE = `function handler(event) {
  var request = event.request;
  if (request.uri === '/old') request.uri = '/new';
  if (request.uri === '/gone') return { statusCode: 410, headers: { 'x-edge': { value: 'yes' } }, body: 'gone' };
  request.headers['x-added'] = { value: 'edge' };
  return request;
}`;

function edgeFunction(name: string, eventType: EdgeFunction['eventType'], code: string): EdgeFunction {
  const place = { file: 'template.yaml', line: 7, column: 3 };
  return { name, eventType, code, apiId: 'abcdef1234', place };
}

describe('the gateway as a service', () => {
  it('moves to the next free port and says from where, unless it must not', async () => {
    await using first = await startGateway(stackOf([restApi([])]));
    const { port } = first.gateway;
    await using second = await startGateway(stackOf([restApi([])]), {}, { port });
    expect(second.gateway.port).toBeGreaterThan(port);
    expect(second.gateway.movedFrom).toBe(port);
    expect(second.gateway.health()).toMatchObject({ status: 'ok', details: { movedFrom: port } });
    const third = startGateway(stackOf([restApi([])]), {}, { port, strictPort: true });
    await expect(third).rejects.toMatchObject({ code: 'PORT_TAKEN' });
  });
  it('stops at once in mid-start, twice, and when it never started', async () => {
    const { gateway } = await startGateway(stackOf([restApi([])]));
    await gateway.stop();
    await gateway.stop();
    const starting = gateway.start(new AbortController().signal);
    await Promise.all([gateway.stop(), starting.catch(() => undefined)]);
    await gateway.stop();
    expect(gateway.health().status).not.toBe('ok');
    await expect(gateway.start(AbortSignal.abort())).rejects.toThrow();
  });
  it('lets running requests end before it stops, and closes idle connections', async () => {
    const aws = await startGateway(stackOf([restApi([method('GET', '/slow')])]), {
      fn: () => new Promise((resolve) => setTimeout(resolve, 100, { statusCode: 200, body: 'done' })),
    });
    const idle = connect(aws.gateway.port, '127.0.0.1');
    const closed = new Promise((resolve) => idle.once('close', resolve));
    const running = aws.send('/slow');
    await vi.waitUntil(() => aws.lambda.calls.length > 0, { interval: 5, timeout: 5_000 });
    await aws[Symbol.asyncDispose]();
    expect((await running).body.toString()).toBe('done');
    await closed;
  });
  it('swaps the stack from the next request on; connections stay', async () => {
    await using aws = await startGateway(stackOf([restApi([method('GET', '/one')])]));
    const socket = connect(aws.gateway.port, '127.0.0.1');
    const ask = (path: string) =>
      new Promise<string>((resolve) => {
        socket.once('data', (chunk) => resolve(chunk.toString().split(' ')[1] as string));
        socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
      });
    expect([await ask('/one'), await ask('/two')]).toEqual(['200', '403']);
    aws.gateway.replaceStack(stackOf([restApi([method('GET', '/two')])]));
    expect([await ask('/one'), await ask('/two')]).toEqual(['403', '200']);
    socket.destroy();
  });
  it('tells of each request: record, span, access log, and why', async () => {
    const format =
      '$context.requestId $context.httpMethod $context.resourcePath $context.status $context.identity.apiKey "$context.authorizer.tenant" $context.error.responseType';
    const secured = { authorization: { type: 'CUSTOM' as const, authorizer: 'auth', scopes: [] } };
    await using aws = await startGateway(
      stackOf([
        restApi([method('GET', '/a', secured), method('GET', '/b', secured)], {
          authorizers: { auth: authorizer() },
          stages: [stage({ accessLog: { destinationArn: 'arn:log', format } })],
        }),
      ]),
      {
        auth: ({ methodArn }) => ({
          principalId: 'me',
          policyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: methodArn }] },
          context: { tenant: 'sky' },
        }),
      },
    );
    const records: RequestRecord[] = [];
    const spans: Span[] = [];
    const log: AccessLogLine[] = [];
    aws.events.on('request', (record) => records.push(record));
    aws.events.on('span', (span) => spans.push(span));
    aws.events.on('accessLog', (line) => log.push(line));
    const headers = ['Authorization: x'];
    await aws.send('/a?q=1', { headers });
    aws.clock.advance(212_000);
    const denied = await aws.send('/b', { headers });
    expect(records).toMatchObject([
      { method: 'GET', path: '/a?q=1', resourcePath: '/a', status: 200, tenant: 'sky', principalId: 'me' },
      { status: 403, decidedBy: { handler: 'policy-decision', responseType: 'ACCESS_DENIED' } },
    ]);
    expect(spans).toMatchObject([{ kind: 'gateway', name: 'GET /a' }, { name: 'GET /b' }]);
    const [id] = valuesOf(denied, 'x-amzn-RequestId') as [string];
    expect(log[1]).toMatchObject({ destinationArn: 'arn:log', requestId: id });
    expect(log[1]?.text).toBe(`${id} GET /b 403 - "sky" ACCESS_DENIED`);
    const reason = 'authorizer policy from cache, 212 s old, does not cover GET /b';
    expect(aws.gateway.explain(id)?.record.decidedBy.reason).toBe(reason);
    expect(aws.gateway.explain(id)?.steps.map(({ handler }) => handler)).toEqual([
      'authorizer',
      'policy-decision',
    ]);
    expect(aws.gateway.explain(valuesOf(denied, 'x-amz-apigw-id')[0] as string)?.record.requestId).toBe(id);
    expect(aws.gateway.explain('nobody')).toBeUndefined();
  });
  it('hands /_arcube and /docs to the control listener', async () => {
    await using aws = await startGateway(
      stackOf([restApi([method('ANY', '/{proxy+}')])]),
      {},
      { control: (_req, res) => void res.end('control') },
    );
    for (const path of ['/_arcube/x', '/docs', '/docs/a', '/docs?x'])
      expect((await aws.send(path, { headers: ['Accept: a'] })).status).toBe(200);
    expect(aws.lambda.calls).toEqual([]);
    await aws.send('/docsx');
    expect(aws.lambda.calls).toEqual(['fn']);
  });
});

describe('CloudFront functions', () => {
  it('see and change the answer, at the root of the server alone', async () => {
    const edge = edgeFunction('ids', 'viewer-response', EDGE);
    await using aws = await startGateway(
      stackOf([restApi([method('ANY', '/{proxy+}')])], { edgeFunctions: [edge] }),
      {
        fn: () => ({
          statusCode: 200,
          body: 'x',
          multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2; Secure'] },
        }),
      },
    );
    const answer = await aws.send('/x', { headers: ['User-Agent: me'] });
    const [id] = valuesOf(answer, 'x-request-id') as [string];
    expect(id).toMatch(/^req_/);
    expect(valuesOf(answer, 'x-agent')).toEqual(['me']);
    expect(valuesOf(answer, 'Set-Cookie')).toEqual(['a=1', 'b=2; Secure']);
    expect(valuesOf(answer, 'x-amzn-RequestId')).toHaveLength(1);
    expect(aws.gateway.explain(id)?.record.status).toBe(200);
    expect((await aws.send('/teapot')).status).toBe(418);
    expect(valuesOf(await aws.send('/_aws/execute-api/abcdef1234/prod/x'), 'x-request-id')).toEqual([]);
  });
  it('rewrite a request or answer it', async () => {
    const edge = edgeFunction('in', 'viewer-request', REWRITE);
    await using aws = await startGateway(
      stackOf([restApi([method('ANY', '/{proxy+}')])], { edgeFunctions: [edge] }),
    );
    await aws.send('/old?a=1', { headers: ['X-Mine: y', 'Cookie: c=1'] });
    expect(aws.event()).toMatchObject({
      path: '/new',
      queryStringParameters: { a: '1' },
      headers: { 'X-Mine': 'y', 'x-added': 'edge', Cookie: 'c=1' },
    });
    const gone = await aws.send('/gone');
    expect([gone.status, gone.body.toString(), valuesOf(gone, 'x-edge')]).toEqual([410, 'gone', ['yes']]);
  });
  const failing: [what: string, code: string][] = [
    ['that throw', 'function handler() { throw new Error("x"); }'],
    ['that loop without end', 'function handler(event) { while (true) {} }'],
    ['that loop within try', 'function handler(event) { for (;;) try { for (;;) {} } catch (e) {} }'],
    [
      'that call themselves without end',
      'function handler(event) { return f(40); function f(n) { return n < 2 ? n : f(n - 1) + f(n - 2); } }',
    ],
    [
      'with a pattern that backtracks',
      `function handler(event) { return '${'a'.repeat(60)}b'.match(/^(a+)+$/); }`,
    ],
  ];
  for (const [what, code] of failing)
    it(`${what} are a 503, and the next request is served`, async () => {
      const slow = edgeFunction('bad', 'viewer-request', code);
      const fine = {
        ...slow,
        pathPattern: '/fine',
        code: 'function handler(event) { return event.request; }',
      };
      await using aws = await startGateway(
        stackOf([restApi([method('ANY', '/{proxy+}')])], { edgeFunctions: [slow, fine] }),
      );
      expect((await aws.send('/x')).status).toBe(503);
      expect((await aws.send('/fine')).status).toBe(200);
    });
  it('that cannot be loaded keep the stack from being served, with the place', async () => {
    const edge = edgeFunction('bad', 'viewer-request', 'function handler(event) {');
    const starting = startGateway(stackOf([restApi([])], { edgeFunctions: [edge] }));
    await expect(starting).rejects.toMatchObject({
      code: 'STACK_INVALID',
      problem: { why: expect.stringContaining('template.yaml:7:3 It cannot be served: ') },
    });
  });
});

describe('§10.9 HTTP_PROXY', () => {
  it('forwards and answers as AWS does', async () => {
    const backend = createServer((req, res) => {
      let body = '';
      req.on('data', (chunk) => (body += chunk));
      req.on('end', () => {
        res.writeHead(req.url?.startsWith('/bad') ? 400 : 200, {
          'x-amzn-RequestId': 'theirs',
          'X-Own': 'y',
          Server: 'mine',
        });
        res.end(JSON.stringify({ method: req.method, url: req.url, headers: req.headers, body }));
      });
    });
    await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
    const { port } = backend.address() as { port: number };
    const proxy = (path: string, change = {}) =>
      method('ANY', path, {
        integration: integration({
          type: 'HTTP_PROXY',
          httpMethod: 'ANY',
          uri: `http://127.0.0.1:${port}/{proxy}`,
          ...change,
        }),
      });
    await using aws = await startGateway(
      stackOf([
        restApi([
          proxy('/fwd/{proxy+}', {
            requestParameters: {
              'integration.request.path.proxy': 'method.request.path.proxy',
              'integration.request.querystring.added': "'1'",
              'integration.request.header.X-Set': 'context.stage',
            },
          }),
          method('GET', '/down', {
            integration: integration({ type: 'HTTP_PROXY', uri: 'http://127.0.0.1:1/' }),
          }),
          method('GET', '/bad', { integration: integration({ type: 'HTTP_PROXY', uri: 'nonsense' }) }),
        ]),
      ]),
    );
    const answer = await aws.send('/fwd/a/b%20c?q=%2B', {
      method: 'POST',
      headers: ['X-Mine: z'],
      body: 'hi',
    });
    const seen = JSON.parse(answer.body.toString());
    expect(seen).toMatchObject({ method: 'POST', url: '/a/b%20c?q=%2B&added=1', body: 'hi' });
    expect(seen.headers).toMatchObject({
      'x-mine': 'z',
      'x-set': 'prod',
      'x-amzn-apigateway-api-id': 'abcdef1234',
      'x-amzn-trace-id': expect.stringMatching(/^Root=/),
      'x-forwarded-for': '127.0.0.1',
    });
    expect(valuesOf(answer, 'x-amzn-Remapped-x-amzn-RequestId')).toEqual(['theirs']);
    expect(valuesOf(answer, 'x-amzn-Remapped-Server')).toEqual(['mine']);
    expect(valuesOf(answer, 'X-Own')).toEqual(['y']);
    expect(valuesOf(answer, 'X-Amzn-Trace-Id')).toEqual([]);
    expect((await aws.send('/fwd/bad')).status).toBe(400);
    expect((await aws.send('/down')).status).toBe(500);
    expect((await aws.send('/bad')).status).toBe(500);
    await new Promise((resolve) => backend.close(resolve).closeAllConnections());
  });
});
