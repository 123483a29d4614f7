import type { Answer } from '../answer.js';
import type { Exchange } from '../exchange.js';
import type { CompiledEdgeFunction } from './compile.js';
import { type EdgeResponse, type EdgeValues, edgeEvent, edgeRequest, flatten } from './event.js';

/** Runs the CloudFront functions on an answer; they may change status and headers. One that fails is a 503. */
export function runViewerResponse(
  exchange: Exchange,
  answer: Answer,
  functions: readonly CompiledEdgeFunction[],
): void {
  for (const edge of functions) {
    try {
      const response = toEdge(answer);
      const event = edgeEvent(exchange, 'viewer-response', { request: edgeRequest(exchange), response });
      take(answer, edge.call(event) as EdgeResponse);
    } catch (error) {
      fail(answer, edge.name, error);
      return;
    }
  }
}

function toEdge({ status, headers }: Answer): EdgeResponse {
  const named: EdgeValues = Object.create(null);
  const cookies: EdgeValues = Object.create(null);
  for (let i = 0; i < headers.length; i += 2) {
    const name = (headers[i] as string).toLowerCase();
    const value = headers[i + 1] as string;
    if (name === 'set-cookie') addCookie(cookies, value);
    else if (named[name] === undefined) named[name] = { value };
    else {
      named[name].multiValue ??= [{ value: named[name].value }];
      named[name].multiValue.push({ value });
    }
  }
  return { statusCode: status, statusDescription: '', headers: named, cookies };
}

function addCookie(cookies: EdgeValues, line: string): void {
  const [, name = '', value = '', attributes = ''] = /^([^=;]*)=?([^;]*);?\s*(.*)$/.exec(line) ?? [];
  const cookie = attributes === '' ? { value } : { value, attributes };
  if (cookies[name] === undefined) cookies[name] = cookie;
  else {
    cookies[name].multiValue ??= [{ ...cookies[name] }];
    cookies[name].multiValue.push(cookie);
  }
}

/** Takes what the function returned. Names keep the spelling they had. */
function take(answer: Answer, response: EdgeResponse): void {
  const status = Number(response.statusCode);
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new Error(`it returned the status ${response.statusCode}`);
  const spelling = new Map<string, string>();
  for (let i = 0; i < answer.headers.length; i += 2)
    spelling.set((answer.headers[i] as string).toLowerCase(), answer.headers[i] as string);
  const headers: string[] = [];
  for (const [name, { value }] of flatten(response.headers))
    headers.push(spelling.get(name) ?? name, String(value));
  for (const [name, { value, attributes }] of flatten(response.cookies))
    headers.push('Set-Cookie', `${name}=${value}${attributes ? `; ${attributes}` : ''}`);
  answer.status = status;
  answer.headers = headers;
}

function fail(answer: Answer, name: string, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  answer.status = 503;
  answer.headers = ['Content-Type', 'text/html', 'X-Cache', 'FunctionExecutionError from cloudfront'];
  answer.body = 'The CloudFront function associated with the CloudFront distribution threw an error.';
  answer.reason = `the CloudFront function ${name} failed: ${why}`;
}
