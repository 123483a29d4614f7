import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { EventBus } from '../../../emulator/kernel/events.js';
import { DownloadedCluster } from '../../../emulator/mongo/modes/downloaded-cluster.js';
import { ForeignCluster } from '../../../emulator/mongo/modes/foreign-cluster.js';
import { startCluster } from '../../helpers/mongo-cluster.js';

const never = new AbortController().signal;

/** Starts `--mongo mongod` with a binary of the user's. */
function startWith(binary: string): Promise<void> {
  vi.stubEnv('MONGOMS_SYSTEM_BINARY', binary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const cluster = new DownloadedCluster({ region: 'eu-central-1', events: new EventBus() });
  onTestFinished(() => cluster.stop());
  return cluster.start(never);
}

function script(text: string, mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'arcube-mongod-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'mongod');
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, mode);
  return file;
}

describe.skipIf(process.platform === 'win32')('a mongod of the user’s', () => {
  test.each([
    ['is not there', () => '/nowhere/mongod', 'There is no such file.'],
    ['is not executable', () => script('true', 0o644), 'It is not executable.'],
    ['is another program', () => script('echo hello'), 'It is no mongod'],
    ['fails', () => script('echo broken >&2; exit 3'), 'broken'],
  ])('that %s is refused with the reason', async (_what, file, why) => {
    await expect(startWith(file())).rejects.toMatchObject({
      code: 'MONGOD_BINARY_UNUSABLE',
      problem: { why: expect.stringContaining(why), exitCode: 3 },
    });
  });

  test('that does not start is told once, without a stack on the console', async () => {
    const warn = vi.spyOn(console, 'warn');
    onTestFinished(() => warn.mockRestore());
    const file = script('[ "$1" = --version ] && { echo "db version v8.0.15"; exit 0; }; exit 1');
    await expect(startWith(file)).rejects.toMatchObject({ code: 'MONGOD_UNAVAILABLE' });
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('a server that somebody else runs', () => {
  test('is asked whether it answers, and never stopped', async () => {
    const { cluster, connect } = await startCluster();
    const foreign = new ForeignCluster('eu-central-1', cluster.uri);
    await foreign.start(never);
    await foreign.stop();
    expect(await (await connect()).db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  test('that is no address is refused', () => {
    expect(() => new ForeignCluster('eu-central-1', 'postgres://x')).toThrow(/no MongoDB mode/);
  });
});
