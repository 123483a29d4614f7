import type { Exchange } from '../exchange.js';
import { traceHeader } from '../request-ids.js';
import { hostName } from './request-context.js';
import { secondOf } from './times.js';

type Variable = (exchange: Exchange) => string | undefined;

/** `$context` variables by name; those of error, authorizer and identity are looked up by their prefix. */
const VARIABLES: Record<string, Variable> = {
  accountId: (x) => x.stage?.accountId,
  apiId: (x) => x.stage?.api.id,
  deploymentId: (x) => x.stage?.stage.deploymentId,
  domainName: (x) => hostName(x),
  domainPrefix: (x) => hostName(x).split('.')[0],
  extendedRequestId: (x) => x.extendedRequestId,
  httpMethod: (x) => x.method,
  path: (x) => x.contextPath,
  protocol: () => 'HTTP/1.1',
  requestId: (x) => x.requestId,
  awsEndpointRequestId: (x) => x.answer?.integration?.requestId,
  requestTime: (x) => secondOf(x.startedAt).clf,
  requestTimeEpoch: (x) => String(Math.floor(x.startedAt)),
  resourceId: (x) => x.plan?.method.resourceId,
  resourcePath: (x) => x.plan?.method.resourcePath,
  stage: (x) => x.stage?.stage.name,
  status: (x) => (x.answer === undefined ? undefined : String(x.answer.status)),
  responseLength: (x) => (x.answer === undefined ? undefined : String(Buffer.byteLength(x.answer.body))),
  responseLatency: (x) => String(Math.round(performance.now() - x.began)),
  xrayTraceId: (x) => x.trace.root,
  tracing: (x) => traceHeader(x.trace),
  wafResponseCode: (x) => x.wafAction,
  webaclArn: (x) => x.stage?.stage.webAclArn,
  integrationLatency: (x) => numberText(x.answer?.integration?.latency),
  integrationStatus: (x) => numberText(x.answer?.integration?.serviceStatus),
  integrationErrorMessage: (x) => x.answer?.integration?.error,
  'integration.status': (x) => numberText(x.answer?.integration?.status),
  'integration.integrationStatus': (x) => numberText(x.answer?.integration?.serviceStatus),
  'integration.latency': (x) => numberText(x.answer?.integration?.latency),
  'integration.requestId': (x) => x.answer?.integration?.requestId,
  'integration.error': (x) => x.answer?.integration?.error,
  'authorizer.integrationLatency': (x) => authorizerLatency(x),
  'authorizer.latency': (x) => authorizerLatency(x),
  'authorizer.principalId': (x) =>
    x.verdict !== undefined && 'principalId' in x.verdict ? x.verdict.principalId : undefined,
  'identity.sourceIp': (x) => x.sourceIp,
  'identity.userAgent': (x) => x.headers.get('user-agent'),
  'identity.accessKey': (x) => x.identity.accessKey,
  'identity.accountId': (x) => x.identity.accountId,
  'identity.apiKey': (x) => x.identity.apiKey,
  'identity.apiKeyId': (x) => x.identity.apiKeyId,
  'identity.caller': (x) => x.identity.caller,
  'identity.user': (x) => x.identity.user,
  'identity.userArn': (x) => x.identity.userArn,
  'error.responseType': (x) => x.responseType,
  'error.message': (x) => x.errorMessage ?? undefined,
  'error.messageString': (x) => JSON.stringify(x.errorMessage),
  'error.validationErrorString': (x) => x.refusal?.validationError,
};

/** The value of `$context.{name}`; `undefined` when it is not set for this request. */
export function contextVariable(exchange: Exchange, name: string): string | undefined {
  if (Object.hasOwn(VARIABLES, name)) return VARIABLES[name]?.(exchange);
  if (!name.startsWith('authorizer.') || exchange.verdict === undefined) return undefined;
  const key = name.slice('authorizer.'.length);
  const { verdict } = exchange;
  if (verdict.kind === 'policy')
    return Object.hasOwn(verdict.context, key) ? verdict.context[key] : undefined;
  if (verdict.kind !== 'claims' || !key.startsWith('claims.')) return undefined;
  const claim = key.slice('claims.'.length);
  return Object.hasOwn(verdict.claims, claim) ? verdict.claims[claim] : undefined;
}

function authorizerLatency({ verdict }: Exchange): string | undefined {
  return verdict?.kind === 'policy' ? String(verdict.integrationLatency) : undefined;
}

function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(Math.round(value));
}
