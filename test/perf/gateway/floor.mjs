// The least a Lambda-proxy emulator can cost: bare node:http that builds the whole proxy event, takes the authorizer's
// decision from a Map, calls the handler in process and writes its answer. No chain, no ids beyond two, no log.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { answer, RESOURCE } from './sample.mjs';

const ROUTE = /^\/items\/([^/]+)$/;
const decisions = new Map();

function eventOf(req, match, url) {
  const headers = {};
  const multiValueHeaders = {};
  for (let i = 0; i < req.rawHeaders.length; i += 2) {
    headers[req.rawHeaders[i]] = req.rawHeaders[i + 1];
    multiValueHeaders[req.rawHeaders[i]] ??= [];
    multiValueHeaders[req.rawHeaders[i]].push(req.rawHeaders[i + 1]);
  }
  const now = new Date();
  return {
    resource: RESOURCE,
    path: url.pathname,
    httpMethod: req.method,
    headers,
    multiValueHeaders,
    queryStringParameters: url.search ? Object.fromEntries(url.searchParams) : null,
    multiValueQueryStringParameters: null,
    pathParameters: { id: decodeURIComponent(match[1]) },
    stageVariables: null,
    requestContext: {
      resourceId: 'abc123',
      resourcePath: RESOURCE,
      httpMethod: req.method,
      extendedRequestId: randomUUID(),
      requestTime: now.toUTCString(),
      path: `/dev${url.pathname}`,
      accountId: '123456789012',
      protocol: 'HTTP/1.1',
      stage: 'dev',
      domainPrefix: 'local',
      requestTimeEpoch: now.getTime(),
      requestId: randomUUID(),
      identity: { sourceIp: req.socket.remoteAddress, userAgent: req.headers['user-agent'] ?? null },
      domainName: 'local',
      apiId: 'local',
    },
    body: null,
    isBase64Encoded: false,
  };
}

const server = createServer((req, res) => {
  const url = new URL(req.url, 'http://x');
  const match = ROUTE.exec(url.pathname);
  const token = req.headers.authorization;
  if (match === null || token === undefined) return res.writeHead(403).end();
  const event = eventOf(req, match, url);
  const now = Date.now();
  let decision = decisions.get(token);
  if (decision === undefined || decision.until < now) {
    decision = { until: now + 300_000, context: { principalId: 'bench', tenant: 'bench' } };
    decisions.set(token, decision);
  }
  event.requestContext.authorizer = decision.context;
  const result = answer(event);
  res.writeHead(result.statusCode, { ...result.headers, 'x-amzn-requestid': event.requestContext.requestId });
  res.end(result.body);
});
process.on('message', () => process.send({ cpu: process.cpuUsage() }));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
