import type { Exchange } from '../exchange.js';
import type { MethodPlan } from '../tables/plans.js';
import { eventHeaders } from './event-headers.js';
import { pairObjects, quote } from './json.js';
import { requestContextJson } from './request-context.js';

/** JSON text of the Lambda-proxy event (REST, payload 1.0 without `version`; §1.1). */
export function proxyEvent(exchange: Exchange, plan: MethodPlan): string {
  const headers = eventHeaders(exchange, plan.stage, 'proxy');
  const { text, encoded } = eventBody(exchange, plan);
  return (
    `${plan.eventHead}${quote(exchange.path)},"httpMethod":"${exchange.method}",` +
    `"headers":${headers.single},"multiValueHeaders":${headers.multi},` +
    `${parameters(exchange, plan, 'null')}"stageVariables":${plan.stage.variablesJson},` +
    `"requestContext":${requestContextJson(exchange, plan, true)},"body":${text},"isBase64Encoded":${encoded}}`
  );
}

/** JSON text of a REQUEST authorizer's event: empties are `{}`, and there is no body (§5.1). */
export function authorizerEvent(exchange: Exchange, plan: MethodPlan, methodArn: string): string {
  const headers = eventHeaders(exchange, plan.stage, 'authorizer');
  const variables = plan.stage.variablesJson === 'null' ? '{}' : plan.stage.variablesJson;
  return (
    `{"type":"REQUEST","methodArn":${quote(methodArn)},"resource":${quote(plan.method.resourcePath)},` +
    `"path":${quote(exchange.path)},"httpMethod":"${exchange.method}",` +
    `"headers":${headers.single},"multiValueHeaders":${headers.multi},` +
    `${parameters(exchange, plan, '{}')}"stageVariables":${variables},` +
    `"requestContext":${requestContextJson(exchange, plan, false)}}`
  );
}

/** The query and path parameter members, each with a comma behind; `empty` is what stands for none. */
function parameters(exchange: Exchange, plan: MethodPlan, empty: string): string {
  return `${queryMembers(exchange, empty)}"pathParameters":${pathObject(exchange, plan, empty)},`;
}

function queryMembers(exchange: Exchange, empty: string): string {
  const pairs = exchange.query;
  if (pairs.length === 0)
    return `"queryStringParameters":${empty},"multiValueQueryStringParameters":${empty},`;
  const query = pairObjects(
    pairs.map(([name]) => name),
    pairs.map(([, value]) => value),
  );
  return `"queryStringParameters":${query.single},"multiValueQueryStringParameters":${query.multi},`;
}

function pathObject(exchange: Exchange, plan: MethodPlan, empty: string): string {
  const { pathNames } = plan;
  if (pathNames.length === 0) return empty;
  let members = '';
  for (let i = 0; i < pathNames.length; i++)
    members += `${i === 0 ? '' : ','}${quote(pathNames[i] as string)}:${quote(exchange.pathValues[i] ?? '')}`;
  return `{${members}}`;
}

function eventBody(exchange: Exchange, plan: MethodPlan): { text: string; encoded: boolean } {
  const { body } = exchange;
  const encoded = body !== undefined && plan.stage.isBinary(exchange.headers.get('content-type'));
  if (body === undefined || body.length === 0) return { text: 'null', encoded: false };
  return encoded
    ? { text: `"${body.toString('base64')}"`, encoded }
    : { text: quote(body.toString()), encoded };
}
