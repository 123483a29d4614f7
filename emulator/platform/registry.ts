import type { Collection, MongoClient } from 'mongodb';
import type { TenantConfig } from '../../src/core/config/tenant.js';
import { tenantDigest } from '../../src/core/config/tenant-digest.js';

/** Name of the database of the emulator's own platform in every cluster. */
export const DATABASE = 'arcube';

/** Tenants of one insert: the bytes of ten thousand at once would be copied around for longer than they take to be stored. */
const BATCH = 500;

type TenantDocument = Omit<TenantConfig, 'id'> & { _id: string; hash: string; move?: { to: string } };

/** What the platform looks at of a stored tenant. */
export type StoredTenant = Pick<TenantDocument, '_id' | 'hash' | 'dataRegion' | 'move'>;

/** A platform's tenants in the home region's database, through the official driver. */
export class TenantRegistry {
  readonly #uri: string;
  readonly #database: string;
  #client: MongoClient | undefined;

  constructor(uri: string, database: string) {
    this.#uri = uri;
    this.#database = database;
  }

  /** What is stored of every tenant, by id. */
  async stored(): Promise<Map<string, StoredTenant>> {
    const projection = { hash: 1, dataRegion: 1, move: 1 };
    const found = await (await this.#tenants()).find({}, { projection }).toArray();
    return new Map(found.map((one) => [one._id, one]));
  }

  /** Makes the database agree with `tenants`; `kept` ids stay as they are. Returns the ids that changed. */
  async sync(
    tenants: Iterable<TenantConfig>,
    stored: ReadonlyMap<string, StoredTenant>,
    kept: ReadonlySet<string>,
  ): Promise<string[]> {
    const collection = await this.#tenants();
    const ids = new Set<string>();
    const changed: TenantConfig[] = [];
    for (const tenant of tenants) {
      ids.add(tenant.id);
      if (stored.get(tenant.id)?.hash !== tenantDigest(tenant)) changed.push(tenant);
    }
    const fresh = changed.filter(({ id }) => !stored.has(id));
    for (let at = 0; at < fresh.length; at += BATCH)
      await collection.insertMany(fresh.slice(at, at + BATCH).map(documentOf), { ordered: false });
    for (const tenant of changed.filter(({ id }) => stored.has(id))) {
      const { _id, ...replacement } = documentOf(tenant);
      await collection.updateOne({ _id }, [replacing(replacement)]);
    }
    const gone = [...stored.keys()].filter((id) => !ids.has(id) && !kept.has(id));
    if (gone.length > 0) await collection.deleteMany({ _id: { $in: gone } });
    return [...changed.map(({ id }) => id), ...gone];
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.close();
  }

  async #tenants(): Promise<Collection<TenantDocument>> {
    if (!this.#client) {
      const { MongoClient } = await import('mongodb'); // takes a tenth of a second: not before it is needed
      // of each document of a retryable write the server would keep a note, and read all of them at its next start
      const options = { appName: 'arcube-platform', maxPoolSize: 1, retryWrites: false };
      this.#client = new MongoClient(this.#uri, options);
    }
    return this.#client.db(this.#database).collection<TenantDocument>('tenants');
  }
}

/** A replacement that keeps `move`: the mark of a move to another region, which an edit of the file must not undo. */
function replacing(replacement: object): { $replaceWith: object } {
  return { $replaceWith: { $mergeObjects: [{ $literal: replacement }, { move: '$move' }] } };
}

function documentOf(tenant: TenantConfig): TenantDocument {
  const { id, ...settings } = tenant;
  return { _id: id, ...settings, hash: tenantDigest(tenant) };
}
