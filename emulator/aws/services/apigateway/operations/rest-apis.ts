import type { Dict } from '../../../../../src/core/dict.js';
import type { ApiMethod, RestApi } from '../../../../../src/core/stack/model.js';
import type { RestOperation } from '../../../protocol/rest-json-api.js';
import { type ControlPlane, notFound } from '../control-plane.js';
import { listOf } from '../lists.js';

/** `GetRestApi` of the running stack. */
export const getRestApi: RestOperation<ControlPlane> = (plane, { path }) => show(plane.api(path.api ?? ''));

/** `GetRestApis` of the running stack. */
export const getRestApis: RestOperation<ControlPlane> = (plane, { query }) =>
  listOf(query, plane.apis(), show);

/** `GetResources`: every path, and with `embed=methods` what can be done there. */
export const getResources: RestOperation<ControlPlane> = (plane, { path, query }) => {
  const api = plane.api(path.api ?? '');
  const embed = query.getAll('embed').includes('methods');
  const byPath = new Map<string, ApiMethod[]>();
  for (const method of api.methods)
    byPath.set(method.resourcePath, [...(byPath.get(method.resourcePath) ?? []), method]);
  const items = [...byPath].map(([resourcePath, methods]) => ({
    id: resourcePath === '/' ? api.rootResourceId : methods[0]?.resourceId,
    path: resourcePath,
    ...(resourcePath !== '/' && { pathPart: resourcePath.split('/').pop() }),
    resourceMethods: Object.fromEntries(methods.map((one) => [one.httpMethod, embed ? showMethod(one) : {}])),
  }));
  return listOf(query, items, (one) => one);
};

/** `GetMethod`. */
export const getMethod: RestOperation<ControlPlane> = (plane, { path }) => {
  const api = plane.api(path.api ?? '');
  const method = api.methods.find(
    ({ resourceId, httpMethod }) => resourceId === path.resource && httpMethod === path.method,
  );
  if (!method) throw notFound('Invalid Method identifier specified');
  return showMethod(method);
};

/** `GetAuthorizers`. */
export const getAuthorizers: RestOperation<ControlPlane> = (plane, { path, query }) => {
  const { authorizers } = plane.api(path.api ?? '');
  return listOf(query, Object.values(authorizers), (one) => ({
    id: one.id,
    name: one.name,
    type: one.type,
    ...(one.providerArns.length > 0 && { providerARNs: one.providerArns }),
    identitySource: one.identitySource.join(','),
    identityValidationExpression: one.identityValidationExpression,
    authorizerResultTtlInSeconds: one.resultTtlInSeconds,
  }));
};

/** `GetAccount`: the throttle that the gateway grants. */
export const getAccount: RestOperation<ControlPlane> = () => ({
  throttleSettings: { rateLimit: 10_000, burstLimit: 5_000 },
  features: ['UsagePlans'],
  apiKeyVersion: '4',
});

function show({
  id,
  name,
  apiKeySource,
  binaryMediaTypes,
  endpointType,
  policy,
  rootResourceId,
}: RestApi): Dict {
  return {
    id,
    name,
    apiKeySource,
    ...(binaryMediaTypes.length > 0 && { binaryMediaTypes }),
    endpointConfiguration: { types: [endpointType] },
    ...(policy && { policy: JSON.stringify(policy) }),
    disableExecuteApiEndpoint: false,
    rootResourceId,
  };
}

function showMethod(method: ApiMethod): Dict {
  const {
    httpMethod,
    authorization,
    apiKeyRequired,
    operationName,
    requestParameters,
    requestModels,
    integration,
  } = method;
  return {
    httpMethod,
    authorizationType: authorization.type,
    ...('authorizer' in authorization && { authorizerId: authorization.authorizer }),
    apiKeyRequired,
    operationName,
    requestParameters,
    requestModels,
    methodIntegration: {
      type: integration.type,
      uri: integration.uri,
      httpMethod: integration.httpMethod,
      timeoutInMillis: integration.timeoutInMillis,
    },
  };
}
