/** What becomes of a request header on its way to a Lambda-proxy event. */
export interface HeaderName {
  readonly lower: string;
  /** Name in events of edge-optimised endpoints. */
  readonly edge: string;
  /** Not shown to the handler of a Lambda proxy. */
  readonly dropped: boolean;
  /** Set by the gateway itself; the client's own value is not passed on. */
  readonly owned: boolean;
}

// fidelity §1.4, recorded for REST AWS_PROXY.
const DROPPED = new Set([
  'connection',
  'content-length',
  'content-md5',
  'expect',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'te',
  'transfer-encoding',
  'trailer',
  'upgrade',
  'www-authenticate',
]);
const OWNED = new Set(['x-amzn-trace-id', 'x-forwarded-for', 'x-forwarded-port', 'x-forwarded-proto']);
// CloudFront writes these in its own way; every other name keeps the client's casing (§1.4, §15).
const EDGE_CASING: Record<string, string> = {
  authorization: 'Authorization',
  host: 'Host',
  'user-agent': 'User-Agent',
};
/** Clients may invent names without end; the memory of them is bounded. */
const REMEMBERED = 4096;
const names = new Map<string, HeaderName>();

/** Looks a header name up, as it was written by the client. */
export function headerName(written: string): HeaderName {
  const known = names.get(written);
  if (known !== undefined) return known;
  const lower = written.toLowerCase();
  const name: HeaderName = {
    lower,
    edge: Object.hasOwn(EDGE_CASING, lower) ? (EDGE_CASING[lower] as string) : written,
    dropped: DROPPED.has(lower),
    owned: OWNED.has(lower),
  };
  if (names.size >= REMEMBERED) names.clear();
  names.set(written, name);
  return name;
}
