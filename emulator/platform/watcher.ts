import { join } from 'node:path';
import { SourceWatcher } from '../kernel/source-watcher.js';

/** Editors write a file in several steps; a change counts when it has been quiet for this many milliseconds. */
const SETTLE_MS = 40;

/** Tells when something in a folder has changed. */
export class FolderWatcher {
  readonly #folder: string;
  readonly #watcher: SourceWatcher;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, changed: () => void) {
    this.#folder = folder;
    this.#watcher = new SourceWatcher(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(changed, SETTLE_MS);
    });
  }

  /** Resolves when changes are seen. */
  async start(): Promise<void> {
    this.#watcher.follow([join(this.#folder, '*')]);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#watcher.stop();
  }
}
