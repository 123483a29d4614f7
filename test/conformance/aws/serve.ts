import { createAws } from '../../../emulator/aws/index.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';

// The AWS endpoint alone, in memory: its address on the first line, until standard input ends.
const { endpoint } = createAws({
  host: '127.0.0.1',
  port: 0,
  accountId: '123456789012',
  region: 'eu-central-1',
  clock: new MovableClock(),
  ids: createIds(),
});
await endpoint.start();
console.log(endpoint.url);
process.stdin.resume().on('end', () => void endpoint.stop());
