import { Document, decode, decodeAt, documentLength } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { crc32c } from './crc32c.js';
import { HEADER_SIZE, OpCode } from './op-code.js';

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const EXHAUST_ALLOWED = 1 << 16;
/** A receiver must refuse flags among these sixteen that it does not know. */
const REQUIRED_FLAGS = 0xffff;

/** A command as it came over the wire. */
export interface Request {
  requestId: number;
  /** OP_QUERY came first and is answered by OP_REPLY; drivers still open with it. */
  legacy: boolean;
  body: Document;
  /** `$db` of the body (or of the collection name of an OP_QUERY). */
  database: string;
  /** Documents that came beside the body (`documents`, `updates`, `deletes`, `ops`, `nsInfo`), still encoded. */
  sequences: ReadonlyMap<string, readonly Uint8Array[]>;
  /** The client wants no answer (unacknowledged write). */
  moreToCome: boolean;
  /** The client accepts several answers to this one request. */
  exhaustAllowed: boolean;
}

/** A message that cannot be answered: the connection that sent it is closed. */
export class ProtocolViolation extends Error {
  override readonly name = 'ProtocolViolation';
}

const NONE: ReadonlyMap<string, readonly Uint8Array[]> = new Map();

/** Parses one whole message. Throws `ProtocolViolation` or, for a body that is not sound, a MongoError. */
export function parseMessage(message: Buffer): Request {
  const opCode = message.readInt32LE(12);
  if (opCode === OpCode.Msg) return parseMsg(message);
  if (opCode === OpCode.Query) return parseQuery(message);
  throw new ProtocolViolation(`op code ${opCode} is not supported`);
}

function parseMsg(message: Buffer): Request {
  if (message.length < HEADER_SIZE + 5) throw new ProtocolViolation('OP_MSG is too short');
  const flags = message.readUInt32LE(HEADER_SIZE);
  if ((flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) {
    throw new ProtocolViolation(`OP_MSG has unknown required flags ${flags}`);
  }
  const end = (flags & CHECKSUM_PRESENT) === 0 ? message.length : checkSum(message);
  const { body, sequences } = parseSections(message, end);
  return {
    requestId: message.readInt32LE(4),
    legacy: false,
    body,
    database: databaseOf(body),
    sequences,
    moreToCome: (flags & MORE_TO_COME) !== 0,
    exhaustAllowed: (flags & EXHAUST_ALLOWED) !== 0,
  };
}

function checkSum(message: Buffer): number {
  const end = message.length - 4;
  if (crc32c(message.subarray(0, end)) !== message.readUInt32LE(end)) {
    throw new ProtocolViolation('OP_MSG checksum does not match contents');
  }
  return end;
}

interface Sections {
  body: Document;
  sequences: ReadonlyMap<string, readonly Uint8Array[]>;
}

function parseSections(message: Buffer, end: number): Sections {
  let body: Document | undefined;
  let sequences: Map<string, readonly Uint8Array[]> | undefined;
  let at = HEADER_SIZE + 4;
  while (at < end) {
    const kind = message[at++];
    if (kind === 0) {
      if (body !== undefined) throw mongoError(40430, 'Multiple body sections in message');
      const length = documentLength(message.subarray(0, end), at);
      body = decode(message.subarray(at, at + length));
      at += length;
    } else if (kind === 1) {
      sequences ??= new Map();
      at = parseSequence(message, at, end, sequences);
    } else {
      throw mongoError(40432, `Unknown section kind ${kind}`);
    }
  }
  if (body === undefined) throw mongoError(40587, 'OP_MSG messages must have a body section');
  refuseTwice(body, sequences);
  return { body, sequences: sequences ?? NONE };
}

function refuseTwice(body: Document, sequences: Map<string, readonly Uint8Array[]> | undefined): void {
  for (const name of sequences?.keys() ?? []) {
    if (body.has(name)) throw mongoError(40433, `Duplicate field between body and document sequence ${name}`);
  }
}

function parseSequence(
  message: Buffer,
  start: number,
  end: number,
  into: Map<string, readonly Uint8Array[]>,
): number {
  if (start + 4 > end) throw new ProtocolViolation('a document sequence is cut off');
  const size = message.readInt32LE(start);
  const stop = start + size;
  if (size < 5 || stop > end) throw new ProtocolViolation(`a document sequence has the size ${size}`);
  const nameEnd = message.indexOf(0, start + 4);
  if (nameEnd < 0 || nameEnd >= stop)
    throw new ProtocolViolation('the name of a document sequence has no end');
  const name = message.toString('utf8', start + 4, nameEnd);
  if (into.has(name)) throw mongoError(40431, `Duplicate document sequence: ${name}`);
  const section = message.subarray(0, stop);
  const documents: Uint8Array[] = [];
  let at = nameEnd + 1;
  while (at < stop) {
    const length = documentLength(section, at);
    documents.push(message.subarray(at, at + length));
    at += length;
  }
  into.set(name, documents);
  return stop;
}

function databaseOf(body: Document): string {
  const database = body.get('$db');
  if (database === undefined) throw mongoError(40571, 'OP_MSG requests require a $db argument');
  if (typeof database !== 'string') {
    throw mongoError('TypeMismatch', "BSON field '$db' is the wrong type, expected type 'string'");
  }
  return database;
}

/** OP_QUERY: flags, collection name, skip, count, document. Only commands (`db.$cmd`) are left of it. */
function parseQuery(message: Buffer): Request {
  const nameEnd = message.indexOf(0, HEADER_SIZE + 4);
  if (nameEnd < 0 || nameEnd + 9 > message.length) throw new ProtocolViolation('OP_QUERY is cut off');
  const namespace = message.toString('utf8', HEADER_SIZE + 4, nameEnd);
  const at = nameEnd + 9;
  documentLength(message, at);
  const query = decodeAt(message, at);
  const wrapped = query.get('$query');
  const body = wrapped instanceof Document ? wrapped : query;
  return {
    requestId: message.readInt32LE(4),
    legacy: true,
    body,
    database: namespace.slice(0, namespace.lastIndexOf('.$cmd')),
    sequences: NONE,
    moreToCome: false,
    exhaustAllowed: false,
  };
}
