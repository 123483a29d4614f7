import type { SourcePlace } from '../diagnostics.js';
import type { Secret } from '../secret.js';

/**
 * A CloudFormation template with its OpenAPI bodies, resolved for one account, region and stage: what the emulator
 * boots from and what `deploy` sends. Names are CloudFormation's and API Gateway's own.
 */
export interface StackModel {
  /** Absolute path of the template. */
  file: string;
  /** Every file read, absolute: the template, included bodies, local schemas. What a watcher watches. */
  sources: string[];
  accountId: string;
  region: string;
  stackName: string;
  /** Parameter values in force. `NoEcho` parameters are secret. */
  parameters: Record<string, string | Secret>;
  functions: LambdaFunction[];
  permissions: LambdaPermission[];
  restApis: RestApi[];
  apiKeys: ApiKey[];
  usagePlans: UsagePlan[];
  webAcls: WebAcl[];
  /** Viewer-facing CloudFront functions, by the API they stand before. */
  edgeFunctions: EdgeFunction[];
  secrets: SecretResource[];
  /** Every resource with its intrinsics resolved, in template order; the typed lists above are views of it. */
  resources: StackResource[];
  outputs: Record<string, unknown>;
  /** Made by CloudFormation: who may invoke what is asked of the functions' own policies, not of `permissions`. */
  isDeployed?: boolean;
}

export interface StackResource {
  logicalId: string;
  type: string;
  /** What `Ref` answers. */
  physicalId: string;
  arn?: string;
  properties: Record<string, unknown>;
  /** Logical ids this one waits for. */
  dependsOn?: string[];
  deletionPolicy?: string;
  updateReplacePolicy?: string;
  /** With its intrinsics resolved, e.g. `CodeDeployLambdaAliasUpdate` of an alias. */
  updatePolicy?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  place: SourcePlace;
}

/** `AWS::Lambda::Permission`: who may invoke what. */
export interface LambdaPermission {
  /** ARN of the function, with a qualifier where the permission names one. */
  functionArn: string;
  action: string;
  /** Service or account, e.g. `apigateway.amazonaws.com`. */
  principal: string;
  /** ARN pattern (`*`, `?`) the caller's own ARN must match. */
  sourceArn?: string;
  sourceAccount?: string;
}

/** Where a function's code lies. */
export type FunctionCode =
  | { folder: string }
  | { inline: string }
  | { bucket: string; key: string; version?: string };

/** `AWS::Lambda::Function` (with its versions and aliases). */
export interface LambdaFunction {
  logicalId: string;
  name: string;
  arn: string;
  /**
   * Absolute folder (or single file) that `Code` names; inline `ZipFile` code is given as text instead, and a template
   * that was sent to CloudFormation names an object in S3.
   */
  code: FunctionCode;
  /** `file.export`, as AWS reads it. */
  handler: string;
  runtime: string;
  /** Seconds. */
  timeout: number;
  /** MB. */
  memorySize: number;
  /** MB of /tmp. */
  ephemeralStorage: number;
  environment: Record<string, string>;
  kmsKeyArn?: string;
  roleArn?: string;
  reservedConcurrency?: number;
  /** Of `LoggingConfig`; `/aws/lambda/NAME` when left out. */
  logGroup?: string;
  tracing: 'Active' | 'PassThrough';
  /** Published versions, in order: `1`, `2`, … */
  versions: string[];
  aliases: LambdaAlias[];
  place: SourcePlace;
}

