// The least a Lambda-proxy emulator can cost: bare node:http that builds the whole proxy event, takes the authorizer's
// result from a Map, holds its policy against the method ARN, calls the handler in process and writes its answer. No chain,
// no JSON between it and the function, no throttle, no log.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { answer, RESOURCE } from './sample.mjs';

const ROUTE = /^\/items\/([^/]+)$/;
const decisions = new Map();
const POLICY = {
  Version: '2012-10-17',
  Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: 'arn:aws:execute-api:*:*:*/*' }],
};

/** Whether a policy allows the ARN, its wildcards made a pattern each time. */
function allows({ Statement: statements }, arn) {
  return statements.some(({ Effect, Resource }) => {
    const pattern = Resource.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
    return Effect === 'Allow' && new RegExp(`^${pattern}$`).test(arn);
  });
}

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

const server = createServer(async (req, res) => {
  const url = new URL(req.url, 'http://x');
  const match = ROUTE.exec(url.pathname);
  const token = req.headers.authorization;
  if (match === null || token === undefined) return res.writeHead(403).end();
  const event = eventOf(req, match, url);
  const now = Date.now();
  let decision = decisions.get(token);
  if (decision === undefined || decision.until < now) {
    decision = { until: now + 300_000, policy: POLICY, context: { principalId: 'bench', tenant: 'bench' } };
    decisions.set(token, decision);
  }
  const arn = `arn:aws:execute-api:eu-west-1:123456789012:local/dev/${req.method}${url.pathname}`;
  if (!allows(decision.policy, arn)) return res.writeHead(403).end();
  event.requestContext.authorizer = decision.context;
  const result = await answer(event, { awsRequestId: randomUUID() });
  res.writeHead(result.statusCode, { ...result.headers, 'x-amzn-requestid': event.requestContext.requestId });
  res.end(result.body);
});
process.on('message', () => process.send({ cpu: process.cpuUsage() }));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
