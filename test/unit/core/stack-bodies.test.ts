import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type LoadResult, loadStack } from '../../../src/core/stack/load.js';

const folder = mkdtempSync(join(tmpdir(), 'arcube-test-bodies-'));
afterAll(() => rmSync(folder, { recursive: true }));

const POOL = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Abc';
const MOCK = '{ type: mock, requestTemplates: { application/json: "{statusCode: 200}" } }';

/** Loads a template whose API has these properties; `more` stands behind the API. */
function load(api: string, more = ''): LoadResult {
  const file = join(folder, 'template.yaml');
  writeFileSync(
    file,
    `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: api
      ${api}
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: prod }
${more}`,
  );
  return loadStack({ file, region: 'eu-west-1', accountId: '123456789012', stackName: 's' });
}
const told = ({ diagnostics }: LoadResult): string[] =>
  diagnostics.map(
    ({ severity, code, place }) => `${severity} ${code} ${place?.file.split('/').at(-1)}:${place?.line}`,
  );
/** The API of a template without faults or remarks. */
function apiOf(result: LoadResult) {
  expect(told(result)).toEqual([]);
  const [api] = result.stack?.restApis ?? [];
  if (api === undefined) throw new Error('no API');
  return api;
}

describe('Swagger 2.0', () => {
  const swagger = (paths: string, rest = ''): string => `Body:
        swagger: '2.0'
        info: { title: old, version: '1' }
        basePath: /ignored
        consumes: [application/json, application/merge-patch+json]
        ${rest}
        definitions:
          Item: { type: object, required: [id], properties: { id: { type: string }, tag: { $ref: '#/definitions/Tag' } } }
          Tag: { type: string, maxLength: 10 }
        paths:
          ${paths}`;
  const api = apiOf(
    load(
      swagger(
        `/items/{id}:
            parameters: [{ name: id, in: path, required: true, type: string }]
            put:
              operationId: putItem
              security: [{ key: [] }, { pool: [items/write] }]
              x-amazon-apigateway-request-validator: all
              parameters:
                - { name: item, in: body, schema: { $ref: '#/definitions/Item' } }
                - { name: page, in: query, type: integer, required: true }
                - $ref: '#/parameters/Trace'
              responses: { '200': { description: ok, schema: { $ref: '#/definitions/Item' } } }
              x-amazon-apigateway-integration: ${MOCK}`,
        `parameters: { Trace: { name: X-Trace, in: header, type: string } }
        x-amazon-apigateway-request-validators: { all: { validateRequestBody: true, validateRequestParameters: true } }
        securityDefinitions:
          key: { type: apiKey, name: x-api-key, in: header }
          pool:
            type: apiKey
            name: Authorization
            in: header
            x-amazon-apigateway-authtype: cognito_user_pools
            x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ['${POOL}'] }`,
      ),
    ),
  );

  it('is read as an OpenAPI document is: parameters, bodies, references, security', () => {
    expect(api.methods).toMatchObject([
      {
        resourcePath: '/items/{id}',
        httpMethod: 'PUT',
        operationName: 'putItem',
        validator: 'all',
        apiKeyRequired: true,
        authorization: { type: 'COGNITO_USER_POOLS', authorizer: 'pool', scopes: ['items/write'] },
        requestParameters: {
          'method.request.path.id': true,
          'method.request.querystring.page': true,
          'method.request.header.X-Trace': false,
        },
        requestModels: { 'application/json': 'Item', 'application/merge-patch+json': 'Item' },
      },
    ]);
    const item = api.models.Item as { definitions: Record<string, unknown> };
    expect(Object.keys(item.definitions).sort()).toEqual(['Tag']);
  });
  it('says what is no OpenAPI that API Gateway imports', () => {
    expect(told(load("Body: { swagger: '1.2', info: { title: a, version: '1' }, paths: {} }"))).toEqual([
      'error OPENAPI_VERSION template.yaml:6',
    ]);
    expect(told(load("Body: { openapi: 3.1.0, info: { title: a, version: '1' }, paths: {} }"))).toEqual([
      'error OPENAPI_VERSION template.yaml:6',
    ]);
    expect(told(load('Body: { paths: {} }'))).toEqual(['error OPENAPI_VERSION template.yaml:6']);
  });
  it('warns of parameters that API Gateway passes over', () => {
    const form = `/form:
            post:
              parameters: [{ name: a, in: formData, type: string }]
              responses: { '200': { description: ok } }
              x-amazon-apigateway-integration: ${MOCK}`;
    expect(told(load(swagger(form)))).toEqual(['warning NOT_EMULATED template.yaml:18']);
  });
});

