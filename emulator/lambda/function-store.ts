import type { LambdaFunction, LambdaPermission } from '../../src/core/stack/model.js';
import { Archives, isArchive } from './archives.js';
import type { CodeCache } from './code-cache.js';
import { type LoadedCode, loadCode } from './code-loader.js';
import { fingerprintOf } from './fingerprint.js';
import type { Inspection } from './inspection.js';
import { KeptFunctions, keptPlaces } from './kept-functions.js';
import type { LambdaOptions } from './options.js';
import { type FunctionEntry, type FunctionVersion, Registry } from './registry.js';
import { templatePolicies } from './template-policies.js';

/** What a change of `$LATEST` brings. */
export interface Change {
  definition?: LambdaFunction;
  code?: Promise<LoadedCode>;
  description?: string;
  shown?: Record<string, unknown>;
  /** SHA-256 of the uploaded package, base64. */
  codeSha256?: string;
  /** Bytes of the uploaded package. */
  codeSize?: number;
}

/** A function that is made over the wire. */
export interface NewFunction extends Omit<Change, 'code'> {
  definition: LambdaFunction;
  description: string;
  tags: Record<string, string>;
}

/** The functions and every change to them: from the template, from disk, through the API. */
export class FunctionStore {
  readonly registry: Registry;
  readonly archives: Archives;
  readonly kept: KeptFunctions;
  readonly #options: LambdaOptions;
  readonly #codeCache: CodeCache;
  readonly #inspection: Inspection;
  readonly #retired: (version: FunctionVersion) => void;

