import { describe, expect, it } from 'vitest';
import { ColdStartGate } from '../../../emulator/lambda/cold-start-gate.js';
import type { EnvironmentRecord } from '../../../emulator/lambda/environment-record.js';
import type { ProcessorLoad } from '../../../emulator/lambda/processor-load.js';
import type { FunctionVersion } from '../../../emulator/lambda/registry.js';

const load = (saturated: boolean) => ({ processors: 2, saturated }) as ProcessorLoad;
const version = { functionName: 'fn' } as FunctionVersion;
const environment = { version } as EnvironmentRecord;

describe('the gate of cold starts', () => {
  it('lets as many begin at once as there are processors', () => {
    const gate = new ColdStartGate(load(false));
    expect([gate.tryEnter(), gate.tryEnter(), gate.tryEnter()]).toEqual([true, true, false]);
    gate.left();
    expect(gate.tryEnter()).toBe(true);
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
    gate.tryEnter();
    gate.tryEnter();
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
});
