import type { LambdaAlias, LambdaFunction } from '../../src/core/stack/model.js';
import { LambdaServiceError } from '../kernel/lambda.js';
import type { LoadedCode } from './code-loader.js';
import { type FunctionAddress, parseFunctionName } from './function-name.js';
import type { PolicyStatements } from './resource-policy.js';

/** A function's code and settings as they stand at one moment: `$LATEST` now, or a published version for good. */
export interface FunctionVersion {
  readonly functionName: string;
  /** `$LATEST` or a number. */
  readonly version: string;
  readonly definition: LambdaFunction;
  /** Loaded on first use. */
  readonly code: Promise<LoadedCode>;
  readonly description: string;
  /** Members of the configuration that are shown and change nothing here, as they were given. */
  readonly shown?: Record<string, unknown>;
  /** Epoch ms on the emulator's clock. */
  readonly modifiedAt: number;
  /** Changes with code and settings. */
  readonly revisionId: string;
  /** SHA-256 (base64) and bytes of the uploaded package, when there was one. */
  readonly codeSha256?: string;
  readonly codeSize?: number;
  /** Fingerprint of the `$LATEST` that this was published from. */
  readonly publishedFrom?: string;
  /** Stands for the code on disk, wherever that goes; false once published through the API. */
  readonly live: boolean;
  /** Made a moment ago, its code still being loaded: it takes no events yet. */
  pending?: boolean;
  /** Replaced by newer code: no new environment is made of it, those at work finish. */
  retired: boolean;
}

/** One function with its versions and aliases. */
export interface FunctionEntry {
  readonly name: string;
  /** Without a qualifier. */
  readonly arn: string;
  /** The template's, or made over the wire (and kept between runs). */
  readonly origin: 'template' | 'api';
  latest: FunctionVersion;
  readonly versions: Map<string, FunctionVersion>;
  readonly aliases: Map<string, AliasEntry>;
  /** `null`: none. Reserved concurrency in force. */
  reserved: number | null;
  /** The highest number ever published: none is given twice. */
  lastVersion: number;
  tags: Record<string, string>;
  /** Resource policy by qualifier; '' is the function's own. */
  readonly policies: Map<string, PolicyStatements>;
  /** Settings of asynchronous events, by what they are for: `$LATEST`, a version, an alias. */
  readonly eventInvoke: Map<string, EventInvokeConfig>;
  /** Provisioned concurrency by version. An alias has its own. */
  readonly provisioned: Map<string, number>;
}

/** How asynchronous events are tried again. */
export interface EventInvokeConfig {
  /** Attempts after the first, 0 to 2. */
  retries?: number;
  /** Seconds that an event is kept. */
  age?: number;
  /** Epoch ms. */
  modifiedAt: number;
}

/** An alias with what the API tells about it. */
export interface AliasEntry extends LambdaAlias {
  description: string;
  revisionId: string;
}

/** What an invoke will run. */
export interface Target {
  entry: FunctionEntry;
  version: FunctionVersion;
  /** With the qualifier that was used, as `context.invokedFunctionArn` shows it. */
  invokedArn: string;
  /** The version or alias that was asked for. */
  qualifier?: string;
}

/** Account and region that a request is made in. */
export interface Scope {
  readonly accountId: string;
  readonly region: string;
}

/** Every function by ARN. */
export class Registry {
  readonly #entries = new Map<string, FunctionEntry>();
  readonly #random: () => number;

  /** @param random picks the version of a weighted alias; a number in [0, 1) */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** All, or those of one account and region. */
  entries(scope?: Scope): FunctionEntry[] {
    const all = [...this.#entries.values()];
    if (!scope) return all;
    const prefix = arnIn(scope, '');
    return all.filter(({ arn }) => arn.startsWith(prefix));
  }

  /** By ARN, or by name: the template's before another of that name elsewhere. */
  get(nameOrArn: string): FunctionEntry | undefined {
    const exact = this.#entries.get(nameOrArn);
    if (exact || nameOrArn.startsWith('arn:')) return exact;
    let found: FunctionEntry | undefined;
    for (const entry of this.#entries.values()) {
      if (entry.name !== nameOrArn) continue;
      if (entry.origin === 'template') return entry;
      found ??= entry;
    }
    return found;
  }

  set(entry: FunctionEntry): void {
    this.#entries.set(entry.arn, entry);
  }

  delete({ arn }: FunctionEntry): void {
    this.#entries.delete(arn);
  }

  /**
   * Finds what `functionName` (and `qualifier`) stand for. A bare name is one of `scope`, where that is given. Throws
   * Lambda's `ResourceNotFoundException`.
   */
  resolve(functionName: string, qualifier?: string, scope?: Scope): Target {
    const address = parseFunctionName(functionName);
    const wanted = qualifier ?? address.qualifier;
    const entry = this.#locate(address, scope);
    if (!entry) throw this.#notFound(address, wanted, scope);
    const { arn } = entry;
    const version = this.find(entry, wanted);
    if (!version) throw notFoundArn(`${arn}:${wanted}`);
    if (wanted === undefined) return { entry, version, invokedArn: arn };
    return { entry, version, invokedArn: `${arn}:${wanted}`, qualifier: wanted };
  }

  /** The version that a qualifier names; an alias with weights answers at random. */
  find(entry: FunctionEntry, qualifier = '$LATEST'): FunctionVersion | undefined {
    if (qualifier === '$LATEST') return entry.latest;
    const version = entry.versions.get(qualifier);
    if (version) return version;
    const alias = entry.aliases.get(qualifier);
    return alias && this.#versionOf(entry, this.#pick(alias));
  }

  #locate({ name, region, accountId }: FunctionAddress, scope?: Scope): FunctionEntry | undefined {
    if (!scope) {
      return region && accountId ? this.get(arnIn({ region, accountId }, name)) : this.get(name);
    }
    if (region !== undefined && region !== scope.region) {
      const message = `Functions from '${region}' are not reachable in this region ('${scope.region}')`;
      throw new LambdaServiceError('ResourceNotFoundException', 404, message);
    }
    return this.get(arnIn({ ...scope, ...(accountId && { accountId }) }, name));
  }

  #pick({ version, additionalVersionWeights }: LambdaAlias): string {
    const others = Object.entries(additionalVersionWeights);
    if (others.length === 0) return version;
    let at = this.#random();
    for (const [other, weight] of others) {
      if (at < weight) return other;
      at -= weight;
    }
    return version;
  }

  #versionOf(entry: FunctionEntry, version: string): FunctionVersion | undefined {
    return version === '$LATEST' ? entry.latest : entry.versions.get(version);
  }

  #notFound({ name, region, accountId }: FunctionAddress, qualifier = '$LATEST', scope?: Scope) {
    const [sample] = this.#entries.values();
    const [, , , ownRegion = 'us-east-1', ownAccount = '000000000000'] = (sample?.arn ?? '').split(':');
    const where = {
      region: region ?? scope?.region ?? ownRegion,
      accountId: accountId ?? scope?.accountId ?? ownAccount,
    };
    return notFoundArn(`${arnIn(where, name)}:${qualifier}`);
  }
}

/** A function's ARN. */
export function arnIn({ region, accountId }: Scope, name: string): string {
  return `arn:aws:lambda:${region}:${accountId}:function:${name}`;
}

/** Lambda's words for a function that is not there. */
export function notFoundArn(arn: string): LambdaServiceError {
  return new LambdaServiceError('ResourceNotFoundException', 404, `Function not found: ${arn}`);
}
