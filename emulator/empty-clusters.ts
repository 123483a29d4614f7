import { userError } from '../src/core/errors.js';
import { type Mongo, OWN_DATABASES } from './mongo/index.js';

/**
 * Takes all data out of the emulator's own clusters. The embedded ones keep collections and indexes; a `mongod`'s
 * databases are dropped. Throws RESET_FOREIGN for a server that is the user's.
 */
export async function emptyClusters(mode: string, mongo: Mongo): Promise<void> {
  if (mode === 'embedded') {
    for (const cluster of mongo.embedded()) cluster.clear();
    return;
  }
  if (mode !== 'mongod') throw userError('RESET_FOREIGN', {});
  const { MongoClient } = await import('mongodb');
  for (const { uri } of mongo.clusters()) {
    const client = new MongoClient(uri, { appName: 'arcube-reset' });
    try {
      const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
      for (const { name } of databases) if (!OWN_DATABASES.has(name)) await client.db(name).dropDatabase();
    } finally {
      await client.close();
    }
  }
}
