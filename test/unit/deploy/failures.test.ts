import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserError } from '../../../src/core/errors.js';
import { stackReports } from '../../../src/lib/deploy/apply/report.js';
import { findRecovery, recover } from '../../../src/lib/deploy/recover/recover.js';
import { type DeployLab, deployLab, labEndpoint } from '../../helpers/deploy/apply-lab.js';
import type { TestEndpoint } from '../../helpers/rotation/endpoint.js';

// moto carries out what it can and rolls nothing back: failures are tried on the emulator's endpoint alone
const REGIONS = ['eu-central-1', 'us-east-1', 'eu-west-1'];
let endpoint: TestEndpoint;
let lab: DeployLab;
beforeAll(async () => {
  endpoint = await labEndpoint(REGIONS);
}, 60_000);
afterAll(() => endpoint.stop());
beforeEach(async () => {
  lab = await deployLab(endpoint.url, REGIONS.slice(0, 1));
});
afterEach(() => lab.close());

const watching = {
  say: () => undefined,
  goOn: () => undefined,
  pause: () => new Promise<void>((resolve) => setTimeout(resolve, 5)),
};

async function refusal(promise: Promise<unknown>): Promise<UserError> {
  return promise.then(
    () => expect.fail('it was not refused'),
    (error: UserError) => error,
  );
}

/** A parameter of a name that something outside of any stack has. */
const collision = (name: string): string => `  Second:
    Type: AWS::SSM::Parameter
    Properties: { Type: String, Name: ${name}, Value: x }
  Third:
    Type: AWS::SSM::Parameter
    DependsOn: Second
    Properties: { Type: String, Value: y }
`;

async function occupy(Name: string, region = 'eu-central-1'): Promise<void> {
  const ssm = new SSMClient({ region, endpoint: endpoint.url });
  await ssm.send(new PutParameterCommand({ Name, Value: 'mine', Type: 'String' }));
  ssm.destroy();
}

describe('an update that fails', () => {
  it('is rolled back; the first cause is told with its line in the template, what helps, and the next command', async () => {
    await lab.deploy();
    await occupy('/taken/one');
    lab.write('second', collision('/taken/one'));
    const error = await refusal(lab.deploy());
    expect(error.code).toBe('DEPLOY_FAILED');
    expect(error.problem.what).toContain('Second (AWS::SSM::Parameter');
    expect(error.problem.what).toMatch(/template\.yaml:10:\d+/);
    expect(error.problem.what).toContain('UPDATE_ROLLBACK_COMPLETE');
    expect(error.problem.why).toMatch(/already exists/i);
    expect(error.problem.todo).toContain('give Second another name');
    expect(error.problem.todo).toContain('arcube deploy --stage dev --region eu-central-1');
    expect(await lab.value()).toBe('first');
    const failed = (await lab.releases()).at(-1);
    expect(failed?.record?.result).toBe('failed');
    expect(failed?.record?.failure?.logicalId).toBe('Second');
    const [report] = await stackReports(lab.target);
    expect(report?.failure?.logicalId).toBe('Second');
    lab.write('third');
    expect((await lab.deploy())?.outcome).toBe('done');
    expect(await lab.value()).toBe('third');
  });
});

describe('a first deployment that fails', () => {
  it('leaves a stack that is deleted by recovering, with what stays named', async () => {
    await occupy('/taken/two');
    lab.write('first', collision('/taken/two'));
    const error = await refusal(lab.deploy());
    expect(error.problem.what).toContain('ROLLBACK_COMPLETE');
    expect(error.problem.todo).toContain('arcube deploy recover --stage dev --region eu-central-1');
    lab.write('first');
    const stuck = await refusal(lab.deploy());
    expect(stuck.code).toBe('STACK_ROLLED_BACK');
    expect(stuck.problem.todo).toContain('arcube deploy recover');
    const [region] = lab.target.regions;
    const recovery = await findRecovery(region);
    expect(recovery.way).toBe('delete');
    await recover(recovery, { ...watching, skip: [], template: lab.target.template });
    expect((await lab.deploy())?.outcome).toBe('done');
    expect(await lab.value()).toBe('first');
  });
});

describe('several regions', () => {
  it('are deployed to in their order, and those after a failure are left alone and named', async () => {
    await lab.close();
    lab = await deployLab(endpoint.url, REGIONS);
    await lab.deploy();
    await occupy('/taken/three', 'us-east-1');
    lab.write('second', collision('/taken/three'));
    const error = await refusal(lab.deploy());
    expect(error.problem.what).toContain('in us-east-1');
    expect(error.problem.what).toContain('Not touched: eu-west-1.');
    expect(await Promise.all(REGIONS.map((region) => lab.value(region)))).toEqual([
      'second',
      'first',
      'first',
    ]);
    expect((await lab.releases('eu-west-1')).length).toBe(1);
  });
});
