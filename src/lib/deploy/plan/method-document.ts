import { asDict, asList, type Dict } from './api-document.js';
import type { SideResource } from './sides.js';

type Side = ReadonlyMap<string, SideResource>;

/**
 * A REST API as an OpenAPI document: its `Body`, with the routes that `AWS::ApiGateway::Resource` and `Method` add to it.
 * Undefined when there is no such API.
 */
export function documentOf(side: Side, api: string): Dict | undefined {
  const body = side.get(api)?.properties.Body;
  const own = [...side.values()].filter(({ type, properties }) => {
    return type.startsWith('AWS::ApiGateway::') && refersTo(properties.RestApiId, side.get(api));
  });
  const methods = own.filter(({ type }) => type === 'AWS::ApiGateway::Method');
  if (methods.length === 0) return body === undefined && !side.has(api) ? undefined : asDict(body);
  const paths: Record<string, Dict> = { ...(asDict(asDict(body).paths) as Record<string, Dict>) };
  for (const { properties } of methods) {
    const path = pathOf(properties.ResourceId, own);
    paths[path] = { ...paths[path], [verbOf(properties.HttpMethod)]: operationOf(properties, own) };
  }
  return { ...asDict(body), paths };
}

/** Whether a property names a resource: by its id, or by a `Ref` that is still written. */
function refersTo(value: unknown, resource: SideResource | undefined): boolean {
  if (resource === undefined) return false;
  return value === resource.physicalId || asDict(value).Ref === resource.logicalId;
}

/** What is no resource of the template is the root. */
function pathOf(id: unknown, own: readonly SideResource[], depth = 0): string {
  const resource = own.find((one) => one.type === 'AWS::ApiGateway::Resource' && refersTo(id, one));
  if (!resource || depth > 100) return '/';
  const parent = pathOf(resource.properties.ParentId, own, depth + 1);
  return `${parent === '/' ? '' : parent}/${String(resource.properties.PathPart)}`;
}

function verbOf(method: unknown): string {
  return method === 'ANY' ? 'x-amazon-apigateway-any-method' : String(method).toLowerCase();
}

function operationOf(method: Dict, own: readonly SideResource[]): Dict {
  const content = contentsOf(method.RequestModels, own);
  const responses = asList(method.MethodResponses).map(asDict);
  return {
    parameters: parametersOf(method.RequestParameters),
    ...(Object.keys(content).length > 0 && { requestBody: { content } }),
    responses: Object.fromEntries(
      responses.map((one) => [String(one.StatusCode), { content: contentsOf(one.ResponseModels, own) }]),
    ),
    security: securityOf(method),
    'x-amazon-apigateway-integration': method.Integration,
  };
}

const PLACES: Readonly<Record<string, string>> = { querystring: 'query', header: 'header', path: 'path' };

/** `method.request.querystring.pnr: true` stands for a required parameter. */
function parametersOf(written: unknown): Dict[] {
  return Object.entries(asDict(written)).flatMap(([key, required]) => {
    const [, place = '', name] = /^method\.request\.(\w+)\.(.+)$/.exec(key) ?? [];
    return name === undefined
      ? []
      : [{ in: PLACES[place] ?? place, name, required: `${required}` === 'true' }];
  });
}

/** Schemas by media type; a model that the template does not have says nothing. */
function contentsOf(models: unknown, own: readonly SideResource[]): Dict {
  return Object.fromEntries(
    Object.entries(asDict(models)).map(([type, name]) => {
      const model = own.find(
        (one) =>
          one.type === 'AWS::ApiGateway::Model' && (refersTo(name, one) || one.properties.Name === name),
      );
      return [type, { schema: model?.properties.Schema }];
    }),
  );
}

function securityOf({ AuthorizationType, AuthorizerId, AuthorizationScopes, ApiKeyRequired }: Dict): Dict[] {
  const needed: Dict = {};
  if (AuthorizationType !== undefined && AuthorizationType !== 'NONE')
    needed[String(AuthorizationType)] = [AuthorizerId, ...asList(AuthorizationScopes)].filter(
      (one) => one !== undefined,
    );
  if (`${ApiKeyRequired}` === 'true') needed.api_key = [];
  return Object.keys(needed).length > 0 ? [needed] : [];
}
