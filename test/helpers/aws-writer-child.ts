import { createAws } from '../../emulator/aws/index.js';
import { MovableClock } from '../../src/core/clock.js';
import { createIds } from '../../src/core/ids.js';
import { Secret } from '../../src/core/secret.js';

// Writes one secret after the other into the folder it is given, and tells of each when it is said to be on disk.
const [stateDir = ''] = process.argv.slice(2);
const { secrets } = createAws({
  host: '127.0.0.1',
  port: 0,
  accountId: '123456789012',
  region: 'eu-central-1',
  stateDir,
  clock: new MovableClock(),
  ids: createIds(),
});
for (let number = 0; ; number++) {
  await secrets.put(`secret-${number % 20}`, new Secret(`value-${number}`));
  process.stdout.write(`${number}\n`);
}
