import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ProjectLock } from '../../emulator/project-lock.js';
import { readRunFile, runFilePath } from '../../src/core/run-file.js';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'arcube-lock-'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

async function take(instance: string): Promise<ProjectLock | undefined> {
  const taken = await ProjectLock.take(project, instance, 'token');
  return taken instanceof ProjectLock ? taken : undefined;
}

it('is one emulator’s at a time', async () => {
  const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map(take));
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect(statSync(runFilePath(project)).mode & 0o777).toBe(0o600);
  const lock = outcomes.find(Boolean);
  lock?.release();
  lock?.release();
  expect(await take('e')).toBeDefined();
});

it('names its holder, once that answers', async () => {
  const server = createServer((_request, response) => response.end('{"instance":"first"}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const control = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const first = await take('first');
  await first?.publish({ api: 'http://127.0.0.1:3000', control });
  expect(await ProjectLock.take(project, 'second', 't')).toMatchObject({
    pid: process.pid,
    urls: { control },
  });
  // the process lives, but what answered there is gone: its id has been used again
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const second = await take('second');
  expect(second).toBeDefined();
  first?.release();
  expect(readRunFile(project)?.instance).toBe('second');
});

it('is taken over from a dead process, and from half a file', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await take('dead');
  writeFileSync(
    runFilePath(project),
    JSON.stringify({ pid, instance: 'dead', startedAt: new Date().toISOString() }),
  );
  expect(await take('next')).toBeDefined();
  writeFileSync(runFilePath(project), '{"pid":');
  expect(await take('after')).toBeDefined();
});
