import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProject } from '../../src/core/config/project.js';
import { readTenant } from '../../src/core/config/tenant.js';
import { runCli } from '../helpers/cli.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arcube-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('arcube init', () => {
  it('writes a project that arcube itself finds right', async () => {
    const { code, stdout } = await runCli([
      'init',
      folder,
      '--tenant',
      'sky-hellas',
      '--currency',
      'EUR',
      '--yes',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('written tenants/sky-hellas.yaml');
    expect(stdout).toContain('written slo.yaml');
    expect(stdout).toContain('written scenarios/first-order.yaml');
    expect(stdout).toContain('written scenarios/offers-expire.yaml');
    expect(readProject(join(folder, 'arcube.yaml')).diagnostics).toEqual([]);
    const tenant = readTenant(join(folder, 'tenants', 'sky-hellas.yaml'));
    expect(tenant.diagnostics).toEqual([]);
    expect(tenant.value).toMatchObject({ name: 'Sky Hellas', domains: ['book.sky-hellas.example'] });
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('.arcube/\n');
    expect((await runCli(['doctor', '--project', folder])).code).toBe(0);
  });

  it('keeps what is there, unless told otherwise', async () => {
    writeFileSync(join(folder, 'arcube.yaml'), 'stackName: mine\n');
    writeFileSync(join(folder, '.gitignore'), 'node_modules');
    const { stdout } = await runCli(['init', folder, '--json']);
    expect(JSON.parse(stdout).files[0]).toEqual({ path: 'arcube.yaml', outcome: 'kept' });
    expect(readFileSync(join(folder, 'arcube.yaml'), 'utf8')).toBe('stackName: mine\n');
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('node_modules\n.arcube/\n');
    await runCli(['init', folder, '--force', '--yes']);
    expect(readFileSync(join(folder, 'arcube.yaml'), 'utf8')).toContain('stackName: ancillary');
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('node_modules\n.arcube/\n');
  });

  it('refuses answers that make no tenant, and writes nothing', async () => {
    const { code, stderr } = await runCli([
      'init',
      join(folder, 'new'),
      '--tenant',
      'Sky Hellas',
      '--currency',
      'DRA',
      '--yes',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('[TENANT_INVALID]');
    expect(() => readFileSync(join(folder, 'new', 'arcube.yaml'))).toThrow('ENOENT');
  });
});

describe('arcube doctor', () => {
  it('names each fault with its place and remedy, and fails', async () => {
    writeFileSync(join(folder, 'arcube.yaml'), 'stackName: ok\nregoin: eu-west-1\n');
    const { code, stdout } = await runCli(['doctor', '--project', folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/FAULT +Project +arcube\.yaml:2:1 .*regoin.*→/);
    const programs = await runCli(['doctor', '--project', folder, '--json']);
    expect(programs.code).toBe(1);
    expect(JSON.parse(programs.stdout)).toMatchObject({ ok: false });
  });

  it('looks at tenants where the project has them, and tells the fault of the one that was asked for', async () => {
    writeFileSync(join(folder, 'arcube.yaml'), 'tenants: airlines\n');
    mkdirSync(join(folder, 'airlines'), { recursive: true });
    writeFileSync(join(folder, 'airlines/sky-air.yaml'), 'id: sky-air\ncurrency: DRA\n');
    const all = await runCli(['doctor', '--project', folder]);
    expect([all.code, all.stdout]).toEqual([
      1,
      expect.stringMatching(/FAULT +Tenants +airlines\/sky-air\.yaml:2/),
    ]);
    const one = await runCli(['doctor', '--tenant', 'sky-air', '--project', folder]);
    expect([one.code, one.stderr]).toEqual([2, expect.stringMatching(/sky-air\.yaml:2:\d+ `currency`/)]);
  });
});
