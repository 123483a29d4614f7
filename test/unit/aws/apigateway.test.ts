import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  DeleteUsagePlanCommand,
  DeleteUsagePlanKeyCommand,
  FlushStageAuthorizersCacheCommand,
  FlushStageCacheCommand,
  GetAccountCommand,
  GetApiKeyCommand,
  GetApiKeysCommand,
  GetAuthorizersCommand,
  GetMethodCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetStageCommand,
  GetStagesCommand,
  GetUsageCommand,
  GetUsagePlanCommand,
  GetUsagePlanKeyCommand,
  GetUsagePlanKeysCommand,
  GetUsagePlansCommand,
  UpdateApiKeyCommand,
  UpdateStageCommand,
  UpdateUsagePlanCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Secret } from '../../../src/core/secret.js';
import type { StackModel } from '../../../src/core/stack/model.js';
import { AwsHarness } from '../../helpers/aws.js';
import { authorizer, method, restApi, stackOf } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';

const OLD = 'template-key-value-of-forty-characters-0';
const allow = {
  principalId: 'p',
  policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
};
let asked = 0;
let running: RunningGateway;
let stack: StackModel;
let api: APIGatewayClient;
const aws = new AwsHarness({ gateways: () => [running.gateway], region: 'eu-west-1' });

beforeAll(async () => {
  const methods = [
    method('GET', '/keyed', { apiKeyRequired: true }),
    method('GET', '/guarded', {
      resourceId: 'res002',
      authorization: { type: 'CUSTOM', authorizer: 'auth', scopes: [] },
    }),
  ];
  stack = stackOf([restApi(methods, { authorizers: { auth: authorizer() } })]);
  const restApiId = stack.restApis[0]?.id as string;
  stack.apiKeys.push({
    logicalId: 'Key',
    id: 'templatekey',
    name: 'template',
    value: new Secret(OLD),
    enabled: true,
  });
  stack.usagePlans.push({
    logicalId: 'Plan',
    id: 'plan01',
    name: 'gold',
    apiStages: [{ apiId: restApiId, stage: 'prod', throttle: {} }],
    apiKeyIds: ['templatekey'],
  });
  running = await startGateway(stack, {
    auth: () => {
      asked++;
      return allow;
    },
  });
  await aws.start();
  aws.aws.takeOver(stack);
  api = aws.client(APIGatewayClient, { region: 'eu-west-1' });
});
afterAll(async () => {
  await aws.stop();
  await running[Symbol.asyncDispose]();
});

const restApiId = () => stack.restApis[0]?.id as string;
const call = async (value: string) =>
  (await running.send('/keyed', { headers: [`x-api-key: ${value}`] })).status;

