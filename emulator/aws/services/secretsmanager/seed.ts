import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import { Secret } from '../../../../src/core/secret.js';
import type { SecretStore, StoredSecret } from './store.js';
import { addVersion } from './versions.js';

interface SeedContext {
  region: string;
  accountId: string;
  clock: Clock;
  ids: Ids;
}

/** Puts secrets in place without the wire: those of the template and of the platform. */
export class SeededSecrets {
  readonly #store: SecretStore;
  readonly #context: SeedContext;

  constructor(store: SecretStore, context: SeedContext) {
    this.#store = store;
    this.#context = context;
  }

  /** Makes a secret unless there is one; a kept one keeps its value. Resolves when it is on disk. */
  async create(seed: { name: string; arn?: string; value?: Secret }): Promise<void> {
    if (this.#store.find(seed.name)) return;
    await this.#add(this.#blank(seed.name, seed.arn), seed.value);
  }

  /** Makes the secret, or gives it a new current version when its value differs. Resolves when it is on disk. */
  async put(name: string, value: Secret): Promise<void> {
    const secret = this.#store.find(name);
    const current = Object.values(secret?.versions ?? {}).find(({ stages }) => stages.includes('AWSCURRENT'));
    if (secret && current?.secretString === value.reveal()) return;
    await this.#add(secret ?? this.#blank(name), value);
  }

  /** Current value of a secret. */
  get(name: string): Secret | undefined {
    const versions = Object.values(this.#store.find(name)?.versions ?? {});
    const value = versions.find(({ stages }) => stages.includes('AWSCURRENT'))?.secretString;
    return value === undefined ? undefined : new Secret(value);
  }

  #blank(name: string, arn?: string): StoredSecret {
    const { region, accountId, ids, clock } = this.#context;
    const made = arn ?? `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-${ids.hex(6)}`;
    return { arn: made, name, createdDate: clock.now(), lastChangedDate: clock.now(), versions: {} };
  }

  async #add(secret: StoredSecret, value: Secret | undefined): Promise<void> {
    const now = this.#context.clock.now();
    secret.lastChangedDate = now;
    if (value)
      addVersion(secret, this.#context.ids.uuid(), {
        secretString: value.reveal(),
        stages: ['AWSCURRENT'],
        createdDate: now,
      });
    await this.#store.save(secret);
  }
}
