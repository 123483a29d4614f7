import { MongoClient, MongoServerError } from 'mongodb';
import { Secret } from '../../../core/secret.js';

const AUTHENTICATION_FAILED = 18;

/** A data region's cluster, and the one that the keys of its bookings are kept in where that is another. */
export interface Cluster {
  region: string;
  uri: string;
  keysUri?: string;
}

/** Every connection string with the name that its cluster has among those who may change users: `REGION` or `REGION/keys`. */
export function connectionsOf(clusters: readonly Cluster[]): { cluster: string; uri: string }[] {
  return clusters.flatMap(({ region, uri, keysUri }) => [
    { cluster: region, uri },
    ...(keysUri === undefined ? [] : [{ cluster: `${region}/keys`, uri: keysUri }]),
  ]);
}

/** User name and users' database of a connection string; undefined for one without a user. */
export function userOf(uri: string): { user: string; authSource: string } | undefined {
  const found = /^mongodb(?:\+srv)?:\/\/([^:/@]+):[^@]*@[^/?]*(?:\/([^?]*))?(?:\?(.*))?$/.exec(uri);
  if (!found) return undefined;
  const [, user = '', database = '', query = ''] = found;
  const authSource = new URLSearchParams(query).get('authSource') ?? (database || 'admin');
  return { user: decodeURIComponent(user), authSource };
}

/** The connection string with another user. */
export function withUser(uri: string, user: string, password: Secret): Secret {
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password.reveal())}`;
  return new Secret(
    uri.replace(/^(mongodb(?:\+srv)?:\/\/)[^@]*@/, (_all, scheme: string) => `${scheme}${credentials}@`),
  );
}

/** The other one of a pair of alternating users: `app` and `app-b`, or `app-a` and `app-b`. */
export function alternate(user: string): string {
  if (user.endsWith('-b')) return `${user.slice(0, -2)}-a`;
  return `${user.replace(/-a$/, '')}-b`;
}

/** Signs in and reads; what the server said when it refused, undefined when all is well. */
export async function tryConnection(uri: Secret, database: string): Promise<string | undefined> {
  const client = new MongoClient(uri.reveal(), {
    appName: 'arcube-rotate-keys',
    maxPoolSize: 1,
    serverSelectionTimeoutMS: 5_000,
  });
  try {
    await client
      .db(database)
      .collection('tenants')
      .findOne({}, { projection: { _id: 1 } });
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return (error as Error).message;
    throw error;
  } finally {
    await client.close();
  }
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof MongoServerError)) return false;
  return error.code === AUTHENTICATION_FAILED || error.code === 13; // Unauthorized
}
