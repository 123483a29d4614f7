import { MongoClient, type MongoClientOptions } from 'mongodb';
import { onTestFinished } from 'vitest';
import { EmbeddedCluster, type EmbeddedClusterOptions } from '../../emulator/mongo/cluster.js';
import { MovableClock } from '../../src/core/clock.js';
import { createIds } from '../../src/core/ids.js';

export interface RunningCluster {
  cluster: EmbeddedCluster;
  clock: MovableClock;
  /** A driver connected to it, closed with the test. */
  connect(options?: MongoClientOptions): Promise<MongoClient>;
}

/** Starts an embedded cluster for one test and stops it after it. */
export async function startCluster(options: Partial<EmbeddedClusterOptions> = {}): Promise<RunningCluster> {
  const clock = new MovableClock();
  const cluster = new EmbeddedCluster({
    region: 'eu-central-1',
    clock,
    ids: createIds(),
    onBackgroundError: (error) => {
      throw error;
    },
    ...options,
  });
  await cluster.start();
  onTestFinished(async () => {
    await cluster.stop();
    clock.stop();
  });
  return {
    cluster,
    clock,
    async connect(clientOptions = {}) {
      const client = new MongoClient(cluster.uri, clientOptions);
      onTestFinished(() => client.close());
      return await client.connect();
    },
  };
}
