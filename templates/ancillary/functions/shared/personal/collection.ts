import type {
  BulkWriteOptions,
  Collection,
  Db,
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
      (document) => this.open(document),
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

  async deleteOne(filter: Filter<T>): Promise<DeleteResult> {
    return this.raw.deleteOne(await this.#hashed(filter as Fields));
  }

  /** A document as it is written. */
  async seal(document: Fields | T): Promise<Stored> {
    const tenant = tenantIn(document as Fields);
    if (tenant === undefined) throw new Error(`a document of ${this.#name} that belongs to no tenant`);
    return this.#documents(tenant, await cipherOf(this.#db, tenant)).seal(document as Fields) as Stored;
  }

  /** A document as it was before it was written. */
  async open(document: Fields): Promise<T> {
    const tenant = tenantIn(document);
    const cipher = tenant === undefined ? undefined : await knownCipherOf(this.#db, tenant);
    if (tenant === undefined || !cipher) return document as T;
    try {
      return this.#documents(tenant, cipher).open(document) as T;
    } catch {
      // the key may have been replaced since this environment took it up
      forget(this.#db, tenant);
      const fresh = await knownCipherOf(this.#db, tenant);
      if (!fresh) throw new Error(`the data key of ${tenant} was destroyed`);
      return this.#documents(tenant, fresh).open(document) as T;
    }
  }

  #documents(tenant: string, cipher: Awaited<ReturnType<typeof cipherOf>>): DocumentCipher {
    return new DocumentCipher(cipher, this.#fields, { tenant, collection: this.#name });
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
    const documents = this.#documents(tenant, await cipherOf(this.#db, tenant));
    return { ...update, $set: documents.sealSet($set) };
  }

  /** The first of these paths that has to do with a personal field. */
  #personalIn(fields: Fields = {}): string | undefined {
    const roots = [...this.#fields.sealed, ...Object.keys(this.#fields.indexed)].map(rootOf);
    return Object.keys(fields).find((path) => roots.includes(rootOf(path)));
  }
}

/** What is found, opened as it is read. */
export class PersonalCursor<T> {
  readonly #open: (document: Fields) => Promise<T>;
  readonly #cursor: () => Promise<ReturnType<Collection<Stored>['find']>>;

  constructor(
    cursor: () => Promise<ReturnType<Collection<Stored>['find']>>,
    open: (document: Fields) => Promise<T>,
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
      return found && (await this.#open(found));
    } finally {
      await cursor.close();
    }
  }

  async toArray(): Promise<T[]> {
    const found = await (await this.#cursor()).toArray();
    return Promise.all(found.map((document) => this.#open(document)));
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
