import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { PAUSE } from '../../session/budget.js';
import type { ResultItem, ResultSource } from '../../session/cursors.js';
import type { Collection } from '../../storage/index.js';
import * as as from '../arguments.js';
import { defineCommand, type Result } from '../command.js';
import type { CommandContext } from '../context.js';
import { checkFilter } from './matcher.js';
import { cursorReply, openCursor } from './open-cursor.js';
import { projector } from './projector.js';
import { type Matches, readCollation } from './query.js';
import { readMatches } from './read-matches.js';
import { commandVariables } from './variables.js';

const EMPTY = new Document();
const NO_RESULTS: ResultSource = { next: () => undefined, close() {} };
const EMPTY_BATCH = Buffer.from([5, 0, 0, 0, 0]);

/** Documents of a collection that match a filter. */
export const find = defineCommand({
  name: 'find',
  access: 'read',
  inTransaction: true,
  fields: {
    find: as.required(as.collectionName),
    filter: as.notNull(as.object),
    projection: as.object,
    sort: as.object,
    hint: as.objectOrText,
    skip: as.count,
    limit: as.count,
    batchSize: as.count,
    singleBatch: as.bool,
    allowDiskUse: as.bool,
    max: as.object,
    min: as.object,
    returnKey: as.bool,
    showRecordId: as.bool,
    noCursorTimeout: as.bool,
    tailable: as.bool,
    awaitData: as.bool,
    oplogReplay: as.bool,
    allowPartialResults: as.bool,
    collation: as.object,
    let: as.object,
    rawData: as.bool,
  },
  run(context, args): Result | Promise<Result> {
    const namespace = context.namespace(args.find);
    context.server.counters.query++;
    if (args.awaitData === true && args.tailable !== true) {
      throw mongoError('FailedToParse', "Cannot set 'awaitData' without also setting 'tailable'");
    }
    refuseUnsupported(args);
    const collection = context.collection(args.find);
    const filter = args.filter ?? EMPTY;
    const variables = commandVariables(context, args.let);
    if (collection === undefined) {
      checkFilter({ filter, variables });
      projector(args.projection, { filter, variables });
      return cursorReply('firstBatch', EMPTY_BATCH, 0n, namespace, NO_RESULTS);
    }
    const { sort, hint, skip, limit, allowDiskUse } = args;
    const collation = readCollation(args.collation, collection);
    const spec = {
      filter,
      sort: sort?.size === 0 ? undefined : sort,
      hint,
      skip,
      limit,
      collation,
      variables,
      allowDiskUse,
    };
    const matches = readMatches(context, collection, spec);
    const source = resultsOf(matches, projector(args.projection, spec));
    if (args.tailable === true) makeTailable(context, collection, source, args.awaitData === true);
    const { batchSize, singleBatch, noCursorTimeout } = args;
    return openCursor(context, namespace, source, {
      batchSize: limit ? Math.min(limit, batchSize ?? limit) : batchSize,
      singleBatch: singleBatch === true,
      noTimeout: noCursorTimeout === true,
    });
  },
});

/** What would change the results and is not there: refused rather than left out. */
function refuseUnsupported({ min, max, ...args }: FindOptions): void {
  const bounds = [min, max].some((bound) => bound !== undefined && bound.size > 0);
  const option = bounds
    ? 'min/max'
    : args.returnKey
      ? 'returnKey'
      : args.showRecordId
        ? 'showRecordId'
        : undefined;
  if (option === undefined) return;
  throw mongoError('InvalidOptions', `the option '${option}' of find is not supported by this server`);
}

interface FindOptions {
  min: Document | undefined;
  max: Document | undefined;
  returnKey: boolean | undefined;
  showRecordId: boolean | undefined;
}

function makeTailable(
  { server }: CommandContext,
  collection: Collection,
  source: ResultSource,
  waits: boolean,
): void {
  if (collection.options.capped === undefined) {
    throw mongoError(
      'BadValue',
      'error processing query: planner returned error :: caused by :: tailable cursor requested on non capped collection',
    );
  }
  source.tailable = true;
  if (waits) source.wait = (ms, signal) => server.writes.next(ms, signal);
}

/** Stored documents as results: their bytes, or what a projection makes of them. */
function resultsOf(matches: Matches, project: ((document: Document) => Document) | undefined): ResultSource {
  const next = (): ResultItem | typeof PAUSE | undefined => {
    const stored = matches.next();
    if (stored === undefined || stored === PAUSE) return stored;
    return project === undefined ? stored.bytes() : project(stored.document());
  };
  return { next, ended: () => matches.ended?.() === true, close() {} };
}
