/** What becomes of an integration's response header: passed, renamed to `x-amzn-Remapped-…`, or dropped (§2.4). */
type Fate = 'pass' | 'remap' | 'drop';

const LAMBDA: Record<string, Fate> = {
  authorization: 'remap',
  connection: 'remap',
  'content-length': 'remap',
  'content-md5': 'remap',
  date: 'remap',
  expect: 'drop',
  host: 'drop',
  'max-forwards': 'remap',
  'proxy-authenticate': 'drop',
  server: 'remap',
  te: 'drop',
  trailer: 'drop',
  'transfer-encoding': 'drop',
  upgrade: 'drop',
  'user-agent': 'remap',
  via: 'drop',
  'www-authenticate': 'remap',
  // The gateway's own; a second line of the same name would be ambiguous.
  'x-amzn-requestid': 'remap',
  'x-amz-apigw-id': 'remap',
};
const HTTP_PROXY: Record<string, Fate> = { ...LAMBDA };

/** The name a Lambda result's header is sent under; `undefined` when it is dropped. */
export function lambdaResponseHeader(name: string): string | undefined {
  return rename(LAMBDA, name);
}

/** The same for the answer of an HTTP backend. */
export function httpProxyResponseHeader(name: string): string | undefined {
  return rename(HTTP_PROXY, name);
}

function rename(fates: Record<string, Fate>, name: string): string | undefined {
  const lower = name.toLowerCase();
  const fate = Object.hasOwn(fates, lower) ? fates[lower] : 'pass';
  if (fate === 'drop') return undefined;
  return fate === 'remap' ? `x-amzn-Remapped-${name}` : name;
}
