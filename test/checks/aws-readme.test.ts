import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createAws } from '../../emulator/aws/index.js';
import { MovableClock } from '../../src/core/clock.js';
import { createIds } from '../../src/core/ids.js';

const readme = readFileSync(new URL('../../emulator/aws/README.md', import.meta.url), 'utf8');

it('the README of the AWS endpoint lists every operation, and no other', () => {
  const place = { host: '127.0.0.1', port: 0, accountId: '123456789012', region: 'eu-central-1' };
  const { operations } = createAws({ ...place, clock: new MovableClock(), ids: createIds() });
  const rows = [...readme.matchAll(/^\| `([a-z0-9]+)` \| (`\w+`(?:, `\w+`)*) \|$/gm)];
  const listed = Object.fromEntries(
    rows.map(([, name, list]) => [name, list?.replaceAll('`', '').split(', ')]),
  );
  const there = Object.entries(operations()).map(([name, all]) => [name, [...new Set(all)].sort()]);
  expect(listed).toEqual(Object.fromEntries(there));
});
