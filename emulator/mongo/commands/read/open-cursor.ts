import { Document, type Timestamp } from '../../bson/index.js';
import type { ResultSource } from '../../session/cursors.js';
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

/** Answers with the first batch of a query and keeps its cursor open when there is more. */
export async function openCursor(
  context: CommandContext,
  namespace: string,
  source: ResultSource,
  { batchSize, singleBatch = false, noTimeout = false }: CursorOptions,
): Promise<Result> {
  const { cursors } = context.server;
  const cursor = cursors.create(namespace, source, context.cursorOwner, noTimeout);
  try {
    const batch = await cursor.batch(batchSize ?? FIRST_BATCH, context.budget);
    const ends = batch.exhausted || singleBatch;
    if (ends) source.close();
    else cursors.register(cursor);
    return cursorReply(
      'firstBatch',
      batch.bytes,
      ends ? 0n : cursor.id,
      namespace,
      source,
      context.atClusterTime,
    );
  } catch (error) {
    source.close();
    throw error;
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
