/** Op codes of the wire protocol that still have a meaning (the others are refused). */
export const OpCode = {
  Reply: 1,
  Query: 2004,
  Compressed: 2012,
  Msg: 2013,
} as const;

/** Bytes of every message's header: length, requestId, responseTo, opCode (four little-endian int32). */
export const HEADER_SIZE = 16;
/** The longest message (`maxMessageSizeBytes` of hello). */
export const MAX_MESSAGE_SIZE = 48_000_000;
/** `maxWriteBatchSize` of hello. */
export const MAX_WRITE_BATCH = 100_000;
