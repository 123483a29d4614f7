import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spawnCli } from '../helpers/cli.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';

const ACCOUNT = '000000000000';
const REGION = 'eu-central-1';

let lab: PlatformLab;
let secrets: SecretsManagerClient;
beforeAll(async () => {
  lab = await platformLab();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  secrets = new SecretsManagerClient({ region: REGION, endpoint: lab.emulator.urls.aws, credentials });
}, 60_000);
afterAll(async () => {
  secrets.destroy();
  await lab.stop();
}, 60_000);

interface Run {
  code: number | null;
  signal: NodeJS.Signals | null;
  events: Record<string, unknown>[];
}

/** Runs the command as a script would; the emulator's clock is moved to the end of each wait that is told. */
function rotateKeys(args: string[], env: Record<string, string> = {}): Promise<Run> {
  const child = spawnCli(['rotate-keys', ...args, '--json', '--project', lab.folder], {
    env: {
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: lab.emulator.urls.aws,
      ARCUBE_ROTATION_LOOK_MS: '20',
      ...env,
    },
  });
  const events: Record<string, unknown>[] = [];
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const event = JSON.parse(line) as Record<string, unknown>;
    events.push(event);
    const until = event.event === 'wait' ? Date.parse(String(event.until)) + 3_000 : 0;
    if (until > lab.emulator.clock.now()) lab.emulator.clock.set(until);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, events }));
  });
}

const target = (): string[] => [
  '--stage',
  'live',
  '--region',
  REGION,
  '--account',
  ACCOUNT,
  '--yes',
  '--api-url',
  lab.url,
];

async function currentSecret(
  name: string,
): Promise<{ secrets: { value: string }[]; keys: { kid: string }[] }> {
  const { SecretString = '{}' } = await secrets.send(
    new GetSecretValueCommand({ SecretId: `arcube/${name}` }),
  );
  return JSON.parse(SecretString);
}

function grant(client: string, secret: string) {
  return lab.post('/oauth/token', {
    grant_type: 'client_credentials',
    client_id: client,
    client_secret: secret,
  });
}

it('killed again and again, a rotation goes on to its end: new secret in force, old one refused, the record whole', async () => {
  const before = lab.emulator.credentials().find(({ tenant }) => tenant === 'dune-horizon');
  const old = before?.clientSecret.reveal() as string;
  const forever = ['--without-adoption'];
  const first = await rotateKeys(['client', '--tenant', 'dune-horizon', ...target(), ...forever], {
    ARCUBE_ROTATION_KILL_AT: '3',
  });
  expect(first.signal).toBe('SIGKILL');
  const id = first.events.find(({ event }) => event === 'begun')?.rotation ?? idOnDisk();
  let last = first;
  let kills = 1;
  for (; last.code !== 0 && kills < 20; kills++) {
    last = await rotateKeys(['--resume', String(id), ...forever], { ARCUBE_ROTATION_KILL_AT: '7' });
    expect(last.signal === 'SIGKILL' || last.code === 0).toBe(true);
  }
  expect(last.events.at(-1)).toMatchObject({ event: 'end', outcome: 'done' });
  expect(kills).toBeGreaterThan(3);
  const fresh = (await currentSecret('tenants/clients/dune-booking')).secrets;
  expect(fresh).toHaveLength(1);
  expect((await grant('dune-booking', fresh[0]?.value ?? '')).status).toBe(200);
  expect((await grant('dune-booking', old)).status).toBe(401);
  const audit = await rotateKeys(['audit', '--verify']);
  expect(audit).toMatchObject({ code: 0, events: [{ intact: true }] });
  const written = readFileSync(join(lab.folder, '.arcube', 'rotation', `${id}.jsonl`), 'utf8');
  for (const secret of [old, fresh[0]?.value as string]) expect(written).not.toContain(secret);
}, 120_000);

function idOnDisk(): string {
  const names = readdirSync(join(lab.folder, '.arcube', 'rotation')).filter((name) =>
    /^r-.*\.jsonl$/.test(name),
  );
  return (names.sort().at(-1) as string).replace('.jsonl', '');
}

