import { createHash, randomBytes } from 'node:crypto';
import { userError } from '../../../core/errors.js';

/** How requests to the Administration API are signed: a service account, or an API key by HTTP digest. */
export interface AtlasCredentials {
  /** Base URL; Atlas's own when left out. */
  baseUrl?: string;
  clientId?: string;
  clientSecret?: string;
  publicKey?: string;
  privateKey?: string;
}

interface AtlasAnswer {
  status: number;
  body: unknown;
}

const ATLAS = 'https://cloud.mongodb.com';
const MEDIA_TYPE = 'application/vnd.atlas.2023-01-01+json';
const PATIENCE = 15_000;

/** Sends a request; 404 is an answer, other refusals are thrown (ROTATION_DATABASE). */
export async function atlasRequest(
  access: AtlasCredentials,
  method: string,
  path: string,
  body?: object,
): Promise<AtlasAnswer> {
  const url = `${access.baseUrl ?? ATLAS}${path}`;
  const init: RequestInit = {
    method,
    headers: { accept: MEDIA_TYPE, ...(body && { 'content-type': MEDIA_TYPE }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE),
  };
  const answer =
    access.clientId === undefined
      ? await withDigest(access, url, path, init)
      : await withToken(access, url, init);
  const text = await answer.text();
  if (answer.ok || answer.status === 404)
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as unknown) };
  if (answer.status === 429 || answer.status >= 500)
    throw Object.assign(new Error(`Atlas answered ${answer.status}: ${text.slice(0, 200)}`), {
      code: 'EATLAS',
    });
  throw userError('ROTATION_DATABASE', {
    cause: `Atlas answered ${answer.status} to ${method} ${path}: ${text.slice(0, 300)}`,
    todo: 'Check the key in the admin secret and its role (Project Owner, or Project Database Access Admin).',
  });
}

/** OAuth client credentials of a service account. */
async function withToken(access: AtlasCredentials, url: string, init: RequestInit): Promise<Response> {
  const basic = Buffer.from(`${access.clientId}:${access.clientSecret}`).toString('base64');
  const granted = await fetch(`${access.baseUrl ?? ATLAS}/api/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!granted.ok) return granted;
  const { access_token } = (await granted.json()) as { access_token: string };
  return fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${access_token}` } });
}

/** HTTP digest access authentication (RFC 7616) with MD5 and qop=auth, as Atlas asks for it. */
async function withDigest(
  access: AtlasCredentials,
  url: string,
  path: string,
  init: RequestInit,
): Promise<Response> {
  const first = await fetch(url, init);
  const challenge = first.headers.get('www-authenticate') ?? '';
  if (first.status !== 401 || !/^digest /i.test(challenge)) return first;
  await first.body?.cancel();
  const authorization = digest(access, init.method ?? 'GET', path, challenge);
  return fetch(url, { ...init, headers: { ...init.headers, authorization } });
}

function digest(
  { publicKey = '', privateKey = '' }: AtlasCredentials,
  method: string,
  uri: string,
  challenge: string,
): string {
  const told = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="?([^",]+)"?/g)].map(([, name, value]) => [name, value]),
  );
  const { realm = '', nonce = '' } = told as Record<string, string>;
  const cnonce = randomBytes(12).toString('hex');
  const nc = '00000001';
  const secret = md5(`${publicKey}:${realm}:${privateKey}`);
  const response = md5([secret, nonce, nc, cnonce, 'auth', md5(`${method}:${uri}`)].join(':'));
  const parts = { username: publicKey, realm, nonce, uri, cnonce, response, algorithm: 'MD5' };
  const quoted = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
  return `Digest ${quoted.join(', ')}, qop=auth, nc=${nc}`;
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
