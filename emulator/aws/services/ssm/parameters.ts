import type { Clock } from '../../../../src/core/clock.js';
import type { Dict } from '../../../../src/core/dict.js';
import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import { ServiceView } from '../../state/service-view.js';
import type { StateBook } from '../../state/state-book.js';
import type { Sealing, Via } from '../kms/sealing.js';
import type { SsmState, StoredParameter, StoredVersion } from './stored.js';

export interface SsmWorld {
  book: StateBook<SsmState>;
  sealing: Sealing;
  clock: Clock;
}

/** The parameters of one account in one region. */
export class Parameters extends ServiceView<SsmState, SsmWorld> {
  /** For whom keys are used; left out where the service does so by itself. */
  readonly via: Via | undefined;

  constructor(world: SsmWorld, accountId: string, region: string, via?: Via) {
    super(world, accountId, region);
    this.via = via;
  }

  /** Resolves when all, and the key that secure ones are under, is on disk. */
  override async save(): Promise<void> {
    await this.world.sealing.settled();
    await super.save();
  }

  arn(name: string): string {
    return `arn:aws:ssm:${this.region}:${this.accountId}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
  }

  /** By name or ARN. */
  find(name: string): StoredParameter | undefined {
    const own = name.startsWith('arn:')
      ? Object.keys(this.state.parameters).find((one) => this.arn(one) === name)
      : name;
    return own !== undefined && Object.hasOwn(this.state.parameters, own)
      ? this.state.parameters[own]
      : undefined;
  }

  /** The parameter that `Name` names. Throws `ParameterNotFound`. */
  named(input: Input): StoredParameter {
    const parameter = this.find(input.text('Name', { min: 1, max: 2048 }));
    if (parameter) return parameter;
    throw new AwsError('ParameterNotFound', '');
  }

  /** A parameter's version by `name`, `name:3` or `name:label`; undefined for none. Throws `ParameterVersionNotFound`. */
  select(
    reference: string,
  ): { parameter: StoredParameter; version: StoredVersion; selector: string } | undefined {
    const whole = this.find(reference);
    const colon = reference.lastIndexOf(':');
    const parameter = whole ?? (colon < 0 ? undefined : this.find(reference.slice(0, colon)));
    if (!parameter) return undefined;
    const selector = whole ? '' : reference.slice(colon + 1);
    const version = selector === '' ? newest(parameter) : versionOf(parameter, selector);
    if (!version)
      throw new AwsError(
        'ParameterVersionNotFound',
        `Systems Manager could not find version ${selector} of ${parameter.name}. Verify the version and try again.`,
      );
    return { parameter, version, selector };
  }

  /** The value for a caller; a secure one stays encrypted unless it asks. Throws KMS's errors dressed as SSM's. */
  readValue({ name }: StoredParameter, version: StoredVersion, decrypted: boolean): string {
    if (version.type !== 'SecureString' || !decrypted) return version.value;
    return this.#withKms(() =>
      this.world.sealing
        .decrypt({
          accountId: this.accountId,
          region: this.region,
          via: this.via,
          ciphertext: Buffer.from(version.value, 'base64'),
          encryptionContext: { PARAMETER_ARN: this.arn(name) },
        })
        .toString('utf8'),
    );
  }

  /** A secure value as it is kept. */
  seal(name: string, keyId: string, value: string): string {
    const context = { PARAMETER_ARN: this.arn(name) };
    return this.#withKms(() => this.world.sealing.encrypt(this, keyId, Buffer.from(value), context)).toString(
      'base64',
    );
  }

  /** `Parameter` of an answer. */
  show(parameter: StoredParameter, version: StoredVersion, { decrypted = false, selector = '' } = {}): Dict {
    return {
      Name: parameter.name,
      Type: version.type,
      Value: this.readValue(parameter, version, decrypted),
      Version: version.version,
      ...(selector !== '' && { Selector: `:${selector}` }),
      LastModifiedDate: new Date(version.modified),
      ARN: this.arn(parameter.name),
      DataType: version.dataType,
    };
  }

  #withKms<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof AwsError) || error.code === 'AccessDeniedException') throw error;
      throw new AwsError('InvalidKeyId', error.message);
    }
  }
}

/** The last version of a parameter: there always is one. */
export function newest({ versions }: StoredParameter): StoredVersion {
  return versions.at(-1) as StoredVersion;
}

function versionOf({ versions }: StoredParameter, selector: string): StoredVersion | undefined {
  return versions.find(({ version, labels }) => String(version) === selector || labels.includes(selector));
}
