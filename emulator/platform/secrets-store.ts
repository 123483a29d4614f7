import type { Secret } from '../../src/core/secret.js';

/** Where the platform's secrets are put for the functions to read: the emulator's Secrets Manager. */
export interface SecretsStore {
  /** Current value of the secret `name`. */
  get(name: string): Secret | undefined;
  has(name: string): boolean;
  /** Asked when a client wants the value of a secret that is not there: it may put it in place first. Answers how to end it. */
  provide(make: (name: string) => Promise<void>): () => void;
  /** Creates the secret `name` or replaces its current version. */
  put(name: string, value: Secret): void | Promise<void>;
}
