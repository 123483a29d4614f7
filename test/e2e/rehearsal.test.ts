import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runCli } from '../helpers/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'arcube-rehearsal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a rehearsal changes the users of databases under the functions that use them, and refuses nobody', async () => {
  const words = ['rotate-keys', 'database', '--rehearse', '--rate', '30', '--json', '--project', folder];
  const { code, stdout } = await runCli(words);
  const report = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '{}');
  expect(report).toMatchObject({
    event: 'rehearsed',
    rotations: 1,
    nothingOf: [],
    refusedGood: 0,
    acceptedRevoked: 0,
    failed: 0,
    examples: [],
  });
  expect(report.sent).toBeGreaterThan(20);
  expect(code).toBe(0);
}, 240_000);
