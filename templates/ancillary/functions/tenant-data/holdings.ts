import { createHash } from 'node:crypto';
import { BSON, type Db } from 'mongodb';
import { collection } from '../shared/database/collections.js';
import type { Documents } from '../shared/database/documents.js';
import { PersonalCollection } from '../shared/personal/collection.js';
import type { Fields } from '../shared/personal/document.js';

/** Collections of the home region, and what belongs to no tenant: they hold nothing of a passenger. */
type NoHolding = 'tenants' | 'rate_windows' | 'vendor_outcomes';
export type HoldingName = Exclude<keyof Documents, NoHolding>;

/** What a tenant has in a collection of a region. */
export interface HoldingOf {
  tenant: string;
  region: string;
  collection: HoldingName;
}

/**
 * Every collection with data of tenants in their region, and how a tenant's documents are told: by the field `tenant`,
 * or by an `_id` that begins with the tenant and `|`.
 */
const HOLDINGS: Record<HoldingName, 'field' | 'prefix'> = {
  trips: 'field',
  pricing_bundles: 'field',
  idempotency_keys: 'prefix',
  orders: 'field',
  ledger: 'field',
  used_nonces: 'prefix',
  ndc_sessions: 'field',
  webhooks: 'field',
  webhook_registrations: 'field',
  webhook_deliveries: 'field',
};

export const HOLDING_NAMES = Object.keys(HOLDINGS) as HoldingName[];

/** Documents read in one step. */
const PAGE = 500;

/** A step through a tenant's documents, opened. `next` is where the following step begins; left out at the end. */
export interface Page {
  documents: Fields[];
  next?: unknown;
}

/** One collection of a tenant in one region, with its personal fields open. */
export class Holding {
  readonly name: HoldingName;
  readonly #db: Db;
  readonly #tenant: string;

  private constructor(db: Db, tenant: string, name: HoldingName) {
    this.#db = db;
    this.#tenant = tenant;
    this.name = name;
  }

  static async of(db: Db, tenant: string, name: HoldingName): Promise<Holding> {
    await collection(db, name); // its indexes
    return new Holding(db, tenant, name);
  }

  /** The documents after a place that an earlier page told. */
  async page(after?: unknown): Promise<Page> {
    const filter = after === undefined ? this.filter : { $and: [this.filter, { _id: { $gt: after } }] };
    const found = await this.#raw.find(filter).sort({ _id: 1 }).limit(PAGE).toArray();
    const documents = await this.#openAll(found);
    return { documents, ...(found.length === PAGE && { next: found.at(-1)?._id }) };
  }

  /** Every document, page by page. */
  async *all(): AsyncGenerator<Fields> {
    for (let page = await this.page(); ; page = await this.page(page.next)) {
      yield* page.documents;
      if (page.next === undefined) return;
    }
  }

  /** Those of these ids that are here, opened, by id. */
  async byIds(ids: readonly string[]): Promise<Map<string, Fields>> {
    const sealed = await Promise.all(ids.map((_id) => this.#sealedId(_id)));
    const found = await this.#raw.find({ _id: { $in: [...new Set([...sealed, ...ids])] } }).toArray();
    const opened = await this.#openAll(found);
    return new Map(opened.map((document) => [document._id as string, document]));
  }

  /** Writes documents, replacing those of the same id. */
  async put(documents: readonly Fields[]): Promise<void> {
    const sealed = await Promise.all(documents.map((document) => this.#seal(document)));
    if (sealed.length === 0) return;
    const writes = sealed.map(({ _id, ...replacement }) => ({
      replaceOne: { filter: { _id }, replacement, upsert: true },
    }));
    await this.#raw.bulkWrite(writes, { ordered: false });
  }

  /** Removes documents by their ids. */
  async remove(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const sealed = await Promise.all(ids.map((_id) => this.#sealedId(_id)));
    const { deletedCount } = await this.#raw.deleteMany({ _id: { $in: [...new Set([...sealed, ...ids])] } });
    return deletedCount;
  }

  count(): Promise<number> {
    return this.#raw.countDocuments(this.filter);
  }

  /** Removes everything of the tenant. */
  async clear(): Promise<number> {
    return (await this.#raw.deleteMany(this.filter)).deletedCount;
  }

  /** What finds the tenant's documents. */
  get filter(): Fields {
    return HOLDINGS[this.name] === 'field'
      ? { tenant: this.#tenant }
      : { _id: { $gte: `${this.#tenant}|`, $lt: `${this.#tenant}}` } }; // `}` follows `|`
  }

  get #raw() {
    return this.#db.collection<Fields & { _id: string }>(this.name);
  }

  async #personal(): Promise<PersonalCollection<{ _id: string }> | undefined> {
    const found: unknown = await collection(this.#db, this.name);
    return found instanceof PersonalCollection ? found : undefined;
  }

  async #openAll(documents: Fields[]): Promise<Fields[]> {
    const personal = await this.#personal();
    return personal ? ((await personal.openAll(documents)) as unknown as Fields[]) : documents;
  }

  async #seal(document: Fields): Promise<Fields & { _id: string }> {
    const personal = await this.#personal();
    return (personal ? await personal.seal(document) : document) as Fields & { _id: string };
  }

  async #sealedId(_id: string): Promise<string> {
    const personal = await this.#personal();
    return personal ? personal.hashOf(this.#tenant, '_id', _id) : _id;
  }
}

/** A hash of an opened document: equal wherever it lies, and whatever key it is sealed with. */
export function digestOf(document: Fields): Buffer {
  return createHash('sha256').update(BSON.serialize(document)).digest();
}
