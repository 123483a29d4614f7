import { APIGatewayClient, GetRestApisCommand, GetStageCommand } from '@aws-sdk/client-api-gateway';
import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeployedLab, type Resources } from '../helpers/deployed.js';
import { ApiClient, placeOrder } from '../helpers/journey.js';

let lab: DeployedLab;

beforeAll(async () => {
  lab = await new DeployedLab({ state: 'project' }).start();
});

afterAll(() => lab.stop());

/** The service function with other code, and a version of it under a logical id of its own. */
const secondRelease = (resources: Resources) => {
  const old = Object.keys(resources).find((id) => id.startsWith('ServiceVersion')) ?? 'none';
  const renamed = JSON.parse(JSON.stringify(resources).replaceAll(old, 'ServiceVersionOfTest')) as Resources;
  delete resources[old];
  Object.assign(resources, renamed);
  // what the deployment's hook asks of every version before it gets traffic: health, a request's id, and keys without a secret in them
  const body = JSON.stringify({ status: 'ok', release: 2, keys: [{ kty: 'EC', kid: '1' }] });
  const headers = { 'content-type': 'application/json', 'x-request-id': 'req_second' };
  const answer = { statusCode: 200, headers, body };
  const code = `exports.handler = async () => (${JSON.stringify(answer)})`;
  Object.assign(resources.ServiceFunction?.Properties ?? {}, { Code: { ZipFile: code } });
};

/** Asks again and again until it is stopped. */
function startLoad(url: string) {
  const statuses: number[] = [];
  const bodies: string[] = [];
  let running = true;
  const client = async () => {
    while (running) {
      const answer = await fetch(url).catch(() => undefined);
      bodies.push((await answer?.text()) ?? '');
      statuses.push(answer?.status ?? 0);
    }
  };
  const clients = [client(), client()];
  const stop = async () => {
    running = false;
    await Promise.all(clients);
  };
  return { statuses, bodies, stop };
}

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
  expect(await lab.deploy(await lab.synthesise())).toBe('CREATE_COMPLETE');
  expect(emulator.deployedStacks()).toMatchObject([
    { stackName: 'shop-dev', region: 'eu-central-1', apiUrl: emulator.urls.api },
  ]);
  const order = await placeOrder(await clientOf('eu-central-1'), 'HOST01', 'EUR');
  expect(order.status).toBe(200);
  expect(order.headers.get('x-request-id')).toMatch(/^req_/);
  expect(await emulator.tokenFor()).toMatch(/^ey/);
}, 120_000);

test('API Gateway’s control plane and metrics know it', async () => {
  const gateway = new APIGatewayClient(lab.clientConfig());
  const { items = [] } = await gateway.send(new GetRestApisCommand({}));
  expect(items).toMatchObject([{ name: 'shop-dev-ancillary', id: expect.stringMatching(/^[a-z0-9]{10}$/) }]);
  const stage = await gateway.send(new GetStageCommand({ restApiId: items[0]?.id, stageName: 'live' }));
  expect(stage).toMatchObject({ stageName: 'live', tracingEnabled: true, webAclArn: expect.any(String) });
  gateway.destroy();
  const watch = new CloudWatchClient(lab.clientConfig());
  const now = Date.now();
  const { Datapoints = [] } = await watch.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/ApiGateway',
      MetricName: 'Count',
      Dimensions: [
        { Name: 'ApiName', Value: 'shop-dev-ancillary' },
        { Name: 'Stage', Value: 'live' },
      ],
      StartTime: new Date(now - 600_000),
      EndTime: new Date(now + 60_000),
      Period: 60,
      Statistics: ['Sum'],
    }),
  );
  expect(Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0)).toBeGreaterThanOrEqual(4);
  watch.destroy();
});

test('a changed function goes live under load without a refused request; a fault may be put into that version alone', async () => {
  const made = await lab.synthesise();
  const load = startLoad(`${lab.emulator.urls.api}/health`);
  expect(await lab.deploy(made, secondRelease)).toBe('UPDATE_COMPLETE');
  await expect.poll(() => load.bodies.at(-1)).toContain('"release":2');
  await load.stop();
  expect(load.bodies[0]).not.toContain('release');
  expect(new Set(load.statuses)).toEqual(new Set([200]));
  await lab.emulator.fault({ target: 'function', name: 'Service:1', errorRate: 1 });
  expect((await fetch(`${lab.emulator.urls.api}/health`)).status).toBe(200);
  await lab.emulator.fault({ target: 'function', name: 'Service:2', errorRate: 1 });
  expect((await fetch(`${lab.emulator.urls.api}/health`)).status).toBe(502);
  await lab.emulator.fault({ clear: true });
}, 60_000);

test('after a restart it is served where it was, with its data, keys and secrets', async () => {
  const { api } = lab.emulator.urls;
  const before = lab.emulator.credentials()[0]?.clientSecret.reveal();
  await lab.restart({ state: 'project' });
  expect(lab.emulator.urls.api).toBe(api);
  expect(lab.emulator.credentials()[0]?.clientSecret.reveal()).toBe(before);
  const order = await placeOrder(await clientOf('eu-central-1'), 'HOST02', 'EUR');
  expect(order.status).toBe(200);
}, 30_000);

test('deleted, nothing of it is left: the port is closed, the functions are gone', async () => {
  const url = lab.emulator.urls.api;
  expect(await lab.delete({ stackName: 'shop-dev', region: 'eu-central-1' })).toBe('DELETE_COMPLETE');
  expect(lab.emulator.deployedStacks()).toEqual([]);
  await expect(fetch(url)).rejects.toThrow();
  const lambda = new LambdaClient(lab.clientConfig());
  expect((await lambda.send(new ListFunctionsCommand({}))).Functions).toEqual([]);
  lambda.destroy();
}, 30_000);
