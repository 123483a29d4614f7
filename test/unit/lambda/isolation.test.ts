import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { type LambdaLab, lambdaLab } from '../../helpers/lambda.js';

let lab: LambdaLab;
afterEach(() => lab?.[Symbol.asyncDispose]());

const WORKER = `
  let n = 0;
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  export const handler = async ({ act, wait = 0, id }) => {
    n++;
    if (act === 'loop') for (;;);
    if (act === 'loopLater') { await sleep(10); for (;;); }
    if (act === 'exit') process.exit(4);
    if (act === 'reject') { Promise.reject(new Error('left alone')); await sleep(100); }
    if (act === 'throwLater') { setTimeout(() => { throw new Error('later') }, 5); await sleep(300); }
    if (act === 'delete') { for (const key of ['JSON', 'Promise', 'process', 'setTimeout', 'Buffer', 'console', 'fetch']) delete globalThis[key]; return [typeof JSON, typeof globalThis.JSON].join(); }
    if (act === 'pollute') { globalThis.fetch = () => 'mine'; globalThis.left = id; process.env.LEFT = id; Date.now = () => 5; return [fetch(), left]; }
    await sleep(wait);
    return { id, n, left: globalThis.left, env: process.env.LEFT, fetch: typeof fetch, json: JSON.stringify({}), now: Date.now() > 1e12 };
  }`;

/** Two environments in the only thread there is. */
async function twoInOneThread(): Promise<void> {
  lab = await lambdaLab({ worker: WORKER }, { timeout: 0.6 }, { threads: 1 });
  await Promise.all([lab.call('worker', { wait: 100, id: 1 }), lab.call('worker', { wait: 100, id: 2 })]);
  expect(lab.service.stats()).toMatchObject({ environments: 2, threads: 1 });
}

