import { type FSWatcher, watch } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Tells which files changed. It watches folders, because editors replace files, and reports every event at once:
 * watchers that hold back a second change within some milliseconds would lose the end of a write that began with a truncation.
 */
export class SourceWatcher {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #changed: (file: string) => void;

  constructor(changed: (file: string) => void) {
    this.#changed = changed;
  }

  /** From now on these files' folders are watched, and no others. */
  follow(files: Iterable<string>): void {
    const folders = new Set([...files].map((file) => dirname(file)));
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#open(folder);
  }

  stop(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #open(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        if (name) this.#changed(join(folder, name));
      });
      watcher.on('error', () => this.#watchers.delete(folder)); // the folder is gone
      this.#watchers.set(folder, watcher);
    } catch {
      // A folder that is not there (yet) is found again by the next `follow`.
    }
  }
}
