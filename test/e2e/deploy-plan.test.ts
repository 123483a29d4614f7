import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import { type CliResult, runCli, spawnCli } from '../helpers/cli.js';
import { byName } from '../helpers/deploy/endpoint.js';
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

const NOBODY = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
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
}, 120_000);

it('swaps code on a dev stage alone', async () => {
  const yes = ['--hotswap', '--yes', '--account', account];
  const refused = await deploy([...yes, '--stage', 'prod'], NOBODY); // before anybody's credentials are asked for
  expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('HOTSWAP_STAGE') });
  const swapped = await deploy([...yes, '--stage', 'dev']);
  expect(swapped).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('marked until the next deployment'),
  });
  const plan = await deploy(['--plan', '--no-drift', '--stage', 'dev']);
  expect(plan.stdout).toContain('Hot-swapped, put back by this deployment');
}, 120_000);

it('Ctrl-C while it plans: 130, and no change set is left', async () => {
  lab.write('fn/index.ts', code(10));
  const where = [
    '--project',
    lab.folder,
    '--endpoint-url',
    byName(lab.proxy.url),
    '--region',
    'eu-central-1',
  ];
  const child = spawnCli(['deploy', '--stage', 'dev', '--no-drift', '--json', ...where], {
    env: { ...KEYS, AWS_EC2_METADATA_DISABLED: 'true' },
  });
  lab.proxy.judge = ({ operation }) => void (operation === 'CreateChangeSet' && child.kill('SIGINT'));
  const ended = new Promise((resolve) => child.once('close', resolve));
  expect(await text(child.stdout as NodeJS.ReadableStream)).toContain('"DEPLOY_STOPPED"');
  expect(await ended).toBe(130);
  expect(await lab.changeSets()).toEqual([]);
  expect(readdirSync(join(lab.folder, '.arcube', 'deploy'))).toEqual([]);
}, 120_000);

it('says what is missing: stage, account, credentials, the right account', async () => {
  const of = async (args: string[], keys?: Record<string, string | undefined>) => {
    const { code: exit, stdout } = await deploy([...args, '--json'], keys);
    return [exit, JSON.parse(stdout).error.code];
  };
  // 2 is what a plan says of changes: only there a wrong command line is another code, with and without --json
  expect(await of(['--plan'])).toEqual([64, 'DEPLOY_TARGET_MISSING']);
  expect((await deploy(['--plan'])).code).toBe(64);
  expect(await of(['--stage', 'dev', '--yes'])).toEqual([2, 'DEPLOY_TARGET_MISSING']);
  expect(await of(['--plan', '--hotswap', '--stage', 'dev'])).toEqual([64, 'USAGE']);
  expect(await of(['--plan', '--stage', 'dev', '--account', '999999999999'])).toEqual([
    6,
    'AWS_WRONG_ACCOUNT',
  ]);
  expect(await of(['--plan', '--stage', 'dev'], NOBODY)).toEqual([6, 'AWS_NO_CREDENTIALS']);
  lab.write('template.yaml', 'Resources: { Bad: { Type: AWS::Lambda::Function, Properties: {} } }');
  expect(await of(['--plan', '--stage', 'dev'])).toEqual([5, 'STACK_INVALID']);
}, 120_000);
