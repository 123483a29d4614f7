import { Secret } from '../../src/core/secret.js';
import type { PolicyDocument } from '../../src/core/stack/model.js';
import type { AwsCaller } from '../kernel/aws.js';

/** A key pair that the endpoint knows, and whose it is. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: Secret;
  /** Temporary credentials must send it; long-lived ones must not. */
  sessionToken?: Secret;
  caller: AwsCaller;
  /** Epoch ms on the emulator's clock; temporary credentials alone. */
  expiresAt?: number;
  /** A session's own policies: it may do no more than they allow. */
  sessionPolicies?: readonly PolicyDocument[];
}

/** Keys kept somewhere else, e.g. those of IAM users. */
export type KeySource = (accessKeyId: string) => AccessKey | undefined;

/** The credentials of the emulated accounts. */
export class AccessKeys {
  readonly #keys = new Map<string, AccessKey>();
  readonly #sources: KeySource[] = [];

  add(key: AccessKey): void {
    this.#keys.set(key.accessKeyId, key);
  }

  /** Asks here, too, for ids that were not added. */
  addSource(source: KeySource): void {
    this.#sources.push(source);
  }

  /** The key with this id, when the session token fits it. */
  find(accessKeyId: string, sessionToken: string | undefined): AccessKey | undefined {
    const key = this.#keys.get(accessKeyId) ?? this.#elsewhere(accessKeyId);
    return key && key.sessionToken?.reveal() === sessionToken ? key : undefined;
  }

  #elsewhere(accessKeyId: string): AccessKey | undefined {
    for (const source of this.#sources) {
      const key = source(accessKeyId);
      if (key) return key;
    }
    // the custom of local AWS endpoints for a second account: its number as key id
    return /^\d{12}$/.test(accessKeyId) ? rootKey(accessKeyId, accessKeyId) : undefined;
  }
}

/** An account's own key, under the pair that tools for local AWS endpoints use by custom: `test` and `test`. */
export function rootKey(accountId: string, accessKeyId = 'test'): AccessKey {
  return {
    accessKeyId,
    secretAccessKey: new Secret('test'),
    caller: { accountId, arn: `arn:aws:iam::${accountId}:root`, userId: accountId },
  };
}
