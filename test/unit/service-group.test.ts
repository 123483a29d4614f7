import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Service } from '../../emulator/kernel/service.js';
import { ServiceGroup } from '../../emulator/service-group.js';

interface Plan {
  needs?: string[];
  failStart?: boolean;
  failStop?: boolean;
  /** Ticks a start takes. */
  ticks?: number;
}

function make(plans: Record<string, Plan>) {
  const log: string[] = [];
  const running = new Set<string>();
  const services = Object.entries(plans).map(
    ([name, plan]): Service => ({
      name,
      needs: plan.needs ?? [],
      async start(signal) {
        log.push(`start ${name}`);
        for (let tick = 0; tick < (plan.ticks ?? 1); tick++) {
          await new Promise((resolve) => setImmediate(resolve));
          if (signal.aborted) throw new Error(`${name} aborted`);
        }
        if (plan.failStart) throw new Error(`${name} failed`);
        running.add(name);
        log.push(`up ${name}`);
      },
      async stop() {
        log.push(`stop ${name}`);
        await new Promise((resolve) => setImmediate(resolve));
        running.delete(name);
        log.push(`down ${name}`);
        if (plan.failStop) throw new Error(`${name} would not stop`);
      },
      health: () => ({ status: running.has(name) ? 'ok' : 'stopped' }),
    }),
  );
  return { group: new ServiceGroup(services), log, running };
}

describe('ServiceGroup', () => {
  it('starts by need, side by side where it can, and stops in the mirror of that', async () => {
    const { group, log } = make({
      gateway: { needs: ['lambda'] },
      lambda: { needs: ['mongo', 'aws'] },
      mongo: {},
      aws: {},
    });
    await group.start();
    expect(log.slice(0, 2).sort()).toEqual(['start aws', 'start mongo']);
    expect(log.slice(-4)).toEqual(['start lambda', 'up lambda', 'start gateway', 'up gateway']);
    expect(Object.keys(group.health()).slice(-2)).toEqual(['lambda', 'gateway']);
    log.length = 0;
    await group.stop();
    expect(log.slice(0, 4)).toEqual(['stop gateway', 'down gateway', 'stop lambda', 'down lambda']);
  });

  it('leaves nothing behind when one fails, and tells that one’s reason', async () => {
    const { group, running } = make({
      a: {},
      slow: { ticks: 50 },
      bad: { needs: ['a'], failStart: true },
      late: { needs: ['bad'] },
    });
    await expect(group.start()).rejects.toThrow('bad failed');
    expect(running.size).toBe(0);
  });

  it('stops in mid-start, and twice', async () => {
    const { group, running } = make({ a: { ticks: 20 }, b: { needs: ['a'] } });
    const started = group.start();
    const refused = expect(started).rejects.toThrow();
    await Promise.all([group.stop(), group.stop()]);
    await refused;
    expect(running.size).toBe(0);
  });

  it('stops before any start', async () => {
    const { group } = make({ a: {} });
    await group.stop();
    await expect(group.start()).rejects.toThrow('starts once');
  });

  it('stops the rest when one will not stop, and says so', async () => {
    const { group, running } = make({ a: {}, b: { needs: ['a'], failStop: true }, c: { needs: ['b'] } });
    await group.start();
    await expect(group.stop()).rejects.toThrow(AggregateError);
    expect(running.size).toBe(0);
  });

  it('refuses needs that are not there, and cycles', () => {
    expect(() => make({ a: { needs: ['ghost'] } })).toThrow('a needs ghost');
    expect(() => make({ a: { needs: ['b'] }, b: { needs: ['a'] } })).toThrow('a → b → a');
  });

  it('leaves nothing running, whatever fails and whenever it is stopped', async () => {
    const plan = fc.record({
      needs: fc.array(fc.nat(6), { maxLength: 3 }),
      failStart: fc.boolean(),
      failStop: fc.boolean(),
      ticks: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 7 }), fc.nat(8), async (list, wait) => {
        // a need points to an earlier service, so that there are no cycles
        const plans = list.map((one, index): [string, Plan] => [
          `s${index}`,
          { ...one, needs: [...new Set(one.needs.filter((need) => need < index))].map((need) => `s${need}`) },
        ]);
        const { group, running } = make(Object.fromEntries(plans));
        const started = group.start().catch(() => undefined);
        for (let tick = 0; tick < wait; tick++) await new Promise((resolve) => setImmediate(resolve));
        await group.stop().catch(() => undefined);
        await started;
        expect(running.size).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
