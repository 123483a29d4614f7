import type { LambdaFunction } from '../../src/core/stack/model.js';
import type { CodeCache } from './code-cache.js';
import { type LoadedCode, loadCode } from './code-loader.js';
import type { Inspection } from './inspection.js';
import type { LambdaOptions } from './options.js';
import { type FunctionEntry, type FunctionVersion, Registry } from './registry.js';

/** What a change of `$LATEST` brings. */
export interface Change {
  definition?: LambdaFunction;
  code?: Promise<LoadedCode>;
  description?: string;
  /** SHA-256 of the uploaded package, base64. */
  codeSha256?: string;
  /** Bytes of the uploaded package. */
  codeSize?: number;
}

/** The functions and every change to them: from the template, from disk, through the API. */
export class FunctionStore {
  readonly registry: Registry;
  readonly #options: LambdaOptions;
  readonly #codeCache: CodeCache;
  readonly #inspection: Inspection;
  readonly #retired: (version: FunctionVersion) => void;

  /** @param retired is told of each version that is not to be used any more */
  constructor(
    options: LambdaOptions,
    inspection: Inspection,
    codeCache: CodeCache,
    retired: (version: FunctionVersion) => void,
  ) {
    this.#inspection = inspection;
    this.#options = options;
    this.#codeCache = codeCache;
    this.#retired = retired;
    this.registry = new Registry(() => options.ids.random());
    for (const definition of options.functions) this.#add(definition);
  }

  /** Takes over a changed stack: what has not changed stays as it is. */
  replaceAll(functions: LambdaFunction[]): void {
    const names = new Set(functions.map(({ name }) => name));
    for (const entry of this.registry.entries()) if (!names.has(entry.name)) this.#remove(entry);
    for (const definition of functions) this.#replace(definition);
  }

  /**
   * New code for `$LATEST`, and for what stands for the code on disk: the template's versions, and the version that an
   * alias of the template was moved to through the API (by a rotation of keys, for one), or edits would no more be seen.
   */
  swap(entry: FunctionEntry, loaded: LoadedCode): void {
    const code = this.#ready(loaded);
    const served = entry.latest.definition.aliases.map(({ name }) => entry.aliases.get(name)?.version);
    for (const [number, version] of entry.versions) {
      if (!version.live && !served.includes(number)) continue;
      entry.versions.set(number, { ...version, code, revisionId: this.#options.ids.uuid() });
      this.#retire(version);
    }
    this.change(entry, { code });
  }

  /** Puts a change of `$LATEST` in force; events at work finish on what they began with. */
  change(entry: FunctionEntry, change: Change): FunctionVersion {
    const before = entry.latest;
    const { clock, ids } = this.#options;
    const needsLoading = change.definition !== undefined && change.code === undefined;
    const definition = change.definition ?? before.definition;
    entry.latest = {
      ...before,
      ...(needsLoading && definition.handler !== before.definition.handler
        ? { code: this.#load(definition) }
        : {}),
      ...change,
      modifiedAt: clock.now(),
      revisionId: ids.uuid(),
      retired: false,
    };
    this.#retire(before);
    return entry.latest;
  }

  /** Makes an immutable version of `$LATEST`; the last one again when nothing has changed since. */
  publish(entry: FunctionEntry, description?: string): FunctionVersion {
    const numbers = [...entry.versions.keys()].map(Number);
    const last = entry.versions.get(String(Math.max(0, ...numbers)));
    if (last?.publishedFrom === entry.latest.revisionId) return last;
    const version = String(Math.max(0, ...numbers) + 1);
    const { latest } = entry;
    const published: FunctionVersion = {
      ...latest,
      version,
      description: description ?? latest.description,
      revisionId: this.#options.ids.uuid(),
      publishedFrom: latest.revisionId,
      live: false,
      retired: false,
    };
    entry.versions.set(version, published);
    return published;
  }

  /** Loads the code a definition names, once, when it is first asked for. */
  load(definition: LambdaFunction): Promise<LoadedCode> {
    return this.#load(definition);
  }

  #add(definition: LambdaFunction): void {
    const code = once(() => this.#load(definition));
    const entry: FunctionEntry = {
      name: definition.name,
      latest: this.#version(definition, '$LATEST', code),
      versions: new Map(),
      aliases: new Map(),
      reserved: definition.reservedConcurrency ?? null,
    };
    for (const alias of definition.aliases) {
      const revisionId = this.#options.ids.uuid();
      entry.aliases.set(alias.name, { ...alias, description: '', revisionId });
      for (const number of [alias.version, ...Object.keys(alias.additionalVersionWeights)]) {
        if (number !== '$LATEST' && !entry.versions.has(number))
          entry.versions.set(number, this.#version(definition, number, code));
      }
    }
    this.registry.set(entry);
  }

  /** @param code loads the code; what stands for the code on disk has it in common */
  #version(definition: LambdaFunction, version: string, code: () => Promise<LoadedCode>): FunctionVersion {
    const { clock, ids } = this.#options;
    return {
      functionName: definition.name,
      version,
      definition,
      get code() {
        return code();
      },
      description: '',
      modifiedAt: clock.now(),
      revisionId: ids.uuid(),
      live: true,
      retired: false,
    };
  }

  async #load(definition: LambdaFunction): Promise<LoadedCode> {
    return this.#ready(
      await loadCode(definition, {
        cacheDir: this.#options.cacheDir,
        debug: this.#inspection.covers(definition.name),
      }),
    );
  }

  async #ready(loaded: LoadedCode): Promise<LoadedCode> {
    if ('code' in loaded) await this.#codeCache.attach(loaded.code);
    return loaded;
  }

  #replace(definition: LambdaFunction): void {
    const before = this.registry.get(definition.name);
    if (before && sameDefinition(before.latest.definition, definition)) return;
    if (before) this.#remove(before);
    this.#add(definition);
  }

  #retire(version: FunctionVersion): void {
    version.retired = true;
    this.#retired(version);
  }

  #remove(entry: FunctionEntry): void {
    this.registry.delete(entry.name);
    for (const version of [entry.latest, ...entry.versions.values()]) this.#retire(version);
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Places in the template may move without a change of the function. */
function sameDefinition(a: LambdaFunction, b: LambdaFunction): boolean {
  return JSON.stringify({ ...a, place: null }) === JSON.stringify({ ...b, place: null });
}
