import { afterEach, describe, expect, it } from 'vitest';
import { functionAt, type LambdaLab, lambdaLab } from '../../helpers/lambda.js';

let lab: LambdaLab;
afterEach(() => lab?.[Symbol.asyncDispose]());

const SLEEPY = `let n = 0; export const handler = async ({ wait = 0 }, { functionVersion, invokedFunctionArn }) => {
  n++; await new Promise((resolve) => setTimeout(resolve, wait)); return { n, functionVersion, invokedFunctionArn }; }`;
describe('concurrency', () => {
  it('reserved concurrency refuses what is above it', async () => {
    lab = await lambdaLab({ sleepy: SLEEPY }, { reservedConcurrency: 2 });
    const running = [lab.call('sleepy', { wait: 80 }), lab.call('sleepy', { wait: 80 })];
    await expect(lab.call('sleepy')).rejects.toMatchObject({
      code: 'TooManyRequestsException',
      statusCode: 429,
      message: 'Rate Exceeded.',
      reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    });
    await Promise.all(running);
    expect((await lab.call('sleepy')).value).toMatchObject({ n: 2 });
    expect(lab.service.stats()).toMatchObject({ throttles: 1, concurrency: 0 });
  });

  it('reserved concurrency of 0 blocks every invoke', async () => {
    lab = await lambdaLab({ sleepy: SLEEPY }, { reservedConcurrency: 0 });
    await expect(lab.call('sleepy')).rejects.toMatchObject({ statusCode: 429 });
  });

  it('what others have reserved is not left for the rest of the account', async () => {
    lab = await lambdaLab({ a: SLEEPY, b: SLEEPY }, {}, { accountConcurrency: 3 });
    const [a, b] = [functionAt(lab.folder, 'a', { reservedConcurrency: 2 }), functionAt(lab.folder, 'b')];
    lab.service.replaceFunctions([a, b]);
    const running = [lab.call('b', { wait: 60 }), lab.call('a', { wait: 60 }), lab.call('a', { wait: 60 })];
    await expect(lab.call('b')).rejects.toMatchObject({ reason: 'ConcurrentInvocationLimitExceeded' });
    await Promise.all(running);
  });

  it('fifty environments do not take fifty threads', async () => {
    const live = { name: 'live', version: '1', additionalVersionWeights: {}, provisionedConcurrency: 50 };
    lab = await lambdaLab({ sleepy: SLEEPY }, { timeout: 60, versions: ['1'], aliases: [live] });
    await lab.service.provisionConcurrency();
    const calls = Array.from({ length: 50 }, () => lab.call('sleepy:live', { wait: 100 }));
    const outcomes = await Promise.all(calls);
    expect(outcomes.every(({ functionError }) => functionError === undefined)).toBe(true);
    const { environments, threads } = lab.service.stats();
    expect(environments).toBe(50);
    expect(threads).toBeLessThan(20);
  });

  it('idle environments expire on the clock of the emulator', async () => {
    lab = await lambdaLab({ sleepy: SLEEPY });
    await lab.call('sleepy');
    lab.clock.advance(5 * 60_000);
    expect((await lab.call('sleepy')).value).toMatchObject({ n: 2 });
    lab.clock.advance(11 * 60_000);
    await expect.poll(() => lab.service.stats().environments).toBe(0);
    expect(await lab.call('sleepy')).toMatchObject({ value: { n: 1 }, initDurationMs: expect.any(Number) });
  });
});

