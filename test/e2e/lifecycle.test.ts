import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, readRunFile, runFilePath } from '../../src/core/run-file.js';
import { runCli, spawnCli } from '../helpers/cli.js';
import { Dev, emptyProject } from '../helpers/dev.js';

const STACK = fileURLToPath(new URL('../fixtures/small-stack/template.yaml', import.meta.url));
const SMALL = ['--template', STACK];

let project: ReturnType<typeof emptyProject>;
const devs: Dev[] = [];
beforeEach(() => {
  project = emptyProject();
});
afterEach(async () => {
  for (const dev of devs.splice(0)) await dev.end('SIGKILL');
  project.remove();
});

async function start(...args: string[]): Promise<Dev> {
  const dev = await Dev.start(project.folder, ...SMALL, ...args);
  devs.push(dev);
  return dev;
}

function echo(dev: Dev): Promise<Record<string, string>> {
  return fetch(`${dev.ready.urls.api}/echo`).then(
    (answer) => answer.json() as Promise<Record<string, string>>,
  );
}

describe('a stack of somebody else’s', () => {
  it('runs, and its functions know where everything is', async () => {
    const dev = await start();
    const { urls } = dev.ready;
    expect(await echo(dev)).toMatchObject({
      AWS_ENDPOINT_URL: urls.aws,
      AWS_REGION: 'eu-central-1',
      ARCUBE_URL: urls.api,
      MONGODB_URI: urls.mongo,
    });
    expect(dev.ready.credentials).toEqual([]);
  }, 60_000);

  it('is told with place and remedy when it cannot be run', async () => {
    const broken = join(project.folder, 'broken.yaml');
    writeFileSync(broken, readFileSync(STACK, 'utf8').replace('Handler: index.handler', 'Handler: index'));
    const { code, stdout, stderr } = await runCli([
      'dev',
      '--project',
      project.folder,
      '--template',
      broken,
      '--port',
      '0',
      '--aws-port',
      '0',
    ]);
    expect(code).toBe(5);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/broken\.yaml:\d+:\d+ /);
    expect(existsSync(runFilePath(project.folder))).toBe(false);
  }, 60_000);
});

describe('ending it', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops cleanly on %s',
    async (signal) => {
      const dev = await start();
      const { pid, urls } = dev.ready;
      expect(await dev.end(signal)).toBe(0);
      expect(dev.lines.at(-1)).toEqual({ event: 'stopped' });
      expect(isAlive(pid)).toBe(false);
      expect(readRunFile(project.folder)).toBeUndefined();
      for (const url of [urls.api, urls.aws, urls.control]) await expect(fetch(url)).rejects.toThrow();
    },
    60_000,
  );

  it('stops in mid-start and leaves nothing behind', async () => {
    for (const wait of [120, 200, 300]) {
      const child = spawnCli([
        'dev',
        '--json',
        '--project',
        project.folder,
        ...SMALL,
        '--port',
        '0',
        '--aws-port',
        '0',
      ]);
      const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill('SIGINT');
      expect([0, 'SIGINT']).toContain(await exited); // too early for a handler, the signal itself ends it
      expect(readRunFile(project.folder)).toBeUndefined();
    }
  }, 60_000);
});

describe('two at once', () => {
  it('in two projects: the second takes the next free ports and says so', async () => {
    const blocker = await blockPort();
    const { port } = blocker.address() as { port: number };
    const dev = await start('--port', String(port), '--aws-port', '0');
    expect(Number(new URL(dev.ready.urls.api).port)).toBeGreaterThan(port);
    expect(dev.stderr).toContain(`Port ${port} is taken`);
    expect(dev.stderr).toContain('[PORT_MOVED]');
    const strict = await runCli([
      'dev',
      '--project',
      project.folder,
      '--memory',
      '--port',
      String(port),
      '--strict-port',
      ...SMALL,
    ]);
    expect(strict.code).toBe(3);
    expect(strict.stderr).toContain('[PORT_TAKEN]');
    await new Promise((resolve) => blocker.close(resolve));
  }, 60_000);

  it('in one project: the second leaves the data of the first alone and names it', async () => {
    const first = await start();
    const second = await start();
    expect(second.stderr).toContain('[STATE_IN_USE]');
    expect(second.stderr).toContain(String(first.ready.pid));
    expect(second.stderr).toContain(first.ready.urls.api);
    expect((await echo(second)).ARCUBE_URL).toBe(second.ready.urls.api);
    await second.end();
    expect(readRunFile(project.folder)?.pid).toBe(first.ready.pid);
  }, 60_000);
});

