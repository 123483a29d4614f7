import { createHash } from 'node:crypto';
import { Binary, BsonDate, Document, isNumber, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { toDouble } from '../../expression/numbers.js';
import { typeName } from '../../expression/operator.js';
import type { Collection } from '../../storage/index.js';
import { indexDocument } from '../catalogue/index-document.js';
import type { CommandContext } from '../context.js';
import { describeOperation } from '../diagnostic/current-op.js';

type Describe = (
  context: CommandContext,
  argument: Document,
  collection: Collection | undefined,
  namespace: string,
) => Document[];

const STAGES: Readonly<Record<string, Describe>> = {
  $collStats: collStats,
  $currentOp: currentOp,
  $indexStats: indexStats,
  $listLocalSessions: listLocalSessions,
  $planCacheStats: planCacheStats,
};

/** The documents of a stage that shows the server itself; `undefined` for one that there is not. */
export function describeStage(
  context: CommandContext,
  stage: string,
  argument: Document,
  collection: Collection | undefined,
  namespace: string,
): Document[] | undefined {
  const describe = Object.hasOwn(STAGES, stage) ? STAGES[stage] : undefined;
  return describe?.(context, argument, collection, namespace);
}

/** Plans are chosen anew each time: nothing is cached. */
function planCacheStats(
  _context: CommandContext,
  argument: Document,
  collection: Collection | undefined,
  namespace: string,
): Document[] {
  if (new Set(argument.keys()).size < argument.size || argument.size > 1)
    throw mongoError(
      'FailedToParse',
      "$planCacheStats parameters object may contain only an 'allHosts' field.",
    );
  for (const [name, value] of argument) {
    if (name !== 'allHosts')
      throw mongoError(
        'FailedToParse',
        `$planCacheStats parameters object may contain only an 'allHosts' field. Found: ${name}`,
      );
    if (typeof value !== 'boolean') {
      throw mongoError(13111, `$planCacheStats 'allHosts' must be a boolean, but found ${typeName(value)}`);
    }
    if (value)
      throw mongoError(
        4503200,
        '$planCacheStats stage with allHosts: true is only supported on sharded clusters',
      );
  }
  if (collection === undefined) throw mongoError(50933, `collection '${namespace}' does not exist`);
  return [];
}

const COLL_STATS = ['latencyStats', 'storageStats', 'count', 'queryExecStats', 'operationStats'];

function collStats(
  { server }: CommandContext,
  argument: Document,
  collection: Collection | undefined,
  namespace: string,
): Document[] {
  for (const [name, value] of argument) {
    if (!COLL_STATS.includes(name))
      throw mongoError(40415, `BSON field '$collStats.${name}' is an unknown field.`);
    if (value !== null && !(value instanceof Document)) {
      throw mongoError(
        'TypeMismatch',
        `BSON field '$collStats.${name}' is the wrong type '${typeName(value)}', expected type 'object'`,
      );
    }
  }
  checkCollStats(argument);
  const asks = (name: string) => argument.get(name) instanceof Document;
  if (collection?.isView === true && ['storageStats', 'count', 'queryExecStats', 'operationStats'].some(asks))
    throw mongoError('CommandNotSupportedOnView', `Namespace ${namespace} is a view, not a collection`);
  if (collection === undefined && (asks('storageStats') || asks('count')))
    throw mongoError(
      'NamespaceNotFound',
      `Unable to retrieve count in $collStats stage :: caused by :: Collection [${namespace}] not found.`,
    );
  const shown = Document.of({
    ns: namespace,
    host: server.options.setName,
    localTime: new BsonDate(server.clock.now()),
  });
  if (asks('latencyStats')) shown.set('latencyStats', latencies());
  if (asks('storageStats'))
    shown.set('storageStats', storageStats(collection, argument.get('storageStats') as Document));
  if (asks('count')) shown.set('count', collection?.count ?? 0);
  if (asks('queryExecStats'))
    shown.set('queryExecStats', Document.of({ collectionScans: { total: 0n, nonTailable: 0n } }));
  return [shown];
}

function checkCollStats(argument: Document): void {
  for (const name of ['count', 'queryExecStats']) {
    const value = argument.get(name);
    if (value instanceof Document && value.size > 0)
      throw mongoError(31170, `'${name}' must be an empty object in $collStats`);
  }
  const latency = argument.get('latencyStats');
  const histograms = latency instanceof Document ? latency.get('histograms') : undefined;
  if (!isNullOr(histograms, typeof histograms === 'boolean'))
    throw mongoError(
      'TypeMismatch',
      "BSON field '$collStats.latencyStats.histograms' is the wrong type, expected type 'bool'",
    );
  const storage = argument.get('storageStats');
  const scale = storage instanceof Document ? storage.get('scale') : undefined;
  if (!isNullOr(scale, isNumber(scale)))
    throw mongoError('TypeMismatch', "BSON field '$collStats.storageStats.scale' is the wrong type");
  if (isNumber(scale) && !(roundHalfEven(toDouble(scale)) >= 1 && toDouble(scale) < 2 ** 31))
    throw mongoError('BadValue', `BSON field 'scale' value must be >= 1, actual value '${toDouble(scale)}'`);
}

function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

function isNullOr(value: Value | undefined, holds: boolean): boolean {
  return value === undefined || value === null || holds;
}

function latencies(): Document {
  const none = { latency: 0n, ops: 0n, queryableEncryptionLatencyMicros: 0n };
  return Document.of({ reads: none, writes: none, commands: none, transactions: none });
}

function storageStats(collection: Collection | undefined, options: Document): Document {
  const scale = options.get('scale');
  const by = isNumber(scale) ? roundHalfEven(toDouble(scale)) : 1;
  const [count, size] = [collection?.count ?? 0, collection?.dataSize ?? 0];
  const stats = Document.of({ size: Math.floor(size / by), count });
  if (count > 0) stats.set('avgObjSize', Math.floor(size / count));
  return stats
    .set('numOrphanDocs', 0)
    .set('storageSize', Math.floor(size / by))
    .set('freeStorageSize', 0)
    .set('capped', collection?.options.capped !== undefined)
    .set('nindexes', collection?.indexes.length ?? 0)
    .set('indexBuilds', [])
    .set('totalIndexSize', 0)
    .set('totalSize', Math.floor(size / by))
    .set('indexSizes', Document.of((collection?.indexes ?? []).map(({ spec }) => [spec.name, 0] as const)))
    .set('scaleFactor', by);
}

function indexStats(
  { server }: CommandContext,
  argument: Document,
  collection: Collection | undefined,
  namespace: string,
): Document[] {
  if (argument.size > 0) {
    throw mongoError(28803, 'The $indexStats stage specification must be an empty object');
  }
  if (collection?.isView === true)
    throw mongoError('CommandNotSupportedOnView', `Namespace ${namespace} is a view, not a collection`);
  const since = new BsonDate(server.clock.now());
  return (collection?.indexes ?? []).map(({ spec }) =>
    Document.of({
      name: spec.name,
      key: spec.key,
      host: server.options.setName,
      accesses: { ops: 0n, since },
      spec: indexDocument(spec),
    }),
  );
}

const CURRENT_OP: Readonly<Record<string, 'boolean'>> = {
  allUsers: 'boolean',
  idleConnections: 'boolean',
  idleCursors: 'boolean',
  idleSessions: 'boolean',
  localOps: 'boolean',
  truncateOps: 'boolean',
  targetAllNodes: 'boolean',
  backtrace: 'boolean',
};

function currentOp({ server, database }: CommandContext, argument: Document): Document[] {
  for (const [name, value] of argument) {
    if (!Object.hasOwn(CURRENT_OP, name))
      throw mongoError('FailedToParse', `Unrecognized option '${name}' in $currentOp stage.`);
    if (typeof value !== 'boolean') {
      throw mongoError(
        'FailedToParse',
        `The '${name}' parameter of the $currentOp stage must be a boolean value, but found: ${typeName(value)}`,
      );
    }
  }
  if (database !== 'admin')
    throw mongoError(
      'InvalidNamespace',
      "$currentOp must be run against the 'admin' database with {aggregate: 1}",
    );
  return server.operations.all().map(describeOperation);
}

function listLocalSessions({ server }: CommandContext): Document[] {
  const now = server.clock.now();
  return server.sessions.all().map(({ key, lastUse }) => {
    const id = new Binary(Buffer.from(key, 'hex'), 4);
    const lastUsed = new BsonDate(Math.round(now - (performance.now() - lastUse)));
    return Document.of({ _id: { id, uid: NO_USER }, lastUse: lastUsed });
  });
}

/** The digest of no user: SHA-256 of nothing. */
const NO_USER = new Binary(createHash('sha256').update('').digest());
