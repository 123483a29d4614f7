import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../src/core/atomic-file.js';

interface Page<T> {
  state: T;
  file: string | undefined;
  writing: Promise<void>;
  /** A write that waits for the present one to end. */
  next: Promise<void> | undefined;
}

/** Region of services that have none. */
export const GLOBAL = 'aws-global';

/**
 * State of one service, a page for each account and region: a JSON file for its owner only, replaced as a whole, so
 * that a process killed at any moment leaves the page before a change or the one after it.
 */
export class StateBook<T> {
  readonly #folder: string | undefined;
  readonly #empty: () => T;
  readonly #pages = new Map<string, Page<T>>();

  /**
   * @param folder where pages are kept, as `<account>/<region>.json`; in memory alone without one
   * @param empty a page before anything was put on it; a kept page gets what it lacks from it
   */
  constructor(folder: string | undefined, empty: () => T) {
    this.#folder = folder;
    this.#empty = empty;
  }

  /** The state of an account in a region. Change it in place, then `save`. */
  at(accountId: string, region: string): T {
    return this.#page(accountId, region).state;
  }

  /** Resolves when the page, as it is now, is on disk. Calls during a write share the one after it. */
  save(accountId: string, region: string): Promise<void> {
    const page = this.#page(accountId, region);
    const { file } = page;
    if (file === undefined) return Promise.resolve();
    if (!page.next) {
      const next = page.writing.then(() => {
        page.next = undefined;
        return writeFileAtomically(file, JSON.stringify(page.state));
      });
      page.next = next;
      page.writing = next.catch(() => undefined); // whoever asked for that write is told; the next one tries again
    }
    return page.next;
  }

  /** Accounts and regions that have a page, in memory or on disk. */
  known(): { accountId: string; region: string }[] {
    const keys = new Set(this.#pages.keys());
    for (const key of this.#kept()) keys.add(key);
    return [...keys].map((key) => {
      const [accountId = '', region = ''] = key.split('/');
      return { accountId, region };
    });
  }

  #kept(): string[] {
    const folder = this.#folder;
    if (folder === undefined || !existsSync(folder)) return [];
    const accounts = readdirSync(folder).filter((name) => /^\d{12}$/.test(name));
    return accounts.flatMap((account) =>
      readdirSync(join(folder, account)).flatMap((file) =>
        file.endsWith('.json') ? [`${account}/${file.slice(0, -5)}`] : [],
      ),
    );
  }

  #page(accountId: string, region: string): Page<T> {
    const key = `${accountId}/${region}`;
    const known = this.#pages.get(key);
    if (known) return known;
    if (!/^\d{12}\/[a-z0-9-]+$/.test(key)) throw new RangeError(`no account and region: ${key}`);
    const file = this.#folder === undefined ? undefined : join(this.#folder, accountId, `${region}.json`);
    const page = { state: this.#read(file), file, writing: Promise.resolve(), next: undefined };
    this.#pages.set(key, page);
    return page;
  }

  #read(file: string | undefined): T {
    if (file === undefined || !existsSync(file)) return this.#empty();
    chmodSync(file, 0o600);
    return { ...this.#empty(), ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<T>) };
  }
}
