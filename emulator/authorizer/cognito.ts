import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import type { Clock } from '../../src/core/clock.js';
import { createLinearRegExp } from '../../src/core/linear-regexp.js';
import type { AuthorizerQuestion, AuthorizerVerdict } from '../kernel/authorizer.js';
import { claimTexts } from './claims.js';

/** Gives the public keys (JWKs) of the user pool with this ARN. */
export type UserPoolKeys = (poolArn: string) => Promise<readonly JsonWebKey[]>;

interface Token {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signed: string;
  signature: Buffer;
}

/** Keys of a pool are asked for again when a token names one that is not there, but no more often than this (ms). */
const REFRESH = 10_000;

/** Cognito user-pool authorizers: the token is verified against the pools' keys (fidelity §6.1). */
export class CognitoAuthorizer {
  readonly #clock: Clock;
  readonly #keys: UserPoolKeys;
  readonly #known = new Map<string, { askedAt: number; keys: Map<string, KeyObject> }>();

  constructor(clock: Clock, keys: UserPoolKeys) {
    this.#clock = clock;
    this.#keys = keys;
  }

  async decide(question: AuthorizerQuestion): Promise<AuthorizerVerdict> {
    const token = readToken(question.identity[0] ?? '');
    if (token === undefined) return unauthorized('the token is no JWT');
    const pool = question.authorizer.providerArns.find((arn) => issuerOf(arn) === token.claims.iss);
    if (pool === undefined)
      return unauthorized(`no user pool of the authorizer issues as ${token.claims.iss}`);
    const key = await this.#key(pool, token.header.kid);
    if (key === undefined) return unauthorized('the token is signed with a key the user pool does not have');
    if (
      token.header.alg !== 'RS256' ||
      !verify('RSA-SHA256', Buffer.from(token.signed), key, token.signature)
    )
      return unauthorized('the signature of the token does not hold');
    return this.#judge(question, token.claims);
  }

  #judge({ authorizer, scopes }: AuthorizerQuestion, claims: Record<string, unknown>): AuthorizerVerdict {
    const now = this.#clock.now() / 1000;
    if (typeof claims.exp !== 'number' || claims.exp <= now)
      return { ...unauthorized('the token has expired'), message: 'The incoming token has expired' };
    if (typeof claims.nbf === 'number' && claims.nbf > now) return unauthorized('the token is not good yet');
    const fault = useFault(claims, scopes) ?? audienceFault(claims, authorizer.identityValidationExpression);
    if (fault !== undefined) return unauthorized(fault);
    const principalId = String(claims.sub ?? '');
    return { kind: 'claims', claims: claimTexts(claims), principalId, reason: 'the user pool token holds' };
  }

  async #key(pool: string, kid: unknown): Promise<KeyObject | undefined> {
    if (typeof kid !== 'string') return undefined;
    let known = this.#known.get(pool);
    const now = performance.now();
    if (known === undefined || (!known.keys.has(kid) && now - known.askedAt > REFRESH)) {
      known = { askedAt: now, keys: new Map() };
      for (const jwk of await this.#keys(pool).catch(() => []))
        if (jwk.kty === 'RSA') known.keys.set(String(jwk.kid), createPublicKey({ key: jwk, format: 'jwk' }));
      this.#known.set(pool, known);
    }
    return known.keys.get(kid);
  }
}

/** `https://cognito-idp.{region}.amazonaws.com/{poolId}` */
function issuerOf(poolArn: string): string {
  const [, , , region, , resource = ''] = poolArn.split(':');
  return `https://cognito-idp.${region}.amazonaws.com/${resource.slice('userpool/'.length)}`;
}

/** Asks AWS itself for a pool's keys; within 1.5 s, as API Gateway does. */
export async function publishedKeys(poolArn: string): Promise<readonly JsonWebKey[]> {
  const response = await fetch(`${issuerOf(poolArn)}/.well-known/jwks.json`, {
    signal: AbortSignal.timeout(1500),
  });
  const document = (await response.json()) as { keys?: JsonWebKey[] };
  return document.keys ?? [];
}

/** Without scopes on the method it must be an ID token; with them an access token that has one of them. */
function useFault(claims: Record<string, unknown>, scopes: readonly string[]): string | undefined {
  if (scopes.length === 0)
    return claims.token_use === 'id' ? undefined : 'the method wants an ID token, and this is none';
  if (claims.token_use !== 'access') return 'the method has scopes, and this is no access token';
  const granted = String(claims.scope ?? '').split(' ');
  if (scopes.some((scope) => granted.includes(scope))) return undefined;
  return `the token has none of the scopes ${scopes.join(', ')}`;
}

/** The validation expression is about `aud`, which access tokens do not have. */
function audienceFault(claims: Record<string, unknown>, expression: string | undefined): string | undefined {
  if (!expression) return undefined;
  const fits = typeof claims.aud === 'string' && createLinearRegExp(`^(?:${expression})$`).test(claims.aud);
  return fits ? undefined : "the token's aud does not match the authorizer's validation expression";
}

function readToken(header: string): Token | undefined {
  const text = header.replace(/^Bearer /i, '');
  const [head = '', body = '', signature, ...rest] = text.split('.');
  if (signature === undefined || rest.length > 0) return undefined;
  const [parsedHead, claims] = [readPart(head), readPart(body)];
  if (parsedHead === undefined || claims === undefined) return undefined;
  const bytes = Buffer.from(signature, 'base64url');
  return { header: parsedHead, claims, signed: `${head}.${body}`, signature: bytes };
}

function readPart(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function unauthorized(reason: string): { kind: 'unauthorized'; reason: string } {
  return { kind: 'unauthorized', reason };
}
