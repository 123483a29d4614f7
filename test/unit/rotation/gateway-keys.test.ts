import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  GetApiKeysCommand,
  GetResourcesCommand,
  GetUsagePlanKeysCommand,
  GetUsagePlansCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Gateway } from '../../../src/lib/aws/gateway.js';
import { keysInUse } from '../../../src/lib/rotation/keys-in-use.js';
import { apiKey } from '../../../src/lib/rotation/kinds/api-key.js';
import { platformEndpoint, type TestEndpoint } from '../../helpers/rotation/endpoint.js';
import { type RotationLab, rotationLab } from '../../helpers/rotation/lab.js';

let endpoint: TestEndpoint;
let lab: RotationLab;
let gateway: APIGatewayClient;
let plan: string;
let folder: string;
let first: string;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined); // the functions' metrics
  folder = mkdtempSync(join(tmpdir(), 'arcube-keys-'));
  endpoint = await platformEndpoint(folder);
  lab = await rotationLab(endpoint.url, ['eu-central-1']);
  gateway = new APIGatewayClient({ region: 'eu-central-1', endpoint: endpoint.url });
  plan = await planOfTheStage();
  const made = await gateway.send(
    new CreateApiKeyCommand({ name: 'partner', enabled: true, tags: { 'arcube:tenant': 'aulis-air' } }),
  );
  first = made.id as string;
  await gateway.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan, keyId: first, keyType: 'API_KEY' }));
});
afterAll(async () => {
  gateway.destroy();
  await lab.close();
  await endpoint.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The usage plan of the platform; where there is no platform, its API with one method, and a plan for it. */
async function planOfTheStage(): Promise<string> {
  const { items: plans = [] } = await gateway.send(new GetUsagePlansCommand({}));
  if (plans[0]?.id !== undefined) return plans[0].id;
  const api = await gateway.send(new CreateRestApiCommand({ name: 'arcube-ancillary' }));
  const restApiId = api.id as string;
  const { items = [] } = await gateway.send(new GetResourcesCommand({ restApiId }));
  const { id: resourceId } = await gateway.send(
    new CreateResourceCommand({ restApiId, parentId: items[0]?.id, pathPart: 'health' }),
  );
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await gateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
  await gateway.send(new PutIntegrationCommand({ ...method, type: 'MOCK' }));
  await gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'live' }));
  const apiStages = [{ apiId: restApiId, stage: 'live' }];
  const { id } = await gateway.send(new CreateUsagePlanCommand({ name: 'partners', apiStages }));
  return id as string;
}

async function keys() {
  const { items = [] } = await gateway.send(new GetApiKeysCommand({ includeValues: true }));
  return items;
}

it('replaces a gateway key in its usage plans by one of the same name, with another value', async () => {
  const [before] = await keys();
  const state = await lab.rotate(['api-key']);
  expect(state.outcome).toBe('done');
  expect(state.begin.subjects).toMatchObject([{ id: 'api-key/partner', tenant: 'aulis-air', oldKey: first }]);
  const [after, ...others] = await keys();
  expect(others).toEqual([]);
  expect(after).toMatchObject({ name: 'partner', enabled: true, tags: { 'arcube:tenant': 'aulis-air' } });
  expect(after?.value).not.toBe(before?.value);
  const { items = [] } = await gateway.send(new GetUsagePlanKeysCommand({ usagePlanId: plan }));
  expect(items.map(({ id }) => id)).toEqual([after?.id]);
  expect(lab.written()).not.toContain(after?.value);
});

it('tells which key a holder is to use, and that it was not used', async () => {
  const [key] = await keys();
  const { keys: found } = await keysInUse(await lab.target({ tenants: ['aulis-air'] }), ['api-key']);
  expect(found).toMatchObject([
    {
      holder: 'partner',
      tenant: 'aulis-air',
      keyId: key?.id,
      state: 'current',
      lastUsed: null,
    },
  ]);
  expect((await keysInUse(await lab.target({ tenants: ['dune-horizon'] }), ['api-key'])).keys).toEqual([]);
});

it('leaves other tenants’ keys alone', async () => {
  const target = await lab.target({ tenants: ['dune-horizon'] });
  expect(await lab.rotations.survey(target, ['api-key'], 'r-none')).toEqual([]);
});

it('holds a key whose new value nobody has used, and takes it back on request', async () => {
  const [before] = await keys();
  await expect(lab.rotate(['api-key'], { withoutAdoption: false })).rejects.toMatchObject({
    code: 'ROTATION_HELD',
  });
  expect((await keys()).filter(({ enabled }) => enabled)).toHaveLength(2);
  await lab.goBack(lab.rotations.ids().at(-1) as string);
  expect((await keys()).map(({ id, enabled, value }) => ({ id, enabled, value }))).toEqual([
    { id: before?.id, enabled: true, value: before?.value },
  ]);
});

it('does not take its own try of the new key for a use by the holder', async () => {
  const [before] = await keys();
  let uses = 1; // the probe's
  const used = vi.spyOn(Gateway.prototype, 'used');
  used.mockImplementation(async (_plan, id) => [['2026-11-23', id === before?.id ? 0 : uses]]);
  const gated = { withoutAdoption: false };
  await expect(lab.rotate(['api-key'], gated)).rejects.toMatchObject({ code: 'ROTATION_HELD' });
  uses = 2;
  expect((await lab.resume(lab.rotations.ids().at(-1) as string, gated)).outcome).toBe('done');
  used.mockRestore();
});

it('does not take tries of a probe that was broken off for uses by the holder, though they are counted late', async () => {
  const [before] = await keys();
  let uses = 0;
  const used = vi.spyOn(Gateway.prototype, 'used');
  used.mockImplementation(async (_plan, id) => [['2026-11-23', id === before?.id ? 0 : uses]]);
  const gated = { withoutAdoption: false };
  const api = createServer((_request, response) => void response.end('{}')).listen(0, '127.0.0.1');
  await once(api, 'listening');
  const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const restApis = [{ methods: [{ httpMethod: 'GET', apiKeyRequired: true, resourcePath: '/partners' }] }];
  const { probe } = apiKey;
  const onRoute = vi.spyOn(apiKey, 'probe').mockImplementation((context) => {
    const model = { ...context.target.model, restApis } as unknown as typeof context.target.model;
    return probe({
      ...context,
      target: { ...context.target, model, apiUrls: { [context.region.name]: url } },
    });
  });
  const die = (point: string): void => {
    if (point.startsWith('acted probe')) throw new Error('killed');
  };
  await expect(lab.rotate(['api-key'], { ...gated, boundary: die })).rejects.toThrow('killed');
  const id = lab.rotations.ids().at(-1) as string;
  const count = (point: string): void => {
    if (point.startsWith('done promote')) uses = 2; // this one's and the broken-off one's
  };
  await expect(lab.resume(id, { ...gated, boundary: count })).rejects.toMatchObject({
    code: 'ROTATION_HELD',
  });
  uses = 20;
  expect((await lab.resume(id, gated)).outcome).toBe('done');
  expect(onRoute).toHaveBeenCalledTimes(2);
  onRoute.mockRestore();
  used.mockRestore();
  api.closeAllConnections();
  api.close();
});
