import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { MongoClient } from 'mongodb';
import { writeFileAtomically } from '../src/core/atomic-file.js';
import type { MovableClock } from '../src/core/clock.js';
import { userError } from '../src/core/errors.js';
import { Secret } from '../src/core/secret.js';
import type { KmsPages } from './aws/index.js';
import type { Service } from './kernel/service.js';
import { OWN_DATABASES } from './mongo/index.js';
import type { Sandbox } from './sandbox.js';

/** First line of a snapshot. */
interface Head {
  arcube: 'snapshot';
  version: 1;
  /** Epoch ms on the emulator's clock. */
  now: number;
  /** Values by name; they are worth something on emulators alone, but the sealed prices need them. */
  secrets: Record<string, string>;
  /** Keys of the emulated KMS; as above. */
  kms: KmsPages;
}

/** A collection: this line, then one line for each of its documents, in MongoDB's extended JSON. */
interface CollectionLine {
  region: string;
  db: string;
  collection: string;
  options: object;
  indexes: { key: Record<string, unknown>; name: string; [option: string]: unknown }[];
  documents: number;
}

interface SnapshotSource {
  mongoByRegion: Record<string, string>;
  secrets: Sandbox['secrets'];
  kms: Sandbox['kms'];
  now: number;
}

/** Writes the databases of every region, through the driver: whatever engine is behind, the file is the same. */
export async function writeSnapshot(
  file: string,
  { mongoByRegion, secrets, kms, now }: SnapshotSource,
): Promise<void> {
  const values = secrets.names().map((name) => [name, secrets.get(name)?.reveal()]);
  const head: Head = {
    arcube: 'snapshot',
    version: 1,
    now,
    secrets: Object.fromEntries(values),
    kms: kms.keys(),
  };
  const lines = [JSON.stringify(head)];
  for (const [region, uri] of Object.entries(mongoByRegion))
    await withClient(uri, async (client) => void lines.push(...(await linesOf(region, client))));
  const packed = await promisify(gzip)(`${lines.join('\n')}\n`);
  await writeFileAtomically(file, packed);
}

async function linesOf(region: string, client: MongoClient): Promise<string[]> {
  const { BSON } = await import('mongodb');
  const lines: string[] = [];
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  for (const { name: db } of databases.filter(({ name }) => !OWN_DATABASES.has(name)))
    for (const { name, options = {} } of await collectionsOf(client, db)) {
      const collection = client.db(db).collection(name);
      const documents = await collection.find().toArray();
      const indexes = (await collection.listIndexes().toArray()) as CollectionLine['indexes'];
      const head = { region, db, collection: name, options, indexes, documents: documents.length };
      lines.push(
        BSON.EJSON.stringify(head),
        ...documents.map((one) => BSON.EJSON.stringify(one, { relaxed: false })),
      );
    }
  return lines;
}

function collectionsOf(client: MongoClient, db: string): Promise<{ name: string; options?: object }[]> {
  return client.db(db).listCollections({ type: 'collection' }, { nameOnly: false }).toArray();
}

/** A snapshot read back, ready to be put into an emulator that starts. */
class Snapshot {
  readonly #head: Head;
  readonly #lines: readonly string[];
  readonly #file: string;

  private constructor(file: string, head: Head, lines: readonly string[]) {
    this.#file = file;
    this.#head = head;
    this.#lines = lines;
  }

  /** Errors: SNAPSHOT_UNREADABLE. */
  static async read(file: string): Promise<Snapshot> {
    try {
      const text = (await promisify(gunzip)(await readFile(file))).toString('utf8');
      const [first = '', ...lines] = text.trimEnd().split('\n');
      const head = JSON.parse(first) as Head;
      if (head.arcube !== 'snapshot' || head.version !== 1)
        throw new Error('it is no snapshot of arcube test');
      return new Snapshot(file, head, lines);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw userError('SNAPSHOT_UNREADABLE', { file, cause }, { cause: error });
    }
  }

  /** The moment it was taken at, epoch ms on the emulator's clock of that time. */
  get now(): number {
    return this.#head.now;
  }

  /** Puts the secrets in place. Those that name addresses are written anew by the platform when it starts. */
  async restoreSecrets(secrets: Sandbox['secrets']): Promise<void> {
    for (const [name, value] of Object.entries(this.#head.secrets))
      await secrets.put(name, new Secret(value));
  }

  async restoreKeys(kms: Sandbox['kms']): Promise<void> {
    await kms.adopt(this.#head.kms);
  }

  /** Fills the clusters. Errors: SNAPSHOT_REGION for data of a region that has no cluster here. */
  async restoreData(mongoByRegion: Record<string, string>): Promise<void> {
    for (let at = 0; at < this.#lines.length; ) {
      const head = JSON.parse(this.#lines[at] as string) as CollectionLine;
      const documents = this.#lines.slice(at + 1, at + 1 + head.documents);
      at += 1 + head.documents;
      const uri = mongoByRegion[head.region];
      if (uri === undefined) throw userError('SNAPSHOT_REGION', { file: this.#file, region: head.region });
      await withClient(uri, (client) => fillCollection(client, head, documents));
    }
  }
}

async function fillCollection(
  client: MongoClient,
  head: CollectionLine,
  lines: readonly string[],
): Promise<void> {
  const { BSON } = await import('mongodb');
  const { EJSON } = BSON;
  const database = client.db(head.db);
  const collection = await database.createCollection(head.collection, head.options);
  const others = head.indexes.filter(({ name }) => name !== '_id_');
  if (others.length > 0)
    await collection.createIndexes(others.map(({ key, ...options }) => ({ ...options, key: key as never })));
  const documents = lines.map((line) => EJSON.parse(line, { relaxed: false }) as Record<string, unknown>);
  if (documents.length > 0) await collection.insertMany(documents);
}

async function withClient<T>(uri: string, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const { MongoClient } = await import('mongodb');
  const client = new MongoClient(uri, { appName: 'arcube-snapshot' });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

/** What is filled from a snapshot when an emulator starts. */
export interface SnapshotTarget {
  file: string;
  clock: MovableClock;
  secrets: Sandbox['secrets'];
  kms: Sandbox['kms'];
  mongoByRegion(): Record<string, string>;
}

/** Restores a snapshot after the databases have started, and before anybody fills them with sample data. */
export function snapshotRestorer({ file, clock, secrets, kms, mongoByRegion }: SnapshotTarget): Service {
  return {
    name: 'snapshot',
    needs: ['mongo'],
    async start() {
      const snapshot = await Snapshot.read(file);
      clock.set(snapshot.now);
      await snapshot.restoreKeys(kms);
      await snapshot.restoreSecrets(secrets);
      await snapshot.restoreData(mongoByRegion());
    },
    stop: async () => undefined,
    health: () => ({ status: 'ok', details: { file } }),
  };
}
