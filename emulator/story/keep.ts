import type { KeptBody, KeptCaller, KeptRequest } from '../../src/core/kept-request.js';
import { redactBody, redactHeaders, redactPath } from '../../src/core/redact.js';
import type { ExchangeRecord } from '../kernel/events.js';

/** Characters of a body that are kept. */
const LARGEST_BODY = 262_144;
const CLAIMS = ['tenant', 'role', 'clientId', 'pnr', 'sessionId', 'origin'] as const;

/** An exchange as it may lie on disk: secrets hidden, large bodies cut. */
export function keep(record: ExchangeRecord): KeptRequest {
  const { requestId, startedAt, method, path, status } = record;
  const caller = callerOf(headerOf(record.requestHeaders, 'authorization'));
  return {
    requestId,
    startedAt,
    method,
    path: redactPath(path),
    headers: redactHeaders(record.requestHeaders),
    body: keepBody(record.requestBody, record.requestHeaders),
    answer: {
      status,
      headers: redactHeaders(record.responseHeaders),
      body: keepBody(record.responseBody, record.responseHeaders),
    },
    ...(caller && { caller }),
  };
}

/**
 * Whose request it was: by the gateway's authorizer; else, unless it was refused as nobody's, by what its token or the
 * edge's signature says. Undefined when nobody knows.
 */
export function tenantOf(record: ExchangeRecord): string | undefined {
  if (record.tenant !== undefined) return record.tenant;
  if (record.status === 401) return undefined;
  const named = headerOf(record.requestHeaders, 'x-tenant-id');
  return callerOf(headerOf(record.requestHeaders, 'authorization'))?.tenant ?? (named || undefined);
}

/** The request without body and query, its own and its answer's. */
export function withoutContent(kept: KeptRequest): KeptRequest {
  const { path, body, answer } = kept;
  return {
    ...kept,
    path: path.replace(/\?.*$/s, ''),
    body: body.text === '' ? body : CUT,
    answer: { ...answer, body: answer.body.text === '' ? answer.body : CUT },
  };
}

const CUT: KeptBody = { text: '', encoding: 'utf8', cut: true };

function keepBody(body: Buffer | string, headers: readonly string[]): KeptBody {
  const text = body.toString('utf8');
  if (text.length > LARGEST_BODY) return { text: '', encoding: 'utf8', cut: true };
  const isText = typeof body === 'string' || !text.includes('\uFFFD');
  return isText
    ? { text: redactBody(text, headerOf(headers, 'content-type')), encoding: 'utf8' }
    : { text: (body as Buffer).toString('base64'), encoding: 'base64' };
}

function headerOf(lines: readonly string[], name: string): string {
  const at = lines.findIndex((line, index) => index % 2 === 0 && line.toLowerCase() === name);
  return at < 0 ? '' : (lines[at + 1] ?? '');
}

/** The claims of a bearer token that is a JWT with a tenant; its signature is neither checked nor kept. */
function callerOf(authorization: string): KeptCaller | undefined {
  const payload = /^bearer [\w-]+\.([\w-]+)\.[\w-]+$/i.exec(authorization)?.[1];
  if (payload === undefined) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const known = CLAIMS.filter((name) => typeof claims[name] === 'string');
    if (!known.includes('tenant')) return undefined;
    return Object.fromEntries(known.map((name) => [name, claims[name]])) as unknown as KeptCaller;
  } catch {
    return undefined; // looks like a JWT and is none
  }
}
