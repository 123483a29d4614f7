import type {
  BulkWriteOptions,
  Collection,
  Db,
  DeleteOptions,
  DeleteResult,
  Filter,
  FindOptions,
  InsertOneOptions,
  ReplaceOptions,
  Sort,
  UpdateFilter,
  UpdateOptions,
  UpdateResult,
} from 'mongodb';
import { bookingCipher, knownBookingCipher, readBookingKeys } from './booking-keys.js';
import type { FieldCipher } from './cipher.js';
import { DocumentCipher, type Fields, tenantIn } from './document.js';
import type { PersonalFields } from './fields.js';
import { cipherOf, forget, knownCipherOf } from './keys.js';

/** A document as it lies in the database. */
export type Stored = Fields & { _id: string };

/**
 * A collection whose personal fields are sealed on their way in and opened on their way out; looking up by a hashed
 * field finds what an earlier version wrote plain, too. What it cannot do, it does not offer.
 */
export class PersonalCollection<T extends { _id: string }> {
  readonly #db: Db;
  readonly #name: string;
  readonly #fields: PersonalFields;

  constructor(db: Db, name: string, fields: PersonalFields) {
    this.#db = db;
    this.#name = name;
    this.#fields = fields;
  }

  /** The documents as they lie in the database. */
  get raw(): Collection<Stored> {
    return this.#db.collection<Stored>(this.#name);
  }

