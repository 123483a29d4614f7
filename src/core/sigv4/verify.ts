import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../secret.js';
import { ALGORITHM, basicDate, type Signature, type SignatureFault, type WireRequest } from './signature.js';

/** How far a signer's clock may be from ours, in ms (the AWS signing guide: five to fifteen minutes, per service). */
const LARGEST_SKEW = 15 * 60_000;

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

/**
 * Verifies a signature against the secret key of its access key, at `now` (epoch ms).
 * @returns undefined when it holds, else the fault.
 */
export function verifySignature(
  request: WireRequest,
  signature: Signature,
  secretAccessKey: Secret,
  now: number,
): SignatureFault | undefined {
  const stale = checkTime(signature, now);
  if (stale) return stale;
  if (!signature.signedAt.startsWith(signature.date))
    return {
      kind: 'scope',
      message: `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${signature.date}' != '${signature.signedAt.slice(0, 8)}', from '${signature.signedAt}'.`,
    };
  if (!signature.signedHeaders.includes('host'))
    return { kind: 'mismatch', message: "'Host' must be a 'SignedHeader' in the AWS Authorization." };
  const expected = hmac(signingKey(signature, secretAccessKey), stringToSign(request, signature));
  const given = Buffer.from(signature.signature, 'hex');
  if (given.length === expected.length && timingSafeEqual(given, expected)) return undefined;
  return { kind: 'mismatch', message: MISMATCH };
}

function checkTime(signature: Signature, now: number): SignatureFault | undefined {
  const signedAt = parseBasicDate(signature.signedAt);
  if (signedAt - now > LARGEST_SKEW) {
    const limit = basicDate(now + LARGEST_SKEW);
    return {
      kind: 'not-yet',
      message: `Signature not yet current: ${signature.signedAt} is still later than ${limit} (${basicDate(now)} + 15 min.)`,
    };
  }
  const life = signature.expiresIn === undefined ? LARGEST_SKEW : signature.expiresIn * 1000;
  if (now - signedAt <= life) return undefined;
  const limit = basicDate(now - life);
  return {
    kind: 'expired',
    message: `Signature expired: ${signature.signedAt} is now earlier than ${limit} (${basicDate(now)} - ${life / 60_000} min.)`,
  };
}

function parseBasicDate(text: string): number {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Date.parse(iso);
}

function stringToSign(request: WireRequest, signature: Signature): string {
  const scope = `${signature.date}/${signature.region}/${signature.service}/aws4_request`;
  return [ALGORITHM, signature.signedAt, scope, sha256(canonicalRequest(request, signature))].join('\n');
}

function canonicalRequest(request: WireRequest, signature: Signature): string {
  const headers = signature.signedHeaders.map(
    (name) => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`,
  );
  return [
    request.method,
    canonicalPath(request.path, signature.service),
    canonicalQuery(request.query),
    headers.join(''),
    signature.signedHeaders.join(';'),
    payloadHash(request, signature),
  ].join('\n');
}

/** Every service but S3 signs the path normalised and encoded once more than it is sent. */
function canonicalPath(path: string, service: string): string {
  if (service === 's3') return path || '/';
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(encode(segment));
  }
  const trailing = path.endsWith('/') && segments.length > 0 ? '/' : '';
  return `/${segments.join('/')}${trailing}`;
}

function canonicalQuery(query: string): string {
  if (query === '') return '';
  const pairs = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('X-Amz-Signature='));
  const encoded = pairs.map((pair): [string, string] => {
    const equals = pair.indexOf('=');
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    return [encode(decode(name)), encode(decode(value))];
  });
  encoded.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  return encoded.map(([name, value]) => `${name}=${value}`).join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function payloadHash(request: WireRequest, signature: Signature): string {
  const declared = request.headers['x-amz-content-sha256'];
  if (signature.service === 's3') {
    if (signature.form === 'query') return 'UNSIGNED-PAYLOAD';
    if (declared !== undefined && !/^[0-9a-f]{64}$/.test(declared)) return declared;
  }
  return sha256(request.body);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not UTF-8: it is then signed as it stands
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The key that signs within a credential scope. */
export function signingKey(scope: Signature, secretAccessKey: Secret): Buffer {
  const dateKey = hmac(`AWS4${secretAccessKey.reveal()}`, scope.date);
  return hmac(hmac(hmac(dateKey, scope.region), scope.service), 'aws4_request');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
