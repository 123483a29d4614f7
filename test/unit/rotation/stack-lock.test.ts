import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetParameterCommand,
  GetParametersByPathCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { UserError } from '../../../src/core/errors.js';
import { Parameters } from '../../../src/lib/aws/parameters.js';
import { Journal } from '../../../src/lib/journal/journal.js';
import { Rotations } from '../../../src/lib/rotation/rotations.js';
import { StackLock } from '../../../src/lib/rotation/stack-lock.js';
import { regionOf } from '../../../src/lib/rotation/target.js';
import { awsEndpoint, type TestEndpoint } from '../../helpers/rotation/endpoint.js';
import { REGIONS, type RotationLab, rotationLab } from '../../helpers/rotation/lab.js';

let endpoint: TestEndpoint;
let lab: RotationLab;
let ssm: SSMClient;
/** Where other people's projects are: nothing there knows of the first one's rotations. */
let elsewhere: string;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined); // the functions' metrics
  endpoint = await awsEndpoint();
  lab = await rotationLab(endpoint.url);
  ssm = new SSMClient({ region: REGIONS[0] as string, endpoint: endpoint.url });
  elsewhere = mkdtempSync(join(tmpdir(), 'arcube-elsewhere-'));
});
afterAll(async () => {
  ssm.destroy();
  await lab.close();
  await endpoint.stop();
  rmSync(elsewhere, { recursive: true, force: true });
});

const NAME = '/arcube/arcube/rotating/client';

async function problem(run: Promise<unknown>): Promise<UserError> {
  return run.then(
    () => Promise.reject(new Error('it went through')),
    (error: UserError) => error,
  );
}

/** Begins a rotation from another person's project, and leaves it there. */
async function beginElsewhere(tenants: string[] = []): Promise<string> {
  const target = await lab.target({ tenants });
  const rotations = new Rotations(mkdtempSync(join(elsewhere, 'project-')));
  const rotation = Rotations.id(target);
  const subjects = await rotations.survey(target, ['client'], rotation);
  const tools = {
    pause: async () => undefined,
    boundary: () => undefined,
    acceptChanges: false,
    withoutAdoption: true,
    signal: new AbortController().signal,
  };
  const open = await rotations.begin(target, { rotation, subjects, adoptionTimeout: 0 }, tools);
  open.close();
  return rotation;
}

async function change(facts: object, Name = NAME): Promise<void> {
  for (const region of REGIONS) {
    const client = new SSMClient({ region, endpoint: endpoint.url });
    const { Parameter } = await client.send(new GetParameterCommand({ Name }));
    const Value = JSON.stringify({ ...JSON.parse(Parameter?.Value ?? '{}'), ...facts });
    await client.send(new PutParameterCommand({ Name, Value, Overwrite: true }));
    client.destroy();
  }
}

async function locks(): Promise<string[]> {
  const found = await ssm.send(new GetParametersByPathCommand({ Path: '/arcube/', Recursive: true }));
  return (found.Parameters ?? []).map(({ Name = '' }) => Name);
}

it('two machines do not rotate the same kind of keys: the second is told who is at it', async () => {
  const first = await beginElsewhere();
  await change({ host: 'other-machine' });
  const error = await problem(lab.rotate(['client']));
  expect(error.code).toBe('ROTATION_LOCKED');
  expect(error.problem.what).toContain(first);
  expect(error.problem.why).toMatch(/^arn:aws:\S+ began it on other-machine at 20/);
  expect(error.problem.todo).toContain('Wait for it');
  // another kind is another matter, and its lock is gone at its end
  expect((await lab.rotate(['edge'])).outcome).toBe('done');
  expect(await locks()).toEqual([NAME]);
});

it('one that lives is not put aside; one that gives no sign is, by name, and cannot go on then', async () => {
  const { rotation: first } = JSON.parse(
    (await ssm.send(new GetParameterCommand({ Name: NAME }))).Parameter?.Value ?? '{}',
  );
  expect((await problem(lab.rotate(['client'], { takeOver: first }))).code).toBe('ROTATION_LOCKED');
  await change({ seen: '2026-01-01T00:00:00.000Z' });
  const stale = await problem(lab.rotate(['client']));
  expect(stale.problem.todo).toContain(`--take-over ${first}`);
  expect((await problem(lab.rotate(['client'], { takeOver: 'r-another' }))).code).toBe('ROTATION_LOCKED');
  expect((await lab.rotate(['client'], { takeOver: first })).outcome).toBe('done');
  expect(await locks()).toEqual([]);
});

it('a rotation that cannot be written down leaves no lock behind', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const spy = vi.spyOn(Journal, 'begin').mockImplementationOnce(() => {
    throw full;
  });
  await expect(beginElsewhere()).rejects.toBe(full);
  spy.mockRestore();
  expect(await locks()).toEqual([]);
});

it('of those who try at once, in two regions each, one gets it', async () => {
  const target = await lab.target();
  const tries = ['r-1', 'r-2', 'r-3', 'r-4'].map((rotation) =>
    StackLock.take(target, { rotation, scopes: [{ kind: 'env' }, { kind: 'signing' }] }),
  );
  const outcomes = await Promise.allSettled(tries);
  const won = outcomes.filter(({ status }) => status === 'fulfilled');
  expect(won).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') await outcome.value.release();
    else expect(outcome.reason).toMatchObject({ code: 'ROTATION_LOCKED' });
  }
  expect(await locks()).toEqual([]);
});

