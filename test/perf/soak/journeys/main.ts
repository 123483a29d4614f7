// Random journeys with vendor faults and kill -9, then orders, ledger and vendors' books held against each other:
// npm run soak -- [journeys] [seed] [journeys between kills] [minutes]
import { soak } from './run.js';

const [journeys = 10_000, seed = 1, killEvery = 500, minutes] = process.argv.slice(2).map(Number);
const began = performance.now();
const report = await soak({
  journeys,
  seed,
  atOnce: 8,
  killEvery,
  ...(minutes !== undefined && { minutes }),
  log: (line) => console.log(`${Math.round((performance.now() - began) / 1000)} s: ${line}`),
});
console.log(
  JSON.stringify({ seed, seconds: Math.round((performance.now() - began) / 1000), ...report }, undefined, 2),
);
process.exitCode = report.disagreements.length + report.strange.length === 0 ? 0 : 1;
