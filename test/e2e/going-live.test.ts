import { setTimeout as wait } from 'node:timers/promises';
import { GetAliasCommand, InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CodeDeployments } from '../../src/lib/aws/code-deployments.js';
import { Functions } from '../../src/lib/aws/functions.js';
import { AwsRegion } from '../../src/lib/aws/region.js';
import { ServiceClock } from '../../src/lib/aws/service-clock.js';
import { Stacks } from '../../src/lib/aws/stacks.js';
import { hookLog } from '../../src/lib/deploy/apply/hook-log.js';
import { DeployedLab, type Resources } from '../helpers/deployed.js';

const STACK = 'shop-dev';
const MINUTE = 60_000;

let lab: DeployedLab;
let lambda: LambdaClient;

beforeAll(async () => {
  lab = await new DeployedLab().start();
  lambda = new LambdaClient(lab.clientConfig());
  expect(await deploy({})).toBe('CREATE_COMPLETE');
}, 120_000);
afterAll(async () => {
  lambda?.destroy();
  await lab?.stop();
});

const made = (parameters: Record<string, string>) => lab.synthesise('eu-central-1', STACK, parameters);
async function deploy(parameters: Record<string, string>, change?: (resources: Resources) => void) {
  return lab.deploy(await made(parameters), change);
}

async function nameOf(logicalId: string): Promise<string> {
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));
  return Functions.find(({ FunctionName }) => FunctionName?.includes(`-${logicalId}-`))?.FunctionName ?? '';
}

async function live(logicalId: string) {
  const { FunctionVersion, RoutingConfig } = await lambda.send(
    new GetAliasCommand({ FunctionName: await nameOf(logicalId), Name: 'live' }),
  );
  return { version: FunctionVersion, weights: RoutingConfig?.AdditionalVersionWeights ?? {} };
}

/** Why something could not be updated. */
async function failures(): Promise<string[]> {
  const events = await lab.events(STACK);
  return events
    .filter(({ ResourceStatus }) => ResourceStatus === 'UPDATE_FAILED')
    .map(({ LogicalResourceId, ResourceStatusReason }) => `${LogicalResourceId}: ${ResourceStatusReason}`);
}

/** What a deploy's report has of the hook's log, of the last deployment of a group. */
async function reported(group: string): Promise<string[]> {
  const { endpoint, credentials } = lab.clientConfig();
  const aws = new AwsRegion('eu-central-1', new ServiceClock(), { endpoint, credentials });
  const deployments = new CodeDeployments(aws);
  const made = await Promise.all((await deployments.since(0)).map((id) => deployments.read(id)));
  const failed = made.filter((one) => one.group === group && one.status === 'Failed').at(-1);
  const places = { aws, stacks: new Stacks(aws), functions: new Functions(aws) };
  const observed = { routes: {}, hook: 'DeploymentHookFunction' };
  const lines = await hookLog(places, { observed, stackId: STACK }, failed?.id ?? '', 0);
  aws.close();
  return lines;
}

const verdicts = () =>
  lab.logs.filter(({ text }) => text.includes('"smoke"')).map(({ text }) => text.slice(text.indexOf('{')));

/** A new version of a function whose code and configuration are its own again. */
function another(logicalId: string, change: (properties: Record<string, unknown>) => void) {
  return (resources: Resources) => {
    change(resources[`${logicalId}Function`]?.Properties ?? {});
    const id = Object.keys(resources).find((key) => key.startsWith(`${logicalId}Version`)) ?? '';
    const changed = JSON.parse(
      JSON.stringify(resources).replaceAll(id, `${logicalId}VersionOther`),
    ) as Resources;
    for (const key of Object.keys(resources)) delete resources[key];
    Object.assign(resources, changed);
  };
}

test('a new version is tried by the hook, and goes live', async () => {
  expect(await live('TokenFunction')).toEqual({ version: '1', weights: {} });
  expect(await deploy({ TokenLife: '1800' })).toBe('UPDATE_COMPLETE');
  expect(await live('TokenFunction')).toEqual({ version: '2', weights: {} });
  expect(verdicts().map((one) => JSON.parse(one))).toMatchObject([
    {
      level: 'info',
      version: expect.stringMatching(/:2$/),
      smoke: 'tokens are refused to whom nobody knows',
    },
  ]);
  expect(await live('OrdersFunction')).toEqual({ version: '1', weights: {} });
}, 30_000);

test('a version that the hook refuses gets no traffic, and the stack goes back', async () => {
  const broken = another('Orders', ({ Environment }) => {
    const { Variables } = Environment as { Variables: Record<string, string> };
    Variables.DATABASES_SECRET = 'nothing-there';
  });
  expect(await deploy({ TokenLife: '1800' }, broken)).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(await failures()).toEqual([expect.stringMatching(/^OrdersAlias: .*BeforeAllowTraffic/)]);
  const refusal = /"level":"error".*Expected 403, got 500.*"place":"orders.scenario.yaml:\d+"/;
  expect(verdicts().at(-1)).toMatch(refusal);
  expect(await reported('shop-dev-orders')).toEqual([expect.stringMatching(refusal)]);
  expect(await live('OrdersFunction')).toEqual({ version: '1', weights: {} });
}, 30_000);

test('a canary that fails is stopped by its own alarm, and the stack goes back', async () => {
  const next = await made({ TokenLife: '1800', DeploymentConfig: 'Canary10Percent5Minutes' });
  await lab.send(
    next,
    another('Service', (properties) => {
      properties.Description = 'The next one.';
    }),
  );
  await expect
    .poll(() => live('ServiceFunction'), { timeout: 15_000 })
    .toMatchObject({ weights: { 2: 0.1 } });
  const FunctionName = `${await nameOf('ServiceFunction')}:live`;
  // an event that is no request is a crash to Lambda, whatever the version
  const versions = new Map<string, number>();
  while (!versions.has('2')) {
    const { ExecutedVersion = '' } = await lambda.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
    versions.set(ExecutedVersion, (versions.get(ExecutedVersion) ?? 0) + 1);
  }
  const settled = lab.settled(next.settings);
  for (const _ of [1, 2]) {
    lab.emulator.clock.advance(MINUTE);
    await wait(50);
  }
  expect(await settled).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect((await failures())[0]).toMatch(/^ServiceAlias: .*alarm/i);
  expect(await live('ServiceFunction')).toEqual({ version: '1', weights: {} });
}, 60_000);

test('a canary that is well is promoted after its five minutes', async () => {
  const next = await made({ TokenLife: '2400', DeploymentConfig: 'Canary10Percent5Minutes' });
  await lab.send(next);
  await expect.poll(() => live('TokenFunction'), { timeout: 15_000 }).toMatchObject({ weights: { 3: 0.1 } });
  const settled = lab.settled(next.settings);
  lab.emulator.clock.advance(5 * MINUTE);
  expect(await settled).toBe('UPDATE_COMPLETE');
  expect(await live('TokenFunction')).toEqual({ version: '3', weights: {} });
}, 60_000);
