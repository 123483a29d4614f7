import { type Document, decodeAt } from '../bson/index.js';
import { DecodedCache } from './decoded-cache.js';

/** Memory for decoded documents of the whole process. */
const DECODED_BUDGET = 192 << 20;
const cache = new DecodedCache(DECODED_BUDGET);

/** A document as it is stored: its bytes are the truth, the decoded form is made when asked for. */
export interface StoredDocument {
  /** Its number in the collection, in insertion order (mongod's RecordId). */
  readonly id: number;
  /** The BSON, not copied; not to be changed. */
  bytes(): Buffer;
  /** The decoded document, shared: not to be changed. */
  document(): Document;
}

/** Whoever reads: what was committed up to `readTime`, and its own writes. */
export interface Reader {
  /** In commits of this storage; Infinity reads the newest. */
  readonly readTime: number;
}

/** What a version needs while a transaction or snapshot is open that may see another one. */
export interface VersionMeta {
  /** The transaction that wrote it and has not ended; `undefined` once committed. */
  writer: Reader | undefined;
  /** When it was committed, in commits of this storage. */
  time: number;
  /** The document is gone; the bytes are those of the version before. */
  deleted: boolean;
  previous: Version | undefined;
}

/** One state of a document. The newest is the head of a chain; without `meta` it is committed and all can see it. */
export class Version implements StoredDocument {
  readonly id: number;
  segment: Buffer;
  offset: number;
  /** Undefined until somebody has looked; null when that has been once. */
  decoded: Document | null | undefined;
  meta: VersionMeta | undefined;

  constructor(id: number, segment: Buffer, offset: number, meta: VersionMeta | undefined) {
    this.id = id;
    this.segment = segment;
    this.offset = offset;
    this.decoded = undefined;
    this.meta = meta;
  }

  /** Bytes of the document. */
  get size(): number {
    return this.segment.readInt32LE(this.offset);
  }

  bytes(): Buffer {
    return this.segment.subarray(this.offset, this.offset + this.size);
  }

  /** The second to ask for it is taken for one of many: most documents are written and looked at once, or never. */
  document(): Document {
    if (this.decoded) return this.decoded;
    const document = decodeAt(this.segment, this.offset);
    if (this.decoded === null) this.remember(document);
    else this.decoded = null;
    return document;
  }

  /** The decoded document, not kept: for a pass over everything. */
  peek(): Document {
    return this.decoded ?? decodeAt(this.segment, this.offset);
  }

  /** Keeps the decoded form until memory is needed for others. */
  remember(document: Document): void {
    this.decoded = document;
    cache.add(this, this.size);
  }
}

/** The version that a reader sees: its own, or the newest committed when it began to read. */
export function visibleTo(head: Version, reader: Reader): Version | undefined {
  let version: Version | undefined = head;
  while (version !== undefined) {
    const meta: VersionMeta | undefined = version.meta;
    if (meta === undefined) return version;
    if (meta.writer === undefined ? meta.time <= reader.readTime : meta.writer === reader) {
      return meta.deleted ? undefined : version;
    }
    version = meta.previous;
  }
  return undefined;
}

/** A version and all that are kept before it. */
export function chainOf(head: Version | undefined): Version[] {
  const chain: Version[] = [];
  for (let version = head; version !== undefined; version = version.meta?.previous) chain.push(version);
  return chain;
}
