import type { Document, Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';

/** Commands of version 1 of the Stable API (MongoDB manual, "Stable API Commands"). */
const VERSION_1 = new Set([
  'abortTransaction',
  'aggregate',
  'authenticate',
  'bulkWrite',
  'collMod',
  'commitTransaction',
  'count',
  'create',
  'createIndexes',
  'delete',
  'drop',
  'dropDatabase',
  'dropIndexes',
  'endSessions',
  'explain',
  'find',
  'findAndModify',
  'getMore',
  'hello',
  'insert',
  'killCursors',
  'listCollections',
  'listDatabases',
  'listIndexes',
  'ping',
  'refreshSessions',
  'saslContinue',
  'saslStart',
  'update',
]);
/** Stages that are in no version of it. */
const UNSTABLE_STAGES = new Set([
  '$currentOp',
  '$indexStats',
  '$listLocalSessions',
  '$listSessions',
  '$planCacheStats',
  '$search',
]);

/** Reads `apiVersion` and what goes with it; true when only what is in the Stable API may run. */
export function readApi(body: Document): boolean {
  const version = body.get('apiVersion');
  const strict = body.get('apiStrict');
  if (typeof version === 'string') {
    if (version === '1') return strict === true;
    throw mongoError('APIVersionError', `API version must be "1", it was "${version}"`);
  }
  if (isGiven(strict) || isGiven(body.get('apiDeprecationErrors'))) {
    throw mongoError(4886600, 'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion');
  }
  return false;
}

function isGiven(value: Value | undefined): boolean {
  return value !== undefined && value !== null;
}

/** Refuses a command that is not in the Stable API. */
export function assertStable(command: string): void {
  if (VERSION_1.has(command)) return;
  throw mongoError(
    'APIStrictError',
    `Provided apiStrict:true, but the command ${command} is not in API Version 1`,
  );
}

/** Refuses a pipeline's stage that is not in the Stable API. */
export function assertStableStage(stage: string): void {
  if (!UNSTABLE_STAGES.has(stage)) return;
  throw mongoError('APIStrictError', `stage ${stage} is not allowed with 'apiStrict: true' in API Version 1`);
}
