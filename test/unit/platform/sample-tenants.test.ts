import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import schema from '../../../src/core/config/schemas/tenant.schema.json' with { type: 'json' };
import { readTenant } from '../../../src/core/config/tenant.js';

const folder = 'templates/tenant';

test('the sample tenants are good, live in three regions and share no client', () => {
  const readings = readdirSync(folder).map((name) => readTenant(`${folder}/${name}`));
  expect(readings.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  const tenants = readings.map(({ value }) => value!);
  expect(new Set(tenants.map(({ dataRegion }) => dataRegion)).size).toBe(3);
  const clients = tenants.flatMap((tenant) => tenant.clients.map(({ id }) => id));
  expect(new Set(clients).size).toBe(clients.length);
});

test('their files take the events that the API takes, and no sample sends any unasked', () => {
  const { components } = parse(readFileSync('templates/ancillary/openapi.yaml', 'utf8'));
  const { events } = components.schemas.WebhookRequest.properties;
  const declared = schema.properties.webhooks.items.properties.events;
  expect([...declared.items.enum].sort()).toEqual([...events.items.enum].sort());
  expect(declared.maxItems).toBe(events.maxItems);
  const hooks = readdirSync(folder).flatMap((name) => readTenant(`${folder}/${name}`).value?.webhooks ?? []);
  expect(hooks.map(({ enabled }) => enabled)).toEqual([false]);
  expect(hooks.map(({ url }) => new URL(url).hostname)).toEqual([expect.stringMatching(/\.example$/)]);
});

test('a category without a mark-up follows the tenant’s default', () => {
  const { value } = readTenant(`${folder}/dune-horizon.yaml`);
  expect(value?.defaultMarkup).toBe(22);
  expect(value?.categories.ESIMS).toEqual({ enabled: true });
});
