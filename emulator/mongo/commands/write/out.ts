import type { Flow, OutSink } from '../../aggregate/index.js';
import { mongoError } from '../../error/index.js';
import { PAUSE } from '../../session/budget.js';
import type { Collection, Txn } from '../../storage/index.js';
import type { CommandContext } from '../context.js';
import { prepareInsert } from './insert.js';
import { assertCreatable } from './target-collection.js';
import { assertValid } from './validation.js';

/**
 * `$out`: the documents go to a collection of their own that takes the target's place, with its indexes and options,
 * when all are there; on failure the target stays as it was.
 */
export async function writeOut(
  context: CommandContext,
  txn: Txn,
  flow: Flow,
  { database, collection: name }: OutSink,
  bypassValidation: boolean,
): Promise<void> {
  const { catalogue } = context.server.storage;
  assertCreatable(database, name);
  const target = catalogue.find(database, name);
  if (target?.isView === true)
    throw mongoError(
      'CommandNotSupportedOnView',
      `Namespace ${target.namespace} is a view, not a collection`,
    );
  if (target?.options.capped !== undefined)
    throw mongoError(17152, `namespace '${target.namespace}' is capped so it can't be used for $out`);
  const made = temporaryFor(context, database, target);
  try {
    for (const document of flow) {
      if (document === PAUSE) {
        await context.budget.pause();
        continue;
      }
      const stored = prepareInsert(context, document);
      if (!bypassValidation) assertValid(context, made, stored);
      txn.insert(made, stored);
    }
    catalogue.settle(made);
    catalogue.rename(made, database, name, true);
  } catch (error) {
    if (!made.dropped) catalogue.drop(made);
    throw error;
  }
}

function temporaryFor(
  { server }: CommandContext,
  database: string,
  target: Collection | undefined,
): Collection {
  const { catalogue } = server.storage;
  const made = catalogue.create(database, `tmp.agg_out.${server.ids.uuid()}`, target?.options, true);
  const specs = (target?.indexes ?? []).slice(1).map(({ spec }) => ({ ...spec }));
  if (specs.length > 0) catalogue.createIndexes(made, specs);
  return made;
}
