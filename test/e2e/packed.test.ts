import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dev, emptyProject } from '../helpers/dev.js';
import { ApiClient, placeOrder } from '../helpers/journey.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'arcube-packed-'));
const installed = join(folder, 'package');
const project = emptyProject();

// What npm would install, without the network: the tarball's files, beside the dependencies that are here already.
beforeAll(() => {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8' })) as [
    { filename: string },
  ];
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
  symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'));
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  project.remove();
});

describe('the packed package', () => {
  it('holds what it needs, and no tests', () => {
    for (const path of ['LICENSE', 'README.md', 'oclif.manifest.json', 'templates/ancillary/template.yaml'])
      expect(existsSync(join(installed, path)), path).toBe(true);
    for (const path of ['test', 'emulator', '.arcube', 'tsconfig.json'])
      expect(existsSync(join(installed, path)), path).toBe(false);
  });

  it('places an order from another folder', async () => {
    const dev = await Dev.start(project.folder, { bin: join(installed, 'bin', 'run.js') });
    try {
      const client = await ApiClient.of(dev.ready, 'eu-central-1');
      expect((await placeOrder(client, 'PACKED', 'EUR')).body).toMatchObject({ status: 'SUCCESS' });
    } finally {
      await dev.end();
    }
  }, 60_000);
});
