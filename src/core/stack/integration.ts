import { isDict } from '../dict.js';
import { nearest } from '../document/nearest.js';
import { functionNameOf } from './attributes.js';
import type { Integration, IntegrationResponse, LambdaFunction } from './model.js';
import { isUnresolved, type Props } from './props.js';

const TYPES = ['AWS_PROXY', 'HTTP_PROXY', 'MOCK', 'AWS', 'HTTP'] as const;
const PASSTHROUGH = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;
const HANDLING = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const;

/** The same setting has one name in CloudFormation and another in the OpenAPI extension. */
const CLOUDFORMATION = {
  type: 'Type',
  uri: 'Uri',
  httpMethod: 'IntegrationHttpMethod',
  timeoutInMillis: 'TimeoutInMillis',
  passthroughBehavior: 'PassthroughBehavior',
  contentHandling: 'ContentHandling',
  credentials: 'Credentials',
  requestParameters: 'RequestParameters',
  requestTemplates: 'RequestTemplates',
  cacheKeyParameters: 'CacheKeyParameters',
  cacheNamespace: 'CacheNamespace',
  responses: 'IntegrationResponses',
  connectionType: 'ConnectionType',
  connectionId: 'ConnectionId',
  responseTransferMode: 'ResponseTransferMode',
  tlsConfig: 'TlsConfig',
  integrationTarget: 'IntegrationTarget',
} as const;
type Setting = keyof typeof CLOUDFORMATION;

/** How settings are spelled where the integration was written. */
export type Spelling = (setting: Setting) => string;
export const asCloudFormation: Spelling = (setting) => CLOUDFORMATION[setting];
export const asOpenApi: Spelling = (setting) => setting;

/** Reads an integration and checks that what it calls is there. */
export function readIntegration(props: Props, spelling: Spelling, functions: LambdaFunction[]): Integration {
  props.knownKeys(Object.keys(CLOUDFORMATION).map((setting) => spelling(setting as Setting)));
  const type = upperOneOf(props, spelling('type'), TYPES, true) ?? 'MOCK';
  const httpMethod = props.string(spelling('httpMethod'));
  const uri = readUri(props, type, spelling, functions);
  warnNotEmulated(props, type, spelling);
  if (type === 'AWS_PROXY' && httpMethod?.toUpperCase() !== 'POST')
    reportMethod(props, spelling('httpMethod'));
  const handling = upperOneOf(props, spelling('contentHandling'), HANDLING);
  const namespace = props.string(spelling('cacheNamespace'));
  const credentials = props.string(spelling('credentials'));
  return {
    type,
    ...(uri !== undefined && { uri }),
    ...(httpMethod !== undefined && { httpMethod }),
    timeoutInMillis: readTimeout(props, spelling('timeoutInMillis')),
    passthroughBehavior: upperOneOf(props, spelling('passthroughBehavior'), PASSTHROUGH) ?? 'WHEN_NO_MATCH',
    ...(handling && { contentHandling: handling }),
    ...(credentials && { credentials }),
    requestParameters: props.stringMap(spelling('requestParameters')),
    requestTemplates: props.stringMap(spelling('requestTemplates')),
    cacheKeyParameters: props.strings(spelling('cacheKeyParameters')),
    ...(namespace !== undefined && { cacheNamespace: namespace }),
    responses: readResponses(props, spelling('responses')),
  };
}

/** Quotas can raise the 29 s of a regional API, so only what no quota allows is an error. */
function readTimeout(props: Props, key: string): number {
  const timeout = props.within(key, 50, 300_000, ' ms') ?? 29_000;
  if (timeout > 29_000)
    props.warn(
      'TIMEOUT_ABOVE_DEFAULT',
      `\`${key}\` is above the default quota of 29000 ms.`,
      'Ask AWS for a higher quota, or stay below.',
      key,
    );
  return timeout;
}

function upperOneOf<T extends string>(
  props: Props,
  key: string,
  allowed: readonly T[],
  required = false,
): T | undefined {
  const raw = required ? props.required(key) : props.string(key);
  if (raw === undefined || isUnresolved(raw)) return undefined;
  const found = allowed.find((value) => value === raw.toUpperCase());
  if (!found) props.oneOf(key, allowed);
  return found;
}

function reportMethod(props: Props, key: string): void {
  props.error(
    'INTEGRATION_METHOD',
    'A Lambda function is invoked with POST; API Gateway answers 500 with anything else.',
    `Write \`${key}: POST\`.`,
    props.has(key) ? key : undefined,
  );
}