it('tells who used which key last and when, what ended last, and what to type to see it', async () => {
  const bare = await rotateKeys(['--status']);
  expect(bare.code).toBe(0);
  expect(bare.events[0]).toMatchObject({
    rotations: [],
    ended: [{ rotation: idOnDisk(), outcome: 'done', keys: ['client/dune-booking'] }],
    target: null,
    window: null,
    keys: null,
    notRead: [],
    next: 'arcube rotate-keys --status --stage live --region eu-central-1',
  });
  const shown = await rotateKeys(['--status', '--stage', 'live', '--region', REGION, 'client', 'signing']);
  expect(shown.code).toBe(0);
  const [{ id }] = (await currentSecret('tenants/clients/dune-booking')).secrets as { id?: string }[] as [
    { id?: string },
  ];
  const used = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/);
  const common = { regions: [REGION], state: 'current', note: null };
  const seen = { ...common, use: 'seen', lastUsed: used };
  const dune = { ...seen, kind: 'client', holder: 'dune-booking', tenant: 'dune-horizon', keyId: id };
  const [status] = shown.events as { target: object; keys: object[] }[];
  expect(status?.target).toMatchObject({ account: ACCOUNT, regions: [REGION], kinds: ['client', 'signing'] });
  expect(status?.keys).toContainEqual(dune);
  expect(status?.keys).toContainEqual({
    ...common,
    kind: 'client',
    holder: 'aulis-site',
    tenant: 'aulis-air',
    keyId: 'initial',
    use: 'not-seen',
    lastUsed: null,
  });
  expect(await rotateKeys(['--status', '--stage', 'live'])).toMatchObject({
    code: 2,
    events: [{ error: { code: 'ROTATION_TARGET_MISSING' } }],
  });
}, 60_000);

it('breaking the glass refuses a token that the gateway had allowed a moment before', async () => {
  const [key] = (await currentSecret('verification-keys')).keys;
  const kid = key?.kid as string;
  const bearer = lab.as('aulis-air');
  const { clientSecret, clientId } = lab.emulator.credentials()[0] as {
    clientSecret: { reveal(): string };
    clientId: string;
  };
  const token = (await grant(clientId, clientSecret.reveal())).body.access_token;
  expect((await lab.get('/auth/whoami', { authorization: `Bearer ${token}` })).status).toBe(200);
  const run = await rotateKeys(['--revoke', kid, '--now', ...target()]);
  expect(run.events.at(-1)).toMatchObject({
    event: 'revoked',
    kind: 'signing',
    notFlushed: [],
    proofs: [expect.stringContaining('answered 401')],
  });
  expect(run.code).toBe(0);
  for (const authorization of [`Bearer ${token}`, bearer.authorization as string])
    expect((await lab.get('/auth/whoami', { authorization })).status).toBe(401);
  // callers are given tokens of another key at once
  const next = (await grant(clientId, clientSecret.reveal())).body.access_token;
  expect((await lab.get('/auth/whoami', { authorization: `Bearer ${next}` })).status).toBe(200);
}, 60_000);

it('a client’s secret is withdrawn at once, and that is proven', async () => {
  const name = 'client/dune-booking';
  const [value] = (await currentSecret('tenants/clients/dune-booking')).secrets as {
    id?: string;
    value: string;
  }[];
  const run = await rotateKeys(['--revoke', `${name}:${value?.id ?? 'initial'}`, '--now', ...target()]);
  expect(run.events.at(-1)).toMatchObject({
    event: 'revoked',
    kind: 'client',
    notFlushed: [],
    proofs: [expect.stringContaining('answered 401')],
  });
  expect((await grant('dune-booking', value?.value ?? '')).status).toBe(401);
  expect((await rotateKeys(['--revoke', 'client/dune-booking:none', '--now', ...target()])).code).toBe(2);
}, 60_000);

it('names what stands in the way, with an exit code of its own', async () => {
  const other = await rotateKeys([
    'signing',
    ...target().map((word) => (word === ACCOUNT ? '111111111111' : word)),
  ]);
  expect(other).toMatchObject({
    code: 6,
    events: [{ event: 'error', error: { code: 'AWS_WRONG_ACCOUNT' } }],
  });
  const unsaid = await rotateKeys(['signing', '--plan']);
  expect(unsaid).toMatchObject({ code: 2, events: [{ error: { code: 'ROTATION_TARGET_MISSING' } }] });
  const plan = await rotateKeys(['signing', 'edge', '--plan', ...target()]);
  expect(plan.code).toBe(0);
  expect(plan.events[0]).toMatchObject({
    event: 'plan',
    account: ACCOUNT,
    subjects: expect.arrayContaining([
      expect.objectContaining({ id: 'edge/aulis-air', tenant: 'aulis-air' }),
    ]),
  });
}, 60_000);
