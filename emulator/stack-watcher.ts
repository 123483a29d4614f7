import type { FSWatcher } from 'chokidar';
import type { LoadResult } from '../src/core/stack/load.js';
import type { StackModel } from '../src/core/stack/model.js';
import type { EventBus } from './kernel/events.js';
import type { Service, ServiceHealth } from './kernel/service.js';

/** Ms of quiet after an edit: editors write a file in several steps. */
const QUIET = 30;

export interface StackWatcherOptions {
  /** Files that the stack was read from. */
  sources: readonly string[];
  events: EventBus;
  load(): LoadResult;
  /** Takes up a stack without faults. */
  apply(stack: StackModel): void;
}

/** Takes up edits of the template and of what it includes; a faulty one is told, and the last good one goes on. */
export class StackWatcher implements Service {
  readonly name = 'stack-watcher';
  readonly needs = ['gateway'] as const;
  readonly #options: StackWatcherOptions;
  #watcher: Promise<FSWatcher> | undefined;
  #pending: NodeJS.Timeout | undefined;
  #status: ServiceHealth['status'] = 'stopped';
  #watching = false;

  constructor(options: StackWatcherOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#status = 'ok';
    this.#watcher = this.#watch(); // nobody waits for it: the first edit comes long after
  }

  async stop(): Promise<void> {
    this.#status = 'stopped';
    clearTimeout(this.#pending);
    const watcher = await this.#watcher?.catch(() => undefined);
    this.#watcher = undefined;
    await watcher?.close();
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { watching: this.#watching } };
  }

  async #watch(): Promise<FSWatcher> {
    const { watch } = await import('chokidar');
    const watcher = watch([...this.#options.sources], { ignoreInitial: true });
    watcher.once('ready', () => {
      this.#watching = true;
    });
    return watcher.on('all', () => {
      clearTimeout(this.#pending);
      this.#pending = setTimeout(() => this.#reload(watcher), QUIET);
    });
  }

  #reload(watcher: FSWatcher): void {
    const { load, apply, events } = this.#options;
    const began = performance.now();
    const { stack, diagnostics, sources } = load();
    watcher.add(sources);
    if (stack) apply(stack);
    const durationMs = performance.now() - began;
    events.emit('reload', {
      what: 'stack',
      name: sources[0] ?? '',
      ok: stack !== undefined,
      durationMs,
      diagnostics,
    });
  }
}
