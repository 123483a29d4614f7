import type { Answer, Refusal } from '../answer.js';
import type { Template } from '../event/template.js';
import type { Exchange } from '../exchange.js';
import { bareMediaType } from '../http/media-types.js';
import { DEFAULTS, defaultBody } from './defaults.js';

/** Makes the client's answer of a refusal, in AWS's default form or as the API customises it. */
export function renderRefusal(exchange: Exchange, refusal: Refusal): Answer {
  const standard = DEFAULTS[refusal.type];
  const plan = exchange.stage?.gatewayResponses[refusal.type];
  const message = refusal.message === undefined ? standard.message : refusal.message;
  exchange.responseType = refusal.type;
  exchange.errorMessage = message;
  const [contentType, template] = chooseTemplate(exchange, plan?.templates);
  const headers = ['Content-Type', contentType, 'x-amzn-ErrorType', refusal.errorType ?? standard.errorType];
  const body = template === undefined ? defaultBody(refusal.type, message) : template(exchange);
  for (const [name, read] of plan?.headers ?? []) {
    const value = read(exchange);
    if (value === undefined) continue;
    if (name.toLowerCase() === 'content-type') headers[1] = value;
    else headers.push(name, value);
  }
  return {
    status: plan?.status ?? refusal.status ?? standard.status,
    headers,
    body,
    reason: refusal.reason,
    ...(refusal.integration !== undefined && { integration: refusal.integration }),
  };
}

const JSON_TYPE = 'application/json';

/** The template whose content type the client accepts first, else the JSON one, else the first there is. */
function chooseTemplate(
  exchange: Exchange,
  templates: ReadonlyMap<string, Template> | undefined,
): [contentType: string, template: Template | undefined] {
  if (templates === undefined || templates.size === 0) return [JSON_TYPE, undefined];
  for (const entry of (exchange.headers.get('accept') ?? '').split(',')) {
    const type = bareMediaType(entry);
    const template = templates.get(type);
    if (template !== undefined) return [type, template];
  }
  const json = templates.get(JSON_TYPE);
  if (json !== undefined) return [JSON_TYPE, json];
  return [...templates][0] as [string, Template];
}
