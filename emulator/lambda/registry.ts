import type { LambdaAlias, LambdaFunction } from '../../src/core/stack/model.js';
import { LambdaServiceError } from '../kernel/lambda.js';
import type { LoadedCode } from './code-loader.js';
import { parseFunctionName } from './function-name.js';

/** A function's code and settings as they stand at one moment: `$LATEST` now, or a published version for good. */
export interface FunctionVersion {
  readonly functionName: string;
  /** `$LATEST` or a number. */
  readonly version: string;
  readonly definition: LambdaFunction;
  /** Loaded on first use. */
  readonly code: Promise<LoadedCode>;
  readonly description: string;
  /** Epoch ms on the emulator's clock. */
  readonly modifiedAt: number;
  /** Changes with code and settings. */
  readonly revisionId: string;
  /** SHA-256 (base64) and bytes of the uploaded package, when there was one. */
  readonly codeSha256?: string;
  readonly codeSize?: number;
  /** Revision of `$LATEST` that this was published from. */
  readonly publishedFrom?: string;
  /** Stands for the code on disk, wherever that goes; false once published through the API. */
  readonly live: boolean;
  /** Replaced by newer code: no new environment is made of it, those at work finish. */
  retired: boolean;
}

/** One function with its versions and aliases. */
export interface FunctionEntry {
  readonly name: string;
  latest: FunctionVersion;
  readonly versions: Map<string, FunctionVersion>;
  readonly aliases: Map<string, AliasEntry>;
  /** `null`: none. Reserved concurrency in force. */
  reserved: number | null;
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
}

/** Every function by name. */
export class Registry {
  readonly #entries = new Map<string, FunctionEntry>();
  readonly #random: () => number;

  /** @param random picks the version of a weighted alias; a number in [0, 1) */
  constructor(random: () => number) {
    this.#random = random;
  }

  entries(): FunctionEntry[] {
    return [...this.#entries.values()];
  }

  get(name: string): FunctionEntry | undefined {
    return this.#entries.get(name);
  }

  set(entry: FunctionEntry): void {
    this.#entries.set(entry.name, entry);
  }

  delete(name: string): void {
    this.#entries.delete(name);
  }

  /** Finds what `functionName` (and `qualifier`) stand for. Throws Lambda's `ResourceNotFoundException`. */
  resolve(functionName: string, qualifier?: string): Target {
    const address = parseFunctionName(functionName);
    const wanted = qualifier ?? address.qualifier;
    const entry = this.#entries.get(address.name);
    if (!entry) throw this.#notFound(address.name, wanted, address.region, address.accountId);
    const { arn } = entry.latest.definition;
    const version = this.find(entry, wanted);
    if (!version) throw notFoundArn(`${arn}:${wanted}`);
    return { entry, version, invokedArn: wanted ? `${arn}:${wanted}` : arn };
  }

  /** The version that a qualifier names; an alias with weights answers at random. */
  find(entry: FunctionEntry, qualifier = '$LATEST'): FunctionVersion | undefined {
    if (qualifier === '$LATEST') return entry.latest;
    const version = entry.versions.get(qualifier);
    if (version) return version;
    const alias = entry.aliases.get(qualifier);
    return alias && this.#versionOf(entry, this.#pick(alias));
  }

  #pick({ version, additionalVersionWeights }: LambdaAlias): string {
    let at = this.#random();
    for (const [other, weight] of Object.entries(additionalVersionWeights)) {
      if (at < weight) return other;
      at -= weight;
    }
    return version;
  }

  #versionOf(entry: FunctionEntry, version: string): FunctionVersion | undefined {
    return version === '$LATEST' ? entry.latest : entry.versions.get(version);
  }

  #notFound(name: string, qualifier = '$LATEST', region?: string, accountId?: string): LambdaServiceError {
    const [sample] = this.#entries.values();
    const [, , , ownRegion = 'us-east-1', ownAccount = '000000000000'] = (
      sample?.latest.definition.arn ?? ''
    ).split(':');
    return notFoundArn(
      `arn:aws:lambda:${region ?? ownRegion}:${accountId ?? ownAccount}:function:${name}:${qualifier}`,
    );
  }
}

/** Lambda's words for a function that is not there. */
export function notFoundArn(arn: string): LambdaServiceError {
  return new LambdaServiceError('ResourceNotFoundException', 404, `Function not found: ${arn}`);
}
