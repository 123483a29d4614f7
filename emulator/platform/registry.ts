import { createHash } from 'node:crypto';
import type { Collection, MongoClient } from 'mongodb';
import type { TenantConfig } from '../../src/core/config/tenant.js';

/** Name of the platform's database in every cluster. */
export const DATABASE = 'arcube';

type TenantDocument = Omit<TenantConfig, 'id'> & { _id: string; hash: string };

/** The tenants in the home region's database, through the official driver. */
export class TenantRegistry {
  readonly #uri: string;
  #client: MongoClient | undefined;

  constructor(uri: string) {
    this.#uri = uri;
  }

  /** Makes the database agree with `tenants`; `kept` ids stay as they are. Returns the ids that changed. */
  async sync(tenants: Iterable<TenantConfig>, kept: ReadonlySet<string>): Promise<string[]> {
    const collection = await this.#tenants();
    const stored = await collection.find({}, { projection: { hash: 1 } }).toArray();
    const hashes = new Map(stored.map(({ _id, hash }) => [_id, hash]));
    const wanted = [...tenants].map(documentOf);
    const changed = wanted.filter(({ _id, hash }) => hashes.get(_id) !== hash);
    await write(collection, changed, hashes);
    const ids = new Set(wanted.map(({ _id }) => _id));
    const gone = [...hashes.keys()].filter((id) => !ids.has(id) && !kept.has(id));
    if (gone.length > 0) await collection.deleteMany({ _id: { $in: gone } });
    return [...changed.map(({ _id }) => _id), ...gone];
  }

  /** Ids of the stored tenants. */
  async ids(): Promise<string[]> {
    const stored = await (await this.#tenants()).find({}, { projection: { _id: 1 } }).toArray();
    return stored.map(({ _id }) => _id);
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.close();
  }

  async #tenants(): Promise<Collection<TenantDocument>> {
    if (!this.#client) {
      const { MongoClient } = await import('mongodb'); // takes a tenth of a second: not before it is needed
      this.#client = new MongoClient(this.#uri, { appName: 'arcube-platform', maxPoolSize: 1 });
    }
    return this.#client.db(DATABASE).collection<TenantDocument>('tenants');
  }
}

/** New documents go in bulk; only changed ones are replaced one by one. */
async function write(
  collection: Collection<TenantDocument>,
  documents: TenantDocument[],
  stored: ReadonlyMap<string, string>,
): Promise<void> {
  const fresh = documents.filter(({ _id }) => !stored.has(_id));
  if (fresh.length > 0) await collection.insertMany(fresh, { ordered: false });
  for (const { _id, ...replacement } of documents.filter(({ _id }) => stored.has(_id)))
    await collection.updateOne({ _id }, [replacing(replacement)]);
}

/** A replacement that keeps `move`: the mark of a move to another region, which an edit of the file must not undo. */
function replacing(replacement: object): { $replaceWith: object } {
  return { $replaceWith: { $mergeObjects: [{ $literal: replacement }, { move: '$move' }] } };
}

function documentOf({ id, ...settings }: TenantConfig): TenantDocument {
  const hash = createHash('sha256').update(JSON.stringify(settings)).digest('hex');
  return { _id: id, ...settings, hash };
}
