import { afterEach, describe, expect, it, vi } from 'vitest';
import { ColdStartGate } from '../../../emulator/lambda/cold-start-gate.js';
import type { EnvironmentRecord } from '../../../emulator/lambda/environment-record.js';
import type { FunctionVersion } from '../../../emulator/lambda/registry.js';

const load = (crowded: boolean) => ({ processors: 2, isCrowded: () => crowded });
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
});
