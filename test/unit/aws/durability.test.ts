import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createAws } from '../../../emulator/aws/index.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';

it('what was answered is there after kill -9 at any moment', async () => {
  const stateDir = await mkdtemp(join(tmpdir(), 'arcube-aws-kill-'));
  let told = -1;
  for (let round = 0; round < 4; round++) {
    const child = spawn(
      process.execPath,
      ['scripts/run-ts.mjs', 'test/helpers/aws-writer-child.ts', stateDir],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const lines = createInterface({ input: child.stdout });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    told = -1;
    let seen = 0;
    for await (const line of lines) {
      told = Number(line);
      if (++seen === 15 + round * 9) child.kill('SIGKILL');
    }
    await ended;
    const place = { host: '127.0.0.1', port: 0, accountId: '123456789012', region: 'eu-central-1' };
    const { secrets } = createAws({ ...place, stateDir, clock: new MovableClock(), ids: createIds() });
    const kept = Number(
      secrets
        .get(`secret-${told % 20}`)
        ?.reveal()
        .slice('value-'.length),
    );
    expect(kept).toBeGreaterThanOrEqual(told);
  }
  const left = await readdir(join(stateDir, 'aws', 'secretsmanager', '123456789012'));
  expect(left).toContain('eu-central-1.json');
  await rm(stateDir, { recursive: true, force: true });
}, 60_000);
