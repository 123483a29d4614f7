import { suggestion } from '../document/nearest.js';
import type { ApiDraft } from './api-draft.js';
import { asCloudFormation, readIntegration } from './integration.js';
import { propsOf } from './lambda.js';
import type { ApiMethod, HttpMethod, StackResource } from './model.js';
import { isUnresolved, Props } from './props.js';

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const;
const METHOD_KEYS = (
  'ApiKeyRequired AuthorizationScopes AuthorizationType AuthorizerId HttpMethod Integration MethodResponses ' +
  'OperationName RequestModels RequestParameters RequestValidatorId ResourceId RestApiId'
).split(' ');

/** The paths of `AWS::ApiGateway::Resource`s, by physical id; the root is among them. */
export function readResources(own: StackResource[], draft: ApiDraft): Map<string, string> {
  const declared = new Map(
    own.filter(({ type }) => type === 'AWS::ApiGateway::Resource').map((one) => [one.physicalId, one]),
  );
  const paths = new Map([[draft.api.rootResourceId, '/']]);
  for (const method of draft.api.methods) paths.set(method.resourceId, method.resourcePath);
  for (const [id, resource] of declared) {
    const path = pathOf(id, declared, paths, draft, 0);
    const at = { holder: resource.properties, path: `Resources.${resource.logicalId}` };
    if (path !== undefined) draft.paths.push({ path, at });
  }
  return paths;
}

function pathOf(
  id: string,
  declared: Map<string, StackResource>,
  paths: Map<string, string>,
  draft: ApiDraft,
  depth: number,
): string | undefined {
  const known = paths.get(id);
  const resource = declared.get(id);
  if (known !== undefined || !resource || depth > 100) return known;
  const props = propsOf(resource, draft.context);
  props.knownKeys(['ParentId', 'PathPart', 'RestApiId']);
  const parentId = props.required('ParentId');
  const part = props.required('PathPart');
  if (parentId === undefined || part === undefined || isUnresolved(parentId)) return undefined;
  const parent = pathOf(parentId, declared, paths, draft, depth + 1);
  if (parent === undefined) {
    const remedy = 'Use `Fn::GetAtt: [Api, RootResourceId]` or Ref to another Resource of the same API.';
    if (!declared.has(parentId))
      props.error('UNKNOWN_PARENT', '`ParentId` is no resource of this API.', remedy, 'ParentId');
    return undefined;
  }
  const path = parent === '/' ? `/${part}` : `${parent}/${part}`;
  paths.set(id, path);
  return path;
}

/** Adds the `AWS::ApiGateway::Method`s to the API. */
export function readMethods(own: StackResource[], paths: Map<string, string>, draft: ApiDraft): void {
  for (const resource of own) {
    if (resource.type !== 'AWS::ApiGateway::Method') continue;
    const props = propsOf(resource, draft.context);
    props.knownKeys(METHOD_KEYS);
    const method = readMethod(resource, props, own, paths, draft);
    if (!method) continue;
    draft.api.methods.push(method);
    draft.methodAts.set(method, { holder: resource.properties, path: props.path });
  }
}

function readMethod(
  resource: StackResource,
  props: Props,
  own: StackResource[],
  paths: Map<string, string>,
  draft: ApiDraft,
): ApiMethod | undefined {
  const resourceId = props.required('ResourceId');
  const httpMethod = props.has('HttpMethod')
    ? props.oneOf('HttpMethod', VERBS)
    : props.required('HttpMethod');
  const resourcePath = resourceId === undefined ? undefined : paths.get(resourceId);
  if (resourceId === undefined || httpMethod === undefined || isUnresolved(resourceId)) return undefined;
  if (resourcePath === undefined) {
    const remedy = 'Ref an AWS::ApiGateway::Resource, or use the RootResourceId of the API.';
    props.error('UNKNOWN_PARENT', '`ResourceId` is no resource of this API.', remedy, 'ResourceId');
    return undefined;
  }
  const operationName = props.string('OperationName');
  const validator = validatorOf(props, own);
  return {
    resourcePath,
    resourceId,
    httpMethod: httpMethod as HttpMethod,
    ...(operationName && { operationName }),
    authorization: authorizationOf(props, own, draft),
    apiKeyRequired: props.boolean('ApiKeyRequired') ?? false,
    ...(validator && { validator }),
    requestParameters: requestParametersOf(props),
    requestModels: props.stringMap('RequestModels'),
    integration: integrationOf(props, draft),
    responses: responsesOf(props),
    place: resource.place,
  };
}

function integrationOf(props: Props, draft: ApiDraft): ApiMethod['integration'] {
  if (props.has('Integration'))
    return readIntegration(props.inner('Integration'), asCloudFormation, draft.functions);
  props.error(
    'MISSING_INTEGRATION',
    'The method has no `Integration`; API Gateway refuses to deploy it.',
    'Add one: it says who answers.',
  );
  return readIntegration(new Props({ Type: 'MOCK' }, props.report, props.path), asCloudFormation, []);
}

function requestParametersOf(props: Props): Record<string, boolean> {
  const inner = props.inner('RequestParameters');
  return Object.fromEntries(Object.keys(inner.value).map((name) => [name, inner.boolean(name) ?? false]));
}

function authorizationOf(props: Props, own: StackResource[], draft: ApiDraft): ApiMethod['authorization'] {
  const type =
    props.oneOf('AuthorizationType', ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS']) ?? 'NONE';
  if (type === 'NONE' || type === 'AWS_IAM') return { type };
  const id = props.required('AuthorizerId');
  const found = own.find((one) => one.type === 'AWS::ApiGateway::Authorizer' && one.physicalId === id);
  const scopes = props.strings('AuthorizationScopes');
  if (found) return { type, authorizer: String(found.properties.Name ?? found.logicalId), scopes };
  if (id !== undefined && !isUnresolved(id))
    props.error(
      'UNKNOWN_AUTHORIZER',
      `\`${id}\` is no authorizer of this API.`,
      suggestion(id, Object.keys(draft.api.authorizers)),
      'AuthorizerId',
    );
  return { type, authorizer: id ?? '', scopes };
}

function validatorOf(props: Props, own: StackResource[]): string | undefined {
  const id = props.string('RequestValidatorId');
  if (id === undefined || isUnresolved(id)) return undefined;
  const found = own.find((one) => one.type === 'AWS::ApiGateway::RequestValidator' && one.physicalId === id);
  if (found) return String(found.properties.Name ?? found.logicalId);
  props.error(
    'UNKNOWN_VALIDATOR',
    `\`${id}\` is no request validator of this API.`,
    'Ref an AWS::ApiGateway::RequestValidator.',
    'RequestValidatorId',
  );
  return undefined;
}

function responsesOf(props: Props): ApiMethod['responses'] {
  return Object.fromEntries(
    props.items('MethodResponses').map((item) => {
      const parameters = item.inner('ResponseParameters');
      const headers = Object.keys(parameters.value).map((name) => [
        name.replace(/^method\.response\.header\./, ''),
        parameters.boolean(name) ?? false,
      ]);
      const answer = {
        headers: Object.fromEntries(headers) as Record<string, boolean>,
        models: item.stringMap('ResponseModels'),
      };
      return [item.required('StatusCode') ?? '200', answer];
    }),
  );
}
