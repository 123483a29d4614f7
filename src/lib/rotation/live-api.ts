import { sign } from 'node:crypto';
import { userError } from '../../core/errors.js';
import type { Target } from './target.js';

/** What the live API said to a try. */
export interface ApiAnswer {
  status: number;
  text: string;
}

const PATIENCE = 10_000;

/** Sends a request to the API of a region. Throws what is worth another try as such; ROTATION_NO_API without an address. */
export async function askApi(
  { apiUrls }: Target,
  region: string,
  path: string,
  init: RequestInit = {},
): Promise<ApiAnswer> {
  const base = apiUrls[region];
  if (base === undefined) throw userError('ROTATION_NO_API', { region });
  let answer: Response;
  try {
    answer = await fetch(base + path, { ...init, signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    throw cause instanceof Error ? cause : error;
  }
  const text = await answer.text();
  if (answer.status === 429 || answer.status >= 500) throw unavailable(answer.status, text);
  return { status: answer.status, text: text.slice(0, 300) };
}

/** A failure of the API itself says nothing of a key. */
function unavailable(status: number, text: string): Error {
  const error = new Error(`the API answered ${status}: ${text.slice(0, 200)}`);
  return Object.assign(error, { code: 'EAPI' });
}

/** Signs `header.payload` of a token with ES256: r and s, 64 bytes. */
export type TokenSigner = (text: Buffer) => Promise<Buffer> | Buffer;

/** Signs with a private JSON Web Key. */
export function jwkSigner(jwk: import('node:crypto').JsonWebKey): TokenSigner {
  return (text) => sign('sha256', text, { key: jwk, format: 'jwk', dsaEncoding: 'ieee-p1363' });
}

/** Client id that a probe’s tokens carry, so that its uses are not taken for adoption. */
export const PROBE = 'arcube-probe';

/** A token of a minute for no tenant, good for `GET /auth/whoami` alone in that it reads no data. */
export async function probeToken(
  target: Target,
  region: string,
  kid: string,
  signer: TokenSigner,
): Promise<string> {
  const { TOKEN_ISSUER = '', TOKEN_AUDIENCE = '' } = target.environment;
  const now = Math.floor(target.clock.now() / 1000);
  const payload = {
    iat: now,
    exp: now + 60,
    jti: `${PROBE}-${target.random(12).reveal().toString('hex')}`,
    iss: TOKEN_ISSUER,
    aud: TOKEN_AUDIENCE,
    tenant: PROBE,
    role: 'widget_user',
    region,
    clientId: PROBE,
  };
  const parts = [{ alg: 'ES256', typ: 'JWT', kid }, payload];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${(await signer(Buffer.from(text))).toString('base64url')}`;
}

/** Shows a token to the authorizer. */
export function showToken(target: Target, region: string, token: string): Promise<ApiAnswer> {
  return askApi(target, region, '/auth/whoami', { headers: { authorization: `Bearer ${token}` } });
}
