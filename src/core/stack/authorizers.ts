import { functionArnIn } from './integration.js';
import type { ApiAuthorizer, LambdaFunction } from './model.js';
import { isUnresolved, type Props } from './props.js';

const TYPES = { token: 'TOKEN', request: 'REQUEST', cognito_user_pools: 'COGNITO_USER_POOLS' } as const;
const SOURCE = /^(method\.request\.(header|querystring)\.\S+|stageVariables\.\S+|context\.\S+)$/;

/** The names of an authorizer's settings where it was written. */
export interface AuthorizerSpelling {
  type: string;
  uri: string;
  credentials: string;
  ttl: string;
  source: string;
  expression: string;
  providers: string;
}

export const OPENAPI_AUTHORIZER: AuthorizerSpelling = {
  type: 'type',
  uri: 'authorizerUri',
  credentials: 'authorizerCredentials',
  ttl: 'authorizerResultTtlInSeconds',
  source: 'identitySource',
  expression: 'identityValidationExpression',
  providers: 'providerARNs',
};

export const CLOUDFORMATION_AUTHORIZER: AuthorizerSpelling = {
  type: 'Type',
  uri: 'AuthorizerUri',
  credentials: 'AuthorizerCredentials',
  ttl: 'AuthorizerResultTtlInSeconds',
  source: 'IdentitySource',
  expression: 'IdentityValidationExpression',
  providers: 'ProviderARNs',
};

/** Reads one authorizer. `header` is the security scheme's header, the source of a TOKEN authorizer that names none. */
export function readAuthorizer(
  { name, id }: Pick<ApiAuthorizer, 'name' | 'id'>,
  props: Props,
  spelling: AuthorizerSpelling,
  functions: LambdaFunction[],
  header?: string,
): ApiAuthorizer {
  const type = readType(props, spelling);
  const uri = type === 'COGNITO_USER_POOLS' ? undefined : props.required(spelling.uri);
  const functionArn =
    uri === undefined || isUnresolved(uri) ? undefined : functionArnIn(uri, props, spelling.uri, functions);
  const expression = props.string(spelling.expression);
  if (expression !== undefined) checkExpression(expression, props, spelling);
  const credentials = props.string(spelling.credentials);
  const authorizer: ApiAuthorizer = {
    name,
    id,
    type,
    ...(functionArn && { functionArn }),
    ...(credentials && { credentials }),
    providerArns: props.strings(spelling.providers),
    identitySource: readSources(props, spelling, header),
    ...(expression !== undefined && { identityValidationExpression: expression }),
    resultTtlInSeconds: props.within(spelling.ttl, 0, 3600, ' seconds') ?? 300,
    place: props.place(),
  };
  checkSources(authorizer, props, spelling);
  checkProviders(authorizer, props, spelling);
  return authorizer;
}

function readType(props: Props, spelling: AuthorizerSpelling): ApiAuthorizer['type'] {
  const raw = props.required(spelling.type) ?? 'token';
  const type = TYPES[raw.toLowerCase() as keyof typeof TYPES];
  if (!type && !isUnresolved(raw)) props.oneOf(spelling.type, ['token', 'request', 'cognito_user_pools']);
  return type ?? 'TOKEN';
}

function readSources(props: Props, spelling: AuthorizerSpelling, header: string | undefined): string[] {
  const raw = props.string(spelling.source);
  const sources = (raw ?? '').split(',').map((source) => source.trim());
  const named = sources.filter((source) => source !== '');
  return named.length === 0 && header ? [`method.request.header.${header}`] : named;
}

function checkExpression(expression: string, props: Props, spelling: AuthorizerSpelling): void {
  try {
    new RegExp(expression);
  } catch {
    const remedy = 'Correct the regular expression.';
    props.error(
      'BAD_PATTERN',
      'The identity validation expression cannot be read.',
      remedy,
      spelling.expression,
    );
  }
}

function checkProviders({ providerArns }: ApiAuthorizer, props: Props, spelling: AuthorizerSpelling): void {
  for (const arn of providerArns)
    if (!isUnresolved(arn) && !/^arn:[^:]+:cognito-idp:[^:]+:\d{12}:userpool\/\S+$/.test(arn))
      props.error(
        'BAD_PROVIDER',
        `\`${arn}\` is no ARN of a user pool.`,
        'Use `Fn::GetAtt: [Pool, Arn]` or write `arn:aws:cognito-idp:region:account:userpool/id`.',
        spelling.providers,
      );
}

function checkSources(authorizer: ApiAuthorizer, props: Props, spelling: AuthorizerSpelling): void {
  const { type, identitySource, resultTtlInSeconds } = authorizer;
  const key = props.has(spelling.source) ? spelling.source : undefined;
  for (const source of identitySource) {
    if (SOURCE.test(source) || isUnresolved(source)) continue;
    const remedy =
      'Use method.request.header.X, method.request.querystring.X, stageVariables.X or context.X.';
    props.error('BAD_IDENTITY_SOURCE', `\`${source}\` is no identity source.`, remedy, key);
  }
  if (type !== 'REQUEST' && identitySource.length !== 1)
    props.error(
      'BAD_IDENTITY_SOURCE',
      `A ${type} authorizer has one header as identity source.`,
      'Name one header.',
      key,
    );
  if (type === 'REQUEST' && identitySource.length === 0 && resultTtlInSeconds > 0)
    props.error(
      'BAD_IDENTITY_SOURCE',
      'A REQUEST authorizer that caches needs an identity source.',
      `Name one, or set \`${spelling.ttl}: 0\`.`,
      key,
    );
  if (type === 'COGNITO_USER_POOLS' && authorizer.providerArns.length === 0)
    props.error('MISSING_PROPERTY', `\`${spelling.providers}\` is missing.`, 'Name the user pools by ARN.');
}
