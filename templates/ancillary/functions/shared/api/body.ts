import { invalid } from './errors.js';
import { header, type ProxyEvent } from './event.js';

/** The request's body as text; empty when there is none. */
export function bodyText(event: ProxyEvent): string {
  if (event.body === null) return '';
  return event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
}

/** The request's body, read as JSON, or as a form where the content type says so. Throws a 400 `ApiError`. */
export function readBody(event: ProxyEvent): unknown {
  const text = bodyText(event);
  if (text.trim() === '') throw invalid([{ field: 'body', reason: 'MISSING' }], 'The request has no body.');
  if (/^application\/x-www-form-urlencoded\b/i.test(header(event, 'content-type') ?? ''))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid([{ field: 'body', reason: 'MALFORMED_JSON' }], 'The body is not valid JSON.');
  }
}