describe('the keys of one tenant', () => {
  const dune = { tenants: ['dune-air'] };
  const aulis = { tenants: ['aulis-air'] };
  beforeAll(async () => {
    const secrets = [{ value: 'dune-secret' }];
    for (const region of REGIONS)
      await lab.put(
        'tenants/clients/dune-booking',
        { tenant: 'dune-air', region, role: 'api_client', enabled: true, secrets },
        region,
      );
  });

  it('keep no other tenant’s from being rotated, but a rotation of the whole kind', async () => {
    const first = await beginElsewhere(dune.tenants);
    const name = `${NAME}/dune-air`;
    await change({ host: 'other-machine' }, name);
    expect((await lab.rotate(['client'], { choices: aulis })).outcome).toBe('done');
    for (const choices of [dune, {}]) {
      const error = await problem(lab.rotate(['client'], { choices }));
      expect(error.code).toBe('ROTATION_LOCKED');
      expect(error.problem.what).toContain(`Rotation ${first} of the client keys of dune-air`);
    }
    expect(await locks()).toEqual([name]);
    await change({ seen: '2026-01-01T00:00:00.000Z' }, name);
    expect((await lab.rotate(['client'], { takeOver: first })).outcome).toBe('done');
    expect(await locks()).toEqual([]);
  });

  it('that were taken over go back when the rest of what is wanted cannot be had', async () => {
    const first = await beginElsewhere(dune.tenants);
    const name = `${NAME}/dune-air`;
    await change({ host: 'other-machine', seen: '2026-01-01T00:00:00.000Z' }, name);
    const target = await lab.target();
    const there = new Parameters(regionOf(target, [...REGIONS].sort().at(-1) as string));
    await there.create(
      NAME,
      JSON.stringify({ rotation: 'r-alive', host: 'other-machine', seen: '2999-01-01' }),
    );
    const scopes = [{ kind: 'client' }] as const;
    const error = await problem(StackLock.take(target, { rotation: 'r-next', scopes, takeOver: first }));
    expect(error.problem.what).toContain('r-alive');
    expect(await locks()).toEqual([]);
    await there.remove(NAME);
    await there.remove(name);
  });

  it('cannot be rotated while the whole kind is', async () => {
    const first = await beginElsewhere();
    await change({ host: 'other-machine' });
    const error = await problem(lab.rotate(['client'], { choices: aulis }));
    expect(error.code).toBe('ROTATION_LOCKED');
    expect(error.problem.what).toContain(`Rotation ${first} of all keys of kind client`);
    expect(await locks()).toEqual([NAME]);
    await change({ seen: '2026-01-01T00:00:00.000Z' });
    expect((await lab.rotate(['client'], { choices: aulis, takeOver: first })).outcome).toBe('done');
    expect(await locks()).toEqual([]);
  });

  it('of those who try at once, no two have a key in common', async () => {
    const target = await lab.target();
    const wanted = [{}, { tenant: 'aulis-air' }, { tenant: 'dune-air' }, {}, { tenant: 'aulis-air' }];
    const tries = wanted.map((scope, at) =>
      StackLock.take(target, { rotation: `r-${at}`, scopes: [{ kind: 'client', ...scope }] }),
    );
    const outcomes = await Promise.allSettled(tries);
    const won = wanted.filter((_, at) => outcomes[at]?.status === 'fulfilled');
    const whole = won.filter(({ tenant }) => tenant === undefined);
    expect(whole.length === 0 ? new Set(won.map(({ tenant }) => tenant)).size : 1).toBe(won.length);
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') await outcome.value.release();
    expect(await locks()).toEqual([]);
  });
});

it('a rotation that crashed has it still, and goes on with it; it stops where another has put it aside', async () => {
  const crash = (point: string): void => {
    if (point.startsWith('done publish client/')) throw new Error('killed');
  };
  await expect(lab.rotate(['client'], { boundary: crash })).rejects.toThrow('killed');
  const id = lab.rotations.ids().at(-1) as string;
  expect(await locks()).toEqual([NAME]);
  expect((await lab.resume(id)).outcome).toBe('done');
  expect(await locks()).toEqual([]);

  await expect(lab.rotate(['client'], { boundary: crash })).rejects.toThrow('killed');
  const second = lab.rotations.ids().at(-1) as string;
  await change({ rotation: 'r-theirs', token: 'theirs', host: `not-${hostname()}` });
  const error = await problem(lab.resume(second));
  expect(error.code).toBe('ROTATION_LOCKED');
  expect(error.problem.what).toContain('r-theirs');
});

it('shows that its holder is alive while it waits, and notices another’s hand', async () => {
  let now = Date.now();
  const target = { ...(await lab.target()), clock: { now: () => now } } as Awaited<
    ReturnType<typeof lab.target>
  >;
  const lock = await StackLock.take(target, { rotation: 'r-long', scopes: [{ kind: 'database' }] });
  const Name = '/arcube/arcube/rotating/database';
  const seen = async (): Promise<number> =>
    Date.parse(JSON.parse((await ssm.send(new GetParameterCommand({ Name }))).Parameter?.Value ?? '{}').seen);
  now += 60_000;
  await lock.renew();
  expect(now - (await seen())).toBe(60_000);
  now += 5 * 60_000;
  await lock.renew();
  expect(await seen()).toBe(now);
  const thief = { rotation: 'r-thief', owner: 'arn', host: 'h', pid: 1, since: '', seen: '', token: 't' };
  await ssm.send(new PutParameterCommand({ Name, Value: JSON.stringify(thief), Overwrite: true }));
  now += 5 * 60_000;
  const unread = vi.spyOn(Parameters.prototype, 'read').mockRejectedValue(new Error('the network is gone'));
  await lock.renew(); // it must not write over what it could not read
  unread.mockRestore();
  now += 5 * 60_000;
  await expect(lock.renew()).rejects.toMatchObject({ code: 'ROTATION_LOCKED' });
  await lock.release();
  expect(await locks()).toContain(Name);
});
