import { describe, expect, it } from 'vitest';
import { apiChanges } from '../../../src/lib/deploy/plan/api-changes.js';
import { documentOf } from '../../../src/lib/deploy/plan/method-document.js';
import type { SideResource } from '../../../src/lib/deploy/plan/sides.js';

type Resources = Record<string, [type: string, properties: Record<string, unknown>]>;

/** Ids are made up as the loader does it, or left as the template writes them. */
function side(resources: Resources, resolved: boolean): Map<string, SideResource> {
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    if (typeof value !== 'object' || value === null) return value;
    if ('Ref' in value && resolved) return `id-${String(value.Ref)}`;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, named(inner)]));
  };
  const entries = Object.entries(resources).map(([logicalId, [type, written]]): [string, SideResource] => {
    const properties = named(written) as Record<string, unknown>;
    const policies = { deletionPolicy: undefined, replacePolicy: undefined };
    const own = resolved ? { physicalId: `id-${logicalId}` } : {};
    return [
      logicalId,
      { logicalId, type: `AWS::ApiGateway::${type}`, properties, written, ...own, ...policies },
    ];
  });
  return new Map(entries);
}

const RestApiId = { Ref: 'Api' };
const method = (more: object = {}): Resources[string] => [
  'Method',
  {
    RestApiId,
    ResourceId: { Ref: 'Item' },
    HttpMethod: 'POST',
    AuthorizationType: 'NONE',
    RequestParameters: { 'method.request.querystring.page': false },
    RequestModels: { 'application/json': { Ref: 'Shape' } },
    MethodResponses: [{ StatusCode: 200 }, { StatusCode: '404' }],
    Integration: { Type: 'MOCK' },
    ...more,
  },
];
const api = (more: Resources = {}, schema: object = { type: 'object' }): Resources => ({
  Api: ['RestApi', { Name: 'a' }],
  Items: [
    'Resource',
    { RestApiId, ParentId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] }, PathPart: 'items' },
  ],
  Item: ['Resource', { RestApiId, ParentId: { Ref: 'Items' }, PathPart: '{id}' }],
  Shape: ['Model', { RestApiId, Name: 'Shape', Schema: schema }],
  Post: method(),
  Root: ['Method', { RestApiId, ResourceId: 'root', HttpMethod: 'ANY', AuthorizationType: 'NONE' }],
  ...more,
});

describe.each([true, false])('an API of Method and Resource, ids resolved: %s', (resolved) => {
  const changes = (before: Resources, after: Resources) =>
    apiChanges(documentOf(side(before, resolved), 'Api'), documentOf(side(after, resolved), 'Api'));
  const lines = (before: Resources, after: Resources) =>
    changes(before, after).changed.flatMap(({ operation, differences }) =>
      differences.map(
        ({ place, what, breaking }) => `${breaking ? '!' : '-'} ${operation} ${place}: ${what}`,
      ),
    );

  it('has the routes that it says', () => {
    const { paths } = documentOf(side(api(), resolved), 'Api') as { paths: Record<string, object> };
    expect(Object.keys(paths).sort()).toEqual(['/', '/items/{id}']);
    expect(changes(api(), api())).toEqual({ added: [], removed: [], changed: [], breaking: false });
    expect(documentOf(side(api(), resolved), 'Other')).toBeUndefined();
  });

  it('tells routes that came and went', () => {
    const { Post: _, ...without } = api();
    expect(changes(api(), without)).toMatchObject({ removed: ['POST /items/{id}'], breaking: true });
    expect(changes(without, api())).toMatchObject({ added: ['POST /items/{id}'], breaking: false });
    const { Root: __, ...rootless } = api();
    expect(changes(api(), rootless)).toMatchObject({ removed: ['ANY /'], breaking: true });
  });

  it('tells what changes for callers', () => {
    expect(lines(api(), api({ Post: method({ AuthorizationType: 'AWS_IAM' }) }))).toEqual([
      '! POST /items/{id} security: callers must identify themselves',
    ]);
    expect(lines(api(), api({ Post: method({ ApiKeyRequired: true }) }))).toEqual([
      '! POST /items/{id} security: callers must identify themselves',
    ]);
    const parameters = { 'method.request.querystring.page': true };
    expect(lines(api(), api({ Post: method({ RequestParameters: parameters }) }))).toEqual([
      '! POST /items/{id} query.page: now required',
    ]);
    expect(lines(api(), api({ Post: method({ MethodResponses: [{ StatusCode: '404' }] }) }))).toEqual([
      '! POST /items/{id} response.200: removed',
    ]);
    expect(
      lines(api(), api({}, { type: 'object', required: ['sku'], properties: { sku: {} } })),
    ).toMatchObject([expect.stringMatching(/^! POST \/items\/\{id\} request\.application\/json.*required/)]);
    expect(lines(api(), api({ Post: method({ Integration: { Type: 'HTTP' } }) }))).toEqual([
      '- POST /items/{id} integration: another one',
    ]);
  });

  it('is compared with the same API written as a document', () => {
    const Body = { paths: { '/items/{id}': { post: { responses: {} } } } };
    const written: Resources = { Api: ['RestApi', { Body }] };
    expect(changes(written, api())).toMatchObject({ added: ['ANY /'], removed: [] });
    expect(
      changes(written, {
        ...written,
        Extra: ['Method', { RestApiId, ResourceId: 'root', HttpMethod: 'GET' }],
      }),
    ).toMatchObject({ added: ['GET /'], removed: [], changed: [] });
  });
});
