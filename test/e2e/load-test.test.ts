import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, spawnCli } from '../helpers/cli.js';
import { Dev, emptyProject } from '../helpers/dev.js';

// Nothing here is about speed: service levels and lateness are given room that a busy machine cannot use up.
const PATIENT = ['--max-lag', '60s', '--json'];
const { folder, remove } = emptyProject();
let dev: Dev;

beforeAll(async () => {
  writeFileSync(join(folder, 'slo.yaml'), 'overall: { availability: 50%, p99: 60s }\n');
  dev = await Dev.start(folder, '--quiet');
}, 60_000);

afterAll(async () => {
  await dev.end();
  remove();
});

interface Out {
  event: string;
  folder: string;
  report: {
    overall: { requests: number; errors: number };
    routes: Record<string, { requests: number; statuses: Record<string, number> }>;
    partial: boolean;
    remarks: string[];
    operation?: { exitCode: number };
  };
  error?: { code: string };
}

async function load(...words: string[]): Promise<{ code: number | null; out: Out }> {
  const target = words.includes('--target') ? [] : ['--target', dev.ready.urls.api];
  const { code, stdout } = await runCli(['load-test', '--project', folder, ...target, ...PATIENT, ...words]);
  return { code, out: JSON.parse(stdout) as Out };
}

