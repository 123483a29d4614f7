import type { Clock } from '../../../src/core/clock.js';
import type { Diagnostic, SourcePlace } from '../../../src/core/diagnostics.js';
import { placeOf } from '../../../src/core/document/marks.js';
import { invocationFault, methodSourceArn, withStageVariables } from '../../../src/core/stack/invocation.js';
import type {
  ApiMethod,
  ApiStage,
  EdgeFunction,
  MethodSettings,
  RestApi,
  StackModel,
  WebAcl,
} from '../../../src/core/stack/model.js';
import { authorizerInvocation } from '../../../src/core/stack/permissions.js';
import { compileCachePlan } from '../cache/plan.js';
import { type CompiledEdgeFunction, compileEdgeFunction } from '../edge/compile.js';
import { compileMapping } from '../event/mapping.js';
import { compileTemplate } from '../event/template.js';
import { binaryMatcher } from '../http/media-types.js';
import { invoking, unsupported } from '../integrations/common.js';
import { type Backends, compileIntegration } from '../integrations/compile.js';
import type { IntegrationPlan } from '../integrations/plan.js';
import { compiledPolicy } from '../policy/ask.js';
import { compileGatewayResponses } from '../responses/compile.js';
import { ACCOUNT_LIMIT, type Limit } from '../traffic/token-bucket.js';
import { UsagePlans } from '../traffic/usage-plans.js';
import { compileCheck } from '../validation/compile.js';
import { compileWebAcl, type WafFault, type WafPlan } from '../waf/compile.js';
import { settingsFor } from './method-settings.js';
import type { AccessLogPlan, AuthorizerPlan, MethodPlan, Reader, StagePlan, Tables } from './plans.js';
import { pathParameterNames, RouteTree } from './route-tree.js';

/** What compiled plans reach out with. */
export interface Tools extends Backends {
  clock: Clock;
  /** Told of every fault: with one of severity `error` the stack is not served. */
  fault(diagnostic: Diagnostic): void;
}

/** Compiles a stack to what the chain works with. */
export function compileTables(stack: StackModel, tools: Tools): Tables {
  const stages = new Map<string, StagePlan>();
  let root: StagePlan | undefined;
  for (const api of stack.restApis) {
    for (const stage of api.stages) {
      const plan = compileStage(stack, api, stage, tools);
      stages.set(`${api.id}/${stage.name}`, plan);
      if (root === undefined || (api === stack.restApis[0] && stage.name === 'default')) root = plan;
    }
  }
  return { stack, root, stages, usagePlans: new UsagePlans(stack) };
}

function compileStage(stack: StackModel, api: RestApi, stage: ApiStage, tools: Tools): StagePlan {
  const plan: StagePlan = {
    api,
    stage,
    accountId: stack.accountId,
    region: stack.region,
    routes: new RouteTree(),
    isBinary: binaryMatcher(api.binaryMediaTypes),
    arnPrefix: `arn:aws:execute-api:${stack.region}:${stack.accountId}:${api.id}/${stage.name}/`,
    variablesJson: Object.keys(stage.variables).length === 0 ? 'null' : JSON.stringify(stage.variables),
    waf: wafPlan(stack, stage, tools),
    resourcePolicy: api.policy === undefined ? undefined : compiledPolicy(api.policy),
    gatewayResponses: compileGatewayResponses(api),
    edge: api.endpointType === 'EDGE',
    viewerRequest: edgeFunctions(stack, api, 'viewer-request', tools),
    viewerResponse: edgeFunctions(stack, api, 'viewer-response', tools),
    accessLog: accessLogPlan(stage),
  };
  for (const method of api.methods) {
    const compiled = attempt(tools, method.place, () => compileMethod(stack, plan, method, tools));
    if (compiled !== undefined) plan.routes.add(method.resourcePath, method.httpMethod, compiled);
  }
  return plan;
}

/** Something that cannot be compiled (a pattern, a policy, a script) is a fault where it stands. */
function attempt<T>({ fault }: Tools, place: SourcePlace, compile: () => T): T | undefined {
  try {
    return compile();
  } catch (error) {
    const message = `It cannot be served: ${error instanceof Error ? error.message : String(error)}.`;
    fault({ severity: 'error', code: 'NOT_SERVABLE', message, remedy: 'Correct it.', place });
    return undefined;
  }
}

function wafPlan(stack: StackModel, stage: ApiStage, tools: Tools): WafPlan | undefined {
  const acl = stack.webAcls.find(({ arn }) => arn === stage.webAclArn);
  if (acl === undefined) return undefined;
  const tell: WafFault = (severity, what, rule) => tools.fault(wafDiagnostic(acl, severity, what, rule));
  return attempt(tools, acl.place, () => compileWebAcl(acl, stack.accountId, tools.clock, tell));
}

