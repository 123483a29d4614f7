import { LRUCache } from 'lru-cache';
import type { Clock } from '../../src/core/clock.js';
import type { ApiAuthorizer } from '../../src/core/stack/model.js';
import type { AuthorizerPolicy } from '../kernel/authorizer.js';

interface Entry {
  verdict: AuthorizerPolicy;
  storedAt: number;
  /** Epoch ms on the emulator's clock. */
  until: number;
}

/** Results by authorizer and identity values: not by path, so that a narrow policy meets other paths too (§5.3). */
export class ResultCache {
  readonly #clock: Clock;
  readonly #entries: LRUCache<string, Entry>;

  constructor(clock: Clock, max: number) {
    this.#clock = clock;
    this.#entries = new LRUCache({ max });
  }

  get(
    apiId: string,
    authorizer: ApiAuthorizer,
    identity: readonly (string | undefined)[],
  ): AuthorizerPolicy | undefined {
    const key = keyOf(apiId, authorizer, identity);
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    const now = this.#clock.now();
    if (now >= entry.until || now < entry.storedAt) {
      this.#entries.delete(key);
      return undefined;
    }
    const cachedFor = now - entry.storedAt;
    return { ...entry.verdict, integrationLatency: 0, cachedFor, reason: 'authorizer policy from cache' };
  }

  set(
    apiId: string,
    authorizer: ApiAuthorizer,
    identity: readonly (string | undefined)[],
    verdict: AuthorizerPolicy,
  ): void {
    const storedAt = this.#clock.now();
    const until = storedAt + authorizer.resultTtlInSeconds * 1000;
    this.#entries.set(keyOf(apiId, authorizer, identity), { verdict, storedAt, until });
  }

  /** Forgets everything; tells how many results there were. */
  clear(): number {
    const { size } = this.#entries;
    this.#entries.clear();
    return size;
  }
}

/** Lengths keep two lists of values apart that would read the same when joined. */
function keyOf(apiId: string, { name }: ApiAuthorizer, identity: readonly (string | undefined)[]): string {
  if (identity.length === 1) return `${apiId}\n${name}\n${identity[0]}`;
  return `${apiId}\n${name}\n${identity.map((value) => `${value?.length ?? 0}:${value ?? ''}`).join('\n')}`;
}
