import { randomUUID } from 'node:crypto';
import { paths } from '../../openapi.yaml';
import type { ProxyEvent } from '../shared/api/event.js';
import { foreignToken } from './foreign-token.js';

/** What the events need of an operation of the document. */
interface Operation {
  operationId?: string;
  requestBody?: { content?: Record<string, Example> };
}
interface Example {
  example?: object;
  examples?: Record<string, { value?: object }>;
}

/** Seconds that the caller's token would be good for. */
const LIFE = 300;

/** A call of an operation without a token; its body is the document's example, with `over` over it. */
export function anonymous(operationId: string, over: object = {}): ProxyEvent {
  const { method, resource, example } = operation(operationId);
  const path = resource.replace(/\{[^}]+\}/g, 'deployment-smoke');
  const body = example && JSON.stringify({ ...example, ...over });
  return {
    resource,
    path,
    httpMethod: method,
    headers: { 'content-type': 'application/json', 'user-agent': 'arcube-deployment-hook' },
    queryStringParameters: method === 'GET' ? { pnr: 'SMOKE1' } : null,
    pathParameters: null,
    requestContext: { requestId: randomUUID(), identity: { sourceIp: '127.0.0.1' } },
    body: body ?? null,
    isBase64Encoded: false,
  };
}

/** A call with a good-looking token of a key that is nobody's. */
export function withForeignToken(operationId: string): ProxyEvent {
  const event = anonymous(operationId);
  return { ...event, headers: { ...event.headers, authorization: `Bearer ${foreignToken()}` } };
}

/** A call as it comes from the gateway behind the authorizer, for a tenant that is not there. */
export function asUnknownTenant(operationId: string, tenant: string): ProxyEvent {
  const event = anonymous(operationId);
  const authorizer = {
    tenant,
    role: 'api_client',
    region: process.env.AWS_REGION ?? '',
    jti: randomUUID(),
    clientId: tenant,
    expiresAt: Math.floor(Date.now() / 1000) + LIFE,
  };
  return { ...event, requestContext: { ...event.requestContext, authorizer } };
}

function operation(operationId: string): { method: string; resource: string; example?: object } {
  for (const [resource, item] of Object.entries(paths))
    for (const [method, one] of Object.entries(item as Record<string, Operation>)) {
      if (one.operationId !== operationId) continue;
      const content = one.requestBody?.content?.['application/json'];
      const example = content?.example ?? Object.values(content?.examples ?? {})[0]?.value;
      return { method: method.toUpperCase(), resource, ...(example && { example }) };
    }
  throw new Error(`the document has no operation ${operationId}`);
}
