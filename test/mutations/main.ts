// `npm run mutations`: every mutation must be noticed by the shipped suites; at least 19 of the 20.
import { MUTATIONS } from './mutations.js';
import { runMutation } from './run-mutation.js';

const LEAST = 19;

const unchanged = await runMutation(undefined);
if (unchanged.exitCode !== 0) {
  console.error(`The unchanged platform fails: ${unchanged.failed.join(', ') || unchanged.exitCode}`);
  process.exit(1);
}
console.log(`The unchanged platform passes (${unchanged.seconds} s).`);

let killed = 0;
for (const [index, mutation] of MUTATIONS.entries()) {
  const { exitCode, failed, seconds } = await runMutation(mutation);
  const isKilled = exitCode === 1;
  if (isKilled) killed++;
  const verdict = isKilled ? `killed by ${failed[0]}` : 'SURVIVED';
  console.log(`${String(index + 1).padStart(2)} ${mutation.name}: ${verdict} (${seconds} s)`);
}
console.log(`${killed} of ${MUTATIONS.length} killed, at least ${LEAST} must be.`);
process.exit(killed >= LEAST ? 0 : 1);
