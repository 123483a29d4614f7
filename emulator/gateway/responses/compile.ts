import type { GatewayResponse, RestApi } from '../../../src/core/stack/model.js';
import type { ResponseType } from '../answer.js';
import { compileMapping } from '../event/mapping.js';
import { compileTemplate, type Template } from '../event/template.js';
import type { Reader } from '../tables/plans.js';
import { DEFAULTS } from './defaults.js';

/** How one gateway response type is answered by one API. */
export interface GatewayResponsePlan {
  /** Status that the template sets; undefined leaves it to the cause. */
  status: number | undefined;
  headers: readonly (readonly [name: string, value: Reader])[];
  /** Content type → template; empty when the type's default body is sent. */
  templates: ReadonlyMap<string, Template>;
}

/** Compiles every type of an API: its own setting, else that of DEFAULT_4XX or DEFAULT_5XX, else AWS's (§3.1). */
export function compileGatewayResponses(api: RestApi): Record<ResponseType, GatewayResponsePlan> {
  const plans = {} as Record<ResponseType, GatewayResponsePlan>;
  for (const type of Object.keys(DEFAULTS) as ResponseType[]) plans[type] = planFor(api, type);
  return plans;
}

function planFor(api: RestApi, type: ResponseType): GatewayResponsePlan {
  if (type === 'REQUEST_TOO_LARGE') return compile(undefined); // cannot be customised
  const fallback = DEFAULTS[type].status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  return compile(setting(api, type) ?? setting(api, fallback));
}

function setting(api: RestApi, type: string): GatewayResponse | undefined {
  return Object.hasOwn(api.gatewayResponses, type) ? api.gatewayResponses[type] : undefined;
}

function compile(response: GatewayResponse | undefined): GatewayResponsePlan {
  const headers: [string, Reader][] = [];
  for (const [target, expression] of Object.entries(response?.responseParameters ?? {})) {
    const value = compileMapping(expression);
    if (target.startsWith('gatewayresponse.header.') && value !== undefined)
      headers.push([target.slice('gatewayresponse.header.'.length), value]);
  }
  const templates = new Map(
    Object.entries(response?.responseTemplates ?? {}).map(([type, text]) => [type, compileTemplate(text)]),
  );
  return { status: response?.statusCode ? Number(response.statusCode) : undefined, headers, templates };
}
