import type {
  ApiAuthorizer,
  ApiMethod,
  ApiStage,
  HttpMethod,
  Integration,
  RestApi,
  StackModel,
} from '../../../src/core/stack/model.js';

const place = { file: 'template.yaml', line: 1, column: 1 };

/** ARN of a function of the test account. */
export function functionArn(name: string): string {
  return `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
}

/** An integration, a Lambda proxy of `fn` unless changed. */
export function integration(change: Partial<Integration> = {}): Integration {
  return {
    type: 'AWS_PROXY',
    uri: functionArn('fn'),
    httpMethod: 'POST',
    timeoutInMillis: 29_000,
    passthroughBehavior: 'WHEN_NO_MATCH',
    requestParameters: {},
    requestTemplates: {},
    cacheKeyParameters: [],
    responses: {},
    ...change,
  };
}

/** A method that is open to everybody unless changed. */
export function method(
  httpMethod: HttpMethod,
  resourcePath: string,
  change: Partial<ApiMethod> = {},
): ApiMethod {
  return {
    resourcePath,
    resourceId: resourcePath === '/' ? 'rootrootid' : 'res001',
    httpMethod,
    authorization: { type: 'NONE' },
    apiKeyRequired: false,
    requestParameters: {},
    requestModels: {},
    integration: integration(),
    responses: {},
    place,
    ...change,
  };
}

/** A TOKEN authorizer on the Authorization header, served by the function `auth`, unless changed. */
export function authorizer(change: Partial<ApiAuthorizer> = {}): ApiAuthorizer {
  return {
    name: 'auth',
    id: 'auth01',
    type: 'TOKEN',
    functionArn: functionArn('auth'),
    providerArns: [],
    identitySource: ['method.request.header.Authorization'],
    resultTtlInSeconds: 300,
    place,
    ...change,
  };
}

/** The stage `prod` with no settings, unless changed. */
export function stage(change: Partial<ApiStage> = {}): ApiStage {
  return {
    name: 'prod',
    deploymentId: 'dep001',
    variables: {},
    methodSettings: {},
    cacheClusterEnabled: false,
    tracingEnabled: false,
    ...change,
  };
}

/** A regional API with one stage, unless changed. */
export function restApi(methods: ApiMethod[], change: Partial<RestApi> = {}): RestApi {
  return {
    logicalId: 'Api',
    name: 'api',
    id: 'abcdef1234',
    rootResourceId: 'rootrootid',
    endpointType: 'REGIONAL',
    binaryMediaTypes: [],
    apiKeySource: 'HEADER',
    methods,
    authorizers: {},
    validators: {},
    models: {},
    gatewayResponses: {},
    stages: [stage()],
    place,
    ...change,
  };
}

/** A stack with these APIs and nothing else, unless changed. */
export function stackOf(restApis: RestApi[], change: Partial<StackModel> = {}): StackModel {
  return {
    file: '/template.yaml',
    sources: [],
    accountId: '123456789012',
    region: 'eu-west-1',
    stackName: 'test',
    parameters: {},
    functions: [],
    permissions: [],
    restApis,
    apiKeys: [],
    usagePlans: [],
    webAcls: [],
    edgeFunctions: [],
    secrets: [],
    resources: [],
    outputs: {},
    ...change,
  };
}