describe('two environments that share a thread', () => {
  it.each(['exit', 'reject', 'throwLater'])(
    'the event of one goes on when the other comes to its end by %s',
    async (act) => {
      await twoInOneThread();
      const innocent = lab.call('worker', { wait: 200, id: 'innocent' });
      const guilty = await lab.call('worker', { act });
      expect(guilty.functionError).toBe('Unhandled');
      expect(await innocent).toMatchObject({ value: { id: 'innocent', n: 2 } });
      expect(lab.service.stats()).toMatchObject({ environments: 1, threads: 1 });
    },
  );

  it('an endless loop is broken off, and whoever waits behind it goes elsewhere', async () => {
    await twoInOneThread();
    const guilty = lab.call('worker', { act: 'loop' });
    const innocent = lab.call('worker', { wait: 250, id: 'innocent' });
    expect((await guilty).value).toMatchObject({ errorType: 'Sandbox.Timedout' });
    expect((await innocent).value).toMatchObject({ id: 'innocent' });
    expect((await lab.call('worker', { id: 'next' })).value).toMatchObject({ id: 'next' });
    expect(lab.service.stats().threads).toBeGreaterThan(0);
  });

  it('an endless loop that begins later costs the thread, and never the emulator', async () => {
    await twoInOneThread();
    const guilty = lab.call('worker', { act: 'loopLater' });
    const innocent = lab.call('worker', { wait: 250, id: 'innocent' });
    const timedOut = { errorType: 'Sandbox.Timedout' };
    expect((await guilty).value).toMatchObject(timedOut);
    expect((await innocent).value).toMatchObject(timedOut); // it had begun, and its thread did not come to it
    const next = await Promise.all([1, 2].map((id) => lab.call('worker', { id, wait: 20 })));
    expect(next.map(({ value }) => (value as { id: number }).id)).toEqual([1, 2]);
  });

  it('an event for a thread that is blocked goes to another at once', async () => {
    await twoInOneThread();
    const guilty = lab.call('worker', { act: 'loop' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    const { value } = await lab.call('worker', { id: 'elsewhere' });
    expect(value).toMatchObject({ id: 'elsewhere', n: 1 });
    const [thread, other] = [lab.service.stats().threads, (await guilty).value];
    expect(thread).toBe(2);
    expect(other).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  it('see nothing of what the other does to globals and variables', async () => {
    await twoInOneThread();
    const polluted = lab.call('worker', { act: 'pollute', id: 'p' });
    const clean = await lab.call('worker', { id: 'clean', wait: 50 });
    expect((await polluted).value).toEqual(['mine', 'p']);
    expect(clean.value).toMatchObject({ id: 'clean', fetch: 'function', json: '{}' });
    expect(clean.value).not.toHaveProperty('left');
    expect(clean.value).not.toHaveProperty('env');
  });

  it('survive that one deletes its globals', async () => {
    await twoInOneThread();
    const deleted = lab.call('worker', { act: 'delete' });
    expect((await lab.call('worker', { id: 'other', wait: 20 })).value).toMatchObject({
      id: 'other',
      json: '{}',
    });
    expect((await deleted).value).toBe('undefined,undefined');
    await Promise.all([lab.call('worker', { id: 'x', wait: 20 }), lab.call('worker', { id: 'y', wait: 20 })]);
    expect(lab.service.stats().threads).toBe(1);
  });
});

describe('a function that blocks', () => {
  it('does not hold up another function', async () => {
    lab = await lambdaLab({ blocker: WORKER, other: WORKER }, { timeout: 1 });
    await lab.call('other');
    const blocked = Promise.all([1, 2, 3].map(() => lab.call('blocker', { act: 'loop' })));
    for (let i = 0; i < 20; i++) expect((await lab.call('other', { id: i })).value).toMatchObject({ id: i });
    expect((await blocked).map(({ functionError }) => functionError)).toEqual(Array(3).fill('Unhandled'));
  });
});

describe('what a function leaves behind', () => {
  it('children are ended with their environment', async () => {
    lab = await lambdaLab(
      {
        parent: `import { spawn, execFileSync } from "node:child_process";
          export const handler = async ({ die }) => {
            const said = execFileSync("node", ["-p", "process.env.SAID"], { env: { ...process.env, SAID: "hi" } }).toString().trim();
            const child = spawn("sleep", ["60"]);
            const pid = child.pid;
            if (die) setTimeout(() => process.exit(1), 20);
            await new Promise((resolve) => setTimeout(resolve, die ? 5000 : 0));
            return { pid, said };
          }`,
      },
      {},
      { threads: 1 },
    );
    const { value } = await lab.call('parent');
    const { pid, said } = value as { pid: number; said: string };
    expect(said).toBe('hi');
    expect(isAlive(pid)).toBe(true);
    expect((await lab.call('parent', { die: true })).functionError).toBe('Unhandled');
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it('timers stand still between two events and go on with the next', async () => {
    lab = await lambdaLab({
      ticking: `let ticks = 0; setInterval(() => ticks++, 5);
        export const handler = async ({ wait }) => { await new Promise((resolve) => setTimeout(resolve, wait)); return ticks }`,
    });
    const first = (await lab.call('ticking', { wait: 40 })).value as number;
    await new Promise((resolve) => setTimeout(resolve, 500));
    const second = (await lab.call('ticking', { wait: 0 })).value as number;
    expect(first).toBeGreaterThan(1);
    expect(second - first).toBeLessThan(50); // 100 had they gone on
  });

  it('a flood of log lines is cut and said so, and others are not held up', async () => {
    lab = await lambdaLab({
      flood:
        'export const handler = async () => { for (let i = 0; i < 200_000; i++) console.log("line", i); return "done" }',
    });
    expect((await lab.call('flood')).value).toBe('done');
    expect(lab.lines.length).toBeLessThan(20_000);
    expect(lab.lines.some(({ text }) => /^arcube: \d+ log lines dropped/.test(text))).toBe(true);
  });
});

/** A process that has ended but that nobody has asked about yet (`Z`) is not alive. */
function isAlive(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)])
    .stdout.toString()
    .trim();
  return state !== '' && !state.startsWith('Z');
}
