import { compileUpdatePipeline, type Flow, type MergeSink } from '../../aggregate/index.js';
import { Document, type Value } from '../../bson/index.js';
import type { Collation } from '../../collation/index.js';
import { identical } from '../../compare/index.js';
import { ErrorCode, MongoError, mongoError } from '../../error/index.js';
import { compileExpression, type Runtime } from '../../expression/index.js';
import { PAUSE } from '../../session/budget.js';
import type { Collection, StoredDocument, Txn } from '../../storage/index.js';
import type { CommandContext } from '../context.js';
import { findMatches } from '../read/query.js';
import { prepareInsert } from './insert.js';
import { withoutConflicts } from './statements.js';
import { assertCreatable } from './target-collection.js';
import { assertValid } from './validation.js';

interface MergeOptions {
  bypassValidation: boolean;
  runtime: Runtime;
}

/** `$merge`: each document is joined with the one of the target that has the same `on` fields, or put there. */
export async function writeMerge(
  context: CommandContext,
  txn: Txn,
  flow: Flow,
  sink: MergeSink,
  options: MergeOptions,
): Promise<void> {
  checkTarget(context, sink, options.runtime);
  checkPipeline(sink, options.runtime);
  const merger = new Merger(context, txn, sink, options);
  let failure: unknown;
  for (const document of flow) {
    if (document === PAUSE) await context.budget.pause();
    else {
      try {
        await withoutConflicts(context, () => merger.take(document));
      } catch (error) {
        if (!isOfDocument(error)) throw error;
        failure ??= error;
      }
    }
  }
  if (failure !== undefined) throw failure;
}

/** Failures of one document, after which the others are written all the same. */
const OF_DOCUMENT = new Set<number>([ErrorCode.DuplicateKey, 13113]);

function isOfDocument(error: unknown): boolean {
  return error instanceof MongoError && OF_DOCUMENT.has(error.code);
}

function checkPipeline({ whenMatched, variables }: MergeSink, runtime: Runtime): void {
  if (!Array.isArray(whenMatched)) return;
  const names = variables.map(([name]) => [name, undefined] as const);
  compileUpdatePipeline(whenMatched, {
    ...runtime,
    constants: new Map([...(runtime.constants ?? []), ...names]),
  });
}

function checkTarget(
  { server }: CommandContext,
  { database, collection: name, on }: MergeSink,
  { collation }: Runtime,
): void {
  const { catalogue } = server.storage;
  const found = catalogue.find(database, name);
  if (found?.isView === true)
    throw mongoError('CommandNotSupportedOnView', `Namespace ${found.namespace} is a view, not a collection`);
  if (found === undefined) assertCreatable(database, name);
  checkUniqueOn(found, on, collation);
}

/** Only a unique index over just these fields, comparing strings as the pipeline does, makes sure that there is one partner at most. */
function checkUniqueOn(
  collection: Collection | undefined,
  on: readonly string[],
  collation: Collation | undefined,
): void {
  if (on.length === 1 && on[0] === '_id') return;
  const isOn = (key: Document) => key.size === on.length && on.every((path) => key.has(path));
  const suits = collection?.indexes.some(
    ({ spec }) =>
      spec.unique === true &&
      spec.partialFilterExpression === undefined &&
      spec.collation === collation &&
      isOn(spec.key),
  );
  if (suits !== true) {
    throw mongoError(51183, 'Cannot find index to verify that join fields will be unique');
  }
}

class Merger {
  readonly #context: CommandContext;
  readonly #txn: Txn;
  readonly #sink: MergeSink;
  readonly #options: MergeOptions;

  constructor(context: CommandContext, txn: Txn, sink: MergeSink, options: MergeOptions) {
    this.#context = context;
    this.#txn = txn;
    this.#sink = sink;
    this.#options = options;
  }

  take(source: Document): void {
    const { on, whenMatched, whenNotMatched } = this.#sink;
    const byId = on.length === 1 && on[0] === '_id';
    const incoming = byId && !source.has('_id') ? prepareInsert(this.#context, source) : source;
    const partner = this.#partner(incoming);
    if (partner === undefined) {
      if (whenNotMatched === 'discard') return;
      if (whenNotMatched === 'fail') {
        throw mongoError(
          13113,
          '$merge could not find a matching document in the target collection for at least one document in the source collection',
        );
      }
      this.#insert(incoming);
    } else if (whenMatched === 'fail') this.#insert(incoming);
    else if (whenMatched !== 'keepExisting') this.#change(partner, incoming);
  }

  /** The target; made when the first document goes there. */
  get #target(): Collection | undefined {
    const { database, collection } = this.#sink;
    return this.#context.server.storage.catalogue.find(database, collection);
  }

