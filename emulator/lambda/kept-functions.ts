import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeFileAtomically } from '../../src/core/atomic-file.js';
import type { LambdaFunction } from '../../src/core/stack/model.js';
import type { Archives } from './archives.js';
import type { LoadedCode } from './code-loader.js';
import type { AliasEntry, EventInvokeConfig, FunctionEntry, FunctionVersion } from './registry.js';
import type { PolicyStatements } from './resource-policy.js';

/** A version as it is written down; the folder of its code is the package's SHA-256 there. */
type KeptVersion = Omit<FunctionVersion, 'code' | 'live' | 'pending' | 'retired'>;

interface KeptFunction {
  latest: KeptVersion;
  versions: KeptVersion[];
  aliases: AliasEntry[];
  reserved: number | null;
  lastVersion: number;
  tags: Record<string, string>;
  policies: Record<string, PolicyStatements>;
  provisioned: Record<string, number>;
  /** Left out by earlier releases. */
  eventInvoke?: Record<string, EventInvokeConfig>;
}

/** Functions that were made over the wire, in one file of the emulator's state: replaced as a whole with each change. */
export class KeptFunctions {
  readonly #file: string | undefined;
  readonly #archives: Archives;
  readonly #entries: () => FunctionEntry[];
  #writing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  /** @param file without one nothing is kept */
  constructor(file: string | undefined, archives: Archives, entries: () => FunctionEntry[]) {
    this.#file = file;
    this.#archives = archives;
    this.#entries = entries;
  }

  /** What an earlier run left. `load` is called when a version is first used. */
  read(load: (definition: LambdaFunction) => Promise<LoadedCode>): FunctionEntry[] {
    if (this.#file === undefined || !existsSync(this.#file)) return [];
    const kept = JSON.parse(readFileSync(this.#file, 'utf8')) as KeptFunction[];
    return kept.map((one) => this.#restore(one, load));
  }

  /** Resolves when all are on disk as they are now. Calls during a write share the one after it. */
  save(): Promise<void> {
    const file = this.#file;
    if (file === undefined) return Promise.resolve();
    if (!this.#next) {
      const next = this.#writing.then(() => {
        this.#next = undefined;
        return writeFileAtomically(file, JSON.stringify(this.#own().map(toKept)));
      });
      this.#next = next;
      this.#writing = next.catch(() => undefined); // whoever asked is told; the next one tries again
    }
    return this.#next;
  }

  /** Drops packages that no function has any more. */
  async sweep(): Promise<void> {
    const versions = this.#entries().flatMap(({ latest, versions }) => [latest, ...versions.values()]);
    const named = versions.flatMap(({ definition: { code } }) =>
      'folder' in code ? [basename(code.folder)] : [],
    );
    await this.#archives.sweep(new Set(named));
  }

  #own(): FunctionEntry[] {
    return this.#entries().filter(({ origin }) => origin === 'api');
  }

  #restore(kept: KeptFunction, load: (definition: LambdaFunction) => Promise<LoadedCode>): FunctionEntry {
    const version = (one: KeptVersion): FunctionVersion => {
      const { code } = one.definition;
      const place = 'folder' in code ? { folder: this.#archives.folderOf(code.folder) } : code;
      return restored({ ...one, definition: { ...one.definition, code: place } }, load);
    };
    const { name, arn } = kept.latest.definition;
    return {
      name,
      arn,
      origin: 'api',
      latest: version(kept.latest),
      versions: new Map(kept.versions.map((one) => [one.version, version(one)])),
      aliases: new Map(kept.aliases.map((one) => [one.name, one])),
      reserved: kept.reserved,
      lastVersion: kept.lastVersion,
      tags: kept.tags,
      policies: new Map(Object.entries(kept.policies)),
      provisioned: new Map(Object.entries(kept.provisioned)),
      eventInvoke: new Map(Object.entries(kept.eventInvoke ?? {})),
    };
  }
}

/** Where functions and packages lie below the emulator's state. */
export function keptPlaces(stateDir: string): { file: string; packages: string } {
  const file = join(stateDir, 'lambda', 'functions.json');
  return { file, packages: join(dirname(file), 'code') };
}

function restored(
  version: KeptVersion,
  load: (definition: LambdaFunction) => Promise<LoadedCode>,
): FunctionVersion {
  let code: Promise<LoadedCode> | undefined;
  return {
    ...version,
    get code() {
      code ??= load(version.definition);
      return code;
    },
    live: false,
    retired: false,
  };
}

function toKept(entry: FunctionEntry): KeptFunction {
  return {
    latest: keptVersion(entry.latest),
    versions: [...entry.versions.values()].map(keptVersion),
    aliases: [...entry.aliases.values()],
    reserved: entry.reserved,
    lastVersion: entry.lastVersion,
    tags: entry.tags,
    policies: Object.fromEntries(entry.policies),
    provisioned: Object.fromEntries(entry.provisioned),
    eventInvoke: Object.fromEntries(entry.eventInvoke),
  };
}

function keptVersion(version: FunctionVersion): KeptVersion {
  const { functionName, definition, description, modifiedAt, revisionId } = version;
  const { codeSha256, codeSize, publishedFrom, shown } = version;
  const code = 'folder' in definition.code ? { folder: basename(definition.code.folder) } : definition.code;
  return {
    functionName,
    version: version.version,
    definition: { ...definition, code },
    description,
    modifiedAt,
    revisionId,
    ...(shown !== undefined && { shown }),
    ...(codeSha256 !== undefined && { codeSha256 }),
    ...(codeSize !== undefined && { codeSize }),
    ...(publishedFrom !== undefined && { publishedFrom }),
  };
}
