import type { ApiMethod, IntegrationResponse } from '../../../src/core/stack/model.js';
import { type Answer, Refusal } from '../answer.js';
import { compileMapping } from '../event/mapping.js';
import { compileTemplate, needsVelocity, type Template } from '../event/template.js';
import type { Exchange } from '../exchange.js';
import { bareMediaType } from '../http/media-types.js';
import type { Reader } from '../tables/plans.js';
import { unsupported } from './common.js';
import type { IntegrationPlan } from './plan.js';

interface MockResponse {
  /** Matches the whole status; undefined for the default response. */
  pattern: RegExp | undefined;
  status: number;
  headers: readonly (readonly [name: string, value: Reader])[];
  contentType: string;
  body: Template | undefined;
}

/** `MOCK`: the request template gives a status, the status chooses the response (§10.8). */
export function mockIntegration({ integration }: ApiMethod): IntegrationPlan {
  const texts = [
    ...Object.values(integration.requestTemplates),
    ...Object.values(integration.responses).flatMap((response) => Object.values(response.responseTemplates)),
  ];
  if (texts.some(needsVelocity)) return unsupported('its mapping template needs VTL, which is not emulated');
  const templates = new Map(
    Object.entries(integration.requestTemplates).map(([type, text]) => [type, compileTemplate(text)]),
  );
  const responses = Object.entries(integration.responses).map(([pattern, response]) =>
    compileResponse(pattern, response),
  );
  return {
    type: 'MOCK',
    run: (exchange) => {
      const text = requestText(exchange, templates, integration.passthroughBehavior);
      if (text instanceof Refusal) return text;
      const status = statusOf(text);
      if (status === undefined)
        return new Refusal('API_CONFIGURATION_ERROR', 'the request template of the mock gives no statusCode');
      const chosen = choose(responses, status);
      if (chosen === undefined)
        return new Refusal(
          'API_CONFIGURATION_ERROR',
          `no integration response of the mock is for status ${status}`,
        );
      return answer(exchange, chosen);
    },
  };
}

function requestText(
  exchange: Exchange,
  templates: ReadonlyMap<string, Template>,
  passthrough: string,
): string | Refusal {
  const type = bareMediaType(exchange.headers.get('content-type') ?? 'application/json');
  const template = templates.get(type);
  if (template !== undefined) return template(exchange);
  if (passthrough === 'NEVER' || (passthrough === 'WHEN_NO_TEMPLATES' && templates.size > 0))
    return new Refusal('UNSUPPORTED_MEDIA_TYPE', `the mock has no request template for ${type}`);
  return exchange.body?.toString() ?? '';
}

/** `{"statusCode": 200}`, or relaxed as `{statusCode: 200}`. */
function statusOf(text: string): number | undefined {
  const match = /^\s*\{[\s\S]*?["']?\bstatusCode\b["']?\s*:\s*["']?(\d{3})["']?\s*[,}]/.exec(text);
  return match === null ? undefined : Number(match[1]);
}

function choose(responses: readonly MockResponse[], status: number): MockResponse | undefined {
  const text = String(status);
  return (
    responses.find(({ pattern }) => pattern?.test(text)) ??
    responses.find(({ pattern }) => pattern === undefined)
  );
}

function compileResponse(pattern: string, response: IntegrationResponse): MockResponse {
  const headers: [string, Reader][] = [];
  for (const [target, expression] of Object.entries(response.responseParameters)) {
    const value = compileMapping(expression);
    if (target.startsWith('method.response.header.') && value !== undefined)
      headers.push([target.slice('method.response.header.'.length), value]);
  }
  const [contentType, text] = Object.entries(response.responseTemplates)[0] ?? [
    'application/json',
    undefined,
  ];
  return {
    pattern: pattern === 'default' ? undefined : new RegExp(`^(?:${pattern})$`),
    status: Number(response.statusCode),
    headers,
    contentType,
    body: text === undefined ? undefined : compileTemplate(text),
  };
}

function answer(exchange: Exchange, response: MockResponse): Answer {
  const headers = ['Content-Type', response.contentType];
  for (const [name, read] of response.headers) {
    const value = read(exchange);
    if (value === undefined) continue;
    if (name.toLowerCase() === 'content-type') headers[1] = value;
    else headers.push(name, value);
  }
  const body = response.body?.(exchange) ?? '';
  return { status: response.status, headers, body, reason: `the mock answers ${response.status}` };
}
