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

  it('of an unknown function are nobody’s problem', async () => {
    await using lab = await lambdaLab({ one: COUNTING }, {}, { provisioned: ['other', 'one'] });
    expect((await lab.call('one')).value).toBe(1);
  });
});
