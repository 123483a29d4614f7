import { globMatches } from '../policy/pattern.js';
import { functionNameOf } from './attributes.js';
import type { Context } from './context.js';
import { propsOf } from './lambda.js';
import type { LambdaFunction, LambdaPermission, RestApi, StackResource } from './model.js';

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

/** Warns of methods that API Gateway may not pass on (it would answer 500): nobody granted it the invocation. */
export function checkPermissions(apis: RestApi[], permissions: LambdaPermission[], context: Context): void {
  for (const api of apis) {
    for (const method of api.methods) {
      const { type, uri, credentials } = method.integration;
      if (type !== 'AWS_PROXY' || !uri || credentials || uri.includes('${')) continue;
      const verb = method.httpMethod === 'ANY' ? '*' : method.httpMethod;
      const path = method.resourcePath.replace(/\{[^}]*\}/g, '*');
      const tail = `:${api.id}/*/${verb}${path}`;
      if (permissions.some((permission) => grants(permission, uri, tail, context))) continue;
      warnMissing(api, `${method.httpMethod} ${method.resourcePath}`, uri, context, method);
    }
  }
}

function grants(permission: LambdaPermission, uri: string, tail: string, context: Context): boolean {
  if (permission.functionArn !== uri || permission.principal !== 'apigateway.amazonaws.com') return false;
  if (!/^(\*|lambda:(\*|InvokeFunction))$/i.test(permission.action)) return false;
  if (!permission.sourceArn) return true;
  const own = `arn:${context.partition}:execute-api:${context.region}:${context.accountId}${tail}`;
  // A permission for one stage is enough here: which stages exist is the gateway's business.
  return (
    globMatches(permission.sourceArn, own) ||
    globMatches(permission.sourceArn.replace(/^((?:[^:]*:){5}[^/]+\/)[^/]+/, '$1*'), own)
  );
}

function warnMissing(api: RestApi, route: string, uri: string, context: Context, method: object): void {
  const place = (method as { place: LambdaFunction['place'] }).place;
  context.report.take([
    {
      severity: 'warning',
      code: 'MISSING_PERMISSION',
      message: `API Gateway may not invoke ${functionNameOf(uri)} for ${route}; AWS would answer 500.`,
      remedy: `Add an AWS::Lambda::Permission for apigateway.amazonaws.com with the \`SourceArn\` of ${api.logicalId}.`,
      place,
      path: `Resources.${api.logicalId}`,
    },
  ]);
}
