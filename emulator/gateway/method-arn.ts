import type { Exchange } from './exchange.js';
import type { MethodPlan } from './tables/plans.js';

/**
 * `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{VERB}/{path}` with the path as it came (§5.1). One trailing slash
 * is left out: it makes no difference to the route, so a policy about `GET/x` must cover `GET/x/` too.
 */
export function methodArn({ method, path }: Exchange, { stage }: MethodPlan): string {
  const end = path.length > 1 && path.endsWith('/') ? path.length - 1 : path.length;
  return `${stage.arnPrefix}${method}/${path.slice(1, end)}`;
}
