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

/** The commands of the table's rows: `arcube deploy resume\|report` is two. */
function listed(): Set<string> {
  const rows = [...readme.matchAll(/^\| `arcube ([a-z-]+)(?: ([a-z][a-z-]*(?:\\\|[a-z-]+)*))?/gm)];
  return new Set(
    rows.flatMap(([, topic, verbs]) =>
      verbs === undefined ? [topic as string] : verbs.split('\\|').map((verb) => `${topic}:${verb}`),
    ),
  );
}

it('lists every command, and none that is not there', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../oclif.manifest.json', import.meta.url), 'utf8'));
  expect([...listed()].sort()).toEqual(Object.keys(manifest.commands).sort());
});
