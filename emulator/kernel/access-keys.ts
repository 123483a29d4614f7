import type { Secret } from '../../src/core/secret.js';
import type { PolicyDocument } from '../../src/core/stack/model.js';
import type { AwsCaller } from './aws.js';

/** The access keys of the emulated account, as whoever checks signatures sees them. */
export interface AccessKeyBook {
  /** The key with this id, when the session token fits it. */
  find(accessKeyId: string, sessionToken: string | undefined): KnownAccessKey | undefined;
}

export interface KnownAccessKey {
  secretAccessKey: Secret;
  caller: AwsCaller;
  /** Identity policies of the caller; the account's root may do everything without any. */
  policies?: readonly PolicyDocument[];
  /** Epoch ms on the emulator's clock; temporary credentials alone. */
  expiresAt?: number;
}
