import type { Outcome } from './samples.js';

const BY_CODE: Record<string, Outcome> = {
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-reset',
  EPIPE: 'connection-reset',
  UND_ERR_SOCKET: 'connection-reset',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
};

/** Why a request got no answer. Codes: undici's documented ones, libuv's, and OpenSSL's with their own prefixes. */
export function outcomeOfError(error: Error): Outcome {
  const { code = '' } = error as NodeJS.ErrnoException;
  const known = BY_CODE[code];
  if (known) return known;
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)) return 'tls';
  return error.cause instanceof Error ? outcomeOfError(error.cause) : 'other';
}

/** What an answer's status says by itself; undefined when it says nothing bad. */
export function outcomeOfStatus(status: number): Outcome | undefined {
  if (status === 429) return 'throttled';
  return status >= 500 ? 'server-error' : undefined;
}
