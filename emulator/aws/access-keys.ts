import { Secret } from '../../src/core/secret.js';
import type { AwsCaller } from '../kernel/aws.js';

/** A key pair that the endpoint knows, and whose it is. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: Secret;
  /** Temporary credentials must send it; long-lived ones must not. */
  sessionToken?: Secret;
  caller: AwsCaller;
}

/** The credentials of the emulated account. */
export class AccessKeys {
  readonly #keys = new Map<string, AccessKey>();

  add(key: AccessKey): void {
    this.#keys.set(key.accessKeyId, key);
  }

  /** The key with this id, when the session token fits it. */
  find(accessKeyId: string, sessionToken: string | undefined): AccessKey | undefined {
    const key = this.#keys.get(accessKeyId);
    return key && key.sessionToken?.reveal() === sessionToken ? key : undefined;
  }
}

/** The account's own key, under the pair that tools for local AWS endpoints use by custom: `test` and `test`. */
export function rootKey(accountId: string): AccessKey {
  return {
    accessKeyId: 'test',
    secretAccessKey: new Secret('test'),
    caller: { accountId, arn: `arn:aws:iam::${accountId}:root`, userId: accountId },
  };
}