function warnNotEmulated(props: Props, type: Integration['type'], spelling: Spelling): void {
  if (type === 'AWS' || type === 'HTTP')
    props.warn(
      'NOT_EMULATED',
      `Integrations of type ${type} (mapping templates) are not emulated yet; calls of this method will fail.`,
      `Use ${type}_PROXY.`,
      spelling('type'),
    );
  if (props.string(spelling('connectionType')) === 'VPC_LINK')
    props.warn(
      'NOT_EMULATED',
      'VPC links are not emulated.',
      'The URI is called directly.',
      spelling('connectionType'),
    );
  if (props.string(spelling('responseTransferMode')) === 'STREAM')
    props.warn(
      'NOT_EMULATED',
      'Response streaming is not emulated; answers are buffered.',
      'Nothing to do.',
      spelling('responseTransferMode'),
    );
}

function readUri(
  props: Props,
  type: Integration['type'],
  spelling: Spelling,
  functions: LambdaFunction[],
): string | undefined {
  if (type === 'MOCK') return props.string(spelling('uri'));
  const key = spelling('uri');
  const uri = props.required(key);
  if (uri === undefined || isUnresolved(uri)) return undefined;
  if (type === 'AWS_PROXY') return functionArnIn(uri, props, key, functions);
  if (type === 'HTTP_PROXY' && !/^https?:\/\/|^\$\{stageVariables\./.test(uri))
    props.error('BAD_URI', `\`${uri}\` is no web address.`, 'Write `http://…` or `https://…`.', key);
  return uri;
}

const INVOCATION = /^arn:[^:]+:apigateway:[^:]+:lambda:path\/+2015-03-31\/functions\/(.+)\/invocations$/;
const FUNCTION_ARN = /^arn:[^:]+:lambda:[^:]+:[^:]+:function:[^:]+(:[^:]+)?$/;

/**
 * The function ARN inside an invocation URI; unknown functions and malformed URIs are reported. References to stage
 * variables stay as they are.
 */
export function functionArnIn(
  uri: string,
  props: Props,
  key: string,
  functions: LambdaFunction[],
): string | undefined {
  const arn = INVOCATION.exec(uri)?.[1];
  if (arn === undefined || !FUNCTION_ARN.test(arn)) {
    props.error(
      'BAD_INTEGRATION_URI',
      `\`${uri}\` is no invocation URI of a Lambda function.`,
      'Write `arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Function.Arn}/invocations` in an Fn::Sub.',
      key,
    );
    return undefined;
  }
  if (!arn.includes('${stageVariables.')) checkFunction(arn, props, key, functions);
  return arn;
}

function checkFunction(arn: string, props: Props, key: string, functions: LambdaFunction[]): void {
  const name = functionNameOf(arn);
  const qualifier = arn.split(':')[7];
  const fn = functions.find((candidate) => candidate.name === name);
  if (!fn) {
    const near = nearest(
      name,
      functions.map((candidate) => candidate.name),
    );
    props.error(
      'UNKNOWN_FUNCTION',
      `The URI names the function \`${name}\`, which this template does not have.`,
      near ? `Did you mean \`${near}\`?` : 'Refer to the function by `${LogicalId.Arn}`.',
      key,
    );
    return;
  }
  if (qualifier === undefined || qualifier === '$LATEST' || fn.versions.includes(qualifier)) return;
  const aliases = fn.aliases.map((alias) => alias.name);
  if (aliases.includes(qualifier)) return;
  const near = nearest(qualifier, aliases);
  props.error(
    'UNKNOWN_FUNCTION',
    `${fn.logicalId} has no version or alias \`${qualifier}\`.`,
    near ? `Did you mean \`${near}\`?` : 'Add an AWS::Lambda::Alias, or leave the qualifier out.',
    key,
  );
}

function readResponses(props: Props, key: string): Record<string, IntegrationResponse> {
  const raw = props.value[key];
  if (Array.isArray(raw))
    return Object.fromEntries(
      props
        .items(key)
        .map((item) => [item.string('SelectionPattern') ?? 'default', readResponse(item, true)]),
    );
  const inner = props.inner(key);
  return Object.fromEntries(
    Object.keys(inner.value).flatMap((pattern) =>
      isDict(inner.value[pattern]) ? [[pattern, readResponse(inner.inner(pattern), false)]] : [],
    ),
  );
}

function readResponse(props: Props, cloudFormation: boolean): IntegrationResponse {
  const key = (name: string): string =>
    cloudFormation ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  const handling = upperOneOf(props, key('contentHandling'), HANDLING);
  return {
    statusCode: props.required(key('statusCode')) ?? '200',
    responseParameters: props.stringMap(key('responseParameters')),
    responseTemplates: props.stringMap(key('responseTemplates')),
    ...(handling && { contentHandling: handling }),
  };
}
