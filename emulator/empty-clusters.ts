import { userError } from '../src/core/errors.js';
import type { MongoCluster } from './kernel/mongo.js';

const KEPT = new Set(['admin', 'config', 'local']);

/** Drops every database of the emulator's own clusters. Throws RESET_FOREIGN for a server that is the user's. */
export async function emptyClusters(mode: string, clusters: readonly MongoCluster[]): Promise<void> {
  if (mode !== 'embedded' && mode !== 'mongod') throw userError('RESET_FOREIGN', {});
  const { MongoClient } = await import('mongodb');
  for (const { uri } of clusters) {
    const client = new MongoClient(uri, { appName: 'arcube-reset' });
    try {
      const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
      for (const { name } of databases) if (!KEPT.has(name)) await client.db(name).dropDatabase();
    } finally {
      await client.close();
    }
  }
}
