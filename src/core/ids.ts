import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** The one source of ids and randomness of an emulator. Seeded, it repeats itself; unseeded, it is the system's. */
export interface Ids {
  /** A number in [0, 1). */
  random(): number;
  /** `length` random bytes. */
  bytes(length: number): Buffer;
  /** A version 4 UUID. */
  uuid(): string;
  /** `length` lower-case hexadecimal characters. */
  hex(length: number): string;
}

class SystemIds implements Ids {
  random(): number {
    return Math.random();
  }
  bytes(length: number): Buffer {
    return randomBytes(length);
  }
  uuid(): string {
    return randomUUID();
  }
  hex(length: number): string {
    return randomBytes((length + 1) >> 1)
      .toString('hex')
      .slice(0, length);
  }
}

/** A hash in counter mode: slow next to a real generator, but the same on every machine and well mixed. */
class SeededIds implements Ids {
  readonly #seed: string;
  #counter = 0;
  #pool = Buffer.alloc(0);

  constructor(seed: string) {
    this.#seed = seed;
  }

  bytes(length: number): Buffer {
    while (this.#pool.length < length) {
      const block = createHash('sha256')
        .update(`${this.#seed}:${this.#counter++}`)
        .digest();
      this.#pool = Buffer.concat([this.#pool, block]);
    }
    const taken = Buffer.from(this.#pool.subarray(0, length));
    this.#pool = this.#pool.subarray(length);
    return taken;
  }

  random(): number {
    return this.bytes(6).readUIntBE(0, 6) / 2 ** 48;
  }

  hex(length: number): string {
    return this.bytes((length + 1) >> 1)
      .toString('hex')
      .slice(0, length);
  }

  uuid(): string {
    const raw = this.bytes(16);
    raw[6] = ((raw[6] as number) & 0x0f) | 0x40;
    raw[8] = ((raw[8] as number) & 0x3f) | 0x80;
    const text = raw.toString('hex');
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
      '-',
    );
  }
}

/** The system's randomness, or, with a seed, a stream that is equal for equal seeds. */
export function createIds(seed?: string): Ids {
  return seed === undefined ? new SystemIds() : new SeededIds(seed);
}
