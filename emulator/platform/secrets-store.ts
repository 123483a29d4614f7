import type { Secret } from '../../src/core/secret.js';

/** Where the platform's secrets are put for the functions to read: the emulator's Secrets Manager. */
export interface SecretsStore {
  /** Current value of the secret `name`. */
  get(name: string): Secret | undefined;
  /** Creates the secret `name` or replaces its current version. */
  put(name: string, value: Secret): void | Promise<void>;
}