export interface LambdaAlias {
  name: string;
  version: string;
  /** Version → share of traffic, 0..1. */
  additionalVersionWeights: Record<string, number>;
  provisionedConcurrency?: number;
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'ANY';

/** `AWS::ApiGateway::RestApi` with what hangs on it. */
export interface RestApi {
  logicalId: string;
  name: string;
  /** Ten characters, made from the logical id: equal in every run. */
  id: string;
  /** Id of the root resource, ten characters. */
  rootResourceId: string;
  endpointType: 'EDGE' | 'REGIONAL' | 'PRIVATE';
  binaryMediaTypes: string[];
  apiKeySource: 'HEADER' | 'AUTHORIZER';
  /** The resource policy document, when there is one. */
  policy?: PolicyDocument;
  methods: ApiMethod[];
  authorizers: Record<string, ApiAuthorizer>;
  validators: Record<string, RequestValidator>;
  /** JSON Schemas (draft 4) by model name, references resolved to `#/definitions/…` within each schema. */
  models: Record<string, unknown>;
  gatewayResponses: Record<string, GatewayResponse>;
  /** Stages of the template. Without any, one implicit stage, so that the API can be tried (a warning says so). */
  stages: ApiStage[];
  /** Things the document asks for that the emulator does not do (HTTP APIs, VTL …) are diagnostics, not here. */
  place: SourcePlace;
}

export interface ApiMethod {
  /** Path template, e.g. `/items/{id}` or `/{proxy+}`. */
  resourcePath: string;
  /** Six characters, made from the path. */
  resourceId: string;
  httpMethod: HttpMethod;
  operationName?: string;
  authorization:
    | { type: 'NONE' }
    | { type: 'AWS_IAM' }
    | { type: 'CUSTOM' | 'COGNITO_USER_POOLS'; authorizer: string; scopes: string[] };
  apiKeyRequired: boolean;
  /** Name of the validator in force. */
  validator?: string;
  /** `method.request.header.X` → required. */
  requestParameters: Record<string, boolean>;
  /** Content type → model name. */
  requestModels: Record<string, string>;
  integration: Integration;
  /** Status → declared headers and models. */
  responses: Record<string, { headers: Record<string, boolean>; models: Record<string, string> }>;
  place: SourcePlace;
}

export interface Integration {
  type: 'AWS_PROXY' | 'HTTP_PROXY' | 'MOCK' | 'AWS' | 'HTTP';
  /** AWS_PROXY: ARN of the function (qualifier and stage-variable references kept). HTTP_PROXY: the URL template. */
  uri?: string;
  httpMethod?: string;
  /** Milliseconds; 29,000 by default. */
  timeoutInMillis: number;
  passthroughBehavior: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
  contentHandling?: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT';
  /** ARN of the role API Gateway takes on to call the integration; without one a Lambda permission is needed. */
  credentials?: string;
  requestParameters: Record<string, string>;
  requestTemplates: Record<string, string>;
  cacheKeyParameters: string[];
  cacheNamespace?: string;
  /** Selection pattern (or `default`) → response. */
  responses: Record<string, IntegrationResponse>;
}

export interface IntegrationResponse {
  statusCode: string;
  responseParameters: Record<string, string>;
  responseTemplates: Record<string, string>;
  contentHandling?: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT';
}

export interface ApiAuthorizer {
  name: string;
  /** Six characters; part of the ARN it calls its function by. */
  id: string;
  type: 'TOKEN' | 'REQUEST' | 'COGNITO_USER_POOLS';
  /** Function ARN of TOKEN and REQUEST. */
  functionArn?: string;
  /** ARN of the role API Gateway takes on to call the function; without one a Lambda permission is needed. */
  credentials?: string;
  providerArns: string[];
  /** `method.request.header.Authorization`, … in order. */
  identitySource: string[];
  identityValidationExpression?: string;
  /** Seconds, 0 to 3600; 300 by default. */
  resultTtlInSeconds: number;
  place: SourcePlace;
}

export interface RequestValidator {
  validateRequestParameters: boolean;
  validateRequestBody: boolean;
}

export interface GatewayResponse {
  statusCode?: string;
  /** `gatewayresponse.header.X` → `'static'`, `context.…`, `method.request.…`, `stageVariables.…`. */
  responseParameters: Record<string, string>;
  /** Content type → template. */
  responseTemplates: Record<string, string>;
}

export interface ApiStage {
  name: string;
  deploymentId: string;
  variables: Record<string, string>;
  /**
   * `/path/VERB` → settings; `/*` + `/*` stands for all methods, the root's GET is `/GET`. Either part may be `*`.
   */
  methodSettings: Record<string, MethodSettings>;
  /** True for the stage made up for an API that declares none: AWS would not serve it. */
  implicit?: boolean;
  cacheClusterEnabled: boolean;
  accessLog?: { destinationArn: string; format: string };
  tracingEnabled: boolean;
  /** The API's URL base on AWS; the emulator serves the stage of `default` at its root. */
  webAclArn?: string;
}

export interface MethodSettings {
  throttlingRateLimit?: number;
  throttlingBurstLimit?: number;
  cachingEnabled?: boolean;
  /** Seconds. */
  cacheTtlInSeconds?: number;
  cacheDataEncrypted?: boolean;
  requireAuthorizationForCacheControl?: boolean;
  unauthorizedCacheControlHeaderStrategy?:
    | 'FAIL_WITH_403'
    | 'SUCCEED_WITH_RESPONSE_HEADER'
    | 'SUCCEED_WITHOUT_RESPONSE_HEADER';
  loggingLevel?: 'OFF' | 'ERROR' | 'INFO';
  metricsEnabled?: boolean;
}

export interface ApiKey {
  logicalId: string;
  id: string;
  name: string;
  value: Secret;
  enabled: boolean;
}

export interface UsagePlan {
  logicalId: string;
  id: string;
  name: string;
  throttle?: { rateLimit: number; burstLimit: number };
  quota?: { limit: number; offset: number; period: 'DAY' | 'WEEK' | 'MONTH' };
  apiStages: {
    apiId: string;
    stage: string;
    throttle: Record<string, { rateLimit: number; burstLimit: number }>;
  }[];
  /** Ids of the keys in the plan. */
  apiKeyIds: string[];
}

/** `AWS::WAFv2::WebACL`, its rules as the template has them (WAFv2's own property names). */
export interface WebAcl {
  logicalId: string;
  arn: string;
  name: string;
  defaultAction: Record<string, unknown>;
  rules: Record<string, unknown>[];
  customResponseBodies: Record<string, { ContentType: string; Content: string }>;
  /** Bytes of a request body that rules look at: 16 KB, or what `AssociationConfig` raises it to. */
  bodyLimit: number;
  /** Sets and groups that rules may refer to, by ARN. */
  references: Record<string, Record<string, unknown>>;
  place: SourcePlace;
}

/** `AWS::CloudFront::Function` associated with a distribution in front of an API. */
export interface EdgeFunction {
  name: string;
  eventType: 'viewer-request' | 'viewer-response';
  /** Source text with one function `handler(event)`. */
  code: string;
  apiId: string;
  /** The cache behaviour's path pattern; left out for the default behaviour. */
  pathPattern?: string;
  place: SourcePlace;
}

/** `AWS::SecretsManager::Secret`. */
export interface SecretResource {
  logicalId: string;
  arn: string;
  name: string;
  /** The template's `SecretString`, or one made as `GenerateSecretString` asks; left out when neither is there. */
  value?: Secret;
}

/** An IAM policy document, as authorizers return it and resources carry it. */
export interface PolicyDocument {
  Version?: string;
  Id?: string;
  Statement: PolicyStatement | PolicyStatement[];
}

export interface PolicyStatement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: '*' | Record<string, string | string[]>;
  NotPrincipal?: '*' | Record<string, string | string[]>;
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Record<string, Record<string, string | string[] | boolean | number>>;
}
