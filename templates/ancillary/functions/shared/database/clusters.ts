import { type Db, MongoClient } from 'mongodb';
import { countKeyUse } from '../key-use.js';
import { configured } from '../secrets.js';

/** Where a data region's cluster is. */
interface Cluster {
  region: string;
  uri: string;
  /** Of a cluster of their own for the keys of its bookings, so that its backups may be kept for another time. */
  keysUri?: string;
}

/** Where each data region's cluster is; the first is the home region's. */
interface Databases {
  database: string;
  clusters: Cluster[];
}

/** A client, and when it was last asked for (epoch ms). */
interface Held {
  client: MongoClient;
  usedAt: number;
}

/** One client for each cluster in an environment: it serves one request at a time, so few connections do. */
const clients = new Map<string, Held>();
/** A client that was not asked for in this time belongs to no invocation that still runs, in ms: Lambda's longest. */
const UNUSED = 15 * 60_000;
const regions = new WeakMap<Db, string>();
const keyDatabases = new WeakMap<Db, Db>();

/** The database of the home region: tenants, and nothing of a passenger. */
export async function homeDatabase(): Promise<Db> {
  const { database, clusters } = await configured<Databases>('DATABASES_SECRET');
  const [home] = clusters;
  if (!home) throw new Error('no database cluster is configured');
  return databaseOf(home, database);
}

/** The database of a data region. Throws when the region has no cluster: its data must go nowhere else. */
export async function regionDatabase(region: string): Promise<Db> {
  const { database, clusters } = await configured<Databases>('DATABASES_SECRET');
  const cluster = clusters.find((entry) => entry.region === region);
  if (!cluster) throw new Error(`there is no database cluster in ${region}`);
  return databaseOf(cluster, database);
}

/** Every region's database, the home region's first. */
export async function everyDatabase(): Promise<Db[]> {
  const { database, clusters } = await configured<Databases>('DATABASES_SECRET');
  return clusters.map((cluster) => databaseOf(cluster, database));
}

/** The data regions with their connection strings, the home region first. */
export async function dataRegions(): Promise<{ region: string; uri: string }[]> {
  return (await configured<Databases>('DATABASES_SECRET')).clusters;
}

/** The data region of a database that this module gave. */
export function regionOf(db: Db): string {
  const region = regions.get(db);
  if (region === undefined) throw new Error('a database of no region');
  return region;
}

/** The database with the keys of the bookings in a database that this module gave: the same one where none is named. */
export function keyDatabaseOf(db: Db): Db {
  return keyDatabases.get(db) ?? db;
}

function databaseOf({ region, uri, keysUri }: Cluster, database: string): Db {
  const db = clientOf(uri).db(database);
  if (keysUri !== undefined) keyDatabases.set(db, clientOf(keysUri).db(database));
  regions.set(db, region);
  return db;
}

function clientOf(uri: string): MongoClient {
  const user = /^mongodb(?:\+srv)?:\/\/([^:/@]+):[^@]*@/.exec(uri)?.[1];
  if (user !== undefined)
    countKeyUse('database', decodeURIComponent(user), process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'ancillary');
  const held = clients.get(uri) ?? { client: connect(uri), usedAt: 0 };
  held.usedAt = Date.now();
  if (!clients.has(uri)) clients.set(uri, held);
  closeUnused(held.usedAt);
  return held.client;
}

function connect(uri: string): MongoClient {
  return new MongoClient(uri, {
    appName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'ancillary',
    maxPoolSize: 5,
    maxIdleTimeMS: 60_000,
    serverSelectionTimeoutMS: 3_000,
  });
}

/** Each rotation of users gives another connection string: the client of the one before would watch its server for good. */
function closeUnused(now: number): void {
  for (const [uri, { client, usedAt }] of clients) {
    if (now - usedAt < UNUSED) continue;
    clients.delete(uri);
    client.close().catch(() => undefined); // its user may be gone
  }
}
