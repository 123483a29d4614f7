import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { emptyProject } from '../helpers/dev.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const project = emptyProject();
afterAll(() => project.remove());

/** A user's test file, as the README shows one. */
const TEST = `import { createEmulator } from 'arcube';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

const emulator = createEmulator({ state: 'none', port: 0, awsPort: 0 });
beforeAll(() => emulator.start());
beforeEach(() => emulator.reset());
afterAll(() => emulator.stop());

async function offers(pnr, wish) {
  const token = await emulator.tokenFor('aulis-air', wish);
  return fetch(emulator.urls.api + '/aggregation-api/servePassengerRecommendations', {
    method: 'POST',
    headers: { authorization: 'Bearer ' + token, 'content-type': 'application/json' },
    body: JSON.stringify({ pnr, pointOfSale: 'WIDGET' }),
  });
}

let first;
it('knows a trip that was put in place', async () => {
  const { pnr } = await emulator.seedPnr();
  first = pnr;
  expect((await offers(pnr, { pnr })).status).toBe(200);
  expect((await offers('OTHER1', { pnr })).status).toBe(403);
  await emulator.fault({ target: 'function', name: 'recommendations', errorRate: 1 });
  expect((await offers(pnr)).status).toBeGreaterThanOrEqual(500);
  emulator.clock.advance(3_600_000);
});

it('has forgotten it after a reset, and the fault and the hour with it', async () => {
  expect(Math.abs(emulator.clock.now() - Date.now())).toBeLessThan(1000);
  expect((await offers(first)).status).toBe(400);
  expect(await emulator.outbox()).toEqual([]);
  await expect(emulator.tokenFor('nobody')).rejects.toThrow('nobody');
});
`;

it('createEmulator works in a vitest of a project that has arcube installed', () => {
  mkdirSync(join(project.folder, 'node_modules'));
  symlinkSync(ROOT, join(project.folder, 'node_modules', 'arcube'));
  symlinkSync(join(ROOT, 'node_modules', 'vitest'), join(project.folder, 'node_modules', 'vitest'));
  writeFileSync(join(project.folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(project.folder, 'offers.test.js'), TEST);
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const env = { ...process.env, VITEST: undefined, NODE_ENV: undefined, NO_COLOR: '1' };
  const output = execFileSync(
    process.execPath,
    [vitest, 'run', '--testTimeout', '40000', '--root', project.folder],
    {
      encoding: 'utf8',
      env,
    },
  );
  expect(output).toMatch(/Tests\s+2 passed/);
}, 60_000);
