import type { ApiMethod, ApiStage, MethodSettings } from '../../../src/core/stack/model.js';
import { compileMapping } from '../event/mapping.js';
import type { Exchange } from '../exchange.js';
import { hasOwnSetting } from '../tables/method-settings.js';
import type { Reader } from '../tables/plans.js';

/** How a method's answers are cached. */
export interface CachePlan {
  /** Milliseconds. */
  ttl: number;
  keyOf(exchange: Exchange): string;
  requireAuthorization: boolean;
  unauthorized: NonNullable<MethodSettings['unauthorizedCacheControlHeaderStrategy']>;
}

const DEFAULT_TTL = 300;

/** The cache plan of a method; undefined when it is not cached: only GET is unless another verb is set itself (§8). */
export function compileCachePlan(
  stage: ApiStage,
  method: ApiMethod,
  settings: MethodSettings,
): CachePlan | undefined {
  if (!stage.cacheClusterEnabled || settings.cachingEnabled !== true) return undefined;
  if (method.httpMethod !== 'GET' && !hasOwnSetting(stage, method, 'cachingEnabled')) return undefined;
  const ttl = settings.cacheTtlInSeconds ?? DEFAULT_TTL;
  if (ttl <= 0) return undefined;
  const { integration } = method;
  const readers = integration.cacheKeyParameters.flatMap((parameter) => keyReader(parameter, method));
  const namespace = `${stage.deploymentId} ${stage.name} ${integration.cacheNamespace ?? method.resourceId}`;
  return {
    ttl: ttl * 1000,
    keyOf: (exchange) =>
      cacheKey(`${namespace} ${exchange.method} ${method.resourcePath}`, readers, exchange),
    requireAuthorization: settings.requireAuthorizationForCacheControl ?? true,
    unauthorized: settings.unauthorizedCacheControlHeaderStrategy ?? 'FAIL_WITH_403',
  };
}

/** Parameters are named at the method or at the integration; the latter lead back to what they are mapped from. */
function keyReader(parameter: string, { integration }: ApiMethod): Reader[] {
  const source = parameter.startsWith('integration.request.')
    ? integration.requestParameters[parameter]
    : parameter;
  const reader = source === undefined ? undefined : compileMapping(source);
  return reader === undefined ? [] : [reader];
}

/** Lengths keep values apart that would read the same when joined. */
function cacheKey(prefix: string, readers: readonly Reader[], exchange: Exchange): string {
  let key = `${exchange.stage?.api.id} ${prefix}`;
  for (const read of readers) {
    const value = read(exchange);
    key += value === undefined ? '\n-' : `\n${value.length}:${value}`;
  }
  return key;
}
