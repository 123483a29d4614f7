import { Secret } from '../../../../src/core/secret.js';
import { nextRotation } from './rotations.js';
import type { Rotation, StoredSecret } from './stored-secret.js';
import type { Vault } from './vault.js';
import { addVersion, labelled } from './versions.js';

/** Puts secrets in place without the wire: those of the template and of the platform. */
export class SeededSecrets {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Makes a template's secret unless there is one; a kept one keeps its value. It reaches the disk with `flush`. */
  declare(seed: { name: string; arn: string; value?: Secret; tags?: Record<string, string> }): void {
    const present = this.#vault.find(seed.name);
    const secret = present ?? this.#vault.create(seed.name, seed.arn);
    Object.assign(secret.tags, seed.tags);
    if (!present && seed.value) this.#addValue(secret, seed.value);
  }

  /** A template's rotation: from the first start on, until it is changed over the wire. It comes on the clock with the start. */
  rotateBy(secretId: string, lambdaArn: string, rules: Rotation['rules']): void {
    const secret = this.#vault.find(secretId);
    if (!secret || secret.rotation) return;
    const next = nextRotation(rules, this.#vault.now);
    secret.rotation = { enabled: true, lambdaArn, rules, ...(next !== undefined && { next }) };
  }

  /** Resolves when everything is on disk. */
  flush(): Promise<void> {
    return this.#vault.save();
  }

  /** Names of all secrets. */
  names(): string[] {
    return this.#vault.all().map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#vault.find(name) !== undefined;
  }

  /** Asked when a client wants the value of a secret that is not there: it may put it in place first. Answers how to end it. */
  provide(make: (name: string) => Promise<void>): () => void {
    const { world, accountId, region } = this.#vault;
    const provider = { accountId, region, make };
    world.providers.add(provider);
    return () => void world.providers.delete(provider);
  }

  /** Current value of a secret. */
  get(name: string): Secret | undefined {
    const text = this.#current(name);
    return text === undefined ? undefined : new Secret(text);
  }

  /** Makes the secret, or gives it a new current version when its value differs. Resolves when it is on disk. */
  async put(name: string, value: Secret): Promise<void> {
    if (this.#current(name) === value.reveal()) return;
    this.#addValue(this.#vault.find(name) ?? this.#vault.create(name), value);
    await this.#vault.save();
  }

  #current(name: string): string | undefined {
    const secret = this.#vault.find(name);
    const current = secret && labelled(secret, 'AWSCURRENT');
    const value = current && this.#vault.open(secret, current[0]);
    return value && 'text' in value ? value.text : undefined;
  }

  #addValue(secret: StoredSecret, value: Secret): void {
    const { now, world } = this.#vault;
    const versionId = world.ids.uuid();
    const sealed = this.#vault.seal(secret, versionId, { text: value.reveal() });
    secret.lastChangedDate = now;
    addVersion(secret, versionId, { ...sealed, stages: ['AWSCURRENT'], createdDate: now });
  }
}
