import { Document, isDocument, type Value } from '../../bson/index.js';
import { parseCollation } from '../../collation/index.js';
import { identical } from '../../compare/index.js';
import { mongoError } from '../../error/index.js';
import type { CollectionOptions } from '../../storage/index.js';
import type { Arguments } from '../arguments.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { createImplicitly, existingNamespace } from '../write/target-collection.js';
import { checkValidator } from '../write/validation.js';

const fields = {
  create: as.required(as.text),
  capped: as.bool,
  autoIndexId: as.bool,
  idIndex: as.object,
  size: as.count,
  max: as.integer,
  storageEngine: as.object,
  validator: as.object,
  validationLevel: as.oneOf('off', 'strict', 'moderate'),
  validationAction: as.oneOf('error', 'warn', 'errorAndLog'),
  indexOptionDefaults: as.object,
  viewOn: as.text,
  pipeline: as.array,
  collation: as.object,
  changeStreamPreAndPostImages: as.nested({ enabled: as.required(as.bool) }),
  timeseries: as.object,
  clusteredIndex: as.nested({
    v: as.any,
    key: as.required(as.object),
    name: as.text,
    unique: as.required(as.bool),
  }),
  expireAfterSeconds: as.any,
  encryptedFields: as.object,
  temp: as.bool,
  flags: as.any,
};
type Args = Arguments<typeof fields>;

/** Options that this server cannot honour are refused rather than ignored. */
const UNSUPPORTED = ['timeseries', 'encryptedFields', 'expireAfterSeconds'] as const;
const SHOWN = [
  'capped',
  'size',
  'max',
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'storageEngine',
  'indexOptionDefaults',
  'changeStreamPreAndPostImages',
  'clusteredIndex',
] as const;

/** Creates a collection or a view. */
export const create = defineCommand({
  name: 'create',
  access: 'write',
  inTransaction: true,
  writes: true,
  fields,
  async run(context, args) {
    context.namespace(args.create);
    const { storage } = context.server;
    const options = readOptions(context, args);
    const existing = existingNamespace(context, args.create);
    if (existing !== undefined) {
      if (sameOptions(existing.options, options)) return new Document();
      throw mongoError(
        'NamespaceExists',
        `namespace ${existing.namespace} already exists, but with different options: ${text(existing.options.shown)}`,
      );
    }
    createImplicitly(context, args.create, options);
    await storage.settled(context.settledLevel);
    return new Document();
  },
});

function readOptions(context: CommandContext, args: Args): CollectionOptions {
  for (const name of UNSUPPORTED) {
    if (args[name] !== undefined) {
      throw mongoError('InvalidOptions', `the option '${name}' of create is not supported by this server`);
    }
  }
  checkCombination(args);
  const collation = args.collation === undefined ? undefined : parseCollation(args.collation);
  if (args.validator !== undefined) checkValidator(context, args.validator, collation);
  const options: CollectionOptions = { shown: shownOptions(args, context.body) };
  if (collation !== undefined) {
    options.collation = collation;
    options.shown.set('collation', collation.toDocument());
  }
  if (args.capped === true) options.capped = cappedLimits(args);
  return options;
}

function checkCombination(args: Args): void {
  if (args.capped === true && args.size === undefined) {
    throw mongoError('InvalidOptions', "the 'size' field is required when 'capped' is true");
  }
  if (args.pipeline !== undefined && args.viewOn === undefined) {
    throw mongoError('InvalidOptions', "'pipeline' requires 'viewOn' to also be specified");
  }
  if (args.autoIndexId === false) {
    throw mongoError(
      'InvalidOptions',
      "The 'autoIndexId' option can only be set to false on the 'local' database",
    );
  }
}

function shownOptions(args: Args, body: Document): Document {
  const shown = new Document();
  for (const name of SHOWN) {
    const value = body.get(name);
    if (args[name] !== undefined && value !== undefined) shown.set(name, value);
  }
  // Documents are found by `_id` here in any case: what is left of a clustered index is its description.
  if (args.clusteredIndex !== undefined) shown.set('clusteredIndex', clusteredIndex(args.clusteredIndex));
  if (args.viewOn !== undefined && args.pipeline === undefined) shown.set('pipeline', []);
  return shown;
}

function clusteredIndex({ key, unique, name }: NonNullable<Args['clusteredIndex']>): Document {
  if (key.size !== 1 || key.get('_id') !== 1) {
    throw mongoError(
      'InvalidIndexSpecificationOption',
      'The clusteredIndex option is not supported for key other than {_id: 1}',
    );
  }
  if (!unique) throw mongoError(5979700, 'The clusteredIndex option requires unique: true to be specified');
  return Document.of({ v: 2, key, name: name ?? '_id_', unique: true });
}

function cappedLimits({ size, max }: Args): { size: number; max?: number } {
  // Rounded up to a multiple of 256, as mongod does.
  const rounded = Math.max(Math.ceil((size as number) / 256) * 256, 4096);
  return max === undefined || max <= 0 ? { size: rounded } : { size: rounded, max };
}

function sameOptions(a: CollectionOptions, b: CollectionOptions): boolean {
  return identical(a.shown, b.shown);
}

function text(options: Document): string {
  return JSON.stringify(Object.fromEntries([...options].map(([key, value]) => [key, plain(value)])));
}

function plain(value: Value): unknown {
  if (isDocument(value)) return Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)]));
  return Array.isArray(value) ? value.map(plain) : String(value);
}
