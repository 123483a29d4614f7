import type { FSWatcher } from 'chokidar';

/** Editors write a file in several steps; a change counts when it has been quiet for this many milliseconds. */
const SETTLE_MS = 40;

/** Tells when something in a folder has changed. */
export class FolderWatcher {
  readonly #folder: string;
  readonly #changed: () => void;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, changed: () => void) {
    this.#folder = folder;
    this.#changed = changed;
  }

  /** Resolves when changes are seen. */
  async start(): Promise<void> {
    const { watch } = await import('chokidar');
    const watcher = watch(this.#folder, { ignoreInitial: true, depth: 0 });
    this.#watcher = watcher;
    watcher.on('all', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#changed, SETTLE_MS);
    });
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#watcher?.close();
    this.#watcher = undefined;
  }
}
