import { EmbeddedCluster } from '../../emulator/mongo/cluster.js';
import { MovableClock } from '../../src/core/clock.js';
import { createIds } from '../../src/core/ids.js';

/** A process that is an embedded cluster on the folder in its first argument; tells its URI in one line. */
const [folder] = process.argv.slice(2);
const cluster = new EmbeddedCluster({
  region: 'eu-central-1',
  ...(folder === undefined ? {} : { folder }),
  clock: new MovableClock(),
  ids: createIds(),
  onBackgroundError: (error) => console.error(error),
});
await cluster.start();
console.log(cluster.uri);
process.on('disconnect', () => process.exit());