describe('versions and aliases', () => {
  const aliases = [{ name: 'live', version: '1', additionalVersionWeights: { '2': 0.5 } }];

  it('an alias names a version, and shares its traffic by weight', async () => {
    lab = await lambdaLab({ sleepy: SLEEPY }, { aliases });
    const seen = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const { value, executedVersion } = await lab.call('sleepy:live');
      expect(value).toMatchObject({
        functionVersion: executedVersion,
        invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:sleepy:live',
      });
      seen.add(executedVersion);
    }
    expect([...seen].sort()).toEqual(['1', '2']);
    expect(lab.lines.some(({ text }) => /^START RequestId: \S+ Version: 1$/.test(text))).toBe(true);
  });

  it('is reached by every way to write its name', async () => {
    lab = await lambdaLab({ sleepy: SLEEPY }, { aliases });
    const arn = 'arn:aws:lambda:eu-central-1:123456789012:function:sleepy';
    const names = [
      arn,
      `${arn}:$LATEST`,
      '123456789012:sleepy',
      '123456789012:function:sleepy',
      'sleepy:$LATEST',
    ];
    names.push(`arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/${arn}:1/invocations`);
    for (const name of names) expect((await lab.call(name)).functionError).toBeUndefined();
  });
});

describe('a changed stack', () => {
  it('keeps the environments of what has not changed', async () => {
    lab = await lambdaLab({ a: SLEEPY, b: SLEEPY, c: SLEEPY });
    for (const name of ['a', 'b', 'c']) await lab.call(name);
    const slow = lab.call('b', { wait: 100 });
    lab.service.replaceFunctions([
      functionAt(lab.folder, 'a', { place: { file: 'moved.yaml', line: 9, column: 9 } }),
      functionAt(lab.folder, 'b', { environment: { NEW: '1' } }),
    ]);
    expect((await lab.call('a')).value).toMatchObject({ n: 2 });
    expect((await lab.call('b')).value).toMatchObject({ n: 1 });
    expect((await slow).value).toMatchObject({ n: 2 });
    await expect(lab.call('c')).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
    await expect.poll(() => lab.service.stats().environments).toBe(2);
  });
});

describe('faults on purpose', () => {
  it('are played as set, told in the log, and taken back', async () => {
    lab = await lambdaLab({ sleepy: SLEEPY }, { timeout: 0.1 });
    const { faults } = lab.service;
    faults.set('sleepy', { errorRate: 1 });
    expect((await lab.call('sleepy')).value).toMatchObject({ errorType: 'InjectedFault' });
    faults.set('*', { throttleRate: 1 });
    faults.clear('sleepy');
    await expect(lab.call('sleepy')).rejects.toMatchObject({ statusCode: 429 });
    faults.set('sleepy', { timeoutRate: 1 });
    expect((await lab.call('sleepy', {}, 'story')).value).toMatchObject({ errorType: 'Sandbox.Timedout' });
    faults.set('sleepy', { latencyMs: 40 });
    const startedAt = performance.now();
    expect((await lab.call('sleepy')).functionError).toBeUndefined();
    expect(performance.now() - startedAt).toBeGreaterThan(38);
    expect(lab.lines.filter(({ text }) => text.startsWith('arcube: fault injected on purpose'))).toHaveLength(
      4,
    );
    expect(faults.list()).toEqual({ '*': { throttleRate: 1 }, sleepy: { latencyMs: 40 } });
    faults.clear();
    expect((await lab.call('sleepy')).functionError).toBeUndefined();
  });
});

describe('the service', () => {
  it('stops in the middle of events, twice, and says no afterwards', async () => {
    lab = await lambdaLab({ sleepy: SLEEPY });
    const running = lab.call('sleepy', { wait: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    await Promise.all([lab.service.stop(), lab.service.stop()]);
    expect((await running).functionError).toBe('Unhandled');
    await expect(lab.call('sleepy')).rejects.toMatchObject({ code: 'ServiceException' });
    expect(lab.service.health()).toMatchObject({ status: 'stopped' });
  });

  it('refuses a request above 6 MB', async () => {
    lab = await lambdaLab({ sleepy: SLEEPY });
    await expect(lab.call('sleepy', { text: 'x'.repeat(6_291_456) })).rejects.toMatchObject({
      code: 'RequestTooLargeException',
      statusCode: 413,
    });
  });
});
