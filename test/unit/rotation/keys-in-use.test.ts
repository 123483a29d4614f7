import { stripVTControlCharacters } from 'node:util';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type KeysInUse, keysInUse } from '../../../src/lib/rotation/keys-in-use.js';
import { KINDS } from '../../../src/lib/rotation/phases.js';
import { keysText } from '../../../src/lib/ui/rotate-keys/keys-text.js';
import { AwsHarness } from '../../helpers/aws.js';
import { type FaultProxy, faultProxy } from '../../helpers/rotation/fault-proxy.js';
import { REGIONS, type RotationLab, rotationLab } from '../../helpers/rotation/lab.js';

const MINUTE = 60_000;
const aws = new AwsHarness();
let lab: RotationLab;
let proxy: FaultProxy;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined); // the functions' metrics
  await aws.start();
  lab = await rotationLab(aws.aws.endpoint.url);
  proxy = await faultProxy(aws.aws.endpoint.url);
  for (const region of REGIONS)
    await lab.put(
      'tenants/clients/dune-booking',
      { tenant: 'dune-horizon', region, role: 'api_client', enabled: true, secrets: [{ value: 'dune' }] },
      region,
    );
});
afterAll(async () => {
  await proxy.close();
  await lab.close();
  await aws.stop();
});
beforeEach(() => {
  proxy.judge = () => undefined;
});

/** Counts a use as the functions do, so many minutes ago. */
async function use(kind: string, keyId: string, holder: string, minutes: number, region = REGIONS[0]) {
  const client = new CloudWatchClient({ region, endpoint: aws.aws.endpoint.url });
  const names = { Stack: 'arcube', Kind: kind, Holder: holder, KeyId: keyId };
  const Dimensions = Object.entries(names).map(([Name, Value]) => ({ Name, Value }));
  const Timestamp = new Date(aws.clock.now() - minutes * MINUTE);
  const datum = { MetricName: 'Uses', Value: 1, Unit: 'Count' as const, Dimensions, Timestamp };
  await client.send(new PutMetricDataCommand({ Namespace: 'Arcube/Keys', MetricData: [datum] }));
  client.destroy();
}

const whole = (minutes: number) =>
  new Date(Math.floor((aws.clock.now() - minutes * MINUTE) / MINUTE) * MINUTE).toISOString();

/** Rows in short: holder, key, state, use. */
const rows = ({ keys }: KeysInUse) =>
  keys.map(({ holder, keyId, state, use: seen }) => [holder, keyId, state, seen].join(' '));

function text(found: KeysInUse, tenants: string[] = []): string {
  const target = {
    account: '1',
    stack: 'arcube',
    stage: 'live',
    regions: REGIONS,
    tenants,
    kinds: [...KINDS],
  };
  return stripVTControlCharacters(keysText({ target, ...found }));
}

it('nothing used yet: every key is named, and said not to have been seen', async () => {
  const found = await keysInUse(await lab.target(), KINDS);
  expect(rows(found)).toEqual([
    ' first current not-seen',
    'aulis-booking initial current not-seen',
    'dune-booking initial current not-seen',
    'aulis-air initial current not-seen',
  ]);
  expect(found.keys[0]).toMatchObject({ holder: null, regions: REGIONS, lastUsed: null });
  expect(text(found)).toContain('No keys of: api-key, database');
  expect(found.notRead).toMatchObject([{ kind: 'env' }]); // this endpoint has no functions
});

it('each holder’s keys with their last use: the current one, the one that retires, and one that is gone', async () => {
  class Crash extends Error {}
  const boundary = (point: string) => {
    if (point === 'wait promote' || point.startsWith('done adopt')) throw new Crash();
  };
  await expect(lab.rotate(['client', 'signing'], { boundary })).rejects.toThrow(Crash);
  const { begin } = lab.rotations.state(lab.rotations.ids().at(-1) as string);
  const fresh = begin.subjects[0]?.newKey as string;
  const at = whole(3);
  await use('client', fresh, 'aulis-booking', 3, 'us-east-1');
  await use('client', 'initial', 'aulis-booking', 40);
  await use('client', 'initial', 'aulis-booking', 90, 'us-east-1');
  await use('signing', 'first', 'dune-booking', 5);
  await use('signing', 'first', 'arcube-probe', 1);
  await use('edge', 'withdrawn', 'aulis-air', 9);
  const found = await keysInUse(await lab.target(), ['signing', 'client', 'edge']);
  expect(rows(found).sort()).toEqual(
    [
      'dune-booking first retiring seen',
      ` ${fresh} current not-seen`,
      `aulis-booking initial retiring seen`,
      `aulis-booking ${fresh} current seen`,
      'dune-booking initial retiring not-seen',
      `dune-booking ${fresh} current not-seen`,
      'aulis-air initial current not-seen',
      'aulis-air withdrawn revoked seen',
    ].sort(),
  );
  const used = found.keys.find(({ keyId, holder }) => keyId === fresh && holder === 'aulis-booking');
  expect(used).toMatchObject({ tenant: 'aulis-air', regions: REGIONS });
  expect([at, whole(3)]).toContain(used?.lastUsed); // the minute may have ended meanwhile
  expect(text(found)).toMatch(/aulis-booking +initial +retiring +\d\d:\d\d +4\d min ago/);
});

it('a table fits into 80 columns, and says where its keys are when that is not everywhere', async () => {
  const found = await keysInUse(await lab.target(), ['signing', 'client', 'edge']);
  for (const line of text(found).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  const [home = ''] = REGIONS;
  const keys = found.keys.map((key) => (key.kind === 'edge' ? { ...key, regions: [home] } : key));
  expect(text({ ...found, keys })).toContain(`\n  edge  in ${home}\n`);
  const part = found.keys.map((key) => (key.keyId === 'initial' ? { ...key, regions: [home] } : key));
  expect(text({ ...found, keys: part })).toMatch(new RegExp(`initial +retiring \\(${home}\\)`));
});

it('of one tenant: its clients’ and its own uses, and nobody else’s', async () => {
  const found = await keysInUse(await lab.target({ tenants: ['dune-horizon'] }), KINDS);
  expect(found.keys.filter(({ use: seen }) => seen === 'seen')).toMatchObject([
    { kind: 'signing', holder: 'dune-booking', keyId: 'first' },
  ]);
  expect(new Set(found.keys.map(({ tenant }) => tenant))).toEqual(new Set([null, 'dune-horizon']));
  expect(text(found, ['dune-horizon'])).not.toContain('aulis');
});

it('metrics or secrets that may not be read are told of; the rest is shown', async () => {
  proxy.judge = ({ operation, region }) =>
    operation.includes('ListMetrics') && region === 'us-east-1' ? 'denied' : undefined;
  const target = await lab.target(undefined, proxy.url);
  const blind = await keysInUse(target, ['client']);
  const dune = blind.keys.find(({ holder, state }) => holder === 'dune-booking' && state === 'current');
  expect(dune).toMatchObject({ use: 'not-known', note: 'the metrics in us-east-1 cannot be read' });
  expect(text(blind)).toContain('\n  Not known: the metrics in us-east-1 cannot be read.');
  proxy.judge = ({ operation }) => (operation.includes('GetSecretValue') ? 'denied' : undefined);
  const found = await keysInUse(target, ['client', 'api-key']);
  expect(found).toMatchObject({ keys: [], notRead: [{ kind: 'client' }] });
  expect(text(found)).toContain('client  cannot be read: ');
});