describe('from another terminal', () => {
  const verb = (...args: string[]) => runCli([...args, '--project', project.folder]);

  it('throttles at the quota that arcube.yaml gives the account, and prints a line for each request', async () => {
    const quota = 'accountThrottle: { rateLimit: 1, burstLimit: 3 }\n';
    writeFileSync(join(project.folder, 'arcube.yaml'), quota);
    const dev = await start();
    expect((await verb('clock', 'freeze')).code).toBe(0);
    const asked = Array.from({ length: 8 }, () => fetch(`${dev.ready.urls.api}/echo`));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    const printed = () => dev.lines.filter(({ event }) => event === 'request');
    await dev.until(() => printed().length === 8);
    expect(
      printed()
        .map(({ status }) => status)
        .sort(),
    ).toEqual(statuses.sort());
  });
  it('moves the clock that functions see', async () => {
    const dev = await start();
    expect((await verb('clock', 'freeze', '--at', '2026-07-01T00:00:00Z')).code).toBe(0);
    await verb('clock', '+1h');
    expect((await echo(dev)).now).toBe(Date.UTC(2026, 6, 1, 1));
    expect(JSON.parse((await verb('clock', 'reset', '--json')).stdout)).toMatchObject({
      frozen: false,
      offsetMs: 0,
    });
    const wrong = await verb('clock', 'soon');
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('ISO 8601')]);
  }, 60_000);

  it('explains, traces and logs a request', async () => {
    const dev = await start();
    const answer = await fetch(`${dev.ready.urls.api}/echo`);
    const id = answer.headers.get('x-amzn-requestid') as string;
    await answer.text();
    await dev.until(() => dev.lines.some((line) => line.requestId === id));
    const explained = await verb('explain', id);
    expect(explained.stdout).toContain('GET');
    expect(explained.stdout).toMatch(/Decided by integration/);
    expect((await verb('trace', id)).stdout).toMatch(/lambda .*█.* ms/);
    expect((await verb('logs', '--request-id', id)).stdout).toContain('seen /echo');
    for (const name of ['echo', 'EchoFunction'])
      expect((await verb('logs', '--function', name)).stdout).toContain('seen /echo');
    const unknown = await verb('explain', 'no-such-id');
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('UNKNOWN_REQUEST');
  }, 60_000);

  it('lets a function fail on purpose, and says so', async () => {
    const dev = await start();
    expect((await verb('fault', 'set', 'echo', '--error-rate', '1')).stdout).toContain('100 % errors');
    const failed = await fetch(`${dev.ready.urls.api}/echo`);
    expect([failed.status, await failed.json()]).toEqual([502, { message: 'Internal server error' }]);
    const id = failed.headers.get('x-amzn-requestid') as string;
    expect((await verb('logs', '--request-id', id)).stdout).toContain('fault injected on purpose');
    expect((await verb('fault', 'clear')).stdout).toContain('No faults are set.');
    expect((await fetch(`${dev.ready.urls.api}/echo`)).status).toBe(200);
    expect((await verb('fault', 'set', 'nobody', '--error-rate', '1')).stderr).toContain('EchoFunction');
  }, 60_000);

  it('takes up an edit of the template, and goes on with the last good one when it is faulty', async () => {
    const template = join(project.folder, 'template.yaml');
    copyFileSync(STACK, template);
    const dev = await Dev.start(project.folder, '--template', template);
    devs.push(dev);
    const good = readFileSync(STACK, 'utf8');
    const reloads = () => dev.lines.filter((line) => line.event === 'reload' && line.what === 'stack');

    writeFileSync(template, good.replaceAll('/echo:', '/renamed:'));
    await dev.until(() => reloads().some((one) => one.ok === true));
    expect((await fetch(`${dev.ready.urls.api}/renamed`)).status).toBe(200);
    const before = reloads().length;
    writeFileSync(template, good.replace('Handler: index.handler', 'Handler: [wrong]'));
    await dev.until(() => reloads().length > before);
    const faulty = reloads().at(-1) as { ok: boolean; diagnostics: { place?: { line: number } }[] };
    expect(faulty.ok).toBe(false);
    expect(faulty.diagnostics[0]?.place?.line).toBeGreaterThan(0);
    expect((await fetch(`${dev.ready.urls.api}/renamed`)).status).toBe(200);
  }, 60_000);
});

function blockPort(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
