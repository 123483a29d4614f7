import type { Actor } from '../../../core/scenario/model.js';

/** One call and its answer, as they are reported. */
export interface Exchange {
  /** The step that made it. */
  step: string;
  method: string;
  /** Absolute. */
  url: string;
  /** By lower-case name; tokens and signatures are hidden. */
  requestHeaders: Record<string, string>;
  requestBody?: string;
  /** 0 when no answer came. */
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string;
  /** ms since the case began. */
  startedAt: number;
  durationMs: number;
  /** Why no answer came. */
  error?: string;
}

/** A call to be made; headers have lower-case names. */
export interface Call {
  method: string;
  /** From `/` on, with the query. */
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** ms */
  timeout?: number;
  /** Who calls, for a caller that says so itself; over HTTP the token in the headers does. */
  actor?: Actor;
}

/** Headers whose values are never shown. */
const HIDDEN = new Set(['authorization', 'x-signature', 'cookie', 'set-cookie', 'x-api-key']);
const SECRET_FIELDS = /("(?:client_secret|access_token|secret|password)"\s*:\s*")[^"]*/g;
const SECRET_FORM = /((?:^|&)(?:client_secret|password)=)[^&]*/g;

/** Headers as they may be shown. */
export function openHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, HIDDEN.has(name) ? hidden(name, value) : value]),
  );
}

function hidden(name: string, value: string): string {
  return name === 'authorization' ? value.replace(/\s.*$/s, ' …') : '…';
}

/** A body as it may be shown: without secrets and tokens. */
export function openBody(text: string): string {
  return text.replace(SECRET_FIELDS, '$1…').replace(SECRET_FORM, '$1…');
}
