import { type Db, MongoClient } from 'mongodb';
import { configured } from '../secrets.js';

/** Where each data region's cluster is; the first is the home region's. */
interface Databases {
  database: string;
  clusters: { region: string; uri: string }[];
}

/** One client for each cluster in an environment: it serves one request at a time, so few connections do. */
const clients = new Map<string, MongoClient>();

/** The database of the home region: tenants, and nothing of a passenger. */
export async function homeDatabase(): Promise<Db> {
  const { database, clusters } = await configured<Databases>('DATABASES_SECRET');
  const [home] = clusters;
  if (!home) throw new Error('no database cluster is configured');
  return clientOf(home.uri).db(database);
}

/** The database of a data region. Throws when the region has no cluster: its data must go nowhere else. */
export async function regionDatabase(region: string): Promise<Db> {
  const { database, clusters } = await configured<Databases>('DATABASES_SECRET');
  const cluster = clusters.find((entry) => entry.region === region);
  if (!cluster) throw new Error(`there is no database cluster in ${region}`);
  return clientOf(cluster.uri).db(database);
}

/** Every region's database, the home region's first. */
export async function everyDatabase(): Promise<Db[]> {
  const { database, clusters } = await configured<Databases>('DATABASES_SECRET');
  return clusters.map(({ uri }) => clientOf(uri).db(database));
}

function clientOf(uri: string): MongoClient {
  let client = clients.get(uri);
  if (!client) {
    client = new MongoClient(uri, {
      appName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'ancillary',
      maxPoolSize: 5,
      maxIdleTimeMS: 60_000,
      serverSelectionTimeoutMS: 3_000,
    });
    clients.set(uri, client);
  }
  return client;
}
