import { AwsError } from '../../protocol/faults.js';
import { KeyRing, type KmsWorld, requireUsable } from './key-ring.js';
import type { StoredKey } from './keys.js';
import { makeKey } from './make-key.js';
import { type EncryptionContext, keyOfBlob, open, seal } from './symmetric.js';

/** KMS for the services beside it: what they keep is encrypted under the key they were told, or their own. */
export class Sealing {
  readonly #world: KmsWorld;
  #saving: Promise<unknown> = Promise.resolve();

  constructor(world: KmsWorld) {
    this.#world = world;
  }

  /** Encrypts under a key of the account, by id, ARN or alias. Throws KMS's errors. */
  encrypt(owner: Owner, keyId: string, plaintext: Uint8Array, context?: EncryptionContext): Buffer {
    return seal(this.#key(owner, keyId), plaintext, context);
  }

  /** Decrypts what `encrypt`, here or over the wire, made. Throws `InvalidCiphertextException`, `DisabledException`, … */
  decrypt({ accountId, region, ciphertext, encryptionContext, keyId }: KmsDecryption): Buffer {
    const ring = new KeyRing(this.#world, accountId, region);
    const key = keyOfBlob(ring, ciphertext);
    if (keyId !== undefined && ring.find(keyId).id !== key.id) throw incorrectKey();
    return open(key, ciphertext, encryptionContext);
  }

  /** ARN of the key that an id, ARN or alias stands for; a service's own key is made when it is first named. */
  arnOf(owner: Owner, keyId: string): string {
    return this.#key(owner, keyId).arn;
  }

  /** Makes a key behind an alias of the account's own, unless there is one: what a template declares. */
  declare(owner: Owner, alias: string, description: string): void {
    const ring = new KeyRing(this.#world, owner.accountId, owner.region);
    if (ring.alias(alias)) return;
    addAlias(ring, alias, { description });
    Object.assign(ring.state.aliases[alias] ?? {}, { standsIn: true });
    this.#saving = Promise.all([this.#saving, ring.save()]);
  }

  /** Every key with its material, by account and region: what a snapshot of the databases needs to be read elsewhere. */
  keys(): KmsPages {
    const { book } = this.#world;
    const pages = book
      .known()
      .map(({ accountId, region }) => [`${accountId}/${region}`, book.at(accountId, region)]);
    return structuredClone(Object.fromEntries(pages)) as KmsPages;
  }

  /** Takes keys of a snapshot up beside those there are; an alias leads to the snapshot's key from now on. */
  async adopt(pages: KmsPages): Promise<void> {
    const { book } = this.#world;
    for (const [key, { keys, aliases }] of Object.entries(pages)) {
      const [accountId = '', region = ''] = key.split('/');
      const state = book.at(accountId, region);
      Object.assign(state.keys, keys);
      Object.assign(state.aliases, aliases);
      await book.save(accountId, region);
    }
  }

  /** Resolves when every service's own key is on disk: what it encrypted must not outlive it. */
  async settled(): Promise<void> {
    await this.#saving;
  }

  #key({ accountId, region }: Owner, keyId: string): StoredKey {
    const ring = new KeyRing(this.#world, accountId, region);
    if (keyId.startsWith('alias/aws/') && !ring.alias(keyId)) {
      makeServiceKey(ring, keyId);
      this.#saving = Promise.all([this.#saving, ring.save()]);
    }
    const key = ring.find(keyId);
    requireUsable(key);
    if (key.spec !== 'SYMMETRIC_DEFAULT')
      throw new AwsError('InvalidKeyUsageException', `${key.arn} is not a symmetric encryption key.`);
    return key;
  }
}

/** What is decrypted, and for whom. */
export interface KmsDecryption {
  accountId: string;
  region: string;
  ciphertext: Buffer;
  encryptionContext?: EncryptionContext;
  /** Refuses a ciphertext of another key; id, ARN or alias. */
  keyId?: string;
}
/** State of KMS by `<account>/<region>`. */
export type KmsPages = Record<string, ReturnType<KmsWorld['book']['at']>>;

interface Owner {
  accountId: string;
  region: string;
}

/** A ciphertext of another key than the one that was named. */
export function incorrectKey(): AwsError {
  return new AwsError(
    'IncorrectKeyException',
    'The key ID in the request does not identify a CMK that can perform this operation.',
  );
}

function makeServiceKey(ring: KeyRing, alias: string): void {
  const service = alias.slice('alias/aws/'.length);
  const description = `Default key that protects my ${service} data when no other key is defined`;
  addAlias(ring, alias, { manager: 'AWS', description });
}

function addAlias(ring: KeyRing, alias: string, wanted: Parameters<typeof makeKey>[2]): void {
  const key = makeKey(ring, ring.ids.bytes(32).toString('base64'), wanted);
  ring.state.aliases[alias] = { name: alias, keyId: key.id, createdAt: ring.now, updatedAt: ring.now };
}
