import { LRUCache } from 'lru-cache';
import type { Answer } from '../answer.js';

interface Entry {
  answer: Answer;
  storedAt: number;
  until: number;
}

/** Bytes of one item at most (§8). */
export const LARGEST_ITEM = 1_048_576;
/** Bytes the cache holds; AWS's smallest cluster has half a gigabyte, which no laptop should spend on this. */
const SIZE = 64 * 1024 * 1024;

/** Answers of integrations by stage, method and cache key; they age by the emulator's clock. */
export class ResponseCache {
  readonly #entries = new LRUCache<string, Entry>({
    maxSize: SIZE,
    sizeCalculation: ({ answer }) => answer.body.length + 1024,
  });

  /** A copy of what is kept, with its age in ms. */
  get(key: string, now: number): { answer: Answer; age: number } | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (now >= entry.until || now < entry.storedAt) {
      this.#entries.delete(key);
      return undefined;
    }
    return { answer: { ...entry.answer, headers: [...entry.answer.headers] }, age: now - entry.storedAt };
  }

  /** Keeps a copy for `ttl` ms unless it is too large. */
  set(key: string, answer: Answer, now: number, ttl: number): void {
    const bytes = typeof answer.body === 'string' ? Buffer.byteLength(answer.body) : answer.body.length;
    if (bytes > LARGEST_ITEM) return;
    const copy = { ...answer, headers: [...answer.headers] };
    this.#entries.set(key, { answer: copy, storedAt: now, until: now + ttl });
  }

  /** Forgets everything; tells how many answers there were. */
  clear(): number {
    const { size } = this.#entries;
    this.#entries.clear();
    return size;
  }
}
