import { type Answer, Refusal } from '../answer.js';
import type { CachePlan } from '../cache/plan.js';
import type { Finisher, Handler, Outcome } from '../chain.js';
import type { GatewayCore } from '../core.js';
import type { Exchange } from '../exchange.js';
import { mayInvalidate } from '../policy/may-invalidate.js';

/** The stage's cache: a hit skips the integration; `Cache-Control: max-age=0` asks for a fresh answer (§8). */
export const responseCache: Handler = {
  name: 'response-cache',
  handle(exchange, core) {
    const cache = exchange.plan?.cache;
    if (cache === undefined) return undefined;
    const key = cache.keyOf(exchange);
    if (!wantsFresh(exchange)) return lookUp(exchange, core, key);
    if (!cache.requireAuthorization || mayInvalidate(exchange)) {
      exchange.cacheKey = key;
      exchange.note('response-cache', 'the client asked for a fresh answer');
      return undefined;
    }
    return unauthorized(exchange, core, cache, key);
  },
};

/** Keeps what an integration answered. */
export const responseCacheStore: Finisher = {
  name: 'response-cache-store',
  finish(exchange, { responseCache, clock }) {
    const { cacheKey, answer, plan } = exchange;
    if (cacheKey === undefined || answer === undefined || plan?.cache === undefined) return;
    if (exchange.refusal === undefined && answer.status === 200)
      responseCache.set(cacheKey, answer, clock.now(), plan.cache.ttl);
  },
};

function wantsFresh({ headers }: Exchange): boolean {
  return /(?:^|[\s,])max-age\s*=\s*0(?:$|[\s,])/i.test(headers.get('cache-control') ?? '');
}

function lookUp(exchange: Exchange, { responseCache, clock }: GatewayCore, key: string): Answer | undefined {
  const hit = responseCache.get(key, clock.now());
  if (hit === undefined) {
    exchange.cacheKey = key;
    exchange.note('response-cache', 'nothing kept for this request');
    return undefined;
  }
  hit.answer.reason = `answer from the stage's cache, ${Math.floor(hit.age / 1000)} s old`;
  return hit.answer;
}

function unauthorized(exchange: Exchange, core: GatewayCore, plan: CachePlan, key: string): Outcome {
  const reason = 'the caller may not invalidate the cache (execute-api:InvalidateCache)';
  if (plan.unauthorized === 'FAIL_WITH_403')
    return new Refusal('ACCESS_DENIED', reason, {
      message: 'User is not authorized to access this resource',
    });
  exchange.note('response-cache', `${reason}; the header is ignored`);
  exchange.warnsOfCacheControl = plan.unauthorized === 'SUCCEED_WITH_RESPONSE_HEADER';
  return lookUp(exchange, core, key);
}
