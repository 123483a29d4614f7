import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LOAD_EXIT_CODES } from '../../src/lib/load/command.js';
import { TEST_EXIT_CODES } from '../../src/lib/testing/report/report.js';
import { DEPLOY_EXIT_CODES } from '../../src/lib/ui/deploy-command.js';
import { EXIT_CODES } from '../../src/lib/ui/exit.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it('lists the exit codes as the code has them', () => {
  const tables = [EXIT_CODES, TEST_EXIT_CODES, LOAD_EXIT_CODES, DEPLOY_EXIT_CODES];
  for (const [code, meaning] of tables.flatMap((table) => Object.entries(table)))
    expect(readme).toContain(`| ${code} | ${meaning} |`);
});

it('lists every command', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../oclif.manifest.json', import.meta.url), 'utf8'));
  for (const id of Object.keys(manifest.commands)) expect(readme).toContain(`| \`arcube ${id.split(':')[0]}`);
});
