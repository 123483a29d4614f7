import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { samePattern } from '../../plan/index.js';
import type { Collection, IndexChanges, Storage } from '../../storage/index.js';
import type { Arguments } from '../arguments.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { checkValidator } from '../write/validation.js';

const fields = {
  collMod: as.required(as.text),
  index: as.nested({
    keyPattern: as.object,
    name: as.text,
    expireAfterSeconds: as.count,
    hidden: as.bool,
    unique: as.bool,
    prepareUnique: as.bool,
  }),
  validator: as.object,
  validationLevel: as.oneOf('off', 'strict', 'moderate'),
  validationAction: as.oneOf('error', 'warn', 'errorAndLog'),
  viewOn: as.text,
  pipeline: as.array,
  changeStreamPreAndPostImages: as.nested({ enabled: as.required(as.bool) }),
  cappedSize: as.count,
  cappedMax: as.integer,
  expireAfterSeconds: as.any,
  timeseries: as.object,
  dryRun: as.bool,
};
type Args = Arguments<typeof fields>;
type IndexArgs = NonNullable<Args['index']>;

const OPTIONS = [
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'changeStreamPreAndPostImages',
] as const;

/** Changes options of a collection, a view or an index. */
export const collMod = defineCommand({
  name: 'collMod',
  access: 'admin',
  writes: true,
  fields,
  async run(context, args) {
    const ns = context.namespace(args.collMod);
    const { storage } = context.server;
    const collection = context.collection(args.collMod);
    if (collection === undefined) throw mongoError('NamespaceNotFound', `ns does not exist: ${ns}`);
    if (args.expireAfterSeconds !== undefined || args.timeseries !== undefined) {
      throw mongoError('InvalidOptions', 'Time-series options are not supported by this server');
    }
    const reply = new Document();
    if (args.index !== undefined) changeIndex(storage, collection, args.index, reply);
    changeOptions(context, collection, args);
    await storage.settled(context.settledLevel);
    return reply;
  },
});

function changeOptions(context: CommandContext, collection: Collection, args: Args): void {
  const { body } = context;
  const { storage } = context.server;
  if (collection.isView && args.validator !== undefined) {
    throw mongoError('InvalidOptions', 'option not supported on a view: validator');
  }
  if (!collection.isView && (args.viewOn !== undefined || args.pipeline !== undefined)) {
    throw mongoError('InvalidOptions', 'option only supported on a view: viewOn or pipeline');
  }
  if (args.validator !== undefined) checkValidator(context, args.validator, collection.options.collation);
  const shown = collection.options.shown.clone();
  let changed = false;
  for (const name of OPTIONS) {
    const value = body.get(name);
    if (args[name] === undefined || value === undefined) continue;
    shown.set(name, value);
    changed = true;
  }
  const capped = cappedLimits(collection, args);
  if (changed || capped !== undefined) {
    const { options } = collection;
    storage.catalogue.setOptions(collection, {
      ...options,
      shown,
      ...(capped === undefined ? {} : { capped }),
    });
  }
}

function cappedLimits({ options }: Collection, { cappedSize, cappedMax }: Args) {
  if (cappedSize === undefined && cappedMax === undefined) return undefined;
  if (options.capped === undefined) throw mongoError('InvalidOptions', 'Collection must be capped.');
  const max = cappedMax ?? options.capped.max;
  return { size: cappedSize ?? options.capped.size, ...(max === undefined || max <= 0 ? {} : { max }) };
}

function changeIndex(storage: Storage, collection: Collection, args: IndexArgs, reply: Document): void {
  const { spec } = findIndex(collection, args);
  const changes: IndexChanges = {};
  if (args.expireAfterSeconds !== undefined) {
    if (spec.expireAfterSeconds !== undefined)
      reply.set('expireAfterSeconds_old', BigInt(spec.expireAfterSeconds));
    reply.set('expireAfterSeconds_new', BigInt(args.expireAfterSeconds));
    changes.expireAfterSeconds = args.expireAfterSeconds;
  }
  if (args.hidden !== undefined) {
    if (spec.name === '_id_') throw mongoError('BadValue', "can't hide _id index");
    reply.set('hidden_old', spec.hidden === true).set('hidden_new', args.hidden);
    changes.hidden = args.hidden;
  }
  if (args.prepareUnique !== undefined) {
    reply.set('prepareUnique_old', spec.prepareUnique === true).set('prepareUnique_new', args.prepareUnique);
    changes.prepareUnique = args.prepareUnique;
  }
  if (args.unique === true) {
    assertConvertible(storage, collection, spec.name);
    reply.set('unique_new', true);
    changes.unique = true;
  }
  if (Object.keys(changes).length > 0) storage.catalogue.setIndex(collection, spec.name, changes);
  else throw mongoError('InvalidOptions', 'no expireAfterSeconds, hidden, unique, or prepareUnique field');
}

function findIndex(collection: Collection, { name, keyPattern }: IndexArgs) {
  if ((name === undefined) === (keyPattern === undefined)) {
    throw mongoError('InvalidOptions', 'Must specify either index name or key pattern, and not both.');
  }
  const found = collection.indexes.find(({ spec }) =>
    name === undefined ? samePattern(spec.key, keyPattern!) : spec.name === name,
  );
  if (found !== undefined) return found;
  throw mongoError(
    'IndexNotFound',
    `cannot find index ${name ?? 'with that key pattern'} for ns ${collection.namespace}`,
  );
}

/** Documents that share a key are told by their ids, and the index stays as it is. */
function assertConvertible(storage: Storage, collection: Collection, name: string): void {
  const index = collection.index(name)!;
  const ids = new Map<string, Document['values']>();
  const cursor = storage.begin().scan(collection);
  for (let stored = cursor.next(); stored !== undefined; stored = cursor.next()) {
    const document = stored.document();
    for (const key of index.keysOf(document)) {
      const sharing = ids.get(key);
      if (sharing === undefined) ids.set(key, [document.get('_id')!]);
      else sharing.push(document.get('_id')!);
    }
  }
  const violations = [...ids.values()].filter((sharing) => sharing.length > 1);
  if (violations.length === 0) return;
  const extra = Document.of({ violations: violations.map((sharing) => Document.of({ ids: sharing })) });
  throw mongoError(
    'CannotConvertIndexToUnique',
    'Cannot convert the index to unique. Please resolve conflicting documents before running collMod again.',
    { extra },
  );
}
