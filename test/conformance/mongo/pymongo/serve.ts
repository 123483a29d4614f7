import { EmbeddedCluster, type EmbeddedClusterOptions } from '../../../../emulator/mongo/cluster.js';
import { MovableClock } from '../../../../src/core/clock.js';
import { createIds } from '../../../../src/core/ids.js';
import { Secret } from '../../../../src/core/secret.js';

// Two embedded clusters for clients in other languages, one open and one with a user `root`; one line tells where they
// are, and they end with standard input.
const clock = new MovableClock();
const start = async (options: Partial<EmbeddedClusterOptions>): Promise<EmbeddedCluster> => {
  const cluster = new EmbeddedCluster({
    region: 'local',
    clock,
    ids: createIds(),
    onBackgroundError: (error) => console.error(error),
    ...options,
  });
  await cluster.start();
  return cluster;
};
const open = await start({});
const secured = await start({ auth: { user: 'root', password: new Secret('r00t') } });
console.log(JSON.stringify({ open: open.uri, secured: secured.uri }));
process.stdin.resume().once('close', async () => {
  await Promise.all([open.stop(), secured.stop()]);
  clock.stop();
});
