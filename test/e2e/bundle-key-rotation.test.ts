import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  RotateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TENANT = 'aulis-air';
const NAME = 'arcube/bundle-keys';
const SECOND = 1000;
/** A busy machine may take its time; a rotation that hangs does not pass. */
const PATIENT = { timeout: 15 * SECOND };

let lab: PlatformLab;
let secrets: SecretsManagerClient;

beforeAll(async () => {
  lab = await platformLab({ enforceIam: true });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  secrets = new SecretsManagerClient({
    endpoint: lab.emulator.urls.aws,
    region: 'eu-central-1',
    credentials,
    maxAttempts: 1,
  });
}, 60_000);
afterAll(() => lab?.stop());

interface Key {
  kid: string;
  state?: string;
}

async function keys(): Promise<Key[]> {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: NAME }));
  return (JSON.parse(SecretString ?? '') as { keys: Key[] }).keys;
}

/** Resolves when the last rotation is over: a version that is still called pending is current, too. */
async function rotationOver(): Promise<void> {
  await expect
    .poll(async () => {
      const { VersionIdsToStages = {} } = await secrets.send(new DescribeSecretCommand({ SecretId: NAME }));
      const pending = Object.values(VersionIdsToStages).filter((stages) => stages.includes('AWSPENDING'));
      return pending.every((stages) => stages.includes('AWSCURRENT'));
    }, PATIENT)
    .toBe(true);
}

async function rotate(): Promise<void> {
  await secrets.send(new RotateSecretCommand({ SecretId: NAME }));
  await rotationOver();
}

async function offers() {
  const trip = { ...roundTrip(), pointOfSale: 'WIDGET' };
  const path = '/aggregation-api/servePassengerRecommendations';
  const { status, body } = await lab.post(path, trip, lab.as(TENANT));
  expect(status).toBe(200);
  return body;
}

async function isVerified({ correlationId, result }: Awaited<ReturnType<typeof offers>>): Promise<boolean> {
  const [{ id, category, price, metadata }] = result;
  const amounts = { unitPrice: price, quantity: 1, totalPrice: price, currency: metadata.currency };
  const items = [{ id, categoryCode: category, ...amounts }];
  const { body } = await lab.post('/checkout/verify', { correlationId, items }, lab.as(TENANT));
  return body.verified === true;
}

it('a key is published by one rotation and seals from the next on; what was sealed before is opened all the time', async () => {
  const [first] = await keys();
  const before = await offers();
  await rotate();
  const [sealing, published] = await keys();
  expect(sealing).toEqual(first);
  expect(published?.state).toBe('published');
  expect(await isVerified(before)).toBe(true);
  const between = await offers();

  lab.emulator.clock.advance(61 * SECOND); // every function has asked for the keys since
  await rotate();
  const after = await keys();
  expect(after.map(({ state }) => state)).toEqual([undefined, 'published', 'retiring']);
  expect(after[0]?.kid).toBe(published?.kid);
  expect(after[2]?.kid).toBe(first?.kid);
  for (const bundle of [before, between, await offers()]) expect(await isVerified(bundle)).toBe(true);
});

it('rotates by itself every thirty days', async () => {
  const [first] = await keys();
  const { RotationRules, NextRotationDate } = await secrets.send(
    new DescribeSecretCommand({ SecretId: NAME }),
  );
  expect(RotationRules).toEqual({ ScheduleExpression: 'rate(30 days)' });
  lab.emulator.clock.set((NextRotationDate?.getTime() ?? 0) + SECOND);
  await expect.poll(async () => (await keys())[0]?.kid, PATIENT).not.toBe(first?.kid);
});

it('a key that was published a moment ago does not seal yet', async () => {
  const before = await keys();
  await secrets.send(new RotateSecretCommand({ SecretId: NAME }));
  await expect
    .poll(() => lab.logs.some(({ text }) => text.includes('not every function knows it yet')), PATIENT)
    .toBe(true);
  expect(await keys()).toEqual(before);
});
