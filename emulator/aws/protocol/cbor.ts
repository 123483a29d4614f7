/**
 * CBOR (RFC 8949) as Smithy's RPC v2 protocol uses it: what `JSON.parse` can hold, and byte strings and times. Times
 * (tag 1) are read as their seconds and written from `Date`.
 */
export function encodeCbor(value: unknown): Buffer {
  return Buffer.concat(encode(value));
}

/** Reads one value. Throws `RangeError` for bytes that are none, or not only one. */
export function decodeCbor(bytes: Buffer): unknown {
  const reader = new Reader(bytes);
  const value = reader.value(0);
  if (!reader.ended) throw new RangeError('bytes after the value');
  return value;
}

const [UINT, NEGATIVE, BYTES, TEXT, LIST, MAP, TAG, SIMPLE] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const BREAK = Symbol('break');
const DEEPEST = 200;

function head(major: number, size: number): Buffer {
  const first = major << 5;
  if (size < 24) return Buffer.from([first | size]);
  if (size < 0x100) return Buffer.from([first | 24, size]);
  if (size < 0x10000) return Buffer.from([first | 25, size >> 8, size & 0xff]);
  const wide = size > 0xffffffff;
  const bytes = Buffer.alloc(wide ? 9 : 5);
  bytes[0] = first | (wide ? 27 : 26);
  if (wide) bytes.writeBigUInt64BE(BigInt(size), 1);
  else bytes.writeUInt32BE(size, 1);
  return bytes;
}

function encode(value: unknown): Buffer[] {
  if (value === null || value === undefined) return [Buffer.from([0xf6])];
  if (typeof value === 'boolean') return [Buffer.from([value ? 0xf5 : 0xf4])];
  if (typeof value === 'number') return [encodeNumber(value)];
  if (value instanceof Date) return [head(TAG, 1), double(value.getTime() / 1000)];
  if (value instanceof Uint8Array) return [head(BYTES, value.length), Buffer.from(value)];
  if (Array.isArray(value)) return [head(LIST, value.length), ...value.flatMap(encode)];
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    return [head(MAP, entries.length), ...entries.flatMap(([key, one]) => [...encode(key), ...encode(one)])];
  }
  const text = Buffer.from(String(value), 'utf8');
  return [head(TEXT, text.length), text];
}

function encodeNumber(value: number): Buffer {
  if (!Number.isSafeInteger(value)) return double(value);
  return value >= 0 ? head(UINT, value) : head(NEGATIVE, -1 - value);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = 0xfb;
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get ended(): boolean {
    return this.#at === this.#bytes.length;
  }

  value(depth: number): unknown {
    const value = this.#item(depth);
    if (value === BREAK) throw new RangeError('a break where a value was due');
    return value;
  }

  #item(depth: number): unknown {
    if (depth > DEEPEST) throw new RangeError('nested too deeply');
    const first = this.#take(1)[0] as number;
    const major = first >> 5;
    const info = first & 31;
    if (major === SIMPLE) return this.#simple(info);
    const size = info === 31 ? undefined : this.#size(info);
    if (major === BYTES || major === TEXT) return this.#string(major, size, depth);
    if (major === LIST) return this.#list(size, depth);
    if (major === MAP) return this.#map(size, depth);
    if (size === undefined) throw new RangeError('a number without size');
    if (major === TAG) return this.value(depth + 1);
    return major === NEGATIVE ? -1 - size : size;
  }

  #take(count: number): Buffer {
    const end = this.#at + count;
    if (end > this.#bytes.length) throw new RangeError('the bytes end too early');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  #size(info: number): number {
    if (info < 24) return info;
    if (info > 27) throw new RangeError('a reserved size');
    const bytes = this.#take(2 ** (info - 24));
    return bytes.length === 8 ? Number(bytes.readBigUInt64BE()) : bytes.readUIntBE(0, bytes.length);
  }

  #simple(info: number): unknown {
    if (info === 20 || info === 21) return info === 21;
    if (info === 22 || info === 23) return null;
    if (info === 25) return half(this.#take(2).readUInt16BE());
    if (info === 26) return this.#take(4).readFloatBE();
    if (info === 27) return this.#take(8).readDoubleBE();
    if (info === 31) return BREAK;
    throw new RangeError('an unknown simple value');
  }

  #string(major: number, size: number | undefined, depth: number): string | Buffer {
    const bytes = size === undefined ? this.#pieces(depth) : this.#take(size);
    return major === TEXT ? bytes.toString('utf8') : Buffer.from(bytes);
  }

  #pieces(depth: number): Buffer {
    const pieces: Buffer[] = [];
    for (let piece = this.#item(depth + 1); piece !== BREAK; piece = this.#item(depth + 1)) {
      if (typeof piece !== 'string' && !Buffer.isBuffer(piece))
        throw new RangeError('a piece that is no string');
      pieces.push(Buffer.from(piece as string));
    }
    return Buffer.concat(pieces);
  }

  #list(size: number | undefined, depth: number): unknown[] {
    const list: unknown[] = [];
    while (size === undefined || list.length < size) {
      const item = this.#item(depth + 1);
      if (item === BREAK && size === undefined) break;
      if (item === BREAK) throw new RangeError('a break where a value was due');
      list.push(item);
    }
    return list;
  }

  #map(size: number | undefined, depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    while (size === undefined || entries.length < size) {
      const key = this.#item(depth + 1);
      if (key === BREAK && size === undefined) break;
      if (typeof key !== 'string') throw new RangeError('a key that is no text');
      entries.push([key, this.value(depth + 1)]);
    }
    return Object.fromEntries(entries);
  }
}

function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  if (exponent === 0) return sign * 2 ** -14 * (fraction / 1024);
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}
