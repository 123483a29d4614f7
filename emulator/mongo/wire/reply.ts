import { BsonWriter, type Document } from '../bson/index.js';
import { OpCode } from './op-code.js';

const MORE_TO_COME = 2;

const writer = new BsonWriter();
let lastId = 0;

/** A piece of a reply that is encoded already: the fields `cursor: {firstBatch | nextBatch, id, ns}`. */
export interface CursorPart {
  batchName: 'firstBatch' | 'nextBatch';
  /** The encoded array: a BSON document with the names 0, 1, 2 … */
  batch: Uint8Array;
  id: bigint;
  namespace: string;
  /** Further fields of `cursor` (`partialResultsReturned`, `postBatchResumeToken`, `atClusterTime`). */
  more?: Document;
}

/** What a command answers, without `ok` and the like. */
export interface ReplyParts {
  cursor?: CursorPart;
  body: Document;
}

/** Encodes a reply as one message: OP_MSG, or OP_REPLY to an OP_QUERY. */
export function encodeReply(
  request: { requestId: number; legacy: boolean },
  reply: ReplyParts,
  moreToCome = false,
): { message: Buffer; id: number } {
  writer.reset();
  const id = ++lastId | 0;
  for (const field of [0, id, request.requestId, request.legacy ? OpCode.Reply : OpCode.Msg])
    writer.int32(field);
  if (request.legacy) writeLegacyHead();
  else {
    writer.int32(moreToCome ? MORE_TO_COME : 0);
    writer.byte(0);
  }
  writeBody(reply);
  writer.patchInt32(0, writer.length);
  return { message: writer.copy(), id };
}

/** OP_REPLY: responseFlags (8 = AwaitCapable), cursorID, startingFrom, numberReturned. */
function writeLegacyHead(): void {
  for (const field of [8, 0, 0, 0, 1]) writer.int32(field);
}

function writeBody({ cursor, body }: ReplyParts): void {
  const start = writer.open();
  if (cursor !== undefined) writeCursor(cursor);
  const { keys } = body.shape;
  for (let slot = 0; slot < body.values.length; slot++) writer.field(keys[slot]!, body.values[slot]!);
  writer.close(start);
}

function writeCursor({ batchName, batch, id, namespace, more }: CursorPart): void {
  writer.head(3, 'cursor');
  const start = writer.open();
  writer.head(4, batchName);
  writer.bytes(batch);
  for (const [name, value] of more ?? []) writer.field(name, value);
  writer.field('id', id);
  writer.field('ns', namespace);
  writer.close(start);
}
