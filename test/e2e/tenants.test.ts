import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ReloadRecord } from '../../emulator/kernel/events.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TENANT = 'dune-horizon';
let lab: PlatformLab;
const reloads: ReloadRecord[] = [];

beforeAll(async () => {
  lab = await platformLab({ watch: true });
  lab.emulator.events.on('reload', (record) => void (record.what === 'tenant' && reloads.push(record)));
}, 60_000);
afterAll(() => lab?.stop());

const file = () => join(lab.folder, 'tenants', `${TENANT}.yaml`);
function edit(change: (text: string) => string): void {
  reloads.length = 0;
  writeFileSync(file(), change(readFileSync(file(), 'utf8')));
}
const reloaded = () =>
  vi.waitFor(() => expect(reloads.length).toBeGreaterThan(0), { timeout: 10_000, interval: 20 });
async function lounge(): Promise<{ price: number; price_arcube: number }> {
  const { body } = await lab.post(
    '/aggregation-api/servePassengerRecommendations',
    { ...roundTrip(), pointOfSale: 'WIDGET' },
    lab.as(TENANT),
  );
  return body.result.find(({ category }: { category: string }) => category === 'LOUNGE_ACCESS');
}

test('an edited mark-up is in force with the next call', async () => {
  const before = await lounge();
  expect(before.price / before.price_arcube).toBeCloseTo(1.3, 2);
  edit((text) => text.replace('LOUNGE_ACCESS: { markup: 30 }', 'LOUNGE_ACCESS: { markup: 50 }'));
  await reloaded();
  expect(reloads).toMatchObject([{ name: TENANT, ok: true, diagnostics: [] }]);
  const after = await lounge();
  expect(after.price / after.price_arcube).toBeCloseTo(1.5, 2);
});

test('a secret that the file refers to is followed when it is rotated', async () => {
  const name = 'dune-horizon/booking';
  edit((text) => text.replace('id: dune-booking\n', `id: dune-booking\n    secretRef: ${name}\n`));
  await reloaded();
  const token = (client_secret: string) =>
    lab.post('/oauth/token', { grant_type: 'client_credentials', client_id: 'dune-booking', client_secret });
  const before = lab.emulator
    .credentials()
    .find(({ tenant }) => tenant === TENANT)!
    .clientSecret.reveal();
  lab.emulator.clock.advance(31_000); // functions keep a secret for half a minute
  expect((await token(before)).status).toBe(200);
  const secrets = new SecretsManagerClient({
    endpoint: lab.emulator.urls.aws,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await secrets.send(
    new PutSecretValueCommand({ SecretId: name, SecretString: 'a-secret-of-their-own-making' }),
  );
  secrets.destroy();
  const rotated = async () => {
    lab.emulator.clock.advance(31_000);
    return (await token('a-secret-of-their-own-making')).status;
  };
  await vi.waitFor(async () => expect(await rotated()).toBe(200), { timeout: 15_000, interval: 200 });
  expect((await token(before)).status).toBe(401);
});

test('a broken file is told of, every fault with its line, and the last good one keeps serving', async () => {
  edit((text) =>
    text
      .replace('currency: AED', 'currency: dirham')
      .replace('dataRegion: me-central-1', 'dataRegion: the-moon'),
  );
  await reloaded();
  expect(reloads[0]).toMatchObject({ ok: false });
  const faults = reloads[0]!.diagnostics.map(({ path, place, remedy }) => [path, place?.line, remedy !== '']);
  expect(faults).toEqual([
    ['dataRegion', 6, true],
    ['currency', 7, true],
  ]);
  const still = await lounge();
  expect(still.price / still.price_arcube).toBeCloseTo(1.5, 2);
});

test('a removed tenant is refused, by its token and by its credentials', async () => {
  const { clientId, clientSecret } = lab.emulator.credentials().find(({ tenant }) => tenant === TENANT)!;
  reloads.length = 0;
  rmSync(file());
  await reloaded();
  const refused = await lab.get('/webhooks', lab.as(TENANT));
  expect([refused.status, refused.body.error.code]).toEqual([403, 'PERMISSION_DENIED']);
  lab.emulator.clock.advance(31_000); // functions keep a secret for half a minute
  const credentials = { client_id: clientId, client_secret: clientSecret.reveal() };
  const token = await lab.post('/oauth/token', { grant_type: 'client_credentials', ...credentials });
  expect(token.status).toBe(401);
});
