import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { writeFileAtomically } from '../../../../src/core/atomic-file.js';

/** One version of a secret; exactly one of the two values is there. */
export interface SecretVersion {
  secretString?: string;
  /** Base64. */
  secretBinary?: string;
  stages: string[];
  /** Epoch ms. */
  createdDate: number;
  /** Epoch ms of the day it was last read, midnight UTC. */
  lastAccessedDate?: number;
}

/** A secret as it is kept; dates are epoch ms. */
export interface StoredSecret {
  arn: string;
  name: string;
  description?: string;
  createdDate: number;
  lastChangedDate: number;
  lastAccessedDate?: number;
  versions: Record<string, SecretVersion>;
}

/** The secrets of the account, in memory and, when it has a file, on disk. */
export class SecretStore {
  readonly #file: string | undefined;
  readonly #secrets = new Map<string, StoredSecret>();
  #writing: Promise<void> = Promise.resolve();
  /** A write that waits for the present one to end. */
  #next: Promise<void> | undefined;

  /** @param file JSON file they are kept in; without one they live in memory alone */
  constructor(file?: string) {
    this.#file = file;
    if (file === undefined || !existsSync(file)) return;
    chmodSync(file, 0o600);
    const kept = JSON.parse(readFileSync(file, 'utf8')) as StoredSecret[];
    for (const secret of kept) this.#secrets.set(secret.arn, secret);
  }

  /** By name, whole ARN, or ARN without its random suffix, as `SecretId` may be given. */
  find(secretId: string): StoredSecret | undefined {
    const exact = this.#secrets.get(secretId);
    if (exact) return exact;
    for (const secret of this.#secrets.values())
      if (secret.name === secretId || secret.arn.replace(/-\w{6}$/, '') === secretId) return secret;
    return undefined;
  }

  /** All of them, oldest first. */
  all(): StoredSecret[] {
    return [...this.#secrets.values()];
  }

  /** Adds or replaces a secret in memory; the next write takes it to the disk. */
  add(secret: StoredSecret): void {
    this.#secrets.set(secret.arn, secret);
  }

  /** Adds or replaces a secret; resolves when it is on disk. */
  async save(...secrets: StoredSecret[]): Promise<void> {
    for (const secret of secrets) this.add(secret);
    await this.flush();
  }

  /** Writes everything. Calls that come while a write is under way share the one after it. */
  flush(): Promise<void> {
    const file = this.#file;
    if (file === undefined) return Promise.resolve();
    if (!this.#next) {
      const next = this.#writing.then(() => {
        this.#next = undefined;
        return writeFileAtomically(file, JSON.stringify(this.all()));
      });
      this.#next = next;
      this.#writing = next.catch(() => undefined); // whoever asked for that write is told; the next one tries again
    }
    return this.#next;
  }
}
