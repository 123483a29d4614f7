import { Document, type Timestamp } from '../../bson/index.js';
import type { Batch, ResultSource } from '../../session/cursors.js';
import type { Result } from '../command.js';
import type { CommandContext } from '../context.js';

/** Results of a first batch when none is asked for. */
const FIRST_BATCH = 101;

export interface CursorOptions {
  batchSize: number | undefined;
  /** Close after the first batch. */
  singleBatch?: boolean;
  noTimeout?: boolean;
}

/** Answers with the first batch of a query, at once where it can, and keeps its cursor open when there is more. */
export function openCursor(
  context: CommandContext,
  namespace: string,
  source: ResultSource,
  { batchSize, singleBatch = false, noTimeout = false }: CursorOptions,
): Result | Promise<Result> {
  const { cursors } = context.server;
  const cursor = cursors.create(namespace, source, context.cursorOwner, noTimeout);
  const answer = (batch: Batch): Result => {
    const ends = batch.exhausted || singleBatch;
    if (ends) source.close();
    else cursors.register(cursor);
    const id = ends ? 0n : cursor.id;
    return cursorReply('firstBatch', batch.bytes, id, namespace, source, context.atClusterTime);
  };
  const fail = (error: unknown): never => {
    source.close();
    throw error;
  };
  try {
    const batch = cursor.batch(batchSize ?? FIRST_BATCH, context.budget);
    return batch instanceof Promise ? batch.then(answer).catch(fail) : answer(batch);
  } catch (error) {
    return fail(error);
  }
}

/** The reply of a cursor command. */
export function cursorReply(
  batchName: 'firstBatch' | 'nextBatch',
  batch: Uint8Array,
  id: bigint,
  namespace: string,
  source: ResultSource,
  atClusterTime?: Timestamp,
): Result {
  const more = source.more?.() ?? (atClusterTime && Document.of({ atClusterTime }));
  const cursor = { batchName, batch, id, namespace, ...(more === undefined ? {} : { more }) };
  return { cursor, body: new Document() };
}

/** Results that are all there. */
export function arraySource(documents: readonly Document[]): ResultSource {
  let at = 0;
  return { next: () => documents[at++], ended: () => at >= documents.length, close() {} };
}
