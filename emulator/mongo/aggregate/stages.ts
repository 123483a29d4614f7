import { Document } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { typeName } from '../expression/operator.js';
import { bucket, bucketAuto, sortByCount } from './buckets.js';
import { facet } from './facet.js';
import { densify, fill } from './gaps.js';
import { graphLookup } from './graph-lookup.js';
import { group } from './group.js';
import { lookup } from './lookup.js';
import { redact } from './redact.js';
import { sample } from './sample.js';
import { setWindowFields } from './set-window-fields.js';
import {
  addFields,
  count,
  documents,
  limit,
  match,
  project,
  replaceRoot,
  replaceWith,
  skip,
  sort,
  unset,
} from './simple-stages.js';
import type { Flow, StageCompiler } from './stage.js';
import { unionWith } from './union-with.js';
import { unwind } from './unwind.js';

const NOT_OBJECT: Readonly<Record<string, number>> = {
  $collStats: 5447000,
  $planCacheStats: 9,
  $currentOp: 9,
};

/** A stage that shows the server itself: its documents are the host's. */
const described: StageCompiler = (argument, context, name) => {
  if (!(argument instanceof Document))
    throw mongoError(
      NOT_OBJECT[name] ?? 28803,
      `${name} must take a nested object but found: ${typeName(argument)}`,
    );
  return function* show(): Flow {
    const found = context.host.describe(name, argument, context.database, context.collection);
    if (found === undefined) throw unknownStage(name);
    yield* found;
  };
};

/** Atlas Search is not part of a mongod either. */
const search: StageCompiler = (_argument, _context, name) => {
  throw mongoError(
    'SearchNotEnabled',
    `Using Atlas Search Database Commands and the ${name} aggregation stage requires additional configuration. ` +
      'Please connect to Atlas or an AtlasCLI local deployment to enable.',
  );
};

/** Every stage but the sinks, by name. */
const STAGES: Readonly<Record<string, StageCompiler>> = {
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $collStats: described,
  $count: count,
  $currentOp: described,
  $densify: densify,
  $documents: documents,
  $facet: facet,
  $fill: fill,
  $graphLookup: graphLookup,
  $group: group,
  $indexStats: described,
  $limit: limit,
  $listLocalSessions: described,
  $listSearchIndexes: search,
  $lookup: lookup,
  $match: match,
  $planCacheStats: described,
  $project: project,
  $redact: redact,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $sample: sample,
  $set: addFields,
  $setWindowFields: setWindowFields,
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unionWith: unionWith,
  $unset: unset,
  $unwind: unwind,
};

/** The compiler of a stage; mongod's error for a name that it does not know. */
export function stageCompiler(name: string): StageCompiler {
  const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  if (compile === undefined) throw unknownStage(name);
  return compile;
}

function unknownStage(name: string): Error {
  return mongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
}
