import type { LambdaFunction } from '../../src/core/stack/model.js';
import type { KeyService } from '../kernel/kms.js';
import { LambdaServiceError } from '../kernel/lambda.js';

/** Lambda's error and words for what KMS says of a key (Lambda API reference, errors of `Invoke`). */
const REFUSALS: Record<string, { code: string; why: string }> = {
  DisabledException: { code: 'KMSDisabledException', why: 'the KMS key used is disabled' },
  KMSInvalidStateException: {
    code: 'KMSInvalidStateException',
    why: 'the state of the KMS key used is not valid for Decrypt',
  },
  NotFoundException: { code: 'KMSNotFoundException', why: 'the KMS key was not found' },
};
const DENIED = { code: 'KMSAccessDeniedException', why: 'KMS access was denied' };

/**
 * The variables of functions with a KMS key: held encrypted with it, as Lambda does at rest, and decrypted when an
 * environment is made, so that a key which is gone or disabled keeps new environments from starting. A `CiphertextBlob` that a
 * function decrypts by itself is a value like any other here.
 */
export class EnvironmentSecrets {
  readonly #keys: KeyService | undefined;
  readonly #sealed = new WeakMap<LambdaFunction, Promise<Buffer[]>>();

  /** @param keys left out, variables are kept as they are */
  constructor(keys: KeyService | undefined) {
    this.#keys = keys;
  }

  /** The variables as a handler sees them. Rejects with a `LambdaServiceError` when the key cannot be used. */
  async open(definition: LambdaFunction): Promise<Record<string, string>> {
    const { environment, kmsKeyArn } = definition;
    const keys = this.#keys;
    const names = Object.keys(environment);
    if (!keys || !kmsKeyArn || names.length === 0) return environment;
    const context = contextOf(definition);
    try {
      const sealed = await this.#seal(keys, kmsKeyArn, definition);
      const values = await Promise.all(sealed.map((one) => keys.decrypt(one, context, kmsKeyArn)));
      return Object.fromEntries(names.map((name, at) => [name, String(values[at])]));
    } catch (error) {
      throw refusal(error);
    }
  }

  #seal(keys: KeyService, keyId: string, definition: LambdaFunction): Promise<Buffer[]> {
    const known = this.#sealed.get(definition);
    if (known) return known;
    const context = contextOf(definition);
    const values = Object.values(definition.environment);
    const sealing = Promise.all(values.map((value) => keys.encrypt(keyId, Buffer.from(value), context)));
    this.#sealed.set(definition, sealing);
    sealing.catch(() => this.#sealed.delete(definition)); // the key may come back
    return sealing;
  }
}

/** The encryption context that Lambda binds a function's variables to. */
function contextOf({ arn }: LambdaFunction): Record<string, string> {
  return { 'aws:lambda:FunctionArn': arn };
}

function refusal(error: unknown): LambdaServiceError {
  const { name, message } = error instanceof Error ? error : { name: 'KMSException', message: String(error) };
  const { code, why } = REFUSALS[name] ?? DENIED;
  return new LambdaServiceError(
    code,
    502,
    `Lambda was unable to decrypt the environment variables because ${why}. Please check the function's KMS key settings. KMS Exception: ${name} KMS Message: ${message}`,
  );
}
