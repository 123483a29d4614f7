import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spawnCli } from '../helpers/cli.js';
import { type DeployLab, deployLab, labEndpoint } from '../helpers/deploy/apply-lab.js';
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

async function arcube(words: string[], env: Record<string, string> = {}): Promise<Run> {
  const child = spawnCli([...words, '--json', '--project', lab.projectDir], {
    env: {
      AWS_ACCESS_KEY_ID: '123456789012',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: endpoint.url,
      ARCUBE_DEPLOY_LOOK_MS: '20',
      ...env,
    },
  });
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
    const resumed = await arcube(['deploy', 'resume']);
    expect([resumed.code, resumed.events.at(-1)]).toMatchObject([0, { event: 'end', outcome: 'done' }]);
    expect(await lab.value()).toBe(value);
    const again = await arcube(deploy);
    expect([again.code, again.events.at(-1)]).toMatchObject([0, { event: 'plan', changes: false }]);
  },
  60_000,
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