  async findOne(filter: Filter<T>, options: FindOptions = {}): Promise<T | null> {
    const found = await this.raw.findOne(await this.#hashed(filter as Fields), options);
    return found && this.open(found);
  }

  find(filter: Filter<T>): PersonalCursor<T> {
    return new PersonalCursor(
      async () => this.raw.find(await this.#hashed(filter as Fields)),
      (documents) => this.openAll(documents),
    );
  }

  async insertOne(document: T, options: InsertOneOptions = {}): Promise<void> {
    await this.raw.insertOne(await this.seal(document), options);
  }

  async insertMany(documents: T[], options: BulkWriteOptions = {}): Promise<void> {
    await this.raw.insertMany(await Promise.all(documents.map((document) => this.seal(document))), options);
  }

  async replaceOne(
    filter: Filter<T>,
    document: Omit<T, '_id'>,
    options: ReplaceOptions = {},
  ): Promise<UpdateResult> {
    const { _id: hashedId, ...sealed } = await this.seal({ ...document, _id: (filter as Fields)._id });
    return (await this.raw.replaceOne(await this.#hashed(filter as Fields), sealed, options)) as UpdateResult;
  }

  async updateOne(
    filter: Filter<T>,
    update: UpdateFilter<T>,
    options: UpdateOptions = {},
  ): Promise<UpdateResult> {
    return this.raw.updateOne(
      await this.#hashed(filter as Fields),
      await this.#sealedUpdate(filter as Fields, update as Fields),
      options,
    );
  }

  async deleteOne(filter: Filter<T>, options: DeleteOptions = {}): Promise<DeleteResult> {
    return this.raw.deleteOne(await this.#hashed(filter as Fields), options);
  }

  /** A document as it is written. */
  async seal(document: Fields | T): Promise<Stored> {
    const tenant = tenantIn(document as Fields);
    if (tenant === undefined) throw new Error(`a document of ${this.#name} that belongs to no tenant`);
    return (await this.#sealer(tenant, document as Fields)).seal(document as Fields) as Stored;
  }

  /** How the text of an indexed field is stored. */
  async hashOf(tenant: string, field: string, text: string): Promise<string> {
    if (this.#fields.indexed[field] === undefined) return text;
    return this.#documents(tenant, await cipherOf(this.#db, tenant)).blind(field, text);
  }

  /** A document as it was before it was written. */
  async open(document: Fields): Promise<T> {
    const tenant = tenantIn(document);
    const cipher = tenant === undefined ? undefined : await knownCipherOf(this.#db, tenant);
    if (tenant === undefined || !cipher) return document as T;
    try {
      return (await this.#opener(tenant, cipher, document)).open(document) as T;
    } catch {
      // the key may have been replaced since this environment took it up
      forget(this.#db, tenant);
      const fresh = await knownCipherOf(this.#db, tenant);
      if (!fresh) throw new Error(`the data key of ${tenant} was destroyed`);
      return (await this.#opener(tenant, fresh, document)).open(document) as T;
    }
  }

  /** As `open`, for many: the keys of their bookings are read together. */
  async openAll(documents: readonly Fields[]): Promise<T[]> {
    for (const tenant of new Set(documents.map(tenantIn))) {
      const cipher = tenant === undefined ? undefined : await knownCipherOf(this.#db, tenant);
      if (tenant === undefined || !cipher) continue;
      const bookings = documents.flatMap((document) =>
        tenantIn(document) === tenant ? (this.#bookingOf(tenant, document) ?? []) : [],
      );
      await readBookingKeys(this.#db, bookings, cipher);
    }
    return Promise.all(documents.map((document) => this.open(document)));
  }

  /** What seals a document, or an update of one that this filter finds: with its booking's key, where it names one. */
  async #sealer(tenant: string, document: Fields): Promise<DocumentCipher> {
    const cipher = await cipherOf(this.#db, tenant);
    const documents = this.#documents(tenant, cipher);
    const { booking } = this.#fields;
    const text = booking && document[booking];
    if (typeof text !== 'string') return documents;
    const key = await bookingCipher(this.#db, tenant, documents.blind(booking as string, text), cipher);
    return this.#documents(tenant, cipher, key);
  }

  /** What opens a stored document. */
  async #opener(tenant: string, cipher: FieldCipher, stored: Fields): Promise<DocumentCipher> {
    const booking = this.#bookingOf(tenant, stored);
    const key = booking === undefined ? undefined : await knownBookingCipher(this.#db, booking, cipher);
    return this.#documents(tenant, cipher, key);
  }

  /** The hashed name of a stored document's booking. */
  #bookingOf(tenant: string, stored: Fields): string | undefined {
    const hash = this.#fields.booking && stored[this.#fields.booking];
    return typeof hash === 'string' && hash.startsWith(`${tenant}/~`) ? hash : undefined;
  }

  #documents(tenant: string, cipher: FieldCipher, booking?: FieldCipher): DocumentCipher {
    return new DocumentCipher(cipher, this.#fields, { tenant, collection: this.#name }, booking);
  }

  async #hashed(filter: Fields): Promise<Filter<Stored>> {
    const looked = Object.keys(this.#fields.indexed).filter((field) => filter[field] !== undefined);
    if (looked.length === 0) return filter as Filter<Stored>;
    const tenant = tenantIn(filter);
    if (tenant === undefined) throw new Error(`${looked[0]} is looked up for no tenant`);
    const cipher = await knownCipherOf(this.#db, tenant);
    if (!cipher) return filter as Filter<Stored>;
    const documents = this.#documents(tenant, cipher);
    const hashed = looked.map((field) => {
      const texts = textsOf(field, filter[field]);
      return [field, { $in: [...texts.map((text) => documents.blind(field, text)), ...texts] }];
    });
    return { ...filter, ...(Object.fromEntries(hashed) as Fields) };
  }

  async #sealedUpdate(filter: Fields, update: Fields): Promise<Fields> {
    const { $set, ...others } = update as Record<string, Fields | undefined>;
    for (const fields of Object.values(others)) {
      const met = this.#personalIn(fields);
      if (met !== undefined) throw new Error(`${met} of ${this.#name} is personal: only $set seals it`);
    }
    if (!$set || this.#personalIn($set) === undefined) return update;
    const tenant = tenantIn(filter);
    if (tenant === undefined) throw new Error(`an update of ${this.#name} that names no tenant`);
    return { ...update, $set: (await this.#sealer(tenant, filter)).sealSet($set) };
  }

  /** The first of these paths that has to do with a personal field. */
  #personalIn(fields: Fields = {}): string | undefined {
    const roots = [...this.#fields.sealed, ...Object.keys(this.#fields.indexed)].map(rootOf);
    return Object.keys(fields).find((path) => roots.includes(rootOf(path)));
  }
}

/** What is found, opened as it is read. */
export class PersonalCursor<T> {
  readonly #open: (documents: Fields[]) => Promise<T[]>;
  readonly #cursor: () => Promise<ReturnType<Collection<Stored>['find']>>;

  constructor(
    cursor: () => Promise<ReturnType<Collection<Stored>['find']>>,
    open: (documents: Fields[]) => Promise<T[]>,
  ) {
    this.#cursor = cursor;
    this.#open = open;
  }

  sort(sort: Sort): PersonalCursor<T> {
    return new PersonalCursor(async () => (await this.#cursor()).sort(sort), this.#open);
  }

  limit(most: number): PersonalCursor<T> {
    return new PersonalCursor(async () => (await this.#cursor()).limit(most), this.#open);
  }

  async next(): Promise<T | null> {
    const cursor = await this.#cursor();
    try {
      const found = await cursor.next();
      return found && ((await this.#open([found]))[0] as T);
    } finally {
      await cursor.close();
    }
  }

  async toArray(): Promise<T[]> {
    const found = await (await this.#cursor()).toArray();
    return this.#open(found);
  }
}

function textsOf(field: string, wanted: unknown): string[] {
  const texts = typeof wanted === 'string' ? [wanted] : (wanted as { $in?: unknown }).$in;
  if (Array.isArray(texts) && texts.every((text) => typeof text === 'string')) return texts as string[];
  throw new Error(`${field} is looked up by equality alone`);
}

function rootOf(path: string): string {
  return path.split(/[.[]/, 1)[0] as string;
}
