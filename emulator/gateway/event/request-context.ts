import type { Exchange } from '../exchange.js';
import type { MethodPlan } from '../tables/plans.js';
import { quote, quoteOrNull } from './json.js';
import { secondOf } from './times.js';

/** The Host the client asked for, without a port: AWS's names never have one. */
export function hostName(exchange: Exchange): string {
  const host = exchange.headers.get('host') ?? '';
  if (host.startsWith('[')) return host.slice(0, host.indexOf(']') + 1);
  const colon = host.indexOf(':');
  return colon < 0 ? host : host.slice(0, colon);
}

/** JSON of `requestContext` (§1.2). `authorizer` is left out for the event of an authorizer itself. */
export function requestContextJson(exchange: Exchange, plan: MethodPlan, withAuthorizer: boolean): string {
  const host = hostName(exchange);
  const dot = host.indexOf('.');
  const { stage } = plan;
  const authorizer = withAuthorizer ? authorizerJson(exchange) : '';
  return (
    `${plan.contextHead}${authorizer},"httpMethod":"${exchange.method}",` +
    `"extendedRequestId":"${exchange.extendedRequestId}","requestTime":"${secondOf(exchange.startedAt).clf}",` +
    `"path":${quote(exchange.contextPath)},"accountId":"${stage.accountId}","protocol":"HTTP/1.1",` +
    `"stage":${quote(stage.stage.name)},"domainPrefix":${quote(dot < 0 ? host : host.slice(0, dot))},` +
    `"requestTimeEpoch":${Math.floor(exchange.startedAt)},"requestId":"${exchange.requestId}",` +
    `"identity":${identityJson(exchange, plan)},"domainName":${quote(host)},` +
    `"deploymentId":${quote(stage.stage.deploymentId)},"apiId":${quote(stage.api.id)}}`
  );
}

function identityJson(exchange: Exchange, plan: MethodPlan): string {
  const { identity } = exchange;
  const key = plan.method.apiKeyRequired
    ? `,"apiKey":${quoteOrNull(identity.apiKey)},"apiKeyId":${quoteOrNull(identity.apiKeyId)}`
    : '';
  return (
    `{"cognitoIdentityPoolId":null,"accountId":${quoteOrNull(identity.accountId)},"cognitoIdentityId":null,` +
    `"caller":${quoteOrNull(identity.caller)},"sourceIp":${quote(exchange.sourceIp)},"principalOrgId":null,` +
    `"accessKey":${quoteOrNull(identity.accessKey)},"cognitoAuthenticationType":null,` +
    `"cognitoAuthenticationProvider":null,"userArn":${quoteOrNull(identity.userArn)},` +
    `"userAgent":${quoteOrNull(exchange.headers.get('user-agent'))},"user":${quoteOrNull(identity.user)}${key}}`
  );
}

/** JSON of a verdict's constant part; the verdict of a cached policy is a new object each time, its context is not. */
const contexts = new WeakMap<object, string>();

function authorizerJson({ verdict }: Exchange): string {
  if (verdict?.kind === 'claims') return `,"authorizer":{"claims":${JSON.stringify(verdict.claims)}}`;
  if (verdict?.kind !== 'policy') return '';
  let fields = contexts.get(verdict.context);
  if (fields === undefined) {
    fields = JSON.stringify(verdict.context).slice(1, -1);
    contexts.set(verdict.context, fields);
  }
  const principal = verdict.principalId === undefined ? '' : `"principalId":${quote(verdict.principalId)},`;
  return `,"authorizer":{${fields}${fields === '' ? '' : ','}${principal}"integrationLatency":${verdict.integrationLatency}}`;
}
