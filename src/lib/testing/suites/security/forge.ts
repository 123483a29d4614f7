import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';

/** A token taken apart. */
interface Parts {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signature: string;
}

function takeApart(token: string): Parts {
  const [header = '', claims = '', signature = ''] = token.split('.');
  return { header: decoded(header), claims: decoded(claims), signature };
}

function decoded(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Another tenant's name in the claims, under the signature of the old ones. */
export function withOtherClaims(token: string, changes: Record<string, unknown>): string {
  const { header, claims, signature } = takeApart(token);
  return `${encoded(header)}.${encoded({ ...claims, ...changes })}.${signature}`;
}

/** The same claims, signed with a key that nobody knows, under the name of the real one. */
export function signedByOther(token: string): string {
  const { header, claims } = takeApart(token);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const text = `${encoded(header)}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

/** The same claims without any signature (RFC 7519, 6.1), spelt in each way a lax reader may take. */
export function unsigned(token: string): string[] {
  const { header, claims, signature } = takeApart(token);
  return ['none', 'None', 'NONE'].flatMap((alg) => {
    const text = `${encoded({ ...header, alg })}.${encoded(claims)}`;
    return [`${text}.`, `${text}.${signature}`];
  });
}

/** The same claims, signed by HMAC with the public key as its secret: what a reader that trusts `alg` takes. */
export function confused(token: string, published: JsonWebKey): string[] {
  const { header, claims } = takeApart(token);
  const text = `${encoded({ ...header, alg: 'HS256' })}.${encoded(claims)}`;
  const key = createPublicKey({ key: published, format: 'jwk' });
  const secrets = [
    key.export({ type: 'spki', format: 'pem' }),
    key.export({ type: 'spki', format: 'der' }),
    JSON.stringify(published),
  ];
  return secrets.map((secret) => `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
}

/** The key the token names, among the published ones. */
export function keyOf(token: string, keys: readonly JsonWebKey[]): JsonWebKey | undefined {
  const { kid } = takeApart(token).header;
  return keys.find((one) => (one as { kid?: unknown }).kid === kid);
}
