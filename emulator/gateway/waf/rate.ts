import { LRUCache } from 'lru-cache';
import { forwardedAddresses } from './ip-set.js';
import type { WafRequest } from './request.js';
import type { CompileScope, Dict, Match } from './scope.js';
import { urlDecode } from './transforms.js';

/** Requests are counted in slices of this many ms. */
const SLICE = 10_000;
/** Keys that are counted at most (§12.4). */
const KEYS = 10_000;
const DEFAULT_WINDOW = 300;

/**
 * `RateBasedStatement`: true of requests of a key that has sent more than the limit within the look-back window (§12.4). AWS
 * estimates and looks every ten seconds or so; here it is exact to a slice and at once, which is never laxer.
 */
export function rateStatement(
  body: Dict,
  { clock, unsupported }: CompileScope,
  scopeDown: Match | undefined,
): Match {
  const limit = Number(body.Limit);
  const window = Number(body.EvaluationWindowSec ?? DEFAULT_WINDOW) * 1000;
  const keyOf = rateKey(body, unsupported);
  const counts = new LRUCache<string, Map<number, number>>({ max: KEYS });
  return (request) => {
    if (scopeDown !== undefined && !scopeDown(request)) return false;
    const key = keyOf(request);
    if (key === undefined) return false;
    const slices = counts.get(key) ?? new Map<number, number>();
    counts.set(key, slices);
    return count(slices, clock.now(), window) > limit;
  };
}

/** Counts this request and tells how many there were within the window. */
function count(slices: Map<number, number>, now: number, window: number): number {
  const slice = Math.floor(now / SLICE);
  const oldest = Math.floor((now - window) / SLICE);
  slices.set(slice, (slices.get(slice) ?? 0) + 1);
  let total = 0;
  for (const [at, requests] of slices) {
    if (at <= oldest || at > slice) slices.delete(at);
    else total += requests;
  }
  return total;
}

type KeyOf = (request: WafRequest) => string | undefined;

function rateKey(body: Dict, unsupported: CompileScope['unsupported']): KeyOf {
  const forwarded = body.ForwardedIPConfig as { HeaderName: string } | undefined;
  const byForwarded: KeyOf = (request) => forwardedAddresses(request, forwarded?.HeaderName ?? '')?.[0];
  switch (body.AggregateKeyType) {
    case 'FORWARDED_IP':
      return byForwarded;
    case 'CONSTANT':
      return () => 'all';
    case 'CUSTOM_KEYS': {
      const parts = ((body.CustomKeys ?? []) as Dict[]).map((key) =>
        customKey(key, byForwarded, unsupported),
      );
      return (request) => {
        const values = parts.map((part) => part(request));
        // A request that lacks a part is not counted.
        return values.includes(undefined) ? undefined : JSON.stringify(values);
      };
    }
    default:
      return ({ exchange }) => exchange.sourceIp;
  }
}

function customKey(key: Dict, byForwarded: KeyOf, unsupported: CompileScope['unsupported']): KeyOf {
  const [kind = '', raw] = Object.entries(key)[0] ?? [];
  const name = String((raw as Dict | undefined)?.Name ?? '');
  switch (kind) {
    case 'IP':
      return ({ exchange }) => exchange.sourceIp;
    case 'ForwardedIP':
      return byForwarded;
    case 'HTTPMethod':
      return ({ exchange }) => exchange.req.method;
    case 'Header':
      return (request) => request.header(name.toLowerCase()).at(-1);
    case 'Cookie':
      return (request) => request.cookies.find(([one]) => one === name)?.[1];
    case 'QueryArgument':
      return (request) => request.arguments.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
    case 'QueryString':
      return (request) => request.query || undefined;
    case 'UriPath':
      return (request) => urlDecode(request.path);
    case 'LabelNamespace': {
      const namespace = String((raw as Dict).Namespace);
      return ({ labels }) => [...labels].find((label) => label.startsWith(namespace));
    }
    default:
      unsupported(`rate key ${kind}`);
      return () => undefined;
  }
}
