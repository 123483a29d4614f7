import { expect, test } from 'vitest';
import { crashRounds } from '../../helpers/mongo-crash.js';

// A slice of what test/perf/soak-mongo.mjs does for hundreds of rounds.
test('a server killed amid mixed writes of several clients loses nothing that it acknowledged', async () => {
  const report = await crashRounds(4);
  expect(report.rounds).toBe(4);
  expect(report.acknowledged).toBeGreaterThan(0);
}, 60_000);
