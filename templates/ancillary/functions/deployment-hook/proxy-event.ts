import { randomUUID } from 'node:crypto';
import type { Actor, Call } from 'arcube/scenario';
import type { Route } from './routes.js';

/** Seconds that the caller's token would be good for. */
const LIFE = 300;

/** A call as a REST API's proxy integration hands it to a function (payload 1.0), behind the authorizer where somebody calls. */
export function proxyEvent({ method, path, headers, body, actor }: Call, { resource, parameters }: Route) {
  const { pathname, searchParams } = new URL(path, 'https://deployment-smoke.invalid');
  const sent: Record<string, string> = { 'user-agent': 'arcube-deployment-hook', ...headers };
  const names = [...new Set(searchParams.keys())];
  return {
    resource,
    path: pathname,
    httpMethod: method,
    headers: sent,
    multiValueHeaders: Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value]])),
    // of a name that is there several times, the last
    queryStringParameters: orNull(names.map((name) => [name, searchParams.getAll(name).at(-1)])),
    multiValueQueryStringParameters: orNull(names.map((name) => [name, searchParams.getAll(name)])),
    pathParameters: orNull(Object.entries(parameters)),
    stageVariables: null,
    requestContext: {
      requestId: randomUUID(),
      extendedRequestId: randomUUID(),
      resourcePath: resource,
      httpMethod: method,
      path: pathname,
      stage: 'live',
      protocol: 'HTTP/1.1',
      requestTimeEpoch: Date.now(),
      identity: { sourceIp: '127.0.0.1', userAgent: sent['user-agent'] },
      ...(actor && !actor.anonymous && { authorizer: authorizerOf(actor) }),
    },
    body: body ?? null,
    isBase64Encoded: false,
  };
}

/** What the authorizer would say of a caller. */
function authorizerOf({ tenant = '', role = 'api_client', client = tenant, pnr, sessionId }: Actor) {
  return {
    tenant,
    role,
    region: process.env.AWS_REGION ?? '',
    jti: randomUUID(),
    clientId: client,
    expiresAt: Math.floor(Date.now() / 1000) + LIFE,
    ...(pnr !== undefined && { pnr }),
    ...(sessionId !== undefined && { sessionId }),
  };
}

function orNull<T>(entries: [string, T][]): Record<string, T> | null {
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