it('a new key works at once, a disabled or deleted one is refused at once', async () => {
  expect(await call(OLD)).toBe(200);
  const value = 'a-new-key-of-more-than-twenty-characters';
  const { id } = await api.send(
    new CreateApiKeyCommand({ name: 'next', enabled: true, value, tags: { who: 'rot' } }),
  );
  expect(await call(value)).toBe(403);
  await api.send(new CreateUsagePlanKeyCommand({ usagePlanId: 'plan01', keyId: id, keyType: 'API_KEY' }));
  expect(await call(value)).toBe(200);
  expect(await api.send(new GetApiKeyCommand({ apiKey: id, includeValue: true }))).toMatchObject({
    name: 'next',
    value,
    enabled: true,
    tags: { who: 'rot' },
  });
  expect(await api.send(new GetApiKeyCommand({ apiKey: id }))).not.toHaveProperty('value');
  await expect(api.send(new CreateApiKeyCommand({ value, enabled: true }))).rejects.toMatchObject({
    name: 'ConflictException',
  });
  const patch = (value: string) =>
    api.send(
      new UpdateApiKeyCommand({ apiKey: id, patchOperations: [{ op: 'replace', path: '/enabled', value }] }),
    );
  await patch('false');
  expect(await call(value)).toBe(403);
  await patch('true');
  const { items } = await api.send(new GetUsagePlanKeysCommand({ usagePlanId: 'plan01' }));
  expect(items?.map((key) => key.id)).toEqual(['templatekey', id]);
  expect(await api.send(new GetUsagePlanKeyCommand({ usagePlanId: 'plan01', keyId: id }))).toMatchObject({
    type: 'API_KEY',
  });
  await api.send(new DeleteUsagePlanKeyCommand({ usagePlanId: 'plan01', keyId: id }));
  expect(await call(value)).toBe(403);
  await api.send(new CreateUsagePlanKeyCommand({ usagePlanId: 'plan01', keyId: id, keyType: 'API_KEY' }));
  await api.send(new DeleteApiKeyCommand({ apiKey: id }));
  expect(await call(value)).toBe(403);
  await expect(api.send(new GetApiKeyCommand({ apiKey: id }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid API Key identifier specified',
  });
});

it('keys are listed in pages and by name', async () => {
  for (const name of ['list-a', 'list-b', 'other'])
    await api.send(new CreateApiKeyCommand({ name, enabled: true }));
  const first = await api.send(new GetApiKeysCommand({ nameQuery: 'list', limit: 1, includeValues: true }));
  expect(first.items).toMatchObject([{ name: 'list-a', value: expect.stringMatching(/^\w{40}$/) }]);
  const second = await api.send(
    new GetApiKeysCommand({ nameQuery: 'list', limit: 1, position: first.position }),
  );
  expect(second.items?.map(({ name }) => name)).toEqual(['list-b']);
  expect(second.position).toBeUndefined();
});

it('use is counted by key and day', async () => {
  await call(OLD);
  const day = new Date(running.clock.now()).toISOString().slice(0, 10);
  const usage = await api.send(new GetUsageCommand({ usagePlanId: 'plan01', startDate: day, endDate: day }));
  expect(usage.items?.templatekey?.[0]?.[0]).toBeGreaterThanOrEqual(2);
});

it('plans are made, changed and taken away', async () => {
  const made = await api.send(
    new CreateUsagePlanCommand({
      name: 'silver',
      throttle: { rateLimit: 5, burstLimit: 2 },
      quota: { limit: 10, period: 'DAY' },
    }),
  );
  const usagePlanId = made.id as string;
  const stage = `${restApiId()}:prod`;
  const changed = await api.send(
    new UpdateUsagePlanCommand({
      usagePlanId,
      patchOperations: [
        { op: 'replace', path: '/throttle/rateLimit', value: '7' },
        { op: 'remove', path: '/quota' },
        { op: 'add', path: '/apiStages', value: stage },
        { op: 'replace', path: `/apiStages/${stage}/throttle/~1keyed/GET/burstLimit`, value: '1' },
      ],
    }),
  );
  expect(changed).toMatchObject({
    throttle: { rateLimit: 7, burstLimit: 2 },
    apiStages: [{ apiId: restApiId(), stage: 'prod' }],
  });
  expect(changed.quota).toBeUndefined();
  await expect(
    api.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId: 'templatekey', keyType: 'API_KEY' })),
  ).rejects.toMatchObject({ name: 'ConflictException' });
  await expect(api.send(new DeleteUsagePlanCommand({ usagePlanId }))).rejects.toMatchObject({
    name: 'BadRequestException',
  });
  await api.send(
    new UpdateUsagePlanCommand({
      usagePlanId,
      patchOperations: [{ op: 'remove', path: '/apiStages', value: stage }],
    }),
  );
  await api.send(new DeleteUsagePlanCommand({ usagePlanId }));
  await expect(api.send(new GetUsagePlanCommand({ usagePlanId }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  const { items } = await api.send(new GetUsagePlansCommand({ keyId: 'templatekey' }));
  expect(items?.map(({ name }) => name)).toEqual(['gold']);
});

it('authorizers are asked again after a flush', async () => {
  const guarded = () => running.send('/guarded', { headers: ['authorization: Bearer x'] });
  await guarded();
  await guarded();
  expect(asked).toBe(1);
  await api.send(new FlushStageAuthorizersCacheCommand({ restApiId: restApiId(), stageName: 'prod' }));
  await guarded();
  expect(asked).toBe(2);
  await api.send(new FlushStageCacheCommand({ restApiId: restApiId(), stageName: 'prod' }));
});

it('the stack is told, and its stages can be changed', async () => {
  const apis = await api.send(new GetRestApisCommand({}));
  expect(apis.items?.map(({ id }) => id)).toEqual([restApiId()]);
  const own = { restApiId: restApiId() };
  await api.send(new GetRestApiCommand(own));
  const resources = await api.send(new GetResourcesCommand(own));
  expect(resources.items?.map(({ path }) => path)).toEqual(['/keyed', '/guarded']);
  const resourceId = resources.items?.[0]?.id;
  expect(await api.send(new GetMethodCommand({ ...own, resourceId, httpMethod: 'GET' }))).toMatchObject({
    apiKeyRequired: true,
  });
  expect((await api.send(new GetAuthorizersCommand(own))).items).toMatchObject([
    { name: 'auth', type: 'TOKEN' },
  ]);
  expect((await api.send(new GetStagesCommand(own))).item).toMatchObject([{ stageName: 'prod' }]);
  expect((await api.send(new GetAccountCommand({}))).throttleSettings?.burstLimit).toBe(5000);
  const stage = { ...own, stageName: 'prod' };
  await api.send(
    new UpdateStageCommand({
      ...stage,
      patchOperations: [
        { op: 'replace', path: '/variables/release', value: '7' },
        { op: 'replace', path: '/*/*/throttling/burstLimit', value: '0' },
        { op: 'replace', path: '/*/*/throttling/rateLimit', value: '0' },
      ],
    }),
  );
  expect(await api.send(new GetStageCommand(stage))).toMatchObject({ variables: { release: '7' } });
  expect(await call(OLD)).toBe(429);
  await expect(api.send(new GetStageCommand({ ...own, stageName: 'none' }))).rejects.toMatchObject({
    message: 'Invalid stage identifier specified',
  });
});

it('what was made over the wire outlives a restart; the template takes back what it changes', async () => {
  const value = 'kept-over-a-restart-0123456789';
  const { id } = await api.send(new CreateApiKeyCommand({ name: 'kept', enabled: true, value }));
  await api.send(
    new UpdateApiKeyCommand({
      apiKey: 'templatekey',
      patchOperations: [{ op: 'replace', path: '/enabled', value: 'false' }],
    }),
  );
  await aws.restart();
  aws.aws.takeOver(stack);
  api = aws.client(APIGatewayClient, { region: 'eu-west-1' });
  expect(await api.send(new GetApiKeyCommand({ apiKey: id, includeValue: true }))).toMatchObject({ value });
  expect((await api.send(new GetApiKeyCommand({ apiKey: 'templatekey' }))).enabled).toBe(false);
  const edited = { ...stack, apiKeys: stack.apiKeys.map((key) => ({ ...key, name: 'renamed' })) };
  aws.aws.takeOver(edited);
  expect(await api.send(new GetApiKeyCommand({ apiKey: 'templatekey' }))).toMatchObject({
    enabled: true,
    name: 'renamed',
  });
});
