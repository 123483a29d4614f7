import type { Clock } from '../../../../src/core/clock.js';
import type { Ids } from '../../../../src/core/ids.js';
import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import { ServiceView } from '../../state/service-view.js';
import type { StateBook } from '../../state/state-book.js';
import type { Sealing, Via } from '../kms/sealing.js';
import type { Rotations } from './rotations.js';
import type { SecretsState, SecretVersion, StoredSecret } from './stored-secret.js';

/** Where secrets are kept, whatever their account and region. */
export interface SecretsWorld {
  book: StateBook<SecretsState>;
  sealing: Sealing;
  rotations: Rotations;
  /** Who may make a secret that is asked for and not there. */
  providers: Set<SecretProvider>;
  clock: Clock;
  ids: Ids;
}

/** Makes secrets of one account and region when they are asked for, those it knows. */
export interface SecretProvider {
  accountId: string;
  region: string;
  make(name: string): Promise<void>;
}

/** A secret's value as callers give and get it. */
export type Value = { text: string } | { bytes: Buffer };

const names = new WeakMap<SecretsState, Map<string, string>>();
const SERVICE_KEY = 'alias/aws/secretsmanager';

/** The secrets of one account in one region. */
export class Vault extends ServiceView<SecretsState, SecretsWorld> {
  /** For whom keys are used; left out where the service does so by itself. */
  readonly via: Via | undefined;

  constructor(world: SecretsWorld, accountId: string, region: string, via?: Via) {
    super(world, accountId, region);
    this.via = via;
  }

  /** All of them, oldest first; those whose recovery window is over are gone. */
  all(): StoredSecret[] {
    const { secrets } = this.state;
    for (const secret of Object.values(secrets))
      if (secret.goneDate !== undefined && secret.goneDate <= this.now) this.drop(secret);
    return Object.values(secrets);
  }

  /** Lets those who may make the secret that is asked for. */
  async provide(name: string): Promise<void> {
    for (const { accountId, region, make } of this.world.providers)
      if (accountId === this.accountId && region === this.region) await make(name);
  }

  /** By name, whole ARN, or ARN without its random suffix, as `SecretId` may be given. */
  find(secretId: string): StoredSecret | undefined {
    const arn = secretId.startsWith('arn:') ? this.#arnOf(secretId) : this.#names().get(secretId);
    const found = arn === undefined ? undefined : this.state.secrets[arn];
    if (found?.goneDate === undefined || found.goneDate > this.now) return found;
    this.drop(found);
    return undefined;
  }

  #arnOf(given: string): string | undefined {
    if (this.state.secrets[given]) return given;
    return Object.keys(this.state.secrets).find((arn) => arn.replace(/-\w{6}$/, '') === given);
  }

  /** ARNs by name: there may be thousands of tenants, each with secrets of its own. */
  #names(): Map<string, string> {
    const { state } = this;
    const known = names.get(state);
    if (known) return known;
    const made = new Map(Object.values(state.secrets).map(({ name, arn }) => [name, arn]));
    names.set(state, made);
    return made;
  }

  /** The secret that `SecretId` names, deleted or not. Throws `ResourceNotFoundException`. */
  named(input: Input): StoredSecret {
    const secret = this.find(input.text('SecretId', { min: 1, max: 2048 }));
    if (secret) return secret;
    throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  }

  /** The same, refusing one that waits for its deletion. */
  alive(input: Input, doing = 'perform this operation on'): StoredSecret {
    const secret = this.named(input);
    if (secret.deletedDate === undefined) return secret;
    throw new AwsError(
      'InvalidRequestException',
      `You can't ${doing} the secret because it was marked for deletion.`,
    );
  }

  /** An ARN for a secret to be, with a suffix of its own. */
  newArn(name: string): string {
    return `arn:aws:secretsmanager:${this.region}:${this.accountId}:secret:${name}-${this.world.ids.hex(6)}`;
  }

  /** A secret without versions; `arn` where it is settled elsewhere, as in a template. */
  create(name: string, arn?: string): StoredSecret {
    const made = arn ?? this.newArn(name);
    const secret = {
      arn: made,
      name,
      createdDate: this.now,
      lastChangedDate: this.now,
      tags: {},
      versions: {},
    };
    this.state.secrets[made] = secret;
    this.#names().set(name, made);
    return secret;
  }

  drop({ arn, name }: StoredSecret): void {
    delete this.state.secrets[arn];
    if (this.#names().get(name) === arn) this.#names().delete(name);
  }

  /** Resolves when everything, and the key it is encrypted under, is on disk. */
  override async save(): Promise<void> {
    await this.world.sealing.settled();
    await super.save();
  }

  /** A value encrypted for a version. Throws when the secret's key cannot be used. */
  seal(secret: StoredSecret, versionId: string, value: Value): Pick<SecretVersion, 'sealed' | 'kind'> {
    const bytes = 'text' in value ? Buffer.from(value.text, 'utf8') : value.bytes;
    const context = { SecretARN: secret.arn, SecretVersionId: versionId };
    const sealed = this.#withKms('EncryptionFailure', () =>
      this.world.sealing.encrypt(this, secret.kmsKeyId ?? SERVICE_KEY, bytes, context),
    );
    return { sealed: sealed.toString('base64'), kind: 'text' in value ? 'string' : 'binary' };
  }

  /** A version's value; undefined while it has none. Throws `DecryptionFailure` when its key cannot be used. */
  open(secret: StoredSecret, versionId: string): Value | undefined {
    const version = secret.versions[versionId];
    if (version?.sealed === undefined) return undefined;
    const ciphertext = Buffer.from(version.sealed, 'base64');
    const encryptionContext = { SecretARN: secret.arn, SecretVersionId: versionId };
    const bytes = this.#withKms('DecryptionFailure', () =>
      this.world.sealing.decrypt({
        accountId: this.accountId,
        region: this.region,
        via: this.via,
        ciphertext,
        encryptionContext,
      }),
    );
    return version.kind === 'binary' ? { bytes } : { text: bytes.toString('utf8') };
  }

  /** Refuses a key that cannot encrypt. */
  checkKey(keyId: string): void {
    this.#withKms('EncryptionFailure', () => this.world.sealing.arnOf(this, keyId));
  }

  #withKms<T>(code: string, run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      if (error.code === 'AccessDeniedException')
        throw new AwsError('AccessDeniedException', 'Access to KMS is not allowed');
      const what = code === 'DecryptionFailure' ? 'decrypt' : 'encrypt';
      throw new AwsError(
        code,
        `Secrets Manager can't ${what} the protected secret text using the provided KMS key. ${error.message}`.trim(),
      );
    }
  }
}
