import type { Dict } from '../../../../src/core/dict.js';
import type { AskPolicies, AwsApiRequest } from '../../../kernel/aws.js';
import { AwsError } from '../../protocol/faults.js';
import { conditionKeys, keyPolicy } from './authorization.js';
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

  /** Encrypts under a key of the account, by id, ARN or alias. Throws KMS's errors, and the policies' refusal. */
  encrypt(user: KeyUser, keyId: string, plaintext: Uint8Array, context?: EncryptionContext): Buffer {
    this.mayUse(user, keyId, user.via?.sealsWith ?? [], context);
    return seal(this.#key(user, keyId), plaintext, context);
  }

  /** Decrypts what `encrypt`, here or over the wire, made. Throws `InvalidCiphertextException`, `DisabledException`, … */
  decrypt({ ciphertext, encryptionContext, keyId, ...user }: KmsDecryption): Buffer {
    const ring = new KeyRing(this.#world, user.accountId, user.region);
    const key = keyOfBlob(ring, ciphertext);
    this.mayUse(user, key.arn, ['Decrypt'], encryptionContext);
    if (keyId !== undefined && ring.find(keyId).id !== key.id) throw incorrectKey();
    return open(key, ciphertext, encryptionContext);
  }

  /**
   * Asks the caller's and the key's policies whether a service may use the key on its behalf: as for the caller's own
   * requests, but that `kms:ViaService` names the service.
   */
  mayUse(user: KeyUser, keyId: string, actions: readonly string[], context: EncryptionContext = {}): void {
    const { via, region } = user;
    if (!via) return;
    const { arn } = this.#key(user, keyId);
    const ring = new KeyRing(this.#world, user.accountId, region);
    const keys = {
      ...conditionKeys(ring, { KeyId: keyId, EncryptionContext: context as Dict }),
      'kms:CallerAccount': via.callerAccount,
      'kms:ViaService': `${via.service}.${region}.amazonaws.com`,
    };
    for (const action of actions) {
      const resourcePolicy = keyPolicy(this.#world, action, arn);
      const question = { action: `kms:${action}`, resource: arn, context: keys };
      via.ask({ ...question, ...(resourcePolicy && { resourcePolicy }) });
    }
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
export interface KmsDecryption extends KeyUser {
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

/** Whose key is used, and for whom: nobody's policies are asked when a service uses it by itself. */
export interface KeyUser extends Owner {
  via?: Via | undefined;
}

/** A service that uses keys on behalf of whoever calls it. */
export interface Via {
  /** As in `kms:ViaService`, before the region. */
  service: string;
  callerAccount: string;
  /** KMS actions that the caller needs for something to be encrypted. */
  sealsWith: readonly string[];
  ask: AskPolicies;
}

/** How a service uses keys for a request; undefined where policies are not evaluated. */
export function viaService(
  service: string,
  sealsWith: readonly string[],
  { caller, ask }: Pick<AwsApiRequest, 'caller' | 'ask'>,
): Via | undefined {
  return ask && { service, callerAccount: caller.accountId, sealsWith, ask };
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
  addAlias(ring, alias, { manager: 'AWS', description, policy: servicePolicy(ring, service) });
}

/**
 * The policy of an AWS managed key (KMS Developer Guide, "AWS managed keys"): whoever in the account may use the service may
 * use the key through it, and nobody otherwise. It cannot be changed.
 */
function servicePolicy({ accountId, region }: KeyRing, service: string): string {
  const through = {
    'kms:CallerAccount': accountId,
    'kms:ViaService': `${service}.${region}.amazonaws.com`,
  };
  const use = {
    Sid: 'UseThroughTheService',
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncrypt*',
      'kms:GenerateDataKey*',
      'kms:CreateGrant',
      'kms:DescribeKey',
    ],
    Resource: '*',
    Condition: { StringEquals: through },
  };
  const look = {
    Sid: 'LookAtIt',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant'],
    Resource: '*',
  };
  return JSON.stringify({ Version: '2012-10-17', Id: `auto-${service}`, Statement: [use, look] });
}

function addAlias(ring: KeyRing, alias: string, wanted: Parameters<typeof makeKey>[2]): void {
  const key = makeKey(ring, ring.ids.bytes(32).toString('base64'), wanted);
  ring.state.aliases[alias] = { name: alias, keyId: key.id, createdAt: ring.now, updatedAt: ring.now };
}
