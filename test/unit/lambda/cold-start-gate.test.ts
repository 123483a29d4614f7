import { afterEach, describe, expect, it, vi } from 'vitest';
import { ColdStartGate } from '../../../emulator/lambda/cold-start-gate.js';
import type { EnvironmentRecord } from '../../../emulator/lambda/environment-record.js';
import { Pace } from '../../../emulator/lambda/pace.js';
import type { FunctionVersion } from '../../../emulator/lambda/registry.js';

const load = (crowded: boolean, wait: { living?: number; worth?: number } = {}) => ({
  processors: 2,
  isCrowded: () => crowded,
  living: () => wait.living ?? 0,
  worthWaiting: () => wait.worth ?? 0,
});
const version = { functionName: 'fn' } as FunctionVersion;
const environment = { version } as EnvironmentRecord;

afterEach(() => void vi.useRealTimers());

describe('the gate of cold starts', () => {
  it('lets as many begin at once as there are processors', () => {
    const gate = new ColdStartGate(load(false));
    expect([gate.tryEnter(version), gate.tryEnter(version), gate.tryEnter(version)]).toEqual([
      true,
      true,
      false,
    ]);
    gate.left();
    expect(gate.tryEnter(version)).toBe(true);
  });

  it('gives an environment that comes free to who has waited longest', async () => {
    const gate = new ColdStartGate(load(true));
    const order: string[] = [];
    const first = gate.wait(version).then(() => order.push('first'));
    const second = gate.wait(version).then(() => order.push('second'));
    expect(gate.waitsFor(version)).toBe(true);
    gate.hand(environment);
    gate.hand(environment);
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
    expect(gate.waitsFor(version)).toBe(false);
  });

  it('lets a waiting event begin when an init phase is over and processors are free', async () => {
    const gate = new ColdStartGate(load(false));
    gate.tryEnter(version);
    gate.tryEnter(version);
    const waiting = gate.wait(version);
    gate.left();
    expect(await waiting).toBeUndefined();
    gate.stop();
  });

  it('lets nobody wait for ever: a busy machine only delays, and a stop refuses', async () => {
    const gate = new ColdStartGate(load(true));
    expect(await gate.wait(version)).toBeUndefined();
    const waiting = gate.wait(version);
    gate.stop();
    await expect(waiting).rejects.toMatchObject({ code: 'ServiceException' });
  });

  it('begins no environment in a crowd while others come free, and one when none has for a second', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const gate = new ColdStartGate(load(true));
    expect(gate.tryEnter(version)).toBe(false);
    const told: string[] = [];
    const tell = (name: string) => (got: unknown) => told.push(`${name} ${got ? 'handed' : 'begins'}`);
    const both = [gate.wait(version).then(tell('first')), gate.wait(version).then(tell('second'))];
    vi.advanceTimersByTime(900);
    gate.hand(environment);
    vi.advanceTimersByTime(900);
    await both[0];
    expect(told).toEqual(['first handed']);
    vi.advanceTimersByTime(200);
    await both[1];
    expect(told).toEqual(['first handed', 'second begins']);
    gate.stop();
  });

  it('begins none while one may come free sooner than it would be ready, once each processor has one', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const wait = { living: 1, worth: 300 };
    const gate = new ColdStartGate(load(false, wait));
    expect(gate.tryEnter(version)).toBe(true);
    gate.left();
    wait.living = 2;
    expect(gate.tryEnter(version)).toBe(false);
    const told: string[] = [];
    const waiting = gate.wait(version).then((got) => told.push(got ? 'handed' : 'begins'));
    vi.advanceTimersByTime(275);
    await Promise.resolve();
    expect(told).toEqual([]);
    vi.advanceTimersByTime(25);
    await waiting;
    expect(told).toEqual(['begins']);
    gate.stop();
  });

  it('holds no function up while another’s events wait for their environments', async () => {
    const other = { functionName: 'other' } as FunctionVersion;
    const living = (asked: FunctionVersion) => (asked === version ? 2 : 0);
    const gate = new ColdStartGate({ ...load(false, { worth: 300 }), living });
    const waiting = gate.wait(version);
    expect([gate.tryEnter(other), gate.tryEnter(version)]).toEqual([true, false]);
    gate.hand(environment);
    expect(await waiting).toBe(environment);
    gate.stop();
  });

  it('counts the wait from the end of a crowd', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    let crowded = true;
    const gate = new ColdStartGate({ ...load(false, { living: 2, worth: 300 }), isCrowded: () => crowded });
    const told: string[] = [];
    const waiting = gate.wait(version).then(() => told.push('begins'));
    vi.advanceTimersByTime(500);
    crowded = false;
    vi.advanceTimersByTime(250);
    await Promise.resolve();
    expect(told).toEqual([]);
    vi.advanceTimersByTime(50);
    await waiting;
    expect(told).toEqual(['begins']);
    gate.stop();
  });
});

describe('the pace of a version', () => {
  it('knows nothing to wait for before it has seen both kinds of events', () => {
    const pace = new Pace();
    expect(pace.worthWaiting(version)).toBe(0);
    pace.ended(version, 80, 120);
    expect(pace.worthWaiting(version)).toBe(0);
    pace.ended(version, 5);
    expect(pace.worthWaiting(version)).toBe(200);
  });

  it('finds no wait worth while where events take longer than a cold start, and follows them', () => {
    const pace = new Pace();
    pace.ended(version, 400, 100);
    pace.ended(version, 800);
    expect(pace.worthWaiting(version)).toBe(0);
    for (let event = 0; event < 20; event++) pace.ended(version, 10);
    expect(pace.worthWaiting(version)).toBe(500);
  });
});