/** A server that is not the platform; closes with the test. */
async function foreign(): Promise<{ server: Server; url: string }> {
  const server = createServer((_request, response) => response.end('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as { port: number }).port}` };
}

describe('a run', () => {
  it('takes journeys with tokens of its own, counts by route, and leaves a report', {
    timeout: 60_000,
  }, async () => {
    const scenario = 'API: token, trip, offers, price check, order';
    const words = ['--tenant', 'dune-horizon', '--rate', '2', '--duration', '2s'];
    const { code, out } = await load('--scenario', scenario, ...words);
    expect(out.report.overall.errors).toBe(0);
    expect(out.report.routes['POST /order-api/confirmOrder']?.requests).toBeGreaterThanOrEqual(4);
    expect(code).toBe(0);
    expect(existsSync(join(out.folder, 'report.html'))).toBe(true);
    const again = await runCli(['load-test', 'report', '--project', folder, '--json']);
    expect(JSON.parse(again.stdout).report).toEqual(JSON.parse(JSON.stringify(out.report)));
    const beside = await runCli(['load-test', 'compare', 'latest', '--project', folder, '--json']);
    expect(beside.code).toBe(0);
    expect(
      JSON.parse(beside.stdout).differences.every((one: { verdict: string }) => one.verdict === 'same'),
    ).toBe(true);
  });

  it('runs another command under load', { timeout: 60_000 }, async () => {
    const { code, out } = await load(
      '--request',
      'GET /health',
      '--rate',
      '10',
      '--duration',
      '30s',
      '--while',
      `clock --project ${folder}`,
    );
    expect(out.report).toMatchObject({ partial: false, operation: { exitCode: 0 } });
    expect(code).toBe(0);
  });

  it('sends a recorded log again, with new tokens', async () => {
    const [{ tenant, clientId } = { tenant: '', clientId: '' }] = dev.ready.credentials;
    const kept = (startedAt: number, path: string, caller?: object) => ({
      requestId: 'r',
      startedAt,
      method: 'GET',
      path,
      headers: [['accept', '*/*'], ...(caller ? [['authorization', '[secret]']] : [])],
      body: { text: '', encoding: 'utf8' },
      answer: { status: 200, headers: [], body: { text: '', encoding: 'utf8' } },
      ...(caller && { caller }),
    });
    const log = join(folder, 'requests-0.jsonl');
    const lines = [
      kept(1000, '/health'),
      kept(1400, '/auth/whoami', { tenant, role: 'api_client', clientId }),
    ];
    writeFileSync(log, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const { code, out } = await load('--replay', log, '--speed', '2');
    expect(out.report.routes).toMatchObject({
      'GET /health': { statuses: { 200: 1 } },
      'GET /auth/whoami': { statuses: { 200: 1 } },
    });
    expect(code).toBe(0);
  });

  it('keeps what it has seen when it is interrupted, and says that it is partial', async () => {
    const words = ['--request', 'GET /health', '--rate', '20', '--duration', '60s', ...PATIENT];
    const child = spawnCli(['load-test', '--project', folder, '--target', dev.ready.urls.api, ...words]);
    let stdout = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, 3000));
    child.kill('SIGINT');
    expect(await ended).toBe(1);
    expect((JSON.parse(stdout) as Out).report.partial).toBe(true);
  });
});

describe('the verdict', () => {
  it('is broken service levels, as soon as they are', async () => {
    const slo = join(folder, 'strict.yaml');
    writeFileSync(slo, 'overall: { p99.9: 0.001ms }\n');
    const { code, out } = await load(
      '--request',
      'GET /health',
      '--rate',
      '20',
      '--duration',
      '60s',
      '--slo',
      slo,
    );
    expect(code).toBe(4);
    expect(out.report.remarks.join()).toContain('could not be met any more');
  });

  it('is given for nothing that is wrong from the start', async () => {
    const slo = join(folder, 'odd.yaml');
    writeFileSync(slo, 'routes:\n  GET /helth: { p95: 1s }\n');
    const broken = join(folder, 'broken.yaml');
    writeFileSync(broken, 'name: x\nsteps:\n  - nmae: y\n');
    const { server, url } = await foreign();
    const cases: [string[], number, string][] = [
      [['--request', 'GET /health', '--slo', slo], 5, 'PROJECT_INVALID'],
      [['--scenario', broken], 2, 'SCENARIOS_INVALID'],
      [['--scenario', 'no such'], 2, 'LOAD_SCENARIO'],
      [['--request', 'health'], 2, 'LOAD_PROFILE'],
      [['--rate', 'fast'], 2, 'LOAD_PROFILE'],
      [['--duration', 'long'], 2, 'NOT_A_DURATION'],
      [['--tenant', 'nobody'], 2, 'UNKNOWN_TENANT'],
      [['--replay', join(folder, 'none.jsonl')], 2, 'LOAD_LOG'],
      [['--baseline', 'none', '--request', 'GET /health'], 2, 'LOAD_REPORT_UNREADABLE'],
      [['--target', url, '--request', 'GET /'], 3, 'TARGET_FOREIGN'],
      [['--target', 'http://127.0.0.1:9', '--request', 'GET /'], 3, 'TARGET_DOWN'],
      [['--target', 'https://x.execute-api.eu-central-1.amazonaws.com/prod'], 2, 'LOAD_PRODUCTION'],
      [['--target', 'https://x.execute-api.eu-central-1.amazonaws.com/dev'], 2, 'LOAD_BUDGET_MISSING'],
    ];
    const seen = await Promise.all(cases.map(([words]) => load(...words)));
    server.close();
    expect(seen.map(({ code, out }) => [code, out.error?.code])).toEqual(
      cases.map(([, code, name]) => [code, name]),
    );
  }, 90_000);
});

describe('scripts for other engines', () => {
  const scenario = ['--scenario', 'API: token, trip, offers, price check, order'];

  it('are a k6 script with thresholds from slo.yaml, and no secret', async () => {
    const { code, stdout } = await runCli([
      ...['load-test', '--project', folder, '--emit', 'k6', '--rate', '5,10', '--json', ...scenario],
    ]);
    const [file] = (JSON.parse(stdout) as { files: [string] }).files;
    const script = readFileSync(file, 'utf8');
    expect(code).toBe(0);
    expect(script).toContain('"executor": "ramping-arrival-rate"');
    expect(script).toContain('p(99)<=60000');
    expect(script).toMatch(/import http from "k6\/http"/);
    for (const { clientSecret } of dev.ready.credentials) expect(script).not.toContain(clientSecret);
  });

  it('are an Artillery test whose hooks walk the journey against the API', async () => {
    const target = dev.ready.urls.api;
    const { stdout } = await runCli([
      ...['load-test', '--project', folder, '--target', target, '--emit', 'artillery', '--json', ...scenario],
    ]);
    const [script, processor] = (JSON.parse(stdout) as { files: [string, string] }).files;
    const { scenarios } = JSON.parse(readFileSync(script, 'utf8')) as {
      scenarios: { flow: Record<string, { name: string; beforeRequest: string; afterResponse: string }>[] }[];
    };
    const [{ clientId, clientSecret } = { clientId: '', clientSecret: '' }] = dev.ready.credentials;
    Object.assign(process.env, { ARCUBE_CLIENT_ID: clientId, ARCUBE_CLIENT_SECRET: clientSecret });
    const hooks = createRequire(import.meta.url)(processor) as Record<string, (...words: unknown[]) => void>;
    const call = (name: string, ...words: unknown[]) =>
      new Promise<void>((resolve, reject) => {
        hooks[name]?.(...words, { emit: () => true }, (error?: Error) => (error ? reject(error) : resolve()));
      });
    const context = { vars: {} };
    await call('begin_0', context);
    const walked: string[] = [];
    for (const step of scenarios[0]?.flow.slice(1) ?? []) {
      const [verb = '', request] = Object.entries(step)[0] ?? [];
      if (!request?.beforeRequest) continue;
      const params = {
        url: target,
        method: verb.toUpperCase(),
        headers: {},
        body: undefined as string | undefined,
      };
      await call(request.beforeRequest, params, context);
      const answer = await fetch(params.url, { ...params, body: params.body ?? null });
      const headers = Object.fromEntries(answer.headers);
      const seen = { statusCode: answer.status, headers, body: await answer.text() };
      await call(request.afterResponse, params, seen, context);
      walked.push(request.name);
    }
    expect(walked).toContain('POST /order-api/confirmOrder');
  });
});
