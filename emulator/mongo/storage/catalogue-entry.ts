import { type Binary, Document, type Value } from '../bson/index.js';
import { parseCollation } from '../collation/index.js';
import { type IndexSpec, numberOf } from '../index/index.js';
import type { CappedLimits, Collection, CollectionOptions } from './collection.js';

/** What the journal keeps of a collection. */
export interface CatalogueEntry {
  number: number;
  db: string;
  name: string;
  uuid: Binary;
  options: CollectionOptions;
  indexes: IndexSpec[];
  provisional: boolean;
}

export function entryOf(collection: Collection): Document {
  const { collation, capped, shown } = collection.options;
  const entry = new Document()
    .set('number', collection.number)
    .set('db', collection.db)
    .set('name', collection.name)
    .set('uuid', collection.uuid)
    .set('shown', shown);
  if (collection.provisional) entry.set('provisional', true);
  if (collation !== undefined) entry.set('collation', collation.toDocument());
  if (capped !== undefined) entry.set('capped', cappedDocument(capped));
  return entry.set(
    'indexes',
    collection.indexes.map(({ spec }) => specDocument(spec)),
  );
}

export function readEntry(document: Document): CatalogueEntry {
  const options: CollectionOptions = { shown: document.get('shown') as Document };
  const collation = document.get('collation');
  const capped = document.get('capped');
  const parsed = collation instanceof Document ? parseCollation(collation) : undefined;
  if (parsed !== undefined) options.collation = parsed;
  if (capped instanceof Document) options.capped = readCapped(capped);
  return {
    number: numberOf(document.get('number')),
    db: document.get('db') as string,
    name: document.get('name') as string,
    uuid: document.get('uuid') as Binary,
    options,
    indexes: (document.get('indexes') as Value[]).map((spec) => readSpec(spec as Document)),
    provisional: document.get('provisional') === true,
  };
}

function cappedDocument({ size, max }: CappedLimits): Document {
  const document = new Document().set('size', size);
  return max === undefined ? document : document.set('max', max);
}

function readCapped(document: Document): CappedLimits {
  const max = document.get('max');
  const size = numberOf(document.get('size'));
  return max === undefined ? { size } : { size, max: numberOf(max) };
}

const FLAGS = ['unique', 'prepareUnique', 'sparse', 'hidden'] as const;

function specDocument(spec: IndexSpec): Document {
  const document = new Document().set('name', spec.name).set('key', spec.key);
  for (const flag of FLAGS) if (spec[flag] === true) document.set(flag, true);
  if (spec.expireAfterSeconds !== undefined) document.set('expireAfterSeconds', spec.expireAfterSeconds);
  if (spec.partialFilterExpression !== undefined) document.set('partial', spec.partialFilterExpression);
  if (spec.collation !== undefined) document.set('collation', spec.collation.toDocument());
  if (spec.others !== undefined) document.set('others', spec.others);
  return document;
}

function readSpec(document: Document): IndexSpec {
  const spec: IndexSpec = { name: document.get('name') as string, key: document.get('key') as Document };
  for (const flag of FLAGS) if (document.get(flag) === true) spec[flag] = true;
  const seconds = document.get('expireAfterSeconds');
  if (seconds !== undefined) spec.expireAfterSeconds = numberOf(seconds);
  const partial = document.get('partial');
  if (partial instanceof Document) spec.partialFilterExpression = partial;
  const collation = document.get('collation');
  const parsed = collation instanceof Document ? parseCollation(collation) : undefined;
  if (parsed !== undefined) spec.collation = parsed;
  const others = document.get('others');
  if (others instanceof Document) spec.others = others;
  return spec;
}
