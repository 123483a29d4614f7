import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The part of the Atlas Administration API that has to do with database users, as it is documented. */
export interface AtlasServer {
  url: string;
  /** Requests by method and path, in order. */
  seen: string[];
  /** By name: password and roles. */
  users: Map<string, { password: string; roles: { roleName: string; databaseName: string }[] }>;
  close(): Promise<void>;
}

export const PROJECT = '5f1234567890abcdef123456';
const MEDIA = 'application/vnd.atlas.2023-01-01+json';
const NONCE = 'nonce-of-the-server';

/** Speaks HTTP digest (RFC 7616) for `public`/`private`, and OAuth client credentials for `service`/`account`. */
export async function atlasServer(): Promise<AtlasServer> {
  const atlas: AtlasServer = { url: '', seen: [], users: new Map(), close: async () => undefined };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    atlas.seen.push(`${request.method} ${request.url}`);
    if (request.url === '/api/oauth/token') grant(request, response, text);
    else if (!isAuthorized(request)) challenge(response);
    else if (request.headers.accept !== MEDIA) answer(response, 406, { detail: 'name a resource version' });
    else answer(response, ...operate(atlas, request, text === '' ? {} : JSON.parse(text)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atlas.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  atlas.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return atlas;
}

interface UserBody {
  username?: string;
  databaseName?: string;
  groupId?: string;
  password?: string;
  roles?: { roleName: string; databaseName: string }[];
}

function operate(
  atlas: AtlasServer,
  { method, url = '' }: IncomingMessage,
  body: UserBody,
): [status: number, body: object] {
  const base = `/api/atlas/v2/groups/${PROJECT}/databaseUsers`;
  if (!url.startsWith(base)) return [404, { errorCode: 'GROUP_NOT_FOUND' }];
  const name = decodeURIComponent(/\/admin\/(.+)$/.exec(url)?.[1] ?? '');
  const user = atlas.users.get(name);
  if (method === 'POST') {
    const { username = '', password = '', roles = [], databaseName, groupId } = body;
    if (databaseName !== 'admin' || groupId !== PROJECT || password.length < 8)
      return [400, { errorCode: 'INVALID_ATTRIBUTE' }];
    if (atlas.users.has(username)) return [409, { errorCode: 'USER_ALREADY_EXISTS' }];
    atlas.users.set(username, { password, roles });
    return [201, { username, roles }];
  }
  if (!user) return [404, { errorCode: 'USERNAME_NOT_FOUND' }];
  if (method === 'PATCH')
    atlas.users.set(name, { password: body.password ?? user.password, roles: body.roles ?? user.roles });
  if (method === 'DELETE') atlas.users.delete(name);
  return [method === 'DELETE' ? 204 : 200, { username: name, roles: user.roles }];
}

function isAuthorized({ headers, method }: IncomingMessage): boolean {
  const { authorization = '' } = headers;
  if (authorization === 'Bearer token-of-the-service-account') return true;
  const told = Object.fromEntries(
    [...authorization.matchAll(/(\w+)="?([^",]+)"?/g)].map(([, name, value]) => [name, value]),
  );
  const secret = md5(`public:Atlas:private`);
  const expected = md5([secret, NONCE, told.nc, told.cnonce, 'auth', md5(`${method}:${told.uri}`)].join(':'));
  return told.username === 'public' && told.nonce === NONCE && told.response === expected;
}

function challenge(response: ServerResponse): void {
  response.setHeader(
    'www-authenticate',
    `Digest realm="Atlas", domain="", nonce="${NONCE}", algorithm=MD5, qop="auth", stale=false`,
  );
  answer(response, 401, { detail: 'Unauthorized' });
}

function grant({ headers }: IncomingMessage, response: ServerResponse, text: string): void {
  const basic = `Basic ${Buffer.from('service:account').toString('base64')}`;
  const good = headers.authorization === basic && text === 'grant_type=client_credentials';
  answer(
    response,
    good ? 200 : 401,
    good
      ? { access_token: 'token-of-the-service-account', expires_in: 3600, token_type: 'Bearer' }
      : { error: 'invalid_client' },
  );
}

function answer(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': MEDIA })
    .end(status === 204 ? undefined : JSON.stringify(body));
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
