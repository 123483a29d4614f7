import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type PlatformLab, platformLab } from '../helpers/platform.js';

let lab: PlatformLab;
beforeAll(async () => {
  lab = await platformLab({ enforceIam: true, watch: true });
}, 60_000);
afterAll(() => lab.stop());

it('the platform works with no more than its roles allow', async () => {
  const [first] = lab.emulator.credentials();
  const answer = await lab.get('/.well-known/jwks.json', lab.as(first?.tenant ?? ''));
  expect(answer.status).toBe(200);
  const passengers = [{ id: 'p1', type: 'ADT', firstName: 'A', lastName: 'B' }];
  const flight = {
    departureTime: '2030-06-01T10:00:00Z',
    arrivalTime: '2030-06-01T13:00:00Z',
    operatingCarrier: 'XX',
  };
  const segments = [{ segmentId: 's', flightNumber: 'XX1', departure: 'BER', arrival: 'LIS', ...flight }];
  const body = { pnr: 'ABC123', pointOfSale: 'AIRLINE_WEBSITE', passengers, segments };
  const offers = await lab.post(
    '/aggregation-api/servePassengerRecommendations',
    body,
    lab.as(first?.tenant ?? ''),
  );
  expect(offers.status).toBe(200);
  const denied = lab.logs.filter(({ text }) => text.includes('is not authorized to perform'));
  expect(denied.map(({ text }) => text)).toEqual([]);
});

it('a declared webhook’s secret can be read to sign with; a private address is not called', async () => {
  const as = lab.as('aulis-air');
  const file = join(lab.folder, 'tenants', 'aulis-air.yaml');
  const text = readFileSync(file, 'utf8').replace(
    'https://books.aulis-air.example/arcube',
    'http://localhost:9/',
  );
  writeFileSync(file, text.replace('enabled: false', 'enabled: true'));
  const path = '/webhooks/whk_aulis-air_books';
  const tried = () => lab.post(`${path}/test`, undefined, as);
  await vi.waitFor(async () => expect((await tried()).status).toBe(202), { timeout: 20_000, interval: 200 });
  const first = await vi.waitFor(
    async () => {
      const [{ attempts }] = (await lab.get(`${path}/deliveries`, as)).body.deliveries;
      expect(attempts.length).toBeGreaterThan(0);
      return attempts[0];
    },
    { timeout: 20_000, interval: 200 },
  );
  expect(first).toMatchObject({ error: 'the address is private' });
});

it('the account itself may do everything', async () => {
  const config = {
    endpoint: lab.emulator.urls.aws,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const sts = new STSClient(config);
  expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toMatch(/:root$/);
  const secrets = new SecretsManagerClient(config);
  expect((await secrets.send(new ListSecretsCommand({}))).SecretList?.length).toBeGreaterThan(0);
  sts.destroy();
  secrets.destroy();
});