  get #created(): Collection {
    const { database, collection } = this.#sink;
    return this.#target ?? this.#context.server.storage.catalogue.create(database, collection);
  }

  /** An index without missing values cannot tell which document has none. */
  get #takesNull(): boolean {
    const { on } = this.#sink;
    const isSparse = this.#target?.indexes.some(
      ({ spec }) => spec.sparse === true && on.every((path) => spec.key.has(path)),
    );
    return isSparse !== true && !on.includes('_id');
  }

  #partner(incoming: Document): StoredDocument | undefined {
    const { on } = this.#sink;
    const target = this.#target;
    const wanted = on.map((path): [string, Value] => [path, joinValue(incoming, path, this.#takesNull)]);
    if (on.length === 1 && on[0] === '_id') return target && this.#txn.findById(target, wanted[0]![1]);
    if (target === undefined) return undefined;
    const filter = Document.of({ $and: wanted.map(([path, value]) => ({ [path]: { $eq: value } })) });
    const spec = { filter, collation: this.#options.runtime.collation, limit: 1 };
    const matches = findMatches(this.#txn, target, spec, this.#context.budget);
    for (;;) {
      const next = matches.next();
      if (next !== PAUSE) return next;
    }
  }

  #insert(incoming: Document): void {
    const stored = prepareInsert(this.#context, incoming);
    const target = this.#created;
    if (!this.#options.bypassValidation) assertValid(this.#context, target, stored);
    this.#txn.insert(target, stored);
  }

  #change(partner: StoredDocument, incoming: Document): void {
    const before = partner.document();
    const after = withId(this.#merged(before, incoming), before);
    if (identical(before, after)) return;
    const target = this.#created;
    if (!this.#options.bypassValidation) assertValid(this.#context, target, after, before);
    this.#txn.update(target, partner.id, after);
  }

  #merged(before: Document, incoming: Document): Document {
    const { whenMatched } = this.#sink;
    if (whenMatched === 'replace') return incoming;
    if (Array.isArray(whenMatched)) return this.#piped(whenMatched, before, incoming);
    const made = before.clone();
    for (const [name, value] of incoming) made.set(name, value);
    return made;
  }

  #piped(stages: readonly Value[], before: Document, incoming: Document): Document {
    const { runtime } = this.#options;
    const own = this.#sink.variables.map(
      ([name, expression]) => [name, compileExpression(expression, runtime)(incoming)] as const,
    );
    const there = own.filter(([, value]) => value !== undefined);
    const constants = new Map([...(runtime.constants ?? []), ...there]);
    return compileUpdatePipeline(stages, { ...runtime, constants })(before);
  }
}

/** `_id` of the target's document stays; another one is refused. */
function withId(made: Document, before: Document): Document {
  const id = before.get('_id') as Value;
  const given = made.get('_id');
  if (given === undefined) return made.clone().insertFirst('_id', id);
  if (identical(given, id)) return made.keys()[0] === '_id' ? made : made.clone().insertFirst('_id', id);
  throw mongoError(
    'ImmutableField',
    "$merge failed to update the matching document, did you attempt to modify the _id or the shard key? :: caused by :: Performing an update on the path '_id' would modify the immutable field '_id'",
  );
}

/** The value of an `on` field, which must not be an array, nor missing where its index has no missing ones. */
function joinValue(document: Document, path: string, takesNull: boolean): Value {
  let at: Value | undefined = document;
  for (const name of path.split('.')) {
    at = at instanceof Document ? at.get(name) : undefined;
  }
  if (at === undefined || at === null) {
    if (takesNull) return null;
    throw mongoError(51132, "$merge write error: 'on' field cannot be missing, null, undefined or an array");
  }
  if (Array.isArray(at)) throw mongoError(51185, "$merge write error: 'on' field cannot be an array");
  return at;
}
