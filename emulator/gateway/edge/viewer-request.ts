import type { Answer } from '../answer.js';
import type { Exchange } from '../exchange.js';
import { RequestHeaders } from '../http/request-headers.js';
import { collapseLeadingSlashes } from '../http/target.js';
import type { CompiledEdgeFunction } from './compile.js';
import { type EdgeRequest, type EdgeResponse, edgeEvent, edgeRequest, flatten } from './event.js';

/** Runs the CloudFront functions on a request: each may rewrite it, or answer it itself. */
export function runViewerRequest(
  exchange: Exchange,
  functions: readonly CompiledEdgeFunction[],
): Answer | undefined {
  for (const edge of functions) {
    let result: EdgeRequest | EdgeResponse;
    try {
      const event = edgeEvent(exchange, 'viewer-request', { request: edgeRequest(exchange) });
      result = edge.call(event) as EdgeRequest | EdgeResponse;
      if (typeof result !== 'object' || result === null)
        throw new Error('it returned neither request nor response');
    } catch (error) {
      return failed(edge.name, error);
    }
    if ('statusCode' in result) return answerOf(edge.name, result);
    rewrite(exchange, result);
  }
  return undefined;
}

function rewrite(exchange: Exchange, request: EdgeRequest): void {
  const raw: string[] = [];
  const spelling = new Map(
    exchange.headers.names.map(({ lower }, i) => [lower, exchange.headers.written[i] ?? lower]),
  );
  for (const [name, { value }] of flatten(request.headers))
    raw.push(spelling.get(name) ?? name, String(value));
  const cookies = [...flatten(request.cookies)].map(([name, { value }]) => `${name}=${value}`);
  if (cookies.length > 0) raw.push(spelling.get('cookie') ?? 'Cookie', cookies.join('; '));
  exchange.headers = new RequestHeaders(raw);
  const query = [...flatten(request.querystring)].map(
    ([name, { value }]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  exchange.retarget(request.uri, query.join('&'));
  exchange.path = collapseLeadingSlashes(request.uri);
  exchange.contextPath = exchange.path;
}

function answerOf(name: string, response: EdgeResponse): Answer {
  const headers: string[] = [];
  for (const [header, { value }] of flatten(response.headers)) headers.push(header, String(value));
  for (const [cookie, { value, attributes }] of flatten(response.cookies))
    headers.push('Set-Cookie', `${cookie}=${value}${attributes ? `; ${attributes}` : ''}`);
  const { body } = response;
  const bytes =
    typeof body === 'object'
      ? Buffer.from(body.data, body.encoding === 'base64' ? 'base64' : 'utf8')
      : (body ?? '');
  const reason = `the CloudFront function ${name} answered the request itself`;
  return { status: Number(response.statusCode), headers, body: bytes, reason, bare: true };
}

function failed(name: string, error: unknown): Answer {
  const why = error instanceof Error ? error.message : String(error);
  return {
    status: 503,
    headers: ['Content-Type', 'text/html', 'X-Cache', 'FunctionExecutionError from cloudfront'],
    body: 'The CloudFront function associated with the CloudFront distribution threw an error.',
    reason: `the CloudFront function ${name} failed: ${why}`,
    bare: true,
  };
}
