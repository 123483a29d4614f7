import { stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BundleError, createFunctionBundler, type FunctionBundler } from '../../src/bundle/index.js';
import type { Diagnostic } from '../../src/core/diagnostics.js';
import type { EventBus } from '../kernel/events.js';
import { SourceWatcher } from '../kernel/source-watcher.js';
import { type LoadedCode, toLoaded } from './code-loader.js';
import type { FunctionEntry, Registry } from './registry.js';

/** An editor that empties a file before it writes is given this many ms. */
const WRITE_TIME = 30;

/** What hot reload needs of the service. */
export interface ReloadHooks {
  registry: Registry;
  events: EventBus;
  /** The function is bundled for a debugger. */
  isDebugged(name: string): boolean;
  /** Puts new code in force: events at work finish on the old. */
  swap(entry: FunctionEntry, code: LoadedCode): void;
}

interface Followed {
  files: Set<string>;
  bundler?: FunctionBundler;
  /** A run is under way; `again` when something changed meanwhile. */
  running: Promise<void> | undefined;
  again: boolean;
  failing: boolean;
}

/** Follows the sources of functions and puts their new code in force; the last good code goes on serving otherwise. */
export class HotReload {
  readonly #hooks: ReloadHooks;
  readonly #followed = new Map<string, Followed>();
  readonly #watcher = new SourceWatcher((file) => this.#changed(file));
  #stopped = false;

  constructor(hooks: ReloadHooks) {
    this.#hooks = hooks;
  }

  /**
   * Finds out what to watch. Call it again after functions were added or removed. What is edited meanwhile is taken up at the end.
   */
  async follow(): Promise<void> {
    const began = performance.timeOrigin + performance.now();
    const entries = this.#hooks.registry.entries().filter(({ origin }) => origin === 'template');
    const names = new Set(entries.map(({ name }) => name));
    for (const [name, followed] of this.#followed) if (!names.has(name)) await this.#forget(name, followed);
    for (const { name, latest } of entries) {
      const { code, handler } = latest.definition;
      if (!('folder' in code)) continue;
      const followed = this.#of(name);
      const loaded = await latest.code;
      followed.failing = !('code' in loaded);
      followed.files = new Set('code' in loaded ? own(loaded.inputs) : [`${code.folder}${sep}${handler}`]);
    }
    this.#watch();
    for (const [name, { files }] of this.#followed) {
      const times = await Promise.all([...files].map((file) => stat(file).catch(() => undefined)));
      if (times.some((one) => one !== undefined && one.mtimeMs >= began) && !this.#stopped)
        await this.reload(name);
    }
  }

  /** Reads a function's sources again; resolves when the outcome is in force. */
  async reload(name: string): Promise<void> {
    const followed = this.#of(name);
    followed.again = true;
    followed.running ??= this.#run(name, followed).finally(() => {
      followed.running = undefined;
    });
    await followed.running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#watcher.stop();
    for (const [name, followed] of this.#followed) await this.#forget(name, followed);
  }

  #of(name: string): Followed {
    const known = this.#followed.get(name);
    if (known) return known;
    const made: Followed = { files: new Set(), running: undefined, again: false, failing: false };
    this.#followed.set(name, made);
    return made;
  }

  async #forget(name: string, { running, bundler }: Followed): Promise<void> {
    this.#followed.delete(name);
    await running?.catch(() => {});
    await bundler?.dispose();
  }

  #watch(): void {
    if (!this.#stopped) this.#watcher.follow([...this.#followed.values()].flatMap(({ files }) => [...files]));
  }

  #changed(file: string): void {
    for (const [name, { files, failing }] of this.#followed) {
      const beside = failing && [...files].some((known) => dirname(known) === dirname(file));
      if (files.has(file) || beside)
        this.reload(name).catch((error: unknown) => this.#report(name, 0, error));
    }
  }

  async #run(name: string, followed: Followed): Promise<void> {
    while (followed.again && !this.#stopped) {
      followed.again = false;
      const startedAt = performance.now();
      try {
        const changed = await this.#bundle(name, followed);
        if (followed.again) continue;
        followed.failing = false;
        if (changed) this.#tell(name, true, startedAt, []);
      } catch (error) {
        await sleep(WRITE_TIME); // half a write looks like a fault: whoever is still writing will say so again
        if (followed.again) continue;
        followed.failing = true;
        this.#report(name, startedAt, error);
      }
    }
  }

  /** Bundles and swaps; false when the text has not changed. */
  async #bundle(name: string, followed: Followed): Promise<boolean> {
    const entry = this.#hooks.registry.get(name);
    if (!entry) return false;
    const { code, handler } = entry.latest.definition;
    if (!('folder' in code)) return false;
    const before = await entry.latest.code;
    followed.bundler ??= await createFunctionBundler({
      folder: code.folder,
      handler,
      observe: true,
      debug: this.#hooks.isDebugged(name),
    });
    const bundle = await followed.bundler.run();
    const { size } = await stat(bundle.file);
    if (size === 0) await sleep(WRITE_TIME);
    if (followed.again) return false;
    followed.files = new Set(own(bundle.inputs));
    this.#watch();
    if ('code' in before && before.code.hash === bundle.hash && !followed.failing) return false;
    this.#hooks.swap(entry, toLoaded(bundle, true));
    return true;
  }

  #report(name: string, startedAt: number, error: unknown): void {
    // The handler's file may have been renamed: the next run looks for it anew.
    const followed = this.#followed.get(name);
    void followed?.bundler?.dispose();
    delete followed?.bundler;
    const diagnostics: Diagnostic[] =
      error instanceof BundleError && error.diagnostics.length > 0
        ? error.diagnostics
        : [
            {
              severity: 'error',
              code: 'RELOAD_FAILED',
              message: error instanceof Error ? error.message : String(error),
              remedy: 'Correct the function and save; the last good code goes on serving.',
            },
          ];
    this.#tell(name, false, startedAt, diagnostics);
  }

  #tell(name: string, ok: boolean, startedAt: number, diagnostics: Diagnostic[]): void {
    const durationMs = startedAt === 0 ? 0 : performance.now() - startedAt;
    this.#hooks.events.emit('reload', { what: 'function', name, ok, durationMs, diagnostics });
  }
}

function own(inputs: string[]): string[] {
  return inputs.filter((file) => !file.includes(`${sep}node_modules${sep}`));
}
