import { isDict } from '../dict.js';
import type { ApiDraft } from './api-draft.js';
import { CLOUDFORMATION_AUTHORIZER, readAuthorizer } from './authorizers.js';
import type { Context } from './context.js';
import { pathFrom, readDocument } from './files.js';
import { propsOf } from './lambda.js';
import type { LambdaFunction, RestApi, StackResource } from './model.js';
import { rootResourceIdOf } from './names.js';
import { checkResponseType, importOpenApi, readGatewayResponse, warnCompression } from './openapi/import.js';
import { isUnresolved, Props } from './props.js';
import { readPolicy } from './resource-policy.js';
import { readMethods, readResources } from './rest-methods.js';
import { checkMethods, checkPaths } from './routes.js';

const KEYS = (
  'ApiKeySourceType BinaryMediaTypes Body BodyS3Location CloneFrom Description DisableExecuteApiEndpoint ' +
  'EndpointConfiguration EndpointAccessMode FailOnWarnings MinimumCompressionSize Mode Name Parameters Policy ' +
  'SecurityPolicy Tags'
).split(' ');

/** The REST APIs of a stack: from their OpenAPI body, their resources, or both. */
export function buildRestApis(
  resources: StackResource[],
  functions: LambdaFunction[],
  context: Context,
): RestApi[] {
  return resources
    .filter(({ type }) => type === 'AWS::ApiGateway::RestApi')
    .map((resource) => buildApi(resource, resources, functions, context));
}

function buildApi(
  resource: StackResource,
  resources: StackResource[],
  functions: LambdaFunction[],
  context: Context,
): RestApi {
  const props = propsOf(resource, context);
  props.knownKeys(KEYS);
  const api = startApi(resource, props);
  const draft: ApiDraft = {
    api,
    context,
    functions,
    paths: [],
    methodAts: new Map(),
    inlineModels: new Map(),
  };
  const policy =
    props.has('Policy') && isDict(props.value.Policy) ? readPolicy(props.inner('Policy'), draft) : undefined;
  if (policy) api.policy = policy;
  const body = readBody(props, context);
  if (body) importOpenApi(body, draft);
  api.name = props.string('Name') ?? titleOf(body) ?? resource.logicalId;
  const own = resources.filter(({ properties }) => String(properties.RestApiId) === api.id);
  readNamedParts(own, draft);
  readMethods(own, readResources(own, draft), draft);
  checkPaths(draft.paths, context.report);
  checkMethods(api, draft.methodAts, context.report);
  return api;
}

function titleOf(body: Props | undefined): string | undefined {
  return body?.inner('info').string('title');
}

function startApi(resource: StackResource, props: Props): RestApi {
  const endpoint = props.inner('EndpointConfiguration').strings('Types')[0];
  const types = ['EDGE', 'REGIONAL', 'PRIVATE'] as const;
  const endpointType = types.find((type) => type === endpoint) ?? 'EDGE';
  if (endpoint !== undefined && endpoint !== endpointType && !isUnresolved(endpoint))
    props.error(
      'NOT_ALLOWED',
      `\`${endpoint}\` is no endpoint type.`,
      `Use one of ${types.join(', ')}.`,
      'EndpointConfiguration',
    );
  if (props.has('MinimumCompressionSize')) warnCompression(props, 'MinimumCompressionSize');
  if (props.has('CloneFrom'))
    props.warn('NOT_EMULATED', '`CloneFrom` is not emulated.', 'Give the body here.', 'CloneFrom');
  return {
    logicalId: resource.logicalId,
    name: '',
    id: resource.physicalId,
    rootResourceId: rootResourceIdOf(resource.physicalId),
    endpointType,
    binaryMediaTypes: props.strings('BinaryMediaTypes').map((type) => type.replaceAll('~1', '/')),
    apiKeySource: props.oneOf('ApiKeySourceType', ['HEADER', 'AUTHORIZER']) ?? 'HEADER',
    methods: [],
    authorizers: {},
    validators: {},
    models: {},
    gatewayResponses: {},
    stages: [],
    place: resource.place,
  };
}

function readBody(props: Props, context: Context): Props | undefined {
  const path = `${props.path}.Body`;
  const body = props.value.Body;
  if (isDict(body)) return new Props(body, context.report, path);
  if (props.has('Body')) {
    props.error(
      'WRONG_TYPE',
      '`Body` must be an OpenAPI document.',
      'Write it here, or include it with AWS::Include.',
      'Body',
    );
    return undefined;
  }
  const location = props.value.BodyS3Location;
  if (location === undefined) return undefined;
  if (typeof location !== 'string') {
    props.error(
      'BODY_NOT_LOCAL',
      'The body lies in S3, not here.',
      'Name the local file; deploy uploads it.',
      'BodyS3Location',
    );
    return undefined;
  }
  const at = { holder: props.value, key: 'BodyS3Location', path: props.path };
  const file = pathFrom(at, context.file, location);
  context.sources.add(file);
  const content = readDocument(file, 'openapi', context.report, at);
  return isDict(content) ? new Props(content, context.report, path) : undefined;
}

/** Authorizers, validators, models and gateway responses declared as resources of their own. */
function readNamedParts(own: StackResource[], draft: ApiDraft): void {
  const { api, context } = draft;
  for (const resource of own) {
    const props = propsOf(resource, context);
    const name = props.string('Name') ?? resource.logicalId;
    if (resource.type === 'AWS::ApiGateway::Authorizer')
      api.authorizers[name] = readAuthorizer(
        { name, id: resource.physicalId },
        props,
        CLOUDFORMATION_AUTHORIZER,
        draft.functions,
      );
    else if (resource.type === 'AWS::ApiGateway::RequestValidator')
      api.validators[name] = {
        validateRequestBody: props.boolean('ValidateRequestBody') ?? false,
        validateRequestParameters: props.boolean('ValidateRequestParameters') ?? false,
      };
    else if (resource.type === 'AWS::ApiGateway::Model') api.models[name] = readModel(props);
    else if (resource.type === 'AWS::ApiGateway::GatewayResponse') readResponse(props, draft);
  }
}

function readModel(props: Props): unknown {
  const schema = props.value.Schema;
  if (typeof schema !== 'string') return schema ?? {};
  try {
    return JSON.parse(schema) as unknown;
  } catch {
    props.error('BAD_MODEL', 'The `Schema` is no JSON.', 'Write it as a map.', 'Schema');
    return {};
  }
}

function readResponse(props: Props, draft: ApiDraft): void {
  const type = props.required('ResponseType');
  if (type === undefined || isUnresolved(type)) return;
  checkResponseType(type, props.value, 'ResponseType', props);
  draft.api.gatewayResponses[type] = readGatewayResponse(
    props,
    'StatusCode',
    'ResponseParameters',
    'ResponseTemplates',
  );
}
