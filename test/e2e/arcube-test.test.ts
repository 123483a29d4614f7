import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../../emulator/index.js';
import { type CliResult, runCli, spawnCli } from '../helpers/cli.js';
import { emptyProject } from '../helpers/dev.js';

const project = emptyProject();
const scenarios = join(project.folder, 'scenarios');
beforeAll(() => mkdirSync(scenarios));
afterAll(() => project.remove());

function write(name: string, text: string): string {
  const file = join(scenarios, name);
  writeFileSync(file, text);
  return file;
}

function test(...args: string[]): Promise<CliResult> {
  return runCli(['test', '--project', project.folder, ...args]);
}

function lines({ stdout }: CliResult): Record<string, never>[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const HEALTH = 'name: the API answers\nsteps: [{ request: { GET: /health } }]\n';
const FAILING = `name: <tricky> & "failing"
vars: { pnr: '\${newPnr}' }
steps:
  - name: a trip
    request:
      POST: /aggregation-api/servePassengerRecommendations
      body: { pnr: '\${pnr}', pointOfSale: API, passengers: '\${sampleTrip.passengers}', segments: '\${sampleTrip.segments}' }
  - name: who am I
    request: { GET: /auth/whoami }
    expect:
      json: { $.role: somebody else }
`;

describe('verdicts', () => {
  it('passes, tells programs line by line, and repeats itself for a seed', async () => {
    const file = write('health.yaml', HEALTH);
    const result = await test(file, '--json', '--seed', 'abc');
    expect([result.code, result.stderr]).toEqual([0, '']);
    expect(lines(result)).toMatchObject([
      { event: 'started', seed: 'abc', cases: 1 },
      { event: 'case', id: 'scenarios/health.yaml: the API answers', outcome: 'passed' },
      { event: 'finished', verdict: 'passed', exitCode: 0, counts: { passed: 1 } },
    ]);
  });

  it('fails with step, line, request and data; every reporter tells it; the snapshot opens', async () => {
    const file = write('failing.yaml', FAILING);
    const output = join(project.folder, 'reports');
    const result = await test(file, '--reporter', 'junit,json,html,github', '--output', output);
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('who am I  ');
    expect(result.stdout).toMatch(/failing\.yaml:11:2\d/);
    expect(result.stdout).toContain('$.role: "api_client" is not "somebody else".');
    expect(result.stdout).toMatch(
      /curl -i -X GET 'http:\S+\/auth\/whoami' -H "Authorization: Bearer \$TOKEN"/,
    );
    expect(result.stdout).toMatch(/::error file=\S+failing\.yaml,line=11,col=2\d,title=/);
    const [snapshot = ''] = readdirSync(output).filter((name) => name.endsWith('.snapshot'));
    expect(result.stdout).toContain('arcube dev --from-snapshot');
    const junit = readFileSync(join(output, 'junit.xml'), 'utf8');
    expect(junit).toContain('name="&lt;tricky&gt; &amp; &quot;failing&quot;"');
    expect(junit).toContain('failures="1"');
    const report = JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'));
    expect(report).toMatchObject({ verdict: 'failed', cases: [{ failure: { step: 'who am I' } }] });
    expect(report.cases[0].failure.story.steps.length).toBeGreaterThan(3);
    const html = readFileSync(join(output, 'report.html'), 'utf8');
    expect(html).not.toMatch(/<tricky>|https?:\/\/(?!127)[a-z]/);
    for (const text of [html, junit, JSON.stringify(report), result.stdout])
      expect(text).not.toMatch(/eyJ[\w-]{20}/);

    const emulator = createEmulator({
      projectDir: project.folder,
      fromSnapshot: join(output, snapshot),
      port: 0,
      awsPort: 0,
    });
    try {
      const { api } = await emulator.start();
      const { pnr } = JSON.parse(
        report.cases[0].exchanges.find(({ step }: { step: string }) => step === 'a trip').requestBody,
      );
      const token = await emulator.tokenFor();
      const answer = await fetch(`${api}/aggregation-api/servePassengerRecommendations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ pnr, pointOfSale: 'WIDGET' }),
      });
      // the trip is known, and its sealed fields can be read: no passengers had to be sent
      const { result: offers } = (await answer.json()) as { result: unknown[] };
      expect([answer.status, offers.length > 0]).toEqual([200, true]);
    } finally {
      await emulator.stop();
    }
  }, 40_000);

  it('breaks an objective of slo.yaml with a code of its own', async () => {
    const file = write('often.yaml', 'name: often\nsteps: [{ repeat: 30, request: { GET: /health } }]\n');
    const slo = join(project.folder, 'strict.yaml');
    writeFileSync(slo, 'routes: { GET /health: { p50: 0.001ms } }\n');
    const result = await test(file, '--slo', slo, '--json');
    expect(result.code).toBe(4);
    expect(lines(result).at(-1)).toMatchObject({
      verdict: 'slo-broken',
      slo: [{ measure: 'p50', outcome: 'broken' }],
    });
  });

  it('tries again what fails, stops after enough failures, runs on several emulators', async () => {
    for (const name of ['a', 'b', 'c'])
      write(`bad-${name}.yaml`, `name: bad ${name}\nsteps: [{ request: { GET: /nowhere } }]\n`);
    const args = ['--grep', 'bad', '--retry', '1', '--bail', '2', '--workers', '2', '--json'];
    const result = await test(...args);
    expect(result.code).toBe(1);
    const cases = lines(result).filter(({ event }) => event === ('case' as never));
    expect(cases.length).toBeLessThanOrEqual(3);
    expect(cases[0]).toMatchObject({ outcome: 'failed', attempts: 2 });
  });
});

describe('scenarios in TypeScript', () => {
  it('run, with vars, clock and checks of their own', async () => {
    const file = write(
      'code.scenario.ts',
      `import { defineScenario } from 'arcube';
export default defineScenario({
  name: 'code',
  steps: [
    { request: { GET: '/auth/whoami' }, capture: { tenant: '$.tenant' } },
    { name: 'looks closer', async run(t) {
        await t.clock('+2h');
        const answer = await t.request('GET', '/health');
        t.expect(answer.at('$.status'), 'ok', 'the status');
        const ahead = Date.parse(answer.json<{ time: string }>().time) - Date.now();
        t.expect(ahead, { gt: 7_000_000 }, 'the clock');
        t.vars.found = t.tenants().some(({ tenant }) => tenant === t.vars.tenant);
    } },
    { run: (t) => t.expect(t.vars.found, true) },
  ],
});
`,
    );
    const result = await test(file, '--json');
    expect(lines(result).at(-1)).toMatchObject({ verdict: 'passed' });
  });

  it('name the line that throws, and show no stack', async () => {
    const file = write(
      'throws.scenario.ts',
      `import { defineScenario } from 'arcube';
export default defineScenario({
  name: 'throws',
  steps: [{ name: 'bad', run() {
    throw new Error('no such luck');
  } }],
});
`,
    );
    const result = await test(file);
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/throws\.scenario\.ts:5:11/);
    expect(result.stdout).toContain('no such luck');
    expect(result.stdout + result.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('bad input', () => {
  it('is told with every file and line, before anything runs; a report is written all the same', async () => {
    const broken = write('broken.yaml', 'name: x\nsteps:\n  - request: { GET: /a\n');
    const unknown = write('unknown.yaml', 'name: x\nsteps:\n  - reqest: { GET: /a }\n');
    const throwing = write('top.scenario.ts', "throw new Error('at the top');\n");
    const output = join(project.folder, 'bad');
    const result = await test(broken, unknown, throwing, '--reporter', 'json', '--output', output);
    expect(result.code).toBe(2);
    expect(result.stdout).toMatch(/broken\.yaml:\d+:\d+/);
    expect(result.stdout).toMatch(
      /unknown\.yaml:3:5 `steps\[0\]\.reqest` is not a known key\. Did you mean `request`\?/,
    );
    expect(result.stdout).toMatch(/top\.scenario\.ts:1:7 .*at the top/);
    expect(result.stdout + result.stderr).not.toMatch(/^\s+at /m);
    const report = JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'));
    expect(report).toMatchObject({
      verdict: 'not-run',
      exitCode: 2,
      faults: [{ code: 'SCENARIOS_INVALID' }],
    });
    for (const file of [broken, unknown, throwing]) rmSync(file);
  });

  it.each([
    [['--suite', 'nonsense'], 'SUITE_UNKNOWN', 2],
    [['/does/not/exist.yaml'], 'SCENARIO_MISSING', 2],
    [['--grep', 'no such case'], 'NOTHING_TO_RUN', 2],
  ])('%j is %s', async (args, code, exit) => {
    write('health.yaml', HEALTH);
    const result = await test(...args, '--json');
    expect(result.code).toBe(exit);
    expect(lines(result).at(-1)).toMatchObject({ exitCode: exit, faults: [{ code }] });
  });

  it('a project whose template cannot be run is an environment that could not start', async () => {
    const other = emptyProject();
    writeFileSync(join(other.folder, 'arcube.yaml'), 'template: nowhere.yaml\n');
    const result = await runCli(['test', '--project', other.folder, '--suite', 'smoke', '--json']);
    expect(result.code).toBe(3);
    expect(lines(result).at(-1)).toMatchObject({
      verdict: 'not-run',
      faults: [{ code: 'TEMPLATE_MISSING' }],
    });
    other.remove();
  });

  it('a folder that takes no reports turns a pass into 3', async () => {
    const file = write('health.yaml', HEALTH);
    const taken = write('taken', '');
    const result = await test(file, '--reporter', 'json', '--output', join(taken, 'inside'));
    expect(result.code).toBe(3);
    expect(result.stdout).toContain('REPORT_UNWRITABLE');
  });
});

describe('targets', () => {
  const credentials = { ARCUBE_TENANT: 'aulis-air', ARCUBE_CLIENT_ID: 'x', ARCUBE_CLIENT_SECRET: 'y' };
  const against = (url: string, ...args: string[]) =>
    runCli(['test', '--project', project.folder, '--suite', 'smoke', '--target', url, '--json', ...args], {
      env: { ...process.env, ...credentials, AWS_EC2_METADATA_DISABLED: 'true' },
    });

  it('that are down, not ours, or not agreed to get nothing', async () => {
    const server = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    expect(lines(await against(`http://127.0.0.1:${port}`)).at(-1)).toMatchObject({
      exitCode: 3,
      faults: [{ code: 'TARGET_FOREIGN' }],
    });
    server.close();
    expect(lines(await against('http://127.0.0.1:9')).at(-1)).toMatchObject({
      exitCode: 3,
      faults: [{ code: 'TARGET_DOWN' }],
    });
    const plain = await against('http://api.example.com');
    expect([plain.code, lines(plain)[0]]).toMatchObject([2, { error: { code: 'TARGET_INVALID' } }]);
    const unasked = await against('https://abc123.execute-api.eu-central-1.amazonaws.com/prod');
    expect([unasked.code, lines(unasked)[0]]).toMatchObject([2, { error: { code: 'TARGET_UNCONFIRMED' } }]);
    expect(unasked.stderr).toContain('stage prod of API abc123 in eu-central-1');
  }, 30_000);

  it('are tested without what only an emulator can do, and compared with one', async () => {
    const emulator = createEmulator({ projectDir: project.folder, state: 'none', port: 0, awsPort: 0 });
    try {
      const { api } = await emulator.start();
      const file = join(project.folder, 'stage.json');
      const tenants = emulator.credentials().map(({ tenant, clientId, clientSecret }) => ({
        tenant,
        clientId,
        clientSecret: clientSecret.reveal(),
      }));
      writeFileSync(file, JSON.stringify({ tenants }));
      const clock = write(
        'clock.yaml',
        `name: moves the clock\nsteps: [{ clock: +1h }, { request: { GET: /health } }]\n`,
      );
      const health = write('health.yaml', HEALTH);
      const result = await runCli(['test', clock, health, '--target', api, '--credentials', file, '--json'], {
        cwd: project.folder,
      });
      expect(result.code).toBe(0);
      expect(lines(result).map(({ outcome }) => outcome)).toEqual([
        undefined,
        'skipped',
        'passed',
        undefined,
      ]);
      const compared = await runCli(
        ['test', health, '--compare', 'emulator', api, '--credentials', file, '--json'],
        { cwd: project.folder },
      );
      expect([compared.code, lines(compared)]).toMatchObject([0, [{ event: 'compared', differences: [] }]]);
    } finally {
      await emulator.stop();
    }
  }, 40_000);
});

describe('a wrapped command', () => {
  const script = (body: string) => ['--', process.execPath, '-e', body];

  it('finds the emulator in its environment, and its exit code is ours', async () => {
    const body = `
      const { ARCUBE_URL, ARCUBE_MONGO_URI, AWS_ENDPOINT_URL, ARCUBE_CLIENT_ID, ARCUBE_CLIENT_SECRET, ARCUBE_TENANT } = process.env;
      const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: ARCUBE_CLIENT_ID, client_secret: ARCUBE_CLIENT_SECRET });
      fetch(ARCUBE_URL + '/oauth/token', { method: 'POST', body: form }).then(async (answer) => {
        console.log(JSON.stringify([answer.status, ARCUBE_TENANT, ARCUBE_MONGO_URI.slice(0, 10), AWS_ENDPOINT_URL.slice(0, 7)]));
        process.exit(7);
      });`;
    const result = await test(...script(body));
    expect([result.code, result.stderr]).toEqual([7, '']);
    expect(JSON.parse(result.stdout)).toEqual([200, 'aulis-air', 'mongodb://', 'http://']);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with everything else on %s', async (signal) => {
    const child = spawnCli([
      'test',
      '--project',
      project.folder,
      ...script(`console.log(process.env.ARCUBE_URL); setInterval(() => {}, 1000)`),
    ]);
    const url = await new Promise<string>((resolve) =>
      child.stdout?.once('data', (chunk) => resolve(String(chunk).trim())),
    );
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill(signal);
    expect(await ended).toBe(signal === 'SIGTERM' ? 143 : 130);
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });

  it('that does not exist is told', async () => {
    const result = await test('--', 'no-such-command-here');
    expect([result.code, result.stderr]).toMatchObject([2, expect.stringContaining('[COMMAND_MISSING]')]);
  });
});

it('a run is stopped by SIGTERM in mid-start and in mid-run, with a report of what there is', async () => {
  const file = write('endless.yaml', 'name: endless\nsteps: [{ repeat: 1000, steps: [{ wait: 50ms }] }]\n');
  for (const moment of ['', 'started']) {
    const child = spawnCli(['test', '--project', project.folder, file, '--json']);
    let stdout = '';
    const woken = new Promise<void>((resolve) => {
      child.stdout?.on('data', (chunk) => {
        stdout += chunk;
        resolve();
      });
      if (moment === '') setTimeout(resolve, 250);
    });
    await woken;
    const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
    child.kill('SIGTERM');
    // so early that Node itself may still be starting: then nobody has asked to be told of signals yet
    expect(moment === '' ? [143, 'SIGTERM'] : [143]).toContain(await ended);
    if (moment !== '') expect(stdout.trim().split('\n').at(-1)).toContain('"verdict":"stopped"');
  }
});
