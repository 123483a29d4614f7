import { compileUpdatePipeline, type Flow, type MergeSink } from '../../aggregate/index.js';
import { Document, type Value } from '../../bson/index.js';
import { identical } from '../../compare/index.js';
import { mongoError } from '../../error/index.js';
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
  const target = mergeTarget(context, sink);
  const merger = new Merger(context, txn, target, sink, options);
  for (const document of flow) {
    if (document === PAUSE) await context.budget.pause();
    else await withoutConflicts(context, () => merger.take(document));
  }
}

function mergeTarget({ server }: CommandContext, { database, collection: name, on }: MergeSink): Collection {
  const { catalogue } = server.storage;
  const found = catalogue.find(database, name);
  if (found?.isView === true)
    throw mongoError('CommandNotSupportedOnView', `Namespace ${found.namespace} is a view, not a collection`);
  if (found === undefined) assertCreatable(database, name);
  checkUniqueOn(found, on);
  return found ?? catalogue.create(database, name);
}

/** Only a unique index over just these fields makes sure that there is one partner at most. */
function checkUniqueOn(collection: Collection | undefined, on: readonly string[]): void {
  if (on.length === 1 && on[0] === '_id') return;
  const isOn = (key: Document) => key.size === on.length && on.every((path) => key.has(path));
  const suits = collection?.indexes.some(
    ({ spec }) =>
      spec.unique === true &&
      spec.sparse !== true &&
      spec.partialFilterExpression === undefined &&
      isOn(spec.key),
  );
  if (suits !== true) {
    throw mongoError(51183, 'Cannot find index to verify that join fields will be unique');
  }
}

class Merger {
  readonly #context: CommandContext;
  readonly #txn: Txn;
  readonly #target: Collection;
  readonly #sink: MergeSink;
  readonly #options: MergeOptions;

  constructor(context: CommandContext, txn: Txn, target: Collection, sink: MergeSink, options: MergeOptions) {
    this.#context = context;
    this.#txn = txn;
    this.#target = target;
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

  #partner(incoming: Document): StoredDocument | undefined {
    const { on } = this.#sink;
    const wanted = on.map((path): [string, Value] => [path, joinValue(incoming, path)]);
    if (on.length === 1 && on[0] === '_id') return this.#txn.findById(this.#target, wanted[0]![1]);
    const filter = Document.of({ $and: wanted.map(([path, value]) => ({ [path]: { $eq: value } })) });
    const spec = { filter, collation: this.#target.options.collation, limit: 1 };
    const matches = findMatches(this.#txn, this.#target, spec, this.#context.budget);
    for (;;) {
      const next = matches.next();
      if (next !== PAUSE) return next;
    }
  }

  #insert(incoming: Document): void {
    const stored = prepareInsert(this.#context, incoming);
    if (!this.#options.bypassValidation) assertValid(this.#context, this.#target, stored);
    this.#txn.insert(this.#target, stored);
  }

  #change(partner: StoredDocument, incoming: Document): void {
    const before = partner.document();
    const after = withId(this.#merged(before, incoming), before);
    if (identical(before, after)) return;
    if (!this.#options.bypassValidation) assertValid(this.#context, this.#target, after, before);
    this.#txn.update(this.#target, partner.id, after);
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
    const constants = new Map([...(runtime.constants ?? []), ...own]);
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

/** The value of an `on` field, which must be there and be neither null nor an array. */
function joinValue(document: Document, path: string): Value {
  let at: Value | undefined = document;
  for (const name of path.split('.')) {
    at = at instanceof Document ? at.get(name) : undefined;
  }
  if (at === undefined || at === null) {
    throw mongoError(51132, "$merge write error: 'on' field cannot be missing, null, undefined or an array");
  }
  if (Array.isArray(at)) throw mongoError(51185, "$merge write error: 'on' field cannot be an array");
  return at;
}
