import { beforeAll, expect, it } from 'vitest';
import { type CliResult, runCli } from '../helpers/cli.js';
import { code, type DeployLab } from '../helpers/deploy/lab.js';
import { useDeployLab } from '../helpers/deploy/use-lab.js';
import type { TestEndpoint } from '../helpers/rotation/endpoint.js';

let endpoint: TestEndpoint;
let lab: DeployLab;
let account: string;
useDeployLab(
  (made, at) => {
    [lab, endpoint] = [made, at];
  },
  { bootstrapped: false },
);
beforeAll(async () => {
  account = (await lab.target()).account;
});

const KEYS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

/** The built CLI in the lab's project, against the endpoint. */
function deploy(args: string[], keys: Record<string, string | undefined> = KEYS): Promise<CliResult> {
  const env = {
    ...process.env,
    AWS_PROFILE: undefined,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    ...keys,
  };
  const where = ['--project', lab.folder, '--endpoint-url', endpoint.url, '--region', 'eu-central-1'];
  return runCli(['deploy', ...args, ...where], { env });
}

it('ends with 0 when there is nothing to do, with 2 when there are changes, and else with others', async () => {
  const plan = ['--plan', '--no-drift', '--stage', 'dev'];
  expect((await deploy(plan)).stderr).toContain('BOOTSTRAP_MISSING');
  expect((await deploy(['bootstrap'])).code).toBe(2); // nobody is there to type the account
  expect((await deploy(['bootstrap', '--yes'])).code).toBe(2);
  expect((await deploy(['bootstrap', '--yes', '--account', account])).code).toBe(0);
  const first = await deploy(plan);
  expect(first).toMatchObject({ code: 2, stdout: expect.stringContaining('first deployment, 4 to add') });
  expect(await lab.deploy()).toBe('CREATE_COMPLETE');
  const same = await deploy([...plan, '--json']);
  expect(same.code).toBe(0);
  expect(JSON.parse(same.stdout)).toMatchObject({ event: 'plan', version: 1, changes: false, account });
  lab.write('fn/index.ts', code(9));
  const changed = await deploy([...plan, '--json']);
  expect(changed.code).toBe(2);
  expect(JSON.parse(changed.stdout).regions[0].resources).toMatchObject([
    { logicalId: 'Fn', action: 'change' },
  ]);
}, 60_000);

it('swaps code on a dev stage alone', async () => {
  const yes = ['--hotswap', '--yes', '--account', account];
  expect(await deploy([...yes, '--stage', 'prod'])).toMatchObject({ code: 2, stdout: '' });
  const swapped = await deploy([...yes, '--stage', 'dev']);
  expect(swapped).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('marked until the next deployment'),
  });
  const plan = await deploy(['--plan', '--no-drift', '--stage', 'dev']);
  expect(plan.stdout).toContain('Hot-swapped, put back by this deployment');
}, 60_000);

it('says what is missing: stage, account, credentials, the right account', async () => {
  const of = async (args: string[], keys?: Record<string, string | undefined>) => {
    const { code: exit, stdout } = await deploy([...args, '--json'], keys);
    return [exit, JSON.parse(stdout).error.code];
  };
  expect(await of(['--plan'])).toEqual([64, 'DEPLOY_TARGET_MISSING']);
  expect(await of(['--stage', 'dev', '--yes'])).toEqual([2, 'DEPLOY_TARGET_MISSING']);
  expect(await of(['--plan', '--hotswap', '--stage', 'dev'])).toEqual([64, 'USAGE']);
  expect(await of(['--plan', '--stage', 'dev', '--account', '999999999999'])).toEqual([
    6,
    'AWS_WRONG_ACCOUNT',
  ]);
  const none = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
  expect(await of(['--plan', '--stage', 'dev'], none)).toEqual([6, 'AWS_NO_CREDENTIALS']);
  lab.write('template.yaml', 'Resources: { Bad: { Type: AWS::Lambda::Function, Properties: {} } }');
  expect(await of(['--plan', '--stage', 'dev'])).toEqual([5, 'STACK_INVALID']);
}, 60_000);
