import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KindName } from '../../../src/lib/rotation/phases.js';
import type { RunState } from '../../../src/lib/rotation/run-state.js';
import { awsEndpoint, type TestEndpoint } from '../../helpers/rotation/endpoint.js';
import { REGIONS, type RotationLab, rotationLab } from '../../helpers/rotation/lab.js';

const TOKENS: KindName[] = ['signing', 'client', 'edge'];

let endpoint: TestEndpoint;
let lab: RotationLab;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined); // the functions' metrics
  endpoint = await awsEndpoint();
  lab = await rotationLab(endpoint.url);
});
afterAll(async () => {
  await lab.close();
  await endpoint.stop();
});
beforeEach(() => {
  lab.api.broken = undefined;
});

interface Value {
  id?: string;
  value: string;
  state?: string;
}

/** What a finished rotation must have left: new keys alone, the same in every region, and no secret written down. */
async function expectRotated(state: RunState): Promise<void> {
  expect(state.outcome).toBe('done');
  const newKey = (kind: KindName) => state.begin.subjects.find((one) => one.kind === kind)?.newKey;
  const values: Value[] = [];
  const [key] = (await lab.secret('signing-keys')).keys;
  expect(key.kid).toBe(newKey('signing'));
  for (const region of REGIONS) {
    expect((await lab.secret('signing-keys', region)).keys).toEqual([key]);
    const kids = (await lab.secret('verification-keys', region)).keys.map((one: { kid: string }) => one.kid);
    expect(kids).toEqual([key.kid]);
    for (const [kind, name] of [
      ['client', 'tenants/clients/aulis-booking'],
      ['edge', 'tenants/edge/aulis-air'],
    ] as const) {
      const { secrets, enabled } = await lab.secret(name, region);
      expect({ enabled, ids: secrets.map((one: Value) => [one.id, one.state]) }).toEqual({
        enabled: true,
        ids: [[newKey(kind), 'current']],
      });
      values.push(...secrets);
      await expect(lab.secret(name, region, 'AWSPENDING')).rejects.toThrow();
      await expect(lab.secret(name, region, 'AWSPREVIOUS')).rejects.toThrow();
    }
  }
  expect(new Set(values.map(({ value }) => value)).size).toBe(2);
  const written = lab.written();
  for (const secret of [key.d, ...values.map(({ value }) => value)]) expect(written).not.toContain(secret);
}

/** What an undone rotation must have left: the keys there were. */
async function expectUntouched(before: unknown): Promise<void> {
  expect(await snapshot()).toEqual(before);
}

async function snapshot(): Promise<unknown> {
  const names = [
    'signing-keys',
    'verification-keys',
    'tenants/clients/aulis-booking',
    'tenants/edge/aulis-air',
  ];
  const all = await Promise.all(REGIONS.flatMap((region) => names.map((name) => lab.secret(name, region))));
  return all.map(({ keys, secrets }) => keys ?? secrets);
}

it('rotates signing, client and edge keys in two regions, again and again', async () => {
  for (let round = 0; round < 3; round++) await expectRotated(await lab.rotate(TOKENS));
});

describe('a crash at every boundary of a step', () => {
  class Crash extends Error {}

  it('forward: resuming ends in the same state', async () => {
    const died = new Set<string>();
    // each boundary is met for the first time, and there the run dies
    const boundary = (point: string): void => {
      if (died.has(point)) return;
      died.add(point);
      throw new Crash(point);
    };
    let state = await lab.rotate(TOKENS, { boundary }).catch(ignoreCrash);
    const id = lab.rotations.ids().at(-1) as string;
    while (!state) state = await lab.resume(id, { boundary }).catch(ignoreCrash);
    await expectRotated(state);
    // begin, and for 3 subjects in 2 regions and 7 phases: announced, acted, noted; and the gate of each subject
    expect(died.size).toBe(1 + 3 * 2 * 7 * 3 + 3);
  }, 120_000);

  it.each([5])(
    'forward, dying at every %ith boundary',
    async (every) => {
      let passed = 0;
      const crash = (): void => {
        passed += 1;
        if (passed % every === 0) throw new Crash();
      };
      let state = await lab.rotate(TOKENS, { boundary: crash }).catch(ignoreCrash);
      const id = lab.rotations.ids().at(-1) as string;
      while (!state) state = await lab.resume(id, { boundary: crash }).catch(ignoreCrash);
      await expectRotated(state);
    },
    60_000,
  );

  function ignoreCrash(error: unknown): undefined {
    if (!(error instanceof Crash)) throw error;
  }
});

describe('a refusal of the live API', () => {
  it('stops the rotation and undoes it', async () => {
    const before = await snapshot();
    lab.api.broken = { status: 401, text: 'no' };
    await expect(lab.rotate(TOKENS)).rejects.toMatchObject({ code: 'ROTATION_PROBE_REFUSED' });
    const state = lab.rotations.state(lab.rotations.ids().at(-1) as string);
    expect(state.outcome).toBe('undone');
    lab.api.broken = undefined;
    await expectUntouched(withStates(before, await snapshot()));
    await expectRotated(await lab.rotate(TOKENS));
  });
});

/** Publishing names values that had no name yet; that stays. */
function withStates(before: unknown, now: unknown): unknown {
  expect(JSON.stringify(before).replaceAll(/"(id|state)":"[^"]*",?/g, '').length).toBeLessThanOrEqual(
    JSON.stringify(now).length,
  );
  return before;
}
