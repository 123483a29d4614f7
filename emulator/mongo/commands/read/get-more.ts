import type { Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import type { Batch, Cursor } from '../../session/cursors.js';
import * as as from '../arguments.js';
import { toNumber } from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { cursorReply } from './open-cursor.js';

/** How long a tailable cursor that awaits data waits when the client does not say, in ms. */
const DEFAULT_AWAIT_MS = 1_000;

/** The next batch of a cursor. */
export const getMore = defineCommand({
  name: 'getMore',
  access: 'read',
  inTransaction: true,
  fields: {
    getMore: as.required(as.long),
    collection: as.required(as.text),
    batchSize: as.count,
    maxTimeMS: as.any,
    term: as.long,
    lastKnownCommittedOpTime: as.any,
    includeQueryStatsMetrics: as.any,
  },
  async run(context, { getMore: id, collection, batchSize, ...args }) {
    if (collection === '') throw mongoError('InvalidNamespace', 'Collection names cannot be empty');
    const namespace = `${context.database}.${collection}`;
    const { cursors } = context.server;
    const cursor = cursors.take(id, namespace, context.cursorOwner);
    const maxTimeMS = awaitTime(cursor, args.maxTimeMS);
    cursor.busy = true;
    context.server.counters.getmore++;
    try {
      failAfterCheckout(context);
      const limit = batchSize === undefined || batchSize === 0 ? Number.POSITIVE_INFINITY : batchSize;
      const batch = await nextBatch(context, cursor, limit, maxTimeMS);
      if (cursor.killed) throw mongoError('CursorNotFound', `cursor id ${id} was killed`);
      if (cursor.broken !== undefined) throw cursor.broken;
      if (batch.exhausted) cursors.kill(id);
      return cursorReply('nextBatch', batch.bytes, batch.exhausted ? 0n : id, namespace, cursor.source);
    } catch (error) {
      cursors.kill(id);
      throw error;
    } finally {
      cursor.busy = false;
      cursor.lastUse = performance.now();
    }
  },
});

/** How long to wait for data, in ms; only a cursor that waits at all may be told. */
function awaitTime({ source }: Cursor, maxTimeMS: Value | undefined): number | undefined {
  if (maxTimeMS === undefined || maxTimeMS === null) return undefined;
  if (source.wait !== undefined) return toNumber(maxTimeMS);
  throw mongoError('BadValue', 'cannot set maxTimeMS on getMore command for a non-awaitData cursor');
}

async function nextBatch(
  context: CommandContext,
  cursor: Cursor,
  limit: number,
  maxTimeMS: number | undefined,
): Promise<Batch> {
  const batch = await cursor.batch(limit, context.budget);
  if (batch.count > 0 || batch.exhausted || cursor.source.wait === undefined) return batch;
  const signal = AbortSignal.any([context.connection.closed, context.server.stopping.signal]);
  await cursor.source.wait(maxTimeMS ?? DEFAULT_AWAIT_MS, signal);
  return cursor.batch(limit, context.budget);
}

/** The failpoint `failGetMoreAfterCursorCheckout` of the driver tests. */
function failAfterCheckout({ server }: CommandContext): void {
  if (!server.failPoints.active) return;
  const fail = server.failPoints.enter('failGetMoreAfterCursorCheckout');
  if (fail === undefined) return;
  const code = fail.data?.get('errorCode');
  throw mongoError(
    typeof code === 'number' ? code : 'InternalError',
    'Hit the failGetMoreAfterCursorCheckout failpoint',
  );
}