describe('BodyS3Location', () => {
  it('names a local file, as the package command takes it', () => {
    writeFileSync(
      join(folder, 'api.json'),
      JSON.stringify({
        openapi: '3.0.1',
        info: { title: 'local', version: '1' },
        paths: { '/x': { get: { responses: {}, 'x-amazon-apigateway-integration': { type: 'mock' } } } },
      }),
    );
    const result = load('BodyS3Location: api.json');
    expect(apiOf(result).methods).toMatchObject([{ httpMethod: 'GET', resourcePath: '/x' }]);
    expect(result.sources.map((path) => path.split('/').at(-1))).toEqual(['template.yaml', 'api.json']);
  });
  it('in a bucket, or where nothing is, is a fault where it stands', () => {
    expect(told(load('BodyS3Location: { Bucket: b, Key: api.yaml }'))).toEqual([
      'error BODY_NOT_LOCAL template.yaml:6',
    ]);
    expect(told(load('BodyS3Location: none.yaml'))).toEqual(['error FILE_MISSING template.yaml:6']);
    writeFileSync(join(folder, 'bad.yaml'), 'openapi: "3.0.1\n');
    expect(told(load('BodyS3Location: bad.yaml'))).toEqual(['error YAML_SYNTAX bad.yaml:2']);
  });
});

describe('Cognito authorizers', () => {
  const authorizer = (settings: string): string => `  Pool:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: pool, Type: COGNITO_USER_POOLS, ${settings} }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Pool
      AuthorizationScopes: [items/read]
      Integration: { Type: MOCK }
`;
  const SOURCE = 'IdentitySource: method.request.header.Authorization';

  it('are read from resources, with scopes', () => {
    const api = apiOf(load('', authorizer(`${SOURCE}, ProviderARNs: ['${POOL}']`)));
    expect(api.authorizers.pool).toMatchObject({
      type: 'COGNITO_USER_POOLS',
      id: expect.stringMatching(/^\w{6}$/),
      providerArns: [POOL],
      identitySource: ['method.request.header.Authorization'],
    });
    expect(api.authorizers.pool).not.toHaveProperty('functionArn');
    expect(api.methods[0]?.authorization).toEqual({
      type: 'COGNITO_USER_POOLS',
      authorizer: 'pool',
      scopes: ['items/read'],
    });
  });
  it('without a pool, or without a source, are faults', () => {
    expect(told(load('', authorizer(SOURCE)))).toEqual(['error MISSING_PROPERTY template.yaml:13']);
    expect(told(load('', authorizer(`ProviderARNs: ['${POOL}']`)))).toEqual([
      'error BAD_IDENTITY_SOURCE template.yaml:13',
    ]);
    expect(told(load('', authorizer(`${SOURCE}, ProviderARNs: [eu-west-1_Abc]`)))).toEqual([
      'error BAD_PROVIDER template.yaml:13',
    ]);
  });
});

describe('what is not emulated is told where it stands', () => {
  const method = (integration: string): string => `  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      Integration: ${integration}
`;
  it.each([
    [
      'an HTTP API',
      '',
      '  Http: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: x, ProtocolType: HTTP } }\n',
      11,
    ],
    [
      'a custom domain',
      '',
      '  Domain: { Type: AWS::ApiGateway::DomainName, Properties: { DomainName: a.example } }\n',
      11,
    ],
    [
      'a VPC link',
      '',
      '  Link: { Type: AWS::ApiGateway::VpcLink, Properties: { Name: x, TargetArns: [a] } }\n',
      11,
    ],
    ['compression', 'MinimumCompressionSize: 0', '', 6],
    ['cloning', 'CloneFrom: abc', '', 6],
    [
      'a mapped integration',
      '',
      method('{ Type: HTTP, Uri: "http://x.example", IntegrationHttpMethod: GET }'),
      17,
    ],
    [
      'streaming',
      '',
      method(
        '{ Type: HTTP_PROXY, Uri: "http://x.example", IntegrationHttpMethod: GET, ResponseTransferMode: STREAM }',
      ),
      17,
    ],
  ])('%s', (_what, api, more, line) => {
    const { stack, diagnostics } = load(api, more);
    expect(stack).toBeDefined();
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'NOT_EMULATED', place: { line } }]);
    expect(diagnostics[0]?.remedy).not.toBe('');
  });
  it('a canary', () => {
    const canary = `  Second:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: next, CanarySetting: { PercentTraffic: 10 } }
`;
    expect(told(load('', canary))).toEqual(['warning NOT_EMULATED template.yaml:13']);
  });
});
