import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
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

test('a category without a mark-up follows the tenant’s default', () => {
  const { value } = readTenant(`${folder}/dune-horizon.yaml`);
  expect(value?.defaultMarkup).toBe(22);
  expect(value?.categories.ESIMS).toEqual({ enabled: true });
});
