import { isIP } from 'node:net';
import { LRUCache } from 'lru-cache';
import type { Dict } from '../../../src/core/dict.js';
import { forwardedAddresses } from './ip-set.js';
import type { WafRequest } from './request.js';
import type { CompileScope, Match } from './scope.js';
import { compileTransforms } from './transform-list.js';

/** Requests are counted in slices of this many ms. */
const SLICE = 10_000;
/** Keys that are counted at most (§12.4). */
const KEYS = 10_000;
const DEFAULT_WINDOW = 300;
const WINDOWS = [60, 120, 300, 600];
/** The smallest limit AWS takes (§15). */
const LEAST = 10;

/**
 * `RateBasedStatement`: true of requests of a key that has sent more than the limit within the look-back window (§12.4). AWS
 * estimates and looks every ten seconds or so; here it is exact to a slice and at once, which is never laxer.
 */
export function rateStatement(body: Dict, scope: CompileScope, scopeDown: Match | undefined): Match {
  const limit = Number(body.Limit);
  const seconds = Number(body.EvaluationWindowSec ?? DEFAULT_WINDOW);
  if (!(limit >= LEAST)) scope.unsupported(`a rate Limit of ${body.Limit}; AWS takes ${LEAST} and more`);
  if (!WINDOWS.includes(seconds)) scope.unsupported(`EvaluationWindowSec ${seconds}`);
  const keyOf = rateKey(body, scope);
  const { clock } = scope;
  const counts = new LRUCache<string, Map<number, number>>({ max: KEYS });
  return (request) => {
    if (scopeDown !== undefined && !scopeDown(request)) return false;
    const key = keyOf(request);
    if (typeof key !== 'string') return key === true;
    const slices = counts.get(key) ?? new Map<number, number>();
    counts.set(key, slices);
    return count(slices, clock.now(), seconds * 1000) > limit;
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

/** What a request is counted under; `undefined` is not counted, `true` matches at once. */
type KeyOf = (request: WafRequest) => string | true | undefined;

function rateKey(body: Dict, scope: CompileScope): KeyOf {
  switch (body.AggregateKeyType) {
    case 'IP':
      return sourceIp;
    case 'FORWARDED_IP':
      return forwardedIp(body.ForwardedIPConfig as Forwarded | undefined, scope);
    case 'CONSTANT':
      if (body.ScopeDownStatement === undefined)
        scope.unsupported('a CONSTANT key without ScopeDownStatement');
      return () => 'all';
    case 'CUSTOM_KEYS': {
      const parts = ((body.CustomKeys ?? []) as Dict[]).map((key) => customKey(key, body, scope));
      return (request) => joined(parts.map((part) => part(request)));
    }
    default:
      scope.unsupported(`AggregateKeyType ${body.AggregateKeyType}`);
      return sourceIp;
  }
}

/** A request that lacks a part is not counted. */
function joined(values: readonly (string | true | undefined)[]): string | true | undefined {
  if (values.includes(true)) return true;
  return values.includes(undefined) ? undefined : JSON.stringify(values);
}

const sourceIp: KeyOf = ({ exchange }) => exchange.sourceIp;

interface Forwarded {
  HeaderName: string;
  FallbackBehavior: 'MATCH' | 'NO_MATCH';
}

/** Without the header the rule is not applied; with no address in it, the fallback is (§12.2). */
function forwardedIp(config: Forwarded | undefined, scope: CompileScope): KeyOf {
  if (config === undefined) scope.unsupported('a forwarded address without ForwardedIPConfig');
  return (request) => {
    const first = forwardedAddresses(request, config?.HeaderName ?? '')?.[0];
    if (first === undefined || isIP(first) !== 0) return first;
    return config?.FallbackBehavior === 'MATCH' ? true : undefined;
  };
}

/** Custom keys that are a text of the request: how each is read, and whether its transformations apply. */
const TEXTS: Readonly<Record<string, (request: WafRequest, name: string) => string | undefined>> = {
  Header: (request, name) => request.header(name.toLowerCase()).at(-1),
  Cookie: (request, name) => request.cookies.find(([one]) => one === name)?.[1],
  QueryArgument: (request, name) =>
    request.arguments.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1],
  QueryString: (request) => request.query || undefined,
  UriPath: (request) => request.path,
};

function customKey(key: Dict, body: Dict, scope: CompileScope): KeyOf {
  const [kind = '', raw] = Object.entries(key)[0] ?? [];
  const options = (raw ?? {}) as Dict;
  if (kind === 'IP') return sourceIp;
  if (kind === 'ForwardedIP') return forwardedIp(body.ForwardedIPConfig as Forwarded | undefined, scope);
  if (kind === 'HTTPMethod') return ({ exchange }) => exchange.req.method;
  if (kind === 'LabelNamespace') {
    const namespace = String(options.Namespace);
    return ({ labels }) => [...labels].find((label) => label.startsWith(namespace));
  }
  const read = Object.hasOwn(TEXTS, kind) ? TEXTS[kind] : undefined;
  if (read === undefined) scope.unsupported(`the rate key ${kind}`);
  const transforms = compileTransforms(options.TextTransformations, scope);
  return (request) => {
    const text = read?.(request, String(options.Name ?? ''));
    return text === undefined ? undefined : transforms.reduce((value, transform) => transform(value), text);
  };
}
