import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunState } from '../../../src/lib/rotation/run-state.js';
import { awsEndpoint, type TestEndpoint } from '../../helpers/rotation/endpoint.js';
import { type Fault, type FaultProxy, faultProxy } from '../../helpers/rotation/fault-proxy.js';
import { REGIONS, type RotationLab, rotationLab } from '../../helpers/rotation/lab.js';

/** Calls of a step (none has more than seven): each is spoilt in one rotation of each kind of fault. */
const POSITIONS = [
  [1, 4],
  [2, 5],
  [3, 6, 7],
];
const HOME = REGIONS.slice(0, 1);

let endpoint: TestEndpoint;
let lab: RotationLab;
let proxy: FaultProxy;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined); // the functions' metrics
  endpoint = await awsEndpoint();
  lab = await rotationLab(endpoint.url, HOME);
  proxy = await faultProxy(endpoint.url);
});
afterAll(async () => {
  await proxy.close();
  await lab.close();
  await endpoint.stop();
});

/** Spoils the calls at these positions of every step, and of the survey, once each; returns the hook that tells of steps. */
function spoil(fault: Fault, positions: number[]): (point: string) => void {
  const spoilt = new Set<string>();
  let step = 'survey';
  let calls = 0;
  proxy.judge = () => {
    calls += 1;
    const place = `${step} ${calls}`;
    if (!positions.includes(calls) || spoilt.has(place)) return undefined;
    spoilt.add(place);
    calls = 0; // the step begins anew
    return fault;
  };
  return (point) => {
    if (!point.startsWith('intent ')) return;
    step = point;
    calls = 0;
  };
}

async function expectRotated(state: RunState): Promise<void> {
  expect(state.outcome).toBe('done');
  const kid = state.begin.subjects[0]?.newKey;
  for (const region of HOME) {
    expect((await lab.secret('signing-keys', region)).keys.map((key: { kid: string }) => key.kid)).toEqual([
      kid,
    ]);
    expect(
      (await lab.secret('verification-keys', region)).keys.map((key: { kid: string }) => key.kid),
    ).toEqual([kid]);
    const { secrets } = await lab.secret('tenants/clients/aulis-booking', region);
    expect(secrets).toMatchObject([{ state: 'current', id: state.begin.subjects[1]?.newKey }]);
  }
}

it.each(
  (['throttled', 'lost'] as const).flatMap((fault) => POSITIONS.map((positions) => ({ fault, positions }))),
)(
  'goes on by itself when calls $positions of each step are $fault',
  async ({ fault, positions }) => {
    const boundary = spoil(fault, positions);
    const before = proxy.calls.length;
    await expectRotated(await lab.rotate(['signing', 'client'], { endpoint: proxy.url, boundary }));
    expect(proxy.calls.length - before).toBeGreaterThan(45);
  },
  60_000,
);

it.each(POSITIONS.map((positions) => ({ positions })))(
  'stops where calls $positions of a step are denied, says so, and goes on once they are not',
  async ({ positions }) => {
    const wishes = { endpoint: proxy.url, boundary: spoil('denied', positions) };
    let denied = 0;
    const countDenial = (error: unknown): undefined => {
      expect(error).toMatchObject({ code: 'AWS_DENIED' });
      const { todo } = (error as { problem: { todo: string } }).problem;
      expect(todo).toMatch(/`arcube rotate-keys( --resume r-[\w-]+)?`/);
      denied += 1;
    };
    const known = lab.rotations.ids().length;
    let state: RunState | undefined;
    while (!state) {
      const id = lab.rotations.ids()[known];
      const run = id === undefined ? lab.rotate(['signing', 'client'], wishes) : lab.resume(id, wishes);
      state = await run.catch(countDenial);
    }
    await expectRotated(state);
    expect(denied).toBeGreaterThan(5);
  },
  60_000,
);

it.each(POSITIONS.map((positions) => ({ positions })))(
  'keeps signing keys in KMS, one of each, though the answers to calls $positions of a step are lost',
  async ({ positions }) => {
    const wishes = { endpoint: proxy.url, boundary: spoil('lost', positions) };
    const ended = (await lab.kmsStates()).PendingDeletion ?? 0;
    const state = await lab.rotate(['signing'], { ...wishes, choices: { keyStore: 'kms' } });
    expect(state.outcome).toBe('done');
    const published = (await lab.secret('verification-keys')).keys.map((key: { kid: string }) => key.kid);
    for (const region of HOME) {
      const [key] = (await lab.secret('signing-keys', region)).keys;
      const kid = `${state.begin.subjects[0]?.newKey}-${region}`;
      expect(key).toMatchObject({ kms: expect.stringContaining(`:kms:${region}:`), kid });
      expect(key.d).toBeUndefined();
      expect(published).toContain(key.kid);
    }
    expect(published).toHaveLength(1);
    // the next one keeps to the store of the present key, and the keys before it end
    proxy.judge = () => undefined;
    expect((await lab.rotate(['signing'])).outcome).toBe('done');
    const [stored] = (await lab.secret('signing-keys')).keys;
    expect(stored.kms).toBeDefined();
    expect(await lab.kmsStates()).toEqual({ Enabled: 1, PendingDeletion: ended + (ended === 0 ? 1 : 2) });
  },
  60_000,
);
