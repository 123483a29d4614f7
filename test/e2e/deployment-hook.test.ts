import { cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../emulator/index.js';

const GROUPS = [
  'authorizer',
  'token',
  'service',
  'recommendations',
  'verify',
  'orders',
  'widget-orders',
  'cancellations',
  'ndc',
  'webhooks',
  'webhook-delivery',
  'recovery',
  'emails',
  'tenant-data',
];

let folder: string;
let emulator: Emulator;
let lambda: LambdaClient;
let server: Server;
/** Scenarios that some version was tried with. */
const played = new Set<string>();
/** What the hook told CodeDeploy, by deployment. */
const told = new Map<string, string>();

beforeAll(async () => {
  const codedeploy = await startCodeDeploy();
  folder = mkdtempSync(join(tmpdir(), 'arcube-hook-'));
  cpSync('templates/tenant', join(folder, 'tenants'), { recursive: true });
  const environment = `environment: { AWS_ENDPOINT_URL_CODEDEPLOY: '${codedeploy}' }\n`;
  writeFileSync(join(folder, 'arcube.yaml'), environment);
  emulator = createEmulator({ projectDir: folder, state: 'none', port: 0, awsPort: 0, enforceIam: true });
  const { aws: endpoint } = await emulator.start();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  lambda = new LambdaClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 });
}, 60_000);
afterAll(async () => {
  await emulator?.stop();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The two calls of CodeDeploy that a hook makes; a deployment's id is its group's name. */
async function startCodeDeploy(): Promise<string> {
  server = createServer(async (request, response) => {
    const body = (await json(request)) as Record<string, string>;
    const [, operation] = String(request.headers['x-amz-target']).split('.');
    if (operation === 'PutLifecycleEventHookExecutionStatus')
      told.set(body.deploymentId ?? '', body.status ?? '');
    const deploymentInfo = { deploymentGroupName: `arcube-${body.deploymentId}` };
    const answer = operation === 'GetDeployment' ? { deploymentInfo } : {};
    response.setHeader('content-type', 'application/x-amz-json-1.1').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function runHook(deployment: string) {
  const event = { DeploymentId: deployment, LifecycleEventHookExecutionId: 'hook-1' };
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand());
  const FunctionName = Functions.map((one) => one.FunctionName).find((name) =>
    name?.includes('DeploymentHook'),
  );
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
  return JSON.parse(Buffer.from(Payload ?? []).toString()) as {
    status: string;
    verdicts: { smoke: string; fault?: string; place?: string }[];
  };
}

const fault = (method: string, body?: object) =>
  fetch(`${emulator.urls.control}/_arcube/faults`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });

it.each(GROUPS)('a good version of %s passes', async (group) => {
  const { status, verdicts } = await runHook(group);
  expect(verdicts.filter((verdict) => verdict.fault !== undefined)).toEqual([]);
  expect(status).toBe('Succeeded');
  expect(told.get(group)).toBe('Succeeded');
  for (const { smoke } of verdicts) played.add(smoke);
});

it('no scenario is left that no version answers', () => {
  const files = readdirSync('templates/ancillary/functions/deployment-hook/smoke');
  expect(played.size).toBe(files.filter((file) => file.endsWith('.scenario.yaml')).length);
});

it('nothing is left behind but the count of calls: no trip, no order, no delivery, no mail', async () => {
  expect(await emulator.outbox()).toEqual([]);
  for (const uri of Object.values(emulator.urls.mongoByRegion)) {
    const client = new MongoClient(uri);
    const { databases } = await client.db().admin().listDatabases();
    for (const { name } of databases) {
      const collections = await client.db(name).listCollections().toArray();
      for (const { name: collection } of collections)
        if (!['tenants', 'rate_windows', 'vendor_outcomes'].includes(collection))
          expect([collection, await client.db(name).collection(collection).countDocuments()]).toEqual([
            collection,
            0,
          ]);
    }
    await client.close();
  }
});

it('a version that fails is refused, after a second try', async () => {
  await fault('POST', { target: 'OrdersFunction', errorRate: 1 });
  const { status, verdicts } = await runHook('orders');
  await fault('DELETE');
  expect(verdicts[0]?.fault).toMatch(/^Expected 403, got 502: .*arcube: fault injected on purpose/);
  expect(verdicts[0]?.place).toBe('orders.scenario.yaml:7');
  expect(status).toBe('Failed');
  expect(told.get('orders')).toBe('Failed');
});

it('a deployment of nothing that is known is refused, not left waiting', async () => {
  const { verdicts } = await runHook('somebody-elses');
  expect(verdicts[0]?.fault).toBe('no version or no scenario is known for somebody-elses');
  expect(told.get('somebody-elses')).toBe('Failed');
});
