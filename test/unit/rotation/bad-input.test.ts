import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UserError } from '../../../src/core/errors.js';
import { checkAudit } from '../../../src/lib/rotation/check-audit.js';
import { LocalLock } from '../../../src/lib/rotation/local-lock.js';
import { openTarget } from '../../../src/lib/rotation/open-target.js';
import { AwsHarness } from '../../helpers/aws.js';
import { awsEndpoint, type TestEndpoint } from '../../helpers/rotation/endpoint.js';
import { type FaultProxy, faultProxy } from '../../helpers/rotation/fault-proxy.js';
import { REGIONS, type RotationLab, rotationLab } from '../../helpers/rotation/lab.js';

let endpoint: TestEndpoint;
let lab: RotationLab;
let proxy: FaultProxy;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined); // the functions' metrics
  endpoint = await awsEndpoint();
  lab = await rotationLab(endpoint.url);
  proxy = await faultProxy(endpoint.url);
});
afterAll(async () => {
  await proxy.close();
  await lab.close();
  await endpoint.stop();
});
beforeEach(() => {
  proxy.judge = () => undefined;
});

class Crash extends Error {}

/** Dies once the named boundary is passed. */
function dieAt(point: string) {
  return (passed: string): void => {
    if (passed === point) throw new Crash();
  };
}

/** The error a promise ends with, which must be one for people. */
async function problem(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toMatchObject({ name: 'UserError' });
  return error as UserError;
}

function open(account: string | undefined, url = endpoint.url) {
  return openTarget({
    projectDir: lab.folder,
    account,
    stack: 'arcube',
    stage: 'live',
    regions: ['eu-central-1'],
    endpoint: url,
    apiUrls: {},
    choices: { tenants: [], discardPending: false },
    command: 'arcube rotate-keys signing --stage live',
  });
}

const lastId = (): string => lab.rotations.ids().at(-1) as string;

describe('credentials', () => {
  it('of another account are named, before anything is asked of the keys', async () => {
    const error = await problem(open('999999999999'));
    expect(error.code).toBe('AWS_WRONG_ACCOUNT');
    expect(error.problem.what).toMatch(/account 123456789012, not to 999999999999\. Nothing was changed/);
    expect(error.problem.todo).toContain('999999999999');
  });

  it.each([
    [
      'ExpiredTokenException',
      'The security token included in the request is expired',
      'AWS_CREDENTIALS_EXPIRED',
      /aws sso login/,
    ],
    [
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
      'AWS_NO_CREDENTIALS',
      /AWS_PROFILE/,
    ],
    [
      'SignatureDoesNotMatch',
      'Signature expired: 20261122T000000Z is now earlier than 20261122T010000Z',
      'AWS_CLOCK_SKEW',
      /clock/,
    ],
  ])('that AWS refuses with %s', async (code, message, expected, remedy) => {
    proxy.judge = () => ({ code, message });
    const error = await problem(open(undefined, proxy.url));
    expect(error.code).toBe(expected);
    expect(error.problem.what).toContain('Nothing was changed.');
    expect(error.problem.why).toContain(message);
    expect(error.problem.todo).toMatch(remedy);
    expect(error.problem.todo).toContain('`arcube rotate-keys signing --stage live`');
  });

  it('that are missing', async () => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, HOME } = process.env;
    delete process.env.AWS_ACCESS_KEY_ID;
    delete process.env.AWS_SECRET_ACCESS_KEY;
    process.env.HOME = lab.folder; // no shared credentials file either
    try {
      expect((await problem(open(undefined))).code).toBe('AWS_NO_CREDENTIALS');
    } finally {
      Object.assign(process.env, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, HOME });
    }
  });
});

it('a machine whose clock is wrong waits by AWS’s time', async () => {
  const other = new AwsHarness();
  await other.start();
  other.clock.advance(3 * 3600_000);
  try {
    const target = await open(undefined, other.aws.endpoint.url);
    expect(Math.abs(target.clock.now() - other.clock.now())).toBeLessThan(5_000);
    expect(target.account).toBe('123456789012');
  } finally {
    await other.stop();
  }
});

describe('a leftover AWSPENDING version', () => {
  it('stops the rotation, is named, and is discarded when that is asked for', async () => {
    const client = new SecretsManagerClient({ region: 'us-east-1', endpoint: endpoint.url });
    const SecretString = '{"keys":[]}';
    const left = await client.send(
      new PutSecretValueCommand({
        SecretId: 'arcube/signing-keys',
        SecretString,
        VersionStages: ['AWSPENDING'],
      }),
    );
    client.destroy();
    const before = await lab.secret('signing-keys');
    const error = await problem(lab.rotate(['signing']));
    expect(error.code).toBe('ROTATION_PENDING_LEFT');
    expect(error.problem.what).toContain(
      `arcube/signing-keys in us-east-1 has a version ${left.VersionId} labelled AWSPENDING`,
    );
    expect(error.problem.why).toContain('No rotation of arcube’s made it');
    expect(error.problem.todo).toContain(`arcube rotate-keys --resume ${lastId()} --discard-pending`);
    expect(await lab.secret('signing-keys')).toEqual(before);
    const state = await lab.resume(lastId(), { choices: { discardPending: true } });
    expect(state.outcome).toBe('done');
  });
});

