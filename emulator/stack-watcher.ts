import type { Diagnostic } from '../src/core/diagnostics.js';
import type { LoadResult } from '../src/core/stack/load.js';
import type { StackModel } from '../src/core/stack/model.js';
import type { EventBus } from './kernel/events.js';
import type { Service, ServiceHealth } from './kernel/service.js';
import { SourceWatcher } from './kernel/source-watcher.js';

/** Ms of quiet after an edit: editors write a file in several steps. */
const QUIET = 30;

export interface StackWatcherOptions {
  /** The stack to begin with. */
  stack: StackModel;
  events: EventBus;
  load(): LoadResult;
  /** Serves a stack, or refuses it; tells why, and what there is to remark. */
  serve(stack: StackModel): readonly Diagnostic[];
  /** Takes up one that is served in everything else. */
  follow(stack: StackModel): void;
}

/** Takes up edits of the template and of what it includes; a faulty one is told, and the last good one goes on. */
export class StackWatcher implements Service {
  readonly name = 'stack-watcher';
  readonly needs = ['gateway'] as const;
  readonly #options: StackWatcherOptions;
  readonly #files: SourceWatcher;
  #sources: ReadonlySet<string>;
  #stack: StackModel;
  #pending: NodeJS.Timeout | undefined;
  #status: ServiceHealth['status'] = 'stopped';

  constructor(options: StackWatcherOptions) {
    this.#options = options;
    this.#stack = options.stack;
    this.#sources = new Set(options.stack.sources);
    this.#files = new SourceWatcher((file) => this.#changed(file));
  }

  /** The stack in force. */
  get stack(): StackModel {
    return this.#stack;
  }

  async start(): Promise<void> {
    this.#files.follow(this.#sources);
    this.#status = 'ok';
  }

  async stop(): Promise<void> {
    this.#status = 'stopped';
    clearTimeout(this.#pending);
    this.#files.stop();
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { files: this.#sources.size } };
  }

  #changed(file: string): void {
    if (!this.#sources.has(file)) return;
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => this.#reload(), QUIET);
  }

  #reload(): void {
    const { load, serve, follow, events } = this.#options;
    const began = performance.now();
    const { stack, diagnostics, sources } = load();
    this.#sources = new Set(sources);
    this.#files.follow(this.#sources);
    const all = stack ? [...diagnostics, ...serve(stack)] : diagnostics;
    const ok = stack !== undefined && !all.some(({ severity }) => severity === 'error');
    if (ok) {
      this.#stack = stack;
      follow(stack);
    }
    const durationMs = performance.now() - began;
    events.emit('reload', { what: 'stack', name: sources[0] ?? '', ok, durationMs, diagnostics: all });
  }
}
