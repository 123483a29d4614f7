import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import { AwsError } from '../../protocol/faults.js';
import { ServiceView } from '../../state/service-view.js';
import type { StateBook } from '../../state/state-book.js';
import type { KeyUsage, KmsState, StoredAlias, StoredKey } from './keys.js';
import { rotateIfDue } from './rotation.js';

export interface KmsWorld {
  book: StateBook<KmsState>;
  clock: Clock;
  ids: Ids;
}

/** The keys of one account in one region, found as KMS finds them. */
export class KeyRing extends ServiceView<KmsState, KmsWorld> {
  get ids(): Ids {
    return this.world.ids;
  }

  /** ARN of something here, e.g. `key/…` or `alias/…`. */
  arn(what: string): string {
    return `arn:aws:kms:${this.region}:${this.accountId}:${what}`;
  }

  /** Every key that has not been deleted yet, oldest first. */
  all(): StoredKey[] {
    for (const key of Object.values(this.state.keys))
      if (key.deletionDate !== undefined && key.deletionDate <= this.now) this.#drop(key);
    return Object.values(this.state.keys);
  }

  /** The key with this id or ARN, or behind this alias. Throws `NotFoundException`. */
  find(keyId: string): StoredKey {
    const ring = this.#ringOf(keyId);
    const name = keyId.startsWith('arn:') ? keyId.split(':').slice(5).join(':') : keyId;
    const key = name.startsWith('alias/') ? ring.#behindAlias(name) : ring.#byId(name);
    rotateIfDue(key, this.now, this.ids);
    return key;
  }

  /** By id alone: `find` without aliases, for operations that take none. */
  findById(keyId: string): StoredKey {
    if (keyId.includes('alias/')) throw new AwsError('NotFoundException', `Invalid keyId '${keyId}'`);
    return this.find(keyId);
  }

  /** A key that can be used for this now. Throws what KMS says of one that cannot. */
  usable(keyId: string, usage: KeyUsage, operation: string): StoredKey {
    const key = this.find(keyId);
    requireUsable(key);
    if (key.usage === usage) return key;
    throw new AwsError(
      'InvalidKeyUsageException',
      `${key.arn} key usage is ${key.usage} which is not valid for ${operation}.`,
    );
  }

  /** The key with this id, or undefined: for ciphertexts, which name their own. */
  peek(id: string): StoredKey | undefined {
    return this.all().find((key) => key.id === id);
  }

  alias(name: string): StoredAlias | undefined {
    return Object.hasOwn(this.state.aliases, name) ? this.state.aliases[name] : undefined;
  }

  /** An ARN may name another account or region. */
  #ringOf(keyId: string): KeyRing {
    if (!keyId.startsWith('arn:')) return this;
    const [, , service, region = '', accountId = ''] = keyId.split(':');
    if (service !== 'kms' || !/^\d{12}$/.test(accountId))
      throw new AwsError('NotFoundException', `Invalid arn ${keyId}`);
    if (region !== this.region) throw new AwsError('NotFoundException', `Invalid arn ${region}`);
    return accountId === this.accountId ? this : new KeyRing(this.world, accountId, region);
  }

  #behindAlias(name: string): StoredKey {
    const alias = this.alias(name);
    if (!alias) throw new AwsError('NotFoundException', `Alias ${this.arn(name)} is not found.`);
    return this.#byId(`key/${alias.keyId}`);
  }

  #byId(name: string): StoredKey {
    const id = name.startsWith('key/') ? name.slice(4) : name;
    const key = this.peek(id);
    if (key) return key;
    const looksRight = /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(id);
    const message = looksRight ? `Key '${this.arn(`key/${id}`)}' does not exist` : `Invalid keyId '${id}'`;
    throw new AwsError('NotFoundException', message);
  }

  #drop(key: StoredKey): void {
    const { keys, aliases } = this.state;
    delete keys[key.id];
    for (const alias of Object.values(aliases)) if (alias.keyId === key.id) delete aliases[alias.name];
  }
}

/** Refuses a key that is disabled or about to be deleted. */
export function requireUsable(key: StoredKey): void {
  if (key.deletionDate !== undefined)
    throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
  if (!key.enabled) throw new AwsError('DisabledException', `${key.arn} is disabled.`);
}
