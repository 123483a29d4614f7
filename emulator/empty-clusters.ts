import type { Db } from 'mongodb';
import { userError } from '../src/core/errors.js';
import { type Mongo, OWN_DATABASES } from './mongo/index.js';
import { DATABASE } from './platform/index.js';

/** What environments hold on to in memory: data keys that vanished would leave them sealing what nobody can open. */
const HELD = 'data_keys';

/**
 * Takes all data out of the emulator's own clusters. Collections and indexes stand. `deployed` are the databases of deployed
 * platforms. Throws RESET_FOREIGN for a server that is the user's.
 */
export async function emptyClusters(mode: string, mongo: Mongo, deployed: readonly string[]): Promise<void> {
  const held = new Set([DATABASE, ...deployed].map((name) => `${name}.${HELD}`));
  if (mode === 'embedded') {
    for (const cluster of mongo.embedded()) cluster.clear(held);
    return;
  }
  if (mode !== 'mongod') throw userError('RESET_FOREIGN', {});
  const { MongoClient } = await import('mongodb');
  for (const { uri } of mongo.clusters()) {
    const client = new MongoClient(uri, { appName: 'arcube-reset' });
    try {
      const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
      for (const { name } of databases) if (!OWN_DATABASES.has(name)) await empty(client.db(name), held);
    } finally {
      await client.close();
    }
  }
}

async function empty(database: Db, held: ReadonlySet<string>): Promise<void> {
  for (const { collectionName, namespace } of await database.collections())
    if (!held.has(namespace)) await database.collection(collectionName).deleteMany({});
}
