import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createIds } from '../../../src/core/ids.js';
import { Secret } from '../../../src/core/secret.js';
import { loadStack } from '../../../src/core/stack/load.js';
import type { StackModel } from '../../../src/core/stack/model.js';

const FILE = fileURLToPath(new URL('../../fixtures/stack/template.yaml', import.meta.url));
const OPTIONS = { file: FILE, region: 'eu-central-1', accountId: '123456789012', stackName: 'arc' };

function good(extra: Partial<Parameters<typeof loadStack>[0]> = {}): StackModel {
  const { stack, diagnostics } = loadStack({ ...OPTIONS, ...extra });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return stack as StackModel;
}

describe('a template with one of everything', () => {
  const stack = good();
  const [api, plain] = stack.restApis;
  const [main, inline] = stack.functions;

  it('resolves parameters, mappings, conditions and every intrinsic', () => {
    expect(main?.environment).toEqual({
      SECRET_ARN: expect.stringMatching(
        /^arn:aws:secretsmanager:eu-central-1:123456789012:secret:app-\w{6}$/,
      ),
      FIRST: 'a.example',
      ALL: 'a.example;b.example',
      LEVEL: 'info',
      API: 'aGVsbG8=',
      DYNAMIC: '{{resolve:secretsmanager:app:SecretString:key}}',
      SPLIT: 'b',
      NESTED: `${inline?.arn}-eu-central-1-\${kept}`,
    });
    expect(main).toMatchObject({ name: 'arc-main', memorySize: 512, timeout: 10, versions: ['1'] });
    expect(main?.aliases).toEqual([{ name: 'live', version: '1', additionalVersionWeights: {} }]);
    expect(stack.parameters.Password).toBeInstanceOf(Secret);
    expect(JSON.stringify(stack)).not.toContain('swordfish');
  });

  it('leaves out what a false condition excludes', () => {
    expect(stack.resources.map(({ logicalId }) => logicalId)).not.toContain('OnlyInTest');
    expect(stack.outputs).toEqual({ Url: `https://${api?.id}.execute-api.eu-central-1.amazonaws.com/prod` });
    const test = good({ parameters: { StageName: 'test' } });
    expect(test.functions[0]?.memorySize).toBe(128);
    expect(test.functions[0]?.environment).toMatchObject({ LEVEL: 'debug', EMPTY: 'x' });
    expect(test.outputs.Bucket).toMatch(/^arc-onlyintest-/);
  });

  it('reads the OpenAPI body into routes, authorizers, validators and models', () => {
    expect(api?.methods.map(({ httpMethod, resourcePath }) => `${httpMethod} ${resourcePath}`)).toEqual([
      'GET /items',
      'OPTIONS /items',
      'POST /items/{id}',
      'ANY /{proxy+}',
    ]);
    expect(api?.methods[0]).toMatchObject({
      authorization: { type: 'CUSTOM', authorizer: 'token' },
      apiKeyRequired: true,
      validator: 'all',
      requestParameters: { 'method.request.querystring.page': true, 'method.request.header.X-Trace': false },
      integration: { type: 'AWS_PROXY', uri: main?.arn, timeoutInMillis: 5000 },
    });
    expect(api?.methods[3]?.authorization).toEqual({ type: 'AWS_IAM' });
    expect(api?.authorizers.token).toMatchObject({
      type: 'TOKEN',
      functionArn: inline?.arn,
      identitySource: ['method.request.header.Authorization'],
      resultTtlInSeconds: 60,
    });
    expect(api?.binaryMediaTypes).toEqual(['image/png', 'application/pdf']);
    expect(api?.policy?.Statement).toMatchObject([
      { Resource: [`arn:aws:execute-api:eu-central-1:123456789012:${api?.id}/*`] },
    ]);
  });

  it('makes each model complete in itself', () => {
    const definitionsOf = (name: string): string[] =>
      Object.keys((api?.models[name] as { definitions?: object } | undefined)?.definitions ?? {}).sort();
    expect(definitionsOf('Item')).toEqual(['Item', 'Tag']);
    expect(definitionsOf('Items')).toEqual(['Item', 'Tag']);
    expect(JSON.stringify(api?.models)).not.toMatch(/components|example/);
    expect(api?.methods[2]?.requestModels).toEqual({
      'application/json': 'Item',
      'application/xml': expect.stringMatching(/^MODEL\w{6}$/),
    });
  });

  it('reads stages, keys, plans, web ACLs, edge functions and secrets', () => {
    expect(api?.stages).toMatchObject([
      {
        name: 'prod',
        variables: { color: 'blue' },
        methodSettings: {
          '/*/*': { throttlingRateLimit: 100 },
          '/items/{id}/GET': { cacheTtlInSeconds: 60 },
        },
        webAclArn: stack.webAcls[0]?.arn,
      },
    ]);
    expect(stack.usagePlans[0]).toMatchObject({
      apiStages: [{ apiId: api?.id, stage: 'prod' }],
      apiKeyIds: [stack.apiKeys[0]?.id],
    });
    expect(Object.values(stack.webAcls[0]?.references ?? {})).toMatchObject([
      { Addresses: ['192.0.2.0/24'] },
    ]);
    expect(stack.edgeFunctions).toMatchObject([{ name: 'rewrite', apiId: api?.id }]);
    expect(JSON.parse(stack.secrets[0]?.value?.reveal() ?? '')).toMatchObject({
      user: 'app',
      password: expect.stringMatching(/^[a-zA-Z0-9]{20}$/),
    });
    expect(stack.permissions).toHaveLength(2);
  });

  it('reads an API made of resources, and says that nothing deploys it', () => {
    expect(plain?.methods).toMatchObject([
      { resourcePath: '/things/{id}', httpMethod: 'GET', authorization: { authorizer: 'plain-auth' } },
    ]);
    expect(plain?.stages).toMatchObject([{ name: 'dev', implicit: true }]);
    expect(loadStack(OPTIONS).diagnostics.map(({ code }) => code)).toEqual(['NO_STAGE']);
  });

  it('is equal in every run, ids in the forms AWS gives them', () => {
    expect(JSON.stringify(good())).toBe(JSON.stringify(stack));
    expect(good().secrets[0]?.value?.reveal()).toBe(stack.secrets[0]?.value?.reveal());
    expect(api?.id).toMatch(/^[a-z0-9]{10}$/);
    expect(api?.rootResourceId).toMatch(/^[a-z0-9]{10}$/);
    expect(api?.methods[0]?.resourceId).toMatch(/^[a-z0-9]{6}$/);
    const seeded = good({ ids: createIds('seed') }).secrets[0]?.value?.reveal();
    expect(seeded).toBe(good({ ids: createIds('seed') }).secrets[0]?.value?.reveal());
    expect(seeded).not.toBe(stack.secrets[0]?.value?.reveal());
  });

  it('names every file it read', () => {
    expect(stack.sources.map((path) => path.split('/').at(-1))).toEqual(['template.yaml', 'openapi.yaml']);
  });
});
