import { APIGatewayClient, GetRestApisCommand, GetStageCommand } from '@aws-sdk/client-api-gateway';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeployedLab, type Resources } from '../helpers/deployed.js';
import { ApiClient, placeOrder } from '../helpers/journey.js';

let lab: DeployedLab;

beforeAll(async () => {
  lab = await new DeployedLab({ state: 'project' }).start();
});

afterAll(() => lab.stop());

/** Log metric filters are not made yet. */
const withoutFilters = (resources: Resources) => {
  for (const [id, { Type }] of Object.entries(resources)) if (/MetricFilter/.test(Type)) delete resources[id];
};

async function clientOf(region: string): Promise<ApiClient> {
  const credentials = lab.emulator.credentials().map((one) => ({
    ...one,
    clientSecret: one.clientSecret.reveal(),
    edgeSecret: one.edgeSecret.reveal(),
  }));
  const { urls } = lab.emulator;
  return ApiClient.of({ event: 'ready', urls, credentials, pid: 0 }, region);
}

test('the platform is deployed to an empty account and serves the journey', async () => {
  const { emulator } = lab;
  expect([emulator.deployedStacks(), emulator.urls.api, emulator.credentials()]).toEqual([[], '', []]);
  expect(await lab.deploy(await lab.synthesise(), withoutFilters)).toBe('CREATE_COMPLETE');
  expect(emulator.deployedStacks()).toMatchObject([
    { stackName: 'shop-dev', region: 'eu-central-1', apiUrl: emulator.urls.api },
  ]);
  const order = await placeOrder(await clientOf('eu-central-1'), 'HOST01', 'EUR');
  expect(order.status).toBe(200);
  expect(order.headers.get('x-request-id')).toMatch(/^req_/);
  expect(await emulator.tokenFor()).toMatch(/^ey/);
}, 60_000);

test('API Gateway’s control plane and metrics know it', async () => {
  const gateway = new APIGatewayClient(lab.clientConfig());
  const { items = [] } = await gateway.send(new GetRestApisCommand({}));
  expect(items).toMatchObject([{ name: 'shop-dev-ancillary', id: expect.stringMatching(/^[a-z0-9]{10}$/) }]);
  const stage = await gateway.send(new GetStageCommand({ restApiId: items[0]?.id, stageName: 'live' }));
  expect(stage).toMatchObject({ stageName: 'live', tracingEnabled: true, webAclArn: expect.any(String) });
  gateway.destroy();
});

test('deleted, nothing of it is left: the port is closed, the functions are gone', async () => {
  const url = lab.emulator.urls.api;
  expect(await lab.delete({ stackName: 'shop-dev', region: 'eu-central-1' })).toBe('DELETE_COMPLETE');
  expect(lab.emulator.deployedStacks()).toEqual([]);
  await expect(fetch(url)).rejects.toThrow();
  const lambda = new LambdaClient(lab.clientConfig());
  expect((await lambda.send(new ListFunctionsCommand({}))).Functions).toEqual([]);
  lambda.destroy();
}, 30_000);
