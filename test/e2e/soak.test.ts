import { expect, test } from 'vitest';
import { soak } from '../perf/soak/journeys/run.js';

test('random journeys with vendor faults and a kill -9 leave orders, ledger and vendors’ books in agreement', async () => {
  const report = await soak({ journeys: 24, seed: 7, atOnce: 4, killEvery: 12, leap: 1 });
  expect(report.disagreements).toEqual([]);
  expect(report.strange).toEqual([]);
  expect([report.travelled, report.kills]).toEqual([24, 2]);
  expect(report.orders).toBeGreaterThan(10);
}, 120_000);
