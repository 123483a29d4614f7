import { describe, expect, it } from 'vitest';
import { stackReports } from '../../../../src/lib/deploy/apply/report.js';
import { findRecovery, recover } from '../../../../src/lib/deploy/recover/recover.js';
import { deployLab, refusal, watching } from '../../../helpers/deploy/apply-lab.js';
import { collision, failureLab, REGIONS } from '../../../helpers/deploy/failure-lab.js';

const own = failureLab();

describe('an update that fails', () => {
  it('is rolled back; the first cause is told with its line in the template, what helps, and the next command', async () => {
    await own.lab.deploy();
    await own.occupy('/taken/one');
    own.lab.write('second', collision('/taken/one'));
    const error = await refusal(own.lab.deploy());
    expect(error.code).toBe('DEPLOY_FAILED');
    expect(error.problem.what).toContain('Second (AWS::SSM::Parameter');
    expect(error.problem.what).toMatch(/template\.yaml:10:\d+/);
    expect(error.problem.what).toContain('UPDATE_ROLLBACK_COMPLETE');
    expect(error.problem.why).toMatch(/already exists/i);
    expect(error.problem.todo).toContain('give Second another name');
    expect(error.problem.todo).toContain('arcube deploy --stage dev --region eu-central-1');
    expect(await own.lab.value()).toBe('first');
    const failed = (await own.lab.releases()).at(-1);
    expect(failed?.record?.result).toBe('failed');
    expect(failed?.record?.failure?.logicalId).toBe('Second');
    const [report] = await stackReports(own.lab.target);
    expect(report?.failure?.logicalId).toBe('Second');
    own.lab.write('third');
    expect((await own.lab.deploy())?.outcome).toBe('done');
    expect(await own.lab.value()).toBe('third');
  });
});

describe('a first deployment that fails', () => {
  it('leaves a stack that is deleted by recovering, with what stays named', async () => {
    await own.occupy('/taken/two');
    own.lab.write('first', collision('/taken/two'));
    const error = await refusal(own.lab.deploy());
    expect(error.problem.what).toContain('ROLLBACK_COMPLETE');
    expect(error.problem.todo).toContain('arcube deploy recover --stage dev --region eu-central-1');
    own.lab.write('first');
    const stuck = await refusal(own.lab.deploy());
    expect(stuck.code).toBe('STACK_ROLLED_BACK');
    expect(stuck.problem.todo).toContain('arcube deploy recover');
    const [region] = own.lab.target.regions;
    const recovery = await findRecovery(region);
    expect(recovery).toMatchObject({ way: 'delete', deleted: [], left: [{ logicalId: 'Kept' }] });
    const tools = { ...watching, skip: [], template: own.lab.target.template };
    await recover(recovery, tools);
    expect((await refusal(recover(recovery, tools))).code).toBe('RECOVER_OUTDATED');
    expect((await own.lab.deploy())?.outcome).toBe('done');
    expect(await own.lab.value()).toBe('first');
  });
});

describe('several regions', () => {
  it('are deployed to in their order, and those after a failure are left alone and named', async () => {
    await own.lab.close();
    own.lab = await deployLab(own.endpoint.url, REGIONS);
    await own.lab.deploy();
    await own.occupy('/taken/three', 'us-east-1');
    own.lab.write('second', collision('/taken/three'));
    const error = await refusal(own.lab.deploy());
    expect(error.problem.what).toContain('in us-east-1');
    expect(error.problem.what).toContain('Not touched: eu-west-1.');
    expect(await Promise.all(REGIONS.map((region) => own.lab.value(region)))).toEqual([
      'second',
      'first',
      'first',
    ]);
    expect((await own.lab.releases('eu-west-1')).length).toBe(1);
  });
});
