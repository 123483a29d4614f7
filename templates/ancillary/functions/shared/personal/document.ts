import type { Binary } from 'mongodb';
import { type FieldCipher, isOfBooking, isSealed, type Place } from './cipher.js';
import type { PersonalFields } from './fields.js';

/** A document of whatever shape. */
export type Fields = Record<string, unknown>;

/** Where the texts of hashed fields are kept, sealed. */
const TEXTS = 'personal';

type Change = (value: unknown, place: Place) => unknown;

/** The tenant that a document or a filter is about: by its `tenant`, else by the beginning of its `_id`. */
export function tenantIn({ tenant, _id }: Fields): string | undefined {
  if (typeof tenant === 'string') return tenant;
  const id = typeof _id === 'string' ? _id : (_id as { $in?: unknown[] } | undefined)?.$in?.[0];
  return typeof id === 'string' ? /^([a-z][a-z0-9-]*)[/|]/.exec(id)?.[1] : undefined;
}

/** Seals and opens the documents of one collection and tenant. */
export class DocumentCipher {
  readonly #cipher: FieldCipher;
  readonly #booking: FieldCipher | undefined;
  readonly #fields: PersonalFields;
  readonly #place: Omit<Place, 'field'>;

  /** @param booking the cipher of the document's booking, where it has one: it seals, the tenant's hashes. */
  constructor(
    cipher: FieldCipher,
    fields: PersonalFields,
    place: Omit<Place, 'field'>,
    booking?: FieldCipher,
  ) {
    this.#cipher = cipher;
    this.#booking = booking;
    this.#fields = fields;
    this.#place = place;
  }

  /** A copy for the database: personal fields sealed, hashes in the place of what is looked up. */
  seal(document: Fields): Fields {
    const sealed = this.#change(document, (value, place) => this.#sealer.seal(value, place));
    const texts: Record<string, Binary> = {};
    for (const field of Object.keys(this.#fields.indexed)) {
      const text = document[field];
      if (typeof text !== 'string') continue;
      texts[field] = this.#sealer.seal(text, { ...this.#place, field });
      sealed[field] = this.blind(field, text);
    }
    return Object.keys(texts).length === 0 ? sealed : { ...sealed, [TEXTS]: texts };
  }

  /**
   * The document as it was before `seal`; what was written plain, by an earlier version, stays as it is. What was sealed with
   * the key of a booking that was erased is left out: nobody can read it any more.
   */
  open(document: Fields): Fields {
    const { [TEXTS]: texts = {}, ...rest } = document as Fields & { [TEXTS]?: Record<string, Binary> };
    const opened = this.#change(rest, (value, place) =>
      isSealed(value) ? this.#opened(value, place) : value,
    );
    for (const [field, text] of Object.entries(texts)) {
      const value = this.#opened(text, { ...this.#place, field });
      if (value !== undefined) opened[field] = value;
    }
    return opened;
  }

  get #sealer(): FieldCipher {
    return this.#booking ?? this.#cipher;
  }

  #opened(sealed: Binary, place: Place): unknown {
    if (!isOfBooking(sealed)) return this.#cipher.open(sealed, place);
    return this.#booking?.hasSealed(sealed) ? this.#booking.open(sealed, place) : undefined;
  }

  /** The fields of a `$set`, whose names may be paths. Throws for a path that leads into what is sealed whole. */
  sealSet(set: Fields): Fields {
    const entries = Object.entries(set).map(([path, value]) => {
      if (Object.hasOwn(this.#fields.indexed, path)) throw new Error(`${path} is not changed by an update`);
      const pattern = path.replace(/\.\d+(?=\.|$)/g, '[]');
      const field = this.#fields.sealed.find((one) => one === pattern);
      if (field !== undefined) return [path, this.#sealer.seal(value, { ...this.#place, field })];
      if (this.#fields.sealed.some((one) => pattern.startsWith(`${one}.`) || pattern.startsWith(`${one}[]`)))
        throw new Error(`${path} lies in a field that is sealed whole`);
      return [path, this.#within(pattern, value)];
    });
    return Object.fromEntries(entries) as Fields;
  }

  blind(field: string, text: string): string {
    const kind = this.#fields.indexed[field] ?? field;
    const hash = this.#cipher.blind(kind, text);
    return field === '_id' || kind === 'trip' ? `${this.#place.tenant}/~${hash}` : `~${hash}`;
  }

  /** Seals what is personal in the value at `prefix`, an object say. */
  #within(prefix: string, value: unknown): unknown {
    const seal: Change = (inner, place) => this.#sealer.seal(inner, place);
    return this.#fields.sealed
      .filter((field) => field.startsWith(`${prefix}.`) || field.startsWith(`${prefix}[]`))
      .reduce((result, field) => {
        const rest = field.slice(prefix.length).replace(/^\./, '');
        return changeAt(result, rest, (inner) => seal(inner, { ...this.#place, field }));
      }, value);
  }

  #change(document: Fields, change: Change): Fields {
    return this.#fields.sealed.reduce(
      (result, field) =>
        changeAt(result, field, (value) => change(value, { ...this.#place, field })) as Fields,
      { ...document },
    );
  }
}

/** A copy of `value` with what is at `path` changed; a path that leads nowhere changes nothing. */
function changeAt(value: unknown, path: string, change: (value: unknown) => unknown): unknown {
  if (path === '') return change(value);
  if (path.startsWith('[]')) {
    const rest = path.slice(2).replace(/^\./, '');
    return Array.isArray(value) ? value.map((entry) => changeAt(entry, rest, change)) : value;
  }
  const [, name = '', rest = ''] = /^([^.[]+)\.?(.*)$/.exec(path) ?? [];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return value;
  const holder = value as Fields;
  const next = holder[name];
  if (next === undefined || next === null) return value;
  const changed = changeAt(next, rest, change);
  if (changed !== undefined) return { ...holder, [name]: changed };
  const { [name]: _left, ...others } = holder;
  return others;
}
