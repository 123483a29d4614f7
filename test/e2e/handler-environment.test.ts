import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Dev, emptyProject } from '../helpers/dev.js';

const project = emptyProject();
const zone = process.env.TZ;
let dev: Dev;
beforeAll(async () => {
  process.env.TZ = 'Asia/Tokyo';
  const code = `exports.handler = async () => {
            const at = new Date(2026, 6, 1, 12);
            return { statusCode: 200, body: JSON.stringify({
              iso: at.toISOString(), hours: new Date('2026-01-01T00:00:00Z').getHours(), offset: at.getTimezoneOffset(),
              zone: Intl.DateTimeFormat().resolvedOptions().timeZone, text: String(at), env: process.env }) };
          };`;
  const template = readFileSync('test/fixtures/small-stack/template.yaml', 'utf8');
  const file = join(project.folder, 'template.yaml');
  writeFileSync(file, template.replace(/exports\.handler[\s\S]*?\n {10}\};/, code));
  dev = await Dev.start(project.folder, '-t', file);
}, 60_000);
afterAll(async () => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  await dev?.end();
  project.remove();
});

test('a handler runs in UTC wherever the machine is, with Lambda’s variables', async () => {
  const seen = (await (await fetch(`${dev.ready.urls.api}/echo`)).json()) as Record<string, unknown>;
  expect(seen).toMatchObject({
    iso: '2026-07-01T12:00:00.000Z',
    hours: 0,
    offset: 0,
    zone: 'UTC',
    text: 'Wed Jul 01 2026 12:00:00 GMT+0000 (Coordinated Universal Time)',
    env: {
      TZ: ':UTC',
      LANG: 'en_US.UTF-8',
      PWD: '/var/task',
      _HANDLER: 'index.handler',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_RUNTIME_API: '169.254.100.1:9001',
      AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
      AWS_XRAY_DAEMON_ADDRESS: '169.254.100.1:2000',
      LAMBDA_TASK_ROOT: '/var/task',
      LAMBDA_RUNTIME_DIR: '/var/runtime',
      _X_AMZN_TRACE_ID: expect.stringMatching(/^Root=1-/),
    },
  });
});
