import { createHash } from 'node:crypto';
import type { DevSecrets } from '../../src/core/config/dev-secrets.js';
import { secretReferencesOf, type TenantConfig } from '../../src/core/config/tenant.js';
import { Secret } from '../../src/core/secret.js';
import type { SecretsStore } from './secrets-store.js';

/** The secrets that tenants' files refer to by name, wherever their values come from. */
export class References {
  readonly #secrets: SecretsStore;
  readonly #imported: string;
  /** What they were when they were last taken up. */
  #taken = new Map<string, string | undefined>();

  /** @param prefix of the names of the platform's own secrets */
  constructor(secrets: SecretsStore, prefix: string) {
    this.#secrets = secrets;
    this.#imported = `${prefix}dev-secrets`;
  }

  /**
   * Puts the project's development secrets into the store, those that are new or have changed since the last time: what
   * was rotated in the store meanwhile stays.
   */
  async import(found: DevSecrets): Promise<void> {
    const kept = this.#secrets.get(this.#imported)?.reveal() ?? '{}';
    const before = JSON.parse(kept) as Record<string, string>;
    const now = Object.fromEntries([...found].map(([name, value]) => [name, hashOf(value)]));
    for (const [name, value] of found)
      if (before[name] !== now[name] || !this.#secrets.get(name)) await this.#secrets.put(name, value);
    const text = JSON.stringify(now);
    if (text !== kept) await this.#secrets.put(this.#imported, new Secret(text));
  }

  /** Remembers the values that these tenants' references have now. */
  take(tenants: Iterable<TenantConfig>): void {
    const names = [...tenants].flatMap(secretReferencesOf);
    this.#taken = new Map(names.map((name) => [name, this.#secrets.get(name)?.reveal()]));
  }

  /** True when one of them has another value since. */
  haveChanged(): boolean {
    for (const [name, value] of this.#taken) if (this.#secrets.get(name)?.reveal() !== value) return true;
    return false;
  }
}

function hashOf(value: Secret): string {
  return createHash('sha256').update(value.reveal()).digest('hex').slice(0, 32);
}
