import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeployedLab } from '../helpers/deployed.js';
import { ApiClient, placeOrder } from '../helpers/journey.js';

let lab: DeployedLab;

beforeAll(async () => {
  lab = await new DeployedLab().start();
});

afterAll(() => lab.stop());

test('the platform is deployed to an empty account and serves the journey', async () => {
  expect(lab.emulator.deployedStacks()).toEqual([]);
  const t00 = performance.now();
  const made = await lab.synthesise();
  const began = performance.now();
  const strip = (
    resources: Record<string, { Type: string; DependsOn?: unknown; UpdatePolicy?: unknown }>,
  ) => {
    for (const [id, { Type }] of Object.entries(resources))
      if (/CodeDeploy|MetricFilter/.test(Type)) delete resources[id];
    for (const one of Object.values(resources)) delete one.UpdatePolicy;
  };
  console.log('synth', performance.now() - t00);
  const status = await lab.deploy(made, strip);
  console.log('took', performance.now() - began);
  if (status !== 'CREATE_COMPLETE') {
    const events = await lab.events('shop-dev');
    console.log(
      events
        .filter((e) => e.ResourceStatus?.includes('FAILED'))
        .map((e) => [e.LogicalResourceId, e.ResourceStatusReason]),
    );
  }
  expect(status).toBe('CREATE_COMPLETE');
  const evs = (await lab.events('shop-dev')).reverse();
  const t0 = evs[0]?.Timestamp?.getTime() ?? 0;
  for (const e of evs)
    if (/ApiGateway|WAF|CloudFront|Events::|Stack$/.test(e.ResourceType ?? ''))
      console.log((e.Timestamp?.getTime() ?? 0) - t0, e.LogicalResourceId, e.ResourceStatus);
  const [stack] = lab.emulator.deployedStacks();
  expect(stack).toMatchObject({ stackName: 'shop-dev', region: 'eu-central-1' });
  const credentials = lab.emulator.credentials().map((one) => ({
    ...one,
    clientSecret: one.clientSecret.reveal(),
    edgeSecret: one.edgeSecret.reveal(),
  }));
  const client = await ApiClient.of(
    { urls: { api: stack?.apiUrl ?? '' }, credentials } as never,
    'eu-central-1',
  );
  const order = await placeOrder(client, 'HOST01', 'EUR');
  expect([order.status, order.text]).toEqual([200, expect.stringContaining('{')]);
});
