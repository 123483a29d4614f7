import type { Ids } from '../../src/core/ids.js';
import { secondOf } from './event/times.js';

const POOL_BYTES = 4096;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Makes the ids of requests. Random bytes are taken from `Ids` in blocks, which is cheaper than one by one. */
export class RequestIds {
  readonly #ids: Ids;
  #pool: Buffer = Buffer.alloc(0);
  #used = 0;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  /** The client's `x-amzn-RequestId` when it is a UUID, else a new one (§1.2). */
  requestId(wanted: string | undefined): string {
    return wanted !== undefined && UUID.test(wanted) ? wanted : this.#ids.uuid();
  }

  /** 16 characters ending in `=`. */
  extendedRequestId(): string {
    return this.#take(11).toString('base64');
  }

  hex(characters: number): string {
    return this.#take(characters / 2).toString('hex');
  }

  /** A CloudFront request id: 56 characters ending in `==`. */
  edgeRequestId(): string {
    return this.#take(40).toString('base64url').padEnd(56, '=');
  }

  /** Root of the trace: the client's, or a new one made at `time` (epoch ms). */
  trace(header: string | undefined, time: number): Trace {
    const root = field(header, 'Root') ?? `1-${secondOf(time).hex}-${this.hex(24)}`;
    const parent = field(header, 'Parent');
    const sampled = field(header, 'Sampled') ?? (parent === undefined ? '0' : '1');
    return { root, parent: parent ?? this.hex(16), sampled };
  }

  #take(count: number): Buffer {
    if (this.#used + count > this.#pool.length) {
      this.#pool = this.#ids.bytes(POOL_BYTES);
      this.#used = 0;
    }
    this.#used += count;
    return this.#pool.subarray(this.#used - count, this.#used);
  }
}

export interface Trace {
  root: string;
  parent: string;
  sampled: string;
}

/** The X-Ray header that goes to Lambda and back to the client. */
export function traceHeader(trace: Trace): string {
  return `Root=${trace.root};Parent=${trace.parent};Sampled=${trace.sampled}`;
}

function field(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim().toLowerCase() === name.toLowerCase())
      return part.slice(equals + 1).trim();
  }
  return undefined;
}
