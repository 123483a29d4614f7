import { withStageVariables } from '../../../src/core/stack/invocation.js';
import type { ApiMethod, ApiStage } from '../../../src/core/stack/model.js';
import { type Answer, type IntegrationFacts, Refusal } from '../answer.js';
import { addedHeaders } from '../event/event-headers.js';
import { compileMapping } from '../event/mapping.js';
import type { Exchange } from '../exchange.js';
import type { HeaderName } from '../http/header-names.js';
import { httpProxyResponseHeader } from '../http/response-headers.js';
import type { MethodPlan, Reader } from '../tables/plans.js';
import { unsupported } from './common.js';
import { forbiddenMapping } from './forbidden-mapping.js';
import type { BackendResponse, HttpBackend } from './http-backend.js';
import type { IntegrationPlan } from './plan.js';

interface Mapped {
  header: [name: string, value: Reader][];
  querystring: [name: string, value: Reader][];
  path: [name: string, value: Reader][];
}

/** `HTTP_PROXY`: the client's request to the backend, the backend's answer to the client (§10.9, §2.4). */
export function httpProxyIntegration(
  method: ApiMethod,
  stage: ApiStage,
  backend: HttpBackend,
): IntegrationPlan {
  const { integration } = method;
  const forbidden = forbiddenMapping(integration);
  if (forbidden !== undefined) return unsupported(`the header ${forbidden} cannot be mapped`);
  const mapped = compileMappings(integration.requestParameters);
  const uri = withStageVariables(integration.uri ?? '', stage);
  if (!/^https?:\/\//.test(uri)) return unsupported(`'${uri}' is no HTTP address`);
  return {
    type: 'HTTP_PROXY',
    run: async (exchange, plan) => {
      const began = performance.now();
      const verb = integration.httpMethod ?? 'ANY';
      const url = backendUrl(uri, exchange, mapped);
      if (!URL.canParse(url)) return new Refusal('API_CONFIGURATION_ERROR', `'${url}' is no HTTP address`);
      try {
        const response = await backend.ask({
          url,
          method: verb === 'ANY' ? exchange.method : verb,
          headers: backendHeaders(exchange, plan, mapped),
          body: exchange.body,
          timeoutInMillis: integration.timeoutInMillis,
        });
        return answerOf(response, began);
      } catch (error) {
        return unreachable(error, began);
      }
    },
  };
}

function compileMappings(parameters: Record<string, string>): Mapped {
  const mapped: Mapped = { header: [], querystring: [], path: [] };
  for (const [target, expression] of Object.entries(parameters)) {
    const [, kind, name] = /^integration\.request\.(header|querystring|path)\.(.+)$/.exec(target) ?? [];
    const value = compileMapping(expression);
    if (kind !== undefined && name !== undefined && value !== undefined)
      mapped[kind as keyof Mapped].push([name, value]);
  }
  return mapped;
}

/** Path values go in as they came (§1.3); mapped query values are appended to the client's (§10.9). */
function backendUrl(uri: string, exchange: Exchange, mapped: Mapped): string {
  const values = new Map<string, string>();
  for (const [i, name] of (exchange.plan?.pathNames ?? []).entries())
    values.set(name, exchange.pathValues[i] ?? '');
  for (const [name, read] of mapped.path) values.set(name, read(exchange) ?? '');
  const path = uri.replace(/\{([^}+]+)\+?\}/g, (whole, name: string) => values.get(name) ?? whole);
  const query = exchange.rawQuery === '' ? [] : [exchange.rawQuery];
  for (const [name, read] of mapped.querystring) {
    const value = read(exchange);
    if (value !== undefined) query.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  }
  if (query.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${query.join('&')}`;
}

const NOT_FORWARDED = new Set(['host', 'via', 'keep-alive', 'proxy-connection', 'connection']);

function backendHeaders(exchange: Exchange, plan: MethodPlan, mapped: Mapped): string[] {
  const replaced = new Set(mapped.header.map(([name]) => name.toLowerCase()));
  const headers: string[] = [];
  const { names, written, values } = exchange.headers;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as HeaderName;
    if (name.dropped || name.owned || NOT_FORWARDED.has(name.lower) || replaced.has(name.lower)) continue;
    headers.push(written[i] as string, values[i] as string);
  }
  for (const [name, read] of mapped.header) {
    const value = read(exchange);
    if (value !== undefined) headers.push(name, value);
  }
  for (const [name, value] of addedHeaders(exchange, plan.stage)) headers.push(name, value);
  headers.push('X-Amzn-Apigateway-Api-Id', plan.stage.api.id);
  return headers;
}

function answerOf(response: BackendResponse | undefined, began: number): Answer | Refusal {
  const latency = performance.now() - began;
  if (response === undefined)
    return new Refusal('INTEGRATION_TIMEOUT', 'the HTTP backend did not answer in time', {
      integration: { latency, error: 'Endpoint request timed out' },
    });
  const headers: string[] = [];
  let typed = false;
  for (let i = 0; i + 1 < response.headers.length; i += 2) {
    const name = response.headers[i] as string;
    const sent = httpProxyResponseHeader(name);
    if (sent === undefined) continue;
    typed ||= sent.toLowerCase() === 'content-type';
    headers.push(sent, response.headers[i + 1] as string);
  }
  if (!typed) headers.unshift('Content-Type', 'application/json');
  const integration: IntegrationFacts = { serviceStatus: response.status, status: response.status, latency };
  const reason = `the HTTP backend answered ${response.status} in ${latency.toFixed(1)} ms`;
  return { status: response.status, headers, body: response.body, integration, reason };
}

function unreachable(error: unknown, began: number): Refusal {
  const cause = error instanceof Error ? error.message : String(error);
  return new Refusal('INTEGRATION_FAILURE', `the HTTP backend cannot be reached: ${cause}`, {
    status: 500,
    integration: { latency: performance.now() - began, error: 'Network error communicating with endpoint' },
  });
}
