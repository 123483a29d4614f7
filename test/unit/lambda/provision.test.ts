import { describe, expect, it } from 'vitest';
import { lambdaLab } from '../../helpers/lambda.js';

const COUNTING =
  'globalThis.starts = (globalThis.starts ?? 0) + 1; let calls = 0;\nexport const handler = async () => ++calls;\n';

describe('provisioned environments', () => {
  it('are there before the first event, which then is no cold start', async () => {
    await using lab = await lambdaLab({ one: COUNTING }, {}, { provisioned: ['one'] });
    const first = await lab.call('one');
    expect(first.value).toBe(1);
    expect(first.initDurationMs).toBeUndefined();
    expect(lab.service.stats()).toMatchObject({ coldStarts: 1, environments: 1 });
    expect((await lab.call('one')).value).toBe(2);
  });

  it('whose module fails leave the error to the call, and do not hold it up', async () => {
    await using lab = await lambdaLab({ bad: 'throw new Error("no good");' }, {}, { provisioned: ['bad'] });
    const outcome = await lab.call('bad');
    expect(outcome.functionError).toBe('Unhandled');
    expect(outcome.payload).toContain('no good');
  });

  it('whose process ends in the init phase do not hold a call up', async () => {
    await using lab = await lambdaLab({ gone: 'process.exit(3);' }, {}, { provisioned: ['gone'] });
    expect((await lab.call('gone')).functionError).toBe('Unhandled');
  });

  it('of an alias’s provisioned concurrency are as many as it says, say so, and do not expire', async () => {
    const alias = { name: 'live', version: '1', additionalVersionWeights: {}, provisionedConcurrency: 2 };
    await using lab = await lambdaLab(
      {
        one: `export const handler = async () => {
          await new Promise((resolve) => setTimeout(resolve, 400));
          return process.env.AWS_LAMBDA_INITIALIZATION_TYPE;
        }`,
      },
      { versions: ['1'], aliases: [alias] },
    );
    await lab.service.provisionConcurrency();
    expect(lab.service.stats()).toMatchObject({ coldStarts: 2, environments: 2 });
    const calls = await Promise.all([1, 2, 3].map(() => lab.call('one:live')));
    expect(calls.map(({ value }) => value).sort()).toEqual([
      'on-demand',
      'provisioned-concurrency',
      'provisioned-concurrency',
    ]);
    lab.clock.advance(3_600_000);
    await expect.poll(() => lab.service.stats().environments).toBe(2);
  });

  it('of an unknown function are nobody’s problem', async () => {
    await using lab = await lambdaLab({ one: COUNTING }, {}, { provisioned: ['other', 'one'] });
    expect((await lab.call('one')).value).toBe(1);
  });
});
