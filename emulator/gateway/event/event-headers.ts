import type { Exchange } from '../exchange.js';
import type { HeaderName } from '../http/header-names.js';
import type { StagePlan } from '../tables/plans.js';
import { quote } from './json.js';

/** Address of the edge server in `X-Forwarded-For`; of a range CloudFront publishes. */
const EDGE_ADDRESS = '130.176.1.68';

/** JSON of the `headers` and `multiValueHeaders` of an event. */
export interface HeaderObjects {
  single: string;
  multi: string;
}

/**
 * Builds both objects: the client's headers less those AWS drops, then what the gateway (and the edge) adds (§1.4).
 * An authorizer's event keeps `Content-Length`; the proxy event drops it (§5.1).
 */
export function eventHeaders(
  exchange: Exchange,
  stage: StagePlan,
  use: 'proxy' | 'authorizer',
): HeaderObjects {
  const { names, written, values } = exchange.headers;
  const hidden = use === 'proxy' && hidesAuthorization(exchange);
  const seen: string[] = [];
  let single = '';
  let multi = '';
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as HeaderName;
    if (name.owned || isDropped(name, use, hidden)) continue;
    const key = stage.edge ? name.edge : (written[i] as string);
    if (seen.includes(key)) continue;
    seen.push(key);
    const all = sameName(names, written, values, name, written[i] as string, i);
    const quoted = `"${key}":`; // a header name is a token: nothing in it needs escaping
    single += `${quoted}${quote(all === undefined ? (values[i] as string) : (all.at(-1) as string))},`;
    multi += `${quoted}[${all === undefined ? quote(values[i] as string) : all.map(quote).join(',')}],`;
  }
  for (const [name, value] of addedHeaders(exchange, stage)) {
    const quoted = quote(value);
    single += `"${name}":${quoted},`;
    multi += `"${name}":[${quoted}],`;
  }
  return { single: `{${single.slice(0, -1)}}`, multi: `{${multi.slice(0, -1)}}` };
}

function isDropped(name: HeaderName, use: 'proxy' | 'authorizer', hidden: boolean): boolean {
  if (name.dropped) return use === 'proxy' || name.lower !== 'content-length';
  return hidden && name.lower === 'authorization';
}

/** A SigV4 Authorization, or any on a method with IAM, is not shown to the handler (§1.4). */
function hidesAuthorization(exchange: Exchange): boolean {
  if (exchange.plan?.method.authorization.type === 'AWS_IAM') return true;
  return exchange.headers.get('authorization')?.startsWith('AWS4-HMAC-SHA256') === true;
}

/** All values when the name comes more than once, from `first` on. */
function sameName(
  names: readonly HeaderName[],
  written: readonly string[],
  values: readonly string[],
  name: HeaderName,
  spelling: string,
  first: number,
): string[] | undefined {
  let all: string[] | undefined;
  for (let i = first + 1; i < names.length; i++) {
    if (names[i] !== name || written[i] !== spelling) continue;
    all ??= [values[first] as string];
    all.push(values[i] as string);
  }
  return all;
}

/** What AWS adds to every request, and CloudFront to those that come over the edge. */
export function addedHeaders(exchange: Exchange, stage: StagePlan): [name: string, value: string][] {
  const supplied = exchange.headers.get('x-forwarded-for');
  const client = supplied === undefined ? exchange.sourceIp : `${supplied}, ${exchange.sourceIp}`;
  const added: [string, string][] = [
    ['X-Amzn-Trace-Id', `Root=${exchange.trace.root}`],
    ['X-Forwarded-For', stage.edge ? `${client}, ${EDGE_ADDRESS}` : client],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
  ];
  if (stage.edge) added.push(...edgeHeaders(exchange));
  if (exchange.insertedHeaders !== undefined) added.push(...Object.entries(exchange.insertedHeaders));
  return added;
}

function edgeHeaders(exchange: Exchange): [string, string][] {
  const agent = exchange.headers.get('user-agent') ?? '';
  const device = deviceOf(agent);
  const is = (kind: string) => String(device === kind);
  return [
    ['CloudFront-Forwarded-Proto', 'https'],
    ['CloudFront-Is-Desktop-Viewer', is('desktop')],
    ['CloudFront-Is-Mobile-Viewer', is('mobile')],
    ['CloudFront-Is-SmartTV-Viewer', is('smarttv')],
    ['CloudFront-Is-Tablet-Viewer', is('tablet')],
    ['CloudFront-Viewer-ASN', '64496'], // a number set aside for documentation (RFC 5398): no real network
    ['CloudFront-Viewer-Country', 'ZZ'], // "unknown territory" (ISO 3166 user-assigned): loopback is nowhere
    ['Via', '1.1 a1b2c3d4e5f60718293a4b5c6d7e8f90.cloudfront.net (CloudFront)'],
    ['X-Amz-Cf-Id', exchange.edgeRequestId ?? ''],
  ];
}

function deviceOf(agent: string): string {
  if (/smart-?tv|appletv|googletv|hbbtv/i.test(agent)) return 'smarttv';
  if (/ipad|tablet|kindle|silk/i.test(agent)) return 'tablet';
  return /mobile|iphone|android/i.test(agent) ? 'mobile' : 'desktop';
}
