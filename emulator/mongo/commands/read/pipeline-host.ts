import { compilePipeline, type Flow, type PipelineHost, type SourceRequest } from '../../aggregate/index.js';
import { Document, type Value } from '../../bson/index.js';
import type { Collation } from '../../collation/index.js';
import { mongoError } from '../../error/index.js';
import { PAUSE } from '../../session/budget.js';
import type { Collection, Txn } from '../../storage/index.js';
import type { CommandContext } from '../context.js';
import { describeStage } from './described-stages.js';
import { findMatches } from './query.js';

/** Views on views may go so deep. */
const DEEPEST_VIEW = 20;

/** Options of the command that hold for its own collection alone. */
interface HostOptions {
  hint?: Document | string | undefined;
  collation?: Collation | undefined;
}

/** Lets the pipelines of a command read the collections of this server. */
export class CommandHost implements PipelineHost {
  readonly #context: CommandContext;
  readonly #txn: Txn;
  #hint: Document | string | undefined;

  constructor(context: CommandContext, txn: Txn, { hint }: HostOptions = {}) {
    this.#context = context;
    this.#txn = txn;
    this.#hint = hint;
  }

  *read(database: string, name: string, request: SourceRequest): Flow {
    const collection = this.#find(database, name);
    if (collection === undefined) return;
    if (collection.isView) {
      yield* this.#readView(collection, request);
      return;
    }
    const { filter = new Document(), sort, limit, runtime } = request;
    const { collation } = runtime;
    const hint = this.#hint;
    this.#hint = undefined;
    const variables = { runtime: () => runtime };
    const { budget } = this.#context;
    const matches = findMatches(
      this.#txn,
      collection,
      { filter, sort, limit, hint, collation, variables },
      budget,
    );
    for (let next = matches.next(); next !== undefined; next = matches.next()) {
      if (next === PAUSE) {
        yield PAUSE;
        continue;
      }
      if (budget.step()) yield PAUSE;
      yield next.document();
    }
  }

  hasIndex(database: string, name: string, path: string): boolean {
    const collection = this.#find(database, name);
    return collection?.indexes.some(({ spec }) => isPlainOn(spec.key, path) && isWhole(spec)) === true;
  }

  describe(stage: string, argument: Document, database: string, name: string): Document[] | undefined {
    return describeStage(this.#context, stage, argument, this.#find(database, name), `${database}.${name}`);
  }

  step(): boolean {
    return this.#context.budget.step();
  }

  #find(database: string, name: string): Collection | undefined {
    const { server, session } = this.#context;
    const found = server.storage.catalogue.find(database, name);
    return found !== undefined && server.uncommitted.isVisible(found, session) ? found : undefined;
  }

  #readView(view: Collection, { filter, sort, limit, runtime }: SourceRequest): Flow {
    const { collection, pipeline } = resolveView(this.#context, view);
    const asked = { $match: filter, $sort: sort, $limit: limit };
    const stages = [...pipeline];
    for (const [name, value] of Object.entries(asked)) {
      if (value !== undefined) stages.push(Document.of({ [name]: value }));
    }
    const { collation } = view.options;
    if (runtime.collation !== collation)
      throw mongoError(
        'OptionNotSupportedOnView',
        `Cannot override a view's default collation: ${view.namespace}`,
      );
    return compilePipeline(stages, {
      runtime: { ...runtime, collation },
      host: this,
      database: view.db,
      collection,
    }).open();
  }
}

type Keyed = {
  key: Document;
  sparse?: boolean;
  hidden?: boolean;
  partialFilterExpression?: Document;
  collation?: Collation;
};

function isPlainOn(key: Document, path: string): boolean {
  return key.keys()[0] === path && typeof key.values[0] !== 'string';
}

/** True for an index that has every document and compares strings byte by byte. */
function isWhole({ sparse, hidden, partialFilterExpression, collation }: Keyed): boolean {
  const isFull = sparse !== true && partialFilterExpression === undefined;
  return isFull && hidden !== true && collation === undefined;
}

/** The collection behind a view and the stages on the way. Errors: 165 for views on views without end. */
export function resolveView(
  context: CommandContext,
  view: Collection,
): { collection: string; pipeline: Value[] } {
  let at: Collection | undefined = view;
  let name = view.name;
  const pipeline: Value[] = [];
  for (let depth = 0; at?.isView === true; depth++) {
    if (depth >= DEEPEST_VIEW) {
      throw mongoError(
        'ViewDepthLimitExceeded',
        `View depth too deep or view cycle detected; maximum depth is ${DEEPEST_VIEW}`,
      );
    }
    const { shown } = at.options;
    pipeline.unshift(...((shown.get('pipeline') as Value[] | undefined) ?? []));
    name = shown.get('viewOn') as string;
    at = context.server.storage.catalogue.find(view.db, name);
  }
  return { collection: name, pipeline };
}
