/** A request as it lay on the wire; the signature covers these very characters. */
export interface WireRequest {
  method: string;
  /** Path as sent, still percent-encoded, without the query string. */
  path: string;
  /** Query string as sent, without the question mark; empty when there is none. */
  query: string;
  /** Lower-case names; repeated headers joined with a comma, in order. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** What a SigV4 signature says of itself. */
export interface Signature {
  accessKeyId: string;
  /** `yyyymmdd` of the credential scope. */
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
  /** Moment of signing, `yyyymmddThhmmssZ`. */
  signedAt: string;
  sessionToken?: string;
  /** Query form alone: seconds it is good for. */
  expiresIn?: number;
  form: 'header' | 'query';
}

/** Why a request is not taken as signed. Services dress the same faults in different codes. */
export interface SignatureFault {
  kind: 'missing' | 'incomplete' | 'mismatch' | 'expired' | 'not-yet' | 'scope';
  message: string;
}

export const ALGORITHM = 'AWS4-HMAC-SHA256';

/** Reads the signature of a request, header form first; a fault when there is none or it is not whole. */
export function readSignature(request: WireRequest): Signature | SignatureFault {
  const authorization = request.headers.authorization;
  if (authorization !== undefined) return readHeader(authorization, request.headers);
  const query = new URLSearchParams(request.query);
  if (query.has('X-Amz-Signature') || query.has('X-Amz-Algorithm')) return readQuery(query);
  return { kind: 'missing', message: 'Missing Authentication Token' };
}

/** Tells a fault from a signature. */
export function isFault(value: Signature | SignatureFault): value is SignatureFault {
  return 'kind' in value;
}

function readHeader(header: string, headers: WireRequest['headers']): Signature | SignatureFault {
  const space = header.indexOf(' ');
  const algorithm = space < 0 ? header : header.slice(0, space);
  if (algorithm !== ALGORITHM) return incomplete(`Unsupported AWS 'algorithm': '${algorithm}'.`);
  const parts = new Map<string, string>();
  for (const part of header.slice(space + 1).split(',')) {
    const equals = part.indexOf('=');
    if (equals < 0)
      return incomplete(
        `'${part.trim()}' not a valid key=value pair (missing equal-sign) in Authorization header: '${header}'.`,
      );
    parts.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  const signedAt = headers['x-amz-date'] ?? httpDate(headers.date);
  const absent = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !parts.get(name));
  if (absent.length > 0 || signedAt === undefined) {
    const wanted = absent.map((name) => `Authorization header requires '${name}' parameter.`);
    if (signedAt === undefined)
      wanted.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    return incomplete(`${wanted.join(' ')} Authorization=${algorithm}`);
  }
  return assemble({
    credential: parts.get('Credential') as string,
    signedHeaders: parts.get('SignedHeaders') as string,
    signature: parts.get('Signature') as string,
    signedAt,
    sessionToken: headers['x-amz-security-token'],
    form: 'header',
  });
}

function readQuery(query: URLSearchParams): Signature | SignatureFault {
  const wanted = [
    'X-Amz-Algorithm',
    'X-Amz-Credential',
    'X-Amz-Signature',
    'X-Amz-SignedHeaders',
    'X-Amz-Date',
  ];
  const absent = wanted.filter((name) => !query.get(name));
  if (absent.length > 0)
    return incomplete(absent.map((name) => `AWS query-string parameters must include '${name}'.`).join(' '));
  if (query.get('X-Amz-Algorithm') !== ALGORITHM)
    return incomplete(`Unsupported AWS 'algorithm': '${query.get('X-Amz-Algorithm')}'.`);
  const expires = query.get('X-Amz-Expires');
  return assemble({
    credential: query.get('X-Amz-Credential') as string,
    signedHeaders: query.get('X-Amz-SignedHeaders') as string,
    signature: query.get('X-Amz-Signature') as string,
    signedAt: query.get('X-Amz-Date') as string,
    sessionToken: query.get('X-Amz-Security-Token') ?? undefined,
    expiresIn: expires === null ? undefined : Number(expires),
    form: 'query',
  });
}

interface Pieces {
  credential: string;
  signedHeaders: string;
  signature: string;
  signedAt: string;
  sessionToken?: string | undefined;
  expiresIn?: number | undefined;
  form: 'header' | 'query';
}

function assemble(pieces: Pieces): Signature | SignatureFault {
  const scope = pieces.credential.split('/');
  const [accessKeyId, date, region, service, terminator] = scope.slice(-5);
  if (scope.length < 5 || !accessKeyId || !date || !region || !service || terminator !== 'aws4_request')
    return incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${pieces.credential}'`,
    );
  if (!/^\d{8}T\d{6}Z$/.test(pieces.signedAt))
    return incomplete(`Date must be in ISO-8601 'basic format'. Got '${pieces.signedAt}'.`);
  return {
    accessKeyId: scope.slice(0, -4).join('/'),
    date,
    region,
    service,
    signedHeaders: pieces.signedHeaders.split(';'),
    signature: pieces.signature,
    signedAt: pieces.signedAt,
    form: pieces.form,
    ...(pieces.sessionToken !== undefined && { sessionToken: pieces.sessionToken }),
    ...(pieces.expiresIn !== undefined && { expiresIn: pieces.expiresIn }),
  };
}

function httpDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : basicDate(time);
}

/** Epoch ms as ISO 8601 basic format, `20260131T235959Z`. */
export function basicDate(time: number): string {
  return `${new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '')}`;
}

function incomplete(message: string): SignatureFault {
  return { kind: 'incomplete', message };
}
