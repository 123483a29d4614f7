import type { ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { LambdaClient, ListAliasesCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Deploys } from '../../src/lib/deploy/apply/deploys.js';
import { spawnCli } from '../helpers/cli.js';
import { type DeployLab, deployLab, labEndpoint } from '../helpers/deploy/apply-lab.js';
import { answering, canaryProject } from '../helpers/deploy/canary-project.js';
import type { TestEndpoint } from '../helpers/rotation/endpoint.js';

let endpoint: TestEndpoint;
let lab: DeployLab;
beforeAll(async () => {
  endpoint = await labEndpoint(['eu-central-1']);
  lab = await deployLab(endpoint.url);
}, 60_000);
afterAll(async () => {
  await lab.close();
  await endpoint.stop();
});

interface Run {
  code: number | null;
  signal: NodeJS.Signals | null;
  events: Record<string, unknown>[];
}

async function arcube(
  words: string[],
  env: Record<string, string> = {},
  { dir = lab.projectDir, begun = (_child: ChildProcess): void => undefined } = {},
): Promise<Run> {
  const child = spawnCli([...words, '--json', '--project', dir], {
    env: {
      AWS_ACCESS_KEY_ID: '123456789012',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: endpoint.url,
      ARCUBE_DEPLOY_LOOK_MS: '20',
      ...env,
    },
  });
  begun(child);
  const ended = new Promise<Pick<Run, 'code' | 'signal'>>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const lines = (await text(child.stdout as NodeJS.ReadableStream)).split('\n').filter((line) => line !== '');
  return { ...(await ended), events: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const where = ['--stage', 'dev', '--region', 'eu-central-1', '--account', '123456789012'];
const deploy = ['deploy', ...where, '--yes', '--no-drift', '--no-smoke'];

// boundaries: begin, then intent, acted and done of upload, execute, settle …
it.each([
  ['when it is, and that is not noted', 6],
  ['while CloudFormation is at it', 8],
  ['before the record is noted', 18],
])(
  'kill -9 %s, then deploy resume: the same end',
  async (when, boundary) => {
    const value = `value-${boundary}`;
    lab.write(value);
    const killed = await arcube(deploy, { ARCUBE_DEPLOY_KILL_AT: String(boundary) });
    expect(killed.signal, when).toBe('SIGKILL');
    const report = await arcube(['deploy', 'report']);
    expect(report.events[0]).toMatchObject({ event: 'report', outcome: null, runner: null });
    const refused = await arcube(deploy);
    expect([refused.code, refused.events.at(-1)]).toMatchObject([
      7,
      { error: { code: 'DEPLOY_UNFINISHED' } },
    ]);
    const resumed = await arcube(['deploy', 'resume', String(report.events[0]?.deploy)]);
    expect([resumed.code, resumed.events.at(-1)]).toMatchObject([0, { event: 'end', outcome: 'done' }]);
    expect(await lab.value()).toBe(value);
    const again = await arcube(deploy);
    expect([again.code, again.events.at(-1)]).toMatchObject([0, { event: 'plan', changes: false }]);
  },
  120_000,
);

it('leaves a record of each, which verify', async () => {
  const list = await arcube(['deploy', 'list', ...where]);
  expect(list.code).toBe(0);
  type Release = { record: { result: string }; fault?: string };
  const { regions } = list.events[0] as { regions: { releases: Release[] }[] };
  const releases = regions[0]?.releases ?? [];
  expect(releases.map(({ record, fault }) => [record.result, fault])).toEqual(
    Array.from({ length: 3 }, () => ['done', undefined]),
  );
});

/** Versions that the aliases of the canary's function send calls to, the share of the second one beside. */
async function live(): Promise<unknown[]> {
  const client = new LambdaClient({ region: 'eu-central-1', endpoint: endpoint.url });
  const { Functions = [] } = await client.send(new ListFunctionsCommand({}));
  const [fn] = Functions.filter(({ FunctionName }) => FunctionName?.startsWith('shop-prod-Health'));
  const { Aliases = [] } = await client.send(new ListAliasesCommand({ FunctionName: fn?.FunctionName }));
  client.destroy();
  return Aliases.map((one) => [one.FunctionVersion, one.RoutingConfig?.AdditionalVersionWeights ?? {}]);
}

it('Ctrl-C while a canary shifts, resumed in the background, cancelled from another terminal: the old version is back', async () => {
  const { dir, writeHandler, remove } = canaryProject(answering('one'));
  const deploys = Deploys.of(dir);
  const prod = [
    'deploy',
    '--stage',
    'prod',
    '--account',
    '123456789012',
    '--yes',
    '--no-drift',
    '--no-smoke',
  ];
  expect((await arcube([...prod, '--no-judge'], {}, { dir })).code).toBe(0);
  expect(await live()).toEqual([['1', {}]]);

  writeHandler(answering('two'));
  const stopped = await arcube(
    [...prod, '--no-judge'],
    {},
    {
      dir,
      begun: (child) => {
        let said = '';
        child.stdout?.on('data', (chunk: Buffer) => {
          said += chunk;
          if (said.includes('10 % of the traffic') && !child.killed) child.kill('SIGINT');
        });
      },
    },
  );
  expect([stopped.code, stopped.events.at(-1)]).toMatchObject([7, { error: { code: 'DEPLOY_INTERRUPTED' } }]);
  expect(await live()).toEqual([['1', { 2: 0.1 }]]);

  const id = deploys.unfinished() ?? 'none';
  const detached = await arcube(['deploy', 'resume', id, '--detach'], {}, { dir });
  expect([detached.code, detached.events.at(-1)]).toMatchObject([0, { event: 'detached', deploy: id }]);
  await expect.poll(() => deploys.runner(id), { timeout: 60_000 }).toBeDefined();
  const cancelled = await arcube(['deploy', 'cancel', id], {}, { dir });
  const { pid } = detached.events.at(-1) ?? {};
  expect([cancelled.code, cancelled.events.at(-1)]).toMatchObject([
    0,
    { event: 'cancelled', deploy: id, pid },
  ]);
  await expect.poll(() => deploys.state(id).outcome, { timeout: 60_000 }).toBe('cancelled');
  expect(deploys.state(id).regions[0]?.settled).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(await live()).toEqual([['1', {}]]);

  const again = await arcube(['deploy', 'cancel', id], {}, { dir });
  expect([again.code, again.events.at(-1)]).toMatchObject([2, { error: { code: 'DEPLOY_ENDED' } }]);
  await expect.poll(() => deploys.runner(id), { timeout: 60_000 }).toBeUndefined(); // it still writes where we remove
  remove();
}, 180_000);
