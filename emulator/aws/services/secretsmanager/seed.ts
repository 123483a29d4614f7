import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import { Secret } from '../../../../src/core/secret.js';
import type { SecretStore, SecretVersion, StoredSecret } from './store.js';
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

  /** Makes a template's secret unless there is one; a kept one keeps its value. It reaches the disk with `flush`. */
  declare(seed: { name: string; arn: string; value?: Secret }): void {
    if (this.#store.find(seed.name)) return;
    const secret = this.#blank(seed.name, seed.arn);
    if (seed.value) this.#addValue(secret, seed.value);
    this.#store.add(secret);
  }

  /** Resolves when everything is on disk. */
  flush(): Promise<void> {
    return this.#store.flush();
  }

  /** Current value of a secret. */
  get(name: string): Secret | undefined {
    const text = this.#current(name)?.secretString;
    return text === undefined ? undefined : new Secret(text);
  }

  /** Makes the secret, or gives it a new current version when its value differs. Resolves when it is on disk. */
  async put(name: string, value: Secret): Promise<void> {
    if (this.#current(name)?.secretString === value.reveal()) return;
    const secret = this.#store.find(name) ?? this.#blank(name);
    this.#addValue(secret, value);
    await this.#store.save(secret);
  }

  #current(name: string): SecretVersion | undefined {
    const versions = Object.values(this.#store.find(name)?.versions ?? {});
    return versions.find(({ stages }) => stages.includes('AWSCURRENT'));
  }

  #blank(name: string, arn?: string): StoredSecret {
    const { region, accountId, ids, clock } = this.#context;
    const made = arn ?? `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-${ids.hex(6)}`;
    return { arn: made, name, createdDate: clock.now(), lastChangedDate: clock.now(), versions: {} };
  }

  #addValue(secret: StoredSecret, value: Secret): void {
    const createdDate = this.#context.clock.now();
    secret.lastChangedDate = createdDate;
    const version = { secretString: value.reveal(), stages: ['AWSCURRENT'], createdDate };
    addVersion(secret, this.#context.ids.uuid(), version);
  }
}