describe('a secret changed by hand half-way', () => {
  it('stops the rotation; it goes on from what is there when told to', async () => {
    await expect(
      lab.rotate(['signing'], { boundary: dieAt('done publish signing us-east-1') }),
    ).rejects.toThrow(Crash);
    const set = await lab.secret('verification-keys');
    const extra = { ...set.keys[0], kid: 'by-hand' };
    await lab.put('verification-keys', { ...set, keys: [...set.keys, extra] });
    const error = await problem(lab.resume(lastId()));
    expect(error.code).toBe('ROTATION_CHANGED_BY_HAND');
    expect(error.problem.what).toMatch(
      /arcube\/verification-keys in eu-central-1 .*new key .* current, old key .* retiring/,
    );
    expect(error.problem.todo).toContain(`arcube rotate-keys --resume ${lastId()} --accept-changes`);
    const state = await lab.resume(lastId(), { acceptChanges: true });
    expect(state.outcome).toBe('done');
    const kids = (await lab.secret('verification-keys')).keys.map((key: { kid: string }) => key.kid);
    expect(kids.sort()).toEqual([state.begin.subjects[0]?.newKey, 'by-hand'].sort());
  });
});

describe('a region that is down', () => {
  it('half-way leaves both keys accepted everywhere, and is resumed when it is back', async () => {
    let down = false;
    proxy.judge = ({ region }) => (down && region === 'us-east-1' ? 'lost' : undefined);
    const boundary = (point: string): void => {
      if (point === 'done promote signing eu-central-1') down = true;
    };
    const error = await problem(lab.rotate(['signing'], { endpoint: proxy.url, boundary }));
    expect(error.code).toBe('AWS_UNREACHABLE');
    expect(error.problem.what).toMatch(
      /AWS in us-east-1 does not answer\. signing: new key .* published, old key .* current/,
    );
    expect(error.problem.todo).toContain(`arcube rotate-keys --resume ${lastId()}`);
    const { oldKey, newKey } = lab.rotations.state(lastId()).begin.subjects[0] as {
      oldKey: string;
      newKey: string;
    };
    for (const region of REGIONS) {
      const kids = (await lab.secret('verification-keys', region)).keys.map(
        (key: { kid: string }) => key.kid,
      );
      expect(kids).toEqual(expect.arrayContaining([oldKey, newKey]));
    }
    down = false;
    expect((await lab.resume(lastId(), { endpoint: proxy.url })).outcome).toBe('done');
  });
});

describe('two rotations at once', () => {
  it('the second is refused, naming the first and its process', async () => {
    const { account, stack } = await lab.target();
    const held = [{ kind: 'client' as const }];
    const lock = LocalLock.take(lab.rotations.folder, { account, stack }, 'r-the-first', held);
    const error = await problem(lab.rotate(['client']));
    lock.release();
    expect(error.code).toBe('ROTATION_RUNNING');
    expect(error.problem.what).toContain('r-the-first');
    expect(error.problem.why).toContain(`Process ${process.pid}`);
  });

  it('one that crashed has to be ended before another of the same keys', async () => {
    await expect(
      lab.rotate(['client'], { boundary: dieAt('done publish client/aulis-booking us-east-1') }),
    ).rejects.toThrow(Crash);
    const first = lastId();
    const error = await problem(lab.rotate(['client', 'edge']));
    expect(error.code).toBe('ROTATION_UNFINISHED');
    expect(error.problem.what).toContain(first);
    expect(error.problem.todo).toContain(`arcube rotate-keys --resume ${first}`);
    expect((await lab.rotate(['edge'])).outcome).toBe('done');
    expect((await lab.resume(first)).outcome).toBe('done');
  });
});

describe('a key whose holder has not taken it up', () => {
  it('is held, both being accepted, until somebody says otherwise', async () => {
    const error = await problem(lab.rotate(['edge'], { withoutAdoption: false }));
    expect(error.code).toBe('ROTATION_HELD');
    const { secrets } = await lab.secret('tenants/edge/aulis-air');
    expect(secrets.map(({ state }: { state: string }) => state)).toEqual(['current', 'retiring']);
    expect((await problem(lab.resume(lastId(), { withoutAdoption: false }))).code).toBe('ROTATION_HELD');
    expect((await lab.resume(lastId())).outcome).toBe('done');
  });
});

describe('the record', () => {
  it('is whole after all that, and tells of a changed, a missing and a cut-off line', () => {
    const folder = lab.rotations.folder;
    const file = join(folder, 'audit.jsonl');
    const whole = readFileSync(file, 'utf8');
    const lines = checkAudit(folder);
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.some(({ note }) => note === 'failed: AWS_UNREACHABLE')).toBe(true);
    const texts = whole.trimEnd().split('\n');
    const broken = (text: string): void => {
      writeFileSync(file, text);
      expect(() => checkAudit(folder)).toThrow(/tampered with, or damaged/);
    };
    broken(whole.replace('is retiring', 'is retired'));
    broken([...texts.slice(0, 5), ...texts.slice(6), ''].join('\n'));
    broken([...texts.slice(0, -9), ''].join('\n'));
    writeFileSync(file, whole);
    expect(() => checkAudit(folder, 'f'.repeat(64))).toThrow(/tampered/);
    expect(checkAudit(folder, lines.at(-1)?.hash)).toHaveLength(lines.length);
    appendFileSync(file, '{"seq":'); // a crash in the middle of a line
    expect(lab.rotations.audit.append({ at: '', who: '', rotation: '', what: '', note: '' }).seq).toBe(
      lines.length + 1,
    );
  });
});
