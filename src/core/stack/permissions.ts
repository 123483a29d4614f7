import { functionNameOf } from './attributes.js';
import type { Context } from './context.js';
import { type Invocation, invocationFault, methodSourceArn, withStageVariables } from './invocation.js';
import { propsOf } from './lambda.js';
import type {
  ApiAuthorizer,
  ApiMethod,
  LambdaFunction,
  LambdaPermission,
  RestApi,
  StackResource,
} from './model.js';

/** Who may invoke which function, from `AWS::Lambda::Permission`. */
export function buildPermissions(
  resources: StackResource[],
  functions: LambdaFunction[],
  context: Context,
): LambdaPermission[] {
  return resources.flatMap((resource) => {
    if (resource.type !== 'AWS::Lambda::Permission') return [];
    const props = propsOf(resource, context);
    const reference = props.required('FunctionName') ?? '';
    const fn = functions.find(({ name }) => name === functionNameOf(reference));
    if (!fn) return [];
    const qualifier = /:function:[^:]+:([^:]+)$/.exec(reference)?.[1];
    const sourceArn = props.string('SourceArn');
    const sourceAccount = props.string('SourceAccount');
    return [
      {
        functionArn: qualifier ? `${fn.arn}:${qualifier}` : fn.arn,
        action: props.required('Action') ?? '',
        principal: props.required('Principal') ?? '',
        ...(sourceArn && { sourceArn }),
        ...(sourceAccount && { sourceAccount }),
      },
    ];
  });
}

/** What may be judged of the stack while it is being built. */
interface Parts {
  functions: LambdaFunction[];
  permissions: LambdaPermission[];
  resources: StackResource[];
}

/** A call that is refused, and what it is made for. */
interface Refused {
  invocation: Invocation;
  why: string;
  /** `GET /items`, or the name of an authorizer. */
  what: string;
  place: ApiMethod['place'];
}

/**
 * Warns of functions that API Gateway may not invoke: it would answer 500. One warning a function and API, where its first
 * method (or its authorizer) stands.
 */
export function checkPermissions(apis: RestApi[], parts: Parts, context: Context): void {
  for (const api of apis) {
    const refused = [...refusedMethods(api, parts, context), ...refusedAuthorizers(api, parts, context)];
    for (const functionArn of new Set(refused.map(({ invocation }) => invocation.functionArn)))
      warnMissing(
        api,
        functionArn,
        refused.filter(({ invocation }) => invocation.functionArn === functionArn),
        context,
      );
  }
}

function refusedMethods(api: RestApi, parts: Parts, context: Context): Refused[] {
  const refused: Refused[] = [];
  for (const { httpMethod, resourcePath, integration, place } of api.methods) {
    const { type, uri, credentials } = integration;
    if (type !== 'AWS_PROXY' || uri === undefined) continue;
    for (const stage of api.stages) {
      const sourceArn = methodSourceArn(
        `${executeApi(api, context)}/${stage.name}`,
        httpMethod,
        resourcePath,
      );
      const invocation = { functionArn: withStageVariables(uri, stage), sourceArn, credentials };
      const why = invocationFault(parts, invocation);
      if (why === undefined) continue;
      refused.push({ invocation, why, what: `${httpMethod} ${resourcePath}`, place });
      break;
    }
  }
  return refused;
}

function refusedAuthorizers(api: RestApi, parts: Parts, context: Context): Refused[] {
  const used = new Set(
    api.methods.map(({ authorization }) => 'authorizer' in authorization && authorization.authorizer),
  );
  const authorizers = Object.values(api.authorizers).filter(({ name }) => used.has(name));
  return authorizers.flatMap((authorizer) => {
    const invocation = authorizerInvocation(executeApi(api, context), authorizer);
    const why = invocation && invocationFault(parts, invocation);
    if (invocation === undefined || why === undefined) return [];
    return [{ invocation, why, what: `the authorizer ${authorizer.name}`, place: authorizer.place }];
  });
}

/** The call of an authorizer's function; undefined for those that have none. `prefix` is the API's execute-api ARN. */
export function authorizerInvocation(
  prefix: string,
  { id, functionArn, credentials }: ApiAuthorizer,
): Invocation | undefined {
  if (functionArn === undefined) return undefined;
  return { functionArn, sourceArn: `${prefix}/authorizers/${id}`, credentials };
}

function executeApi({ id }: RestApi, { partition, region, accountId }: Context): string {
  return `arn:${partition}:execute-api:${region}:${accountId}:${id}`;
}

/** Routes that a warning names before it counts the others. */
const NAMED = 3;

function warnMissing(api: RestApi, functionArn: string, calls: readonly Refused[], context: Context): void {
  const [first] = calls as [Refused];
  const names = calls.slice(0, NAMED).map(({ what }) => what);
  if (calls.length > NAMED) names.push(`${calls.length - NAMED} more`);
  context.report.take([
    {
      severity: 'warning',
      code: 'MISSING_PERMISSION',
      message: `API Gateway may not invoke ${functionNameOf(functionArn)} for ${names.join(', ')}; AWS would answer 500: ${first.why}.`,
      remedy: `Add an AWS::Lambda::Permission for apigateway.amazonaws.com with the \`SourceArn\` of ${api.logicalId}.`,
      place: first.place,
      path: `Resources.${api.logicalId}`,
    },
  ]);
}