function wafDiagnostic(
  { name, place }: WebAcl,
  severity: Diagnostic['severity'],
  what: string,
  rule: Record<string, unknown> | undefined,
): Diagnostic {
  const where = rule === undefined ? '' : `, rule ${rule.Name},`;
  const [verb, remedy] =
    severity === 'error'
      ? ['asks for', 'Leave it out here, under a Condition for instance, and test it on AWS.']
      : ['has', 'Test that rule on AWS.'];
  return {
    severity,
    code: 'WAF_NOT_EMULATED',
    message: `Web ACL ${name}${where} ${verb} ${what}${severity === 'error' ? ': that is not emulated' : ''}.`,
    remedy,
    place: placeOf(rule) ?? place,
  };
}

function edgeFunctions(
  stack: StackModel,
  api: RestApi,
  eventType: EdgeFunction['eventType'],
  tools: Tools,
): CompiledEdgeFunction[] | undefined {
  const mine = stack.edgeFunctions.filter((edge) => edge.apiId === api.id && edge.eventType === eventType);
  const compiled = mine.map((edge) => attempt(tools, edge.place, () => compileEdgeFunction(edge)));
  return mine.length === 0 ? undefined : compiled.filter((edge) => edge !== undefined);
}

/** Variables that are not set print `-` (§10.6). */
function accessLogPlan({ accessLog }: ApiStage): AccessLogPlan | undefined {
  if (accessLog === undefined) return undefined;
  return { destinationArn: accessLog.destinationArn, line: compileTemplate(accessLog.format, '-') };
}

function compileMethod(stack: StackModel, stage: StagePlan, method: ApiMethod, tools: Tools): MethodPlan {
  const resource = JSON.stringify(method.resourcePath);
  const operation =
    method.operationName === undefined ? '' : `,"operationName":${JSON.stringify(method.operationName)}`;
  const settings = settingsFor(stage.stage, method);
  const arn = methodSourceArn(stage.arnPrefix.slice(0, -1), method.httpMethod, method.resourcePath);
  return {
    stage,
    method,
    cache: compileCachePlan(stage.stage, method, settings),
    limit: methodLimit(settings),
    throttleKey: `${method.resourcePath === '/' ? '' : method.resourcePath}/${method.httpMethod}`,
    pathNames: pathParameterNames(method.resourcePath),
    authorizer: authorizerPlan(stack, stage, method),
    check: compileCheck(stage.api, method),
    integration: permitted(stack, stage, method, arn) ?? compileIntegration(method, stage.stage, arn, tools),
    eventHead: `{"resource":${resource},"path":`,
    contextHead: `{"resourceId":${JSON.stringify(method.resourceId)},"resourcePath":${resource}${operation}`,
  };
}

/** The refusal of every request when nobody lets API Gateway invoke the method's function: a 500 on AWS (§13.3). */
function permitted(
  stack: StackModel,
  stage: StagePlan,
  method: ApiMethod,
  sourceArn: string,
): IntegrationPlan | undefined {
  const { type, uri = '', credentials } = method.integration;
  if (type !== 'AWS_PROXY') return undefined;
  if (stack.isDeployed && credentials === undefined) return undefined;
  const fault = invocationFault(stack, {
    functionArn: withStageVariables(uri, stage.stage),
    sourceArn,
    credentials,
  });
  return fault === undefined ? undefined : unsupported(fault);
}

/** AWS takes a rate without a burst as a burst of the same size. */
function methodLimit(settings: MethodSettings): Limit | undefined {
  const { throttlingRateLimit: rateLimit, throttlingBurstLimit: burstLimit } = settings;
  if (rateLimit === undefined && burstLimit === undefined) return undefined;
  return { rateLimit: rateLimit ?? ACCOUNT_LIMIT.rateLimit, burstLimit: burstLimit ?? rateLimit ?? 0 };
}

function authorizerPlan(
  stack: StackModel,
  { api, region, accountId }: StagePlan,
  { authorization }: ApiMethod,
): AuthorizerPlan | undefined {
  if (authorization.type === 'NONE' || authorization.type === 'AWS_IAM') return undefined;
  const authorizer = Object.hasOwn(api.authorizers, authorization.authorizer)
    ? api.authorizers[authorization.authorizer]
    : undefined;
  if (authorizer === undefined)
    throw new Error(`API ${api.name} has no authorizer ${authorization.authorizer}`);
  const call = authorizerInvocation(`arn:aws:execute-api:${region}:${accountId}:${api.id}`, authorizer);
  return {
    authorizer,
    identity: authorizer.identitySource.map(identityReader),
    scopes: authorization.scopes,
    forbidden:
      call && !(stack.isDeployed && call.credentials === undefined)
        ? invocationFault(stack, call)
        : undefined,
    by: call && call.credentials === undefined ? invoking(call.sourceArn) : undefined,
  };
}

function identityReader(source: string): Reader {
  const read = compileMapping(source);
  if (read === undefined) throw new Error(`${source} is no identity source`);
  return read;
}
