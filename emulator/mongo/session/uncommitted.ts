import { type Collection, type Storage, WriteConflictError } from '../storage/index.js';
import type { Session } from './sessions.js';

/**
 * Collections that open transactions have created. Others do not see them; who wants to write there waits for the end
 * of the transaction. They go when it is rolled back.
 */
export class UncommittedCollections {
  readonly #storage: Storage;
  readonly #makers = new Map<Collection, Session>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  add(collection: Collection, session: Session): void {
    this.#makers.set(collection, session);
    session.onCommit(() => this.#storage.catalogue.settle(collection));
    session.onEnd((committed) => {
      this.#makers.delete(collection);
      if (!committed && !collection.dropped) this.#storage.catalogue.drop(collection);
    });
  }

  isVisible(collection: Collection, session: Session | undefined): boolean {
    if (this.#makers.size === 0) return true;
    const maker = this.#makers.get(collection);
    return maker === undefined || maker === session;
  }

  /** Refuses to write where another transaction has just made the collection. */
  assertFree(collection: Collection, session: Session | undefined): void {
    if (this.isVisible(collection, session)) return;
    throw new WriteConflictError(this.#makers.get(collection)?.handle?.ended ?? Promise.resolve());
  }

  /** True when this session's transaction made the collection. */
  isMadeBy(collection: Collection, session: Session | undefined): boolean {
    return session !== undefined && this.#makers.get(collection) === session;
  }
}