  /**
   * @param scratch folder for packages when nothing is kept
   * @param retired is told of each version that is not to be used any more
   */
  constructor(
    options: LambdaOptions,
    inspection: Inspection,
    codeCache: CodeCache,
    scratch: () => string,
    retired: (version: FunctionVersion) => void,
  ) {
    this.#inspection = inspection;
    this.#options = options;
    this.#codeCache = codeCache;
    this.#retired = retired;
    this.registry = new Registry(() => options.ids.random());
    const places = options.stateDir === undefined ? undefined : keptPlaces(options.stateDir);
    this.archives = new Archives(() => places?.packages ?? scratch());
    this.kept = new KeptFunctions(places?.file, this.archives, () => this.registry.entries());
    for (const entry of this.kept.read((definition) => this.#load(definition))) this.registry.set(entry);
    for (const definition of options.functions) this.#add(definition);
    this.grant(options.permissions ?? []);
  }

  /** Takes over a changed stack: what has not changed stays as it is. */
  replaceAll(functions: LambdaFunction[], permissions: LambdaPermission[]): void {
    const arns = new Set(functions.map(({ arn }) => arn));
    for (const entry of this.#ofTemplate()) if (!arns.has(entry.arn)) this.remove(entry);
    for (const definition of functions) this.#replace(definition);
    this.grant(permissions);
  }

  /** Puts the template's permissions in force; those of its functions that were added over the wire end. */
  grant(permissions: LambdaPermission[]): void {
    for (const entry of this.#ofTemplate()) {
      entry.policies.clear();
      for (const [qualifier, policy] of templatePolicies(entry.arn, permissions, this.#options.ids))
        entry.policies.set(qualifier, policy);
    }
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

  /** Makes a function; it takes events when its code is loaded. */
  create({ definition, tags, ...facts }: NewFunction): FunctionEntry {
    const { clock, ids } = this.#options;
    const latest: FunctionVersion = {
      functionName: definition.name,
      version: '$LATEST',
      definition,
      code: this.#load(definition),
      modifiedAt: clock.now(),
      revisionId: ids.uuid(),
      live: false,
      pending: true,
      retired: false,
      ...facts,
    };
    const over = () => void delete latest.pending;
    latest.code.then(over, over);
    const entry: FunctionEntry = { ...emptyEntry(definition, 'api'), latest, tags };
    this.registry.set(entry);
    return entry;
  }

  /** Puts a change of `$LATEST` in force; events at work finish on what they began with. */
  change(entry: FunctionEntry, change: Change): FunctionVersion {
    const before = entry.latest;
    const { clock, ids } = this.#options;
    const needsLoading = change.definition !== undefined && change.code === undefined;
    const definition = change.definition ?? before.definition;
    const code =
      needsLoading && definition.handler !== before.definition.handler ? this.#load(definition) : before.code;
    const { pending: _over, ...rest } = before;
    entry.latest = {
      ...rest,
      code,
      ...change,
      modifiedAt: clock.now(),
      revisionId: ids.uuid(),
      retired: false,
    };
    this.#retire(before);
    return entry.latest;
  }

  /** The last published version, when `$LATEST` has not changed since. */
  published({ versions, latest, lastVersion }: FunctionEntry): FunctionVersion | undefined {
    const last = versions.get(String(lastVersion));
    return last?.publishedFrom === fingerprintOf(latest) ? last : undefined;
  }

  /** Makes an immutable version of `$LATEST`; the last one again when nothing has changed since. */
  publish(entry: FunctionEntry, description?: string): FunctionVersion {
    const last = this.published(entry);
    if (last) return last;
    entry.lastVersion++;
    const version = String(entry.lastVersion);
    const { latest } = entry;
    const { pending: _creating, ...settled } = latest;
    const published: FunctionVersion = {
      ...settled,
      version,
      description: description ?? latest.description,
      revisionId: this.#options.ids.uuid(),
      modifiedAt: this.#options.clock.now(),
      publishedFrom: fingerprintOf(latest),
      live: false,
      retired: false,
    };
    entry.versions.set(version, published);
    return published;
  }

  /** Ends one published version. */
  removeVersion(entry: FunctionEntry, number: string): void {
    const version = entry.versions.get(number);
    if (!version) return;
    entry.versions.delete(number);
    entry.policies.delete(number);
    entry.eventInvoke.delete(number);
    entry.provisioned.delete(number);
    this.#retire(version);
  }

  /** Ends a function with all its versions. */
  remove(entry: FunctionEntry): void {
    this.registry.delete(entry);
    for (const version of [entry.latest, ...entry.versions.values()]) this.#retire(version);
  }

  /** Loads the code a definition names, once, when it is first asked for. */
  load(definition: LambdaFunction): Promise<LoadedCode> {
    return this.#load(definition);
  }

  #ofTemplate(): FunctionEntry[] {
    return this.registry.entries().filter(({ origin }) => origin === 'template');
  }

  #add(definition: LambdaFunction): void {
    const code = once(() => this.#load(definition));
    const entry = {
      ...emptyEntry(definition, 'template'),
      latest: this.#version(definition, '$LATEST', code),
    };
    for (const alias of definition.aliases) {
      const revisionId = this.#options.ids.uuid();
      entry.aliases.set(alias.name, { ...alias, description: '', revisionId });
      for (const number of [alias.version, ...Object.keys(alias.additionalVersionWeights)]) {
        if (number !== '$LATEST' && !entry.versions.has(number))
          entry.versions.set(number, this.#version(definition, number, code));
      }
    }
    entry.lastVersion = Math.max(0, ...[...entry.versions.keys()].map(Number).filter(Number.isInteger));
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
    const { code, name } = definition;
    const loaded = await loadCode(definition, {
      cacheDir: this.#options.cacheDir,
      debug: this.#inspection.covers(name),
      uploaded: 'folder' in code && isArchive(code.folder),
    });
    return this.#ready(loaded);
  }

  async #ready(loaded: LoadedCode): Promise<LoadedCode> {
    if ('code' in loaded) await this.#codeCache.attach(loaded.code);
    return loaded;
  }

  #replace(definition: LambdaFunction): void {
    const before = this.registry.get(definition.arn);
    if (before && sameDefinition(before.latest.definition, definition)) return;
    if (before) this.remove(before);
    this.#add(definition);
  }

  #retire(version: FunctionVersion): void {
    version.retired = true;
    this.#retired(version);
  }
}

function emptyEntry({ name, arn, reservedConcurrency }: LambdaFunction, origin: FunctionEntry['origin']) {
  return {
    name,
    arn,
    origin,
    versions: new Map<string, FunctionVersion>(),
    aliases: new Map(),
    reserved: reservedConcurrency ?? null,
    lastVersion: 0,
    tags: {},
    policies: new Map(),
    eventInvoke: new Map(),
    provisioned: new Map(),
  } satisfies Omit<FunctionEntry, 'latest'>;
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
