import {
  type AliasConfiguration,
  type FunctionConfiguration,
  GetAliasCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  PublishVersionCommand,
  paginateListAliases,
  paginateListFunctions,
  paginateListVersionsByFunction,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import type { AwsRegion } from './region.js';

/** A function's configuration, as far as rotations and deployments have to do with it. */
export interface FunctionFacts {
  name: string;
  arn: string;
  /** `$LATEST`, or a published version's number. */
  version: string;
  role: string;
  /** ARN of the key its environment is encrypted under; AWS's own when left out. */
  kmsKeyArn?: string;
  environment: Record<string, string>;
  /** Seconds. */
  timeout: number;
  /** MB. */
  memorySize: number;
  /** Left out for images. */
  runtime?: string;
  handler?: string;
  /** Where it logs to. */
  logGroup: string;
  /** SHA-256 of the archive, hexadecimal. */
  codeSha256: string;
  /** True when no update of it is under way. */
  settled: boolean;
}

/** Lambda functions of one region. */
export class Functions {
  readonly #client: LambdaClient;

  constructor(region: AwsRegion) {
    this.#client = region.client(LambdaClient);
  }

  /** Functions whose name `matches`, by name. */
  async list(matches: (name: string) => boolean): Promise<FunctionFacts[]> {
    const found: FunctionFacts[] = [];
    for await (const { Functions: page = [] } of paginateListFunctions({ client: this.#client }, {}))
      for (const one of page) if (matches(one.FunctionName ?? '')) found.push(factsOf(one));
    return found.sort((a, b) => a.name.localeCompare(b.name));
  }

  async read(name: string): Promise<FunctionFacts> {
    return factsOf(await this.#client.send(new GetFunctionConfigurationCommand({ FunctionName: name })));
  }

  /** Published versions that an alias sends calls to. */
  async aliased(name: string): Promise<FunctionFacts[]> {
    const used = new Set<string>();
    for (const { FunctionVersion = '', RoutingConfig } of await this.#versionAliases(name))
      for (const version of [FunctionVersion, ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {})])
        used.add(version);
    if (used.size === 0) return [];
    const found: FunctionFacts[] = [];
    for await (const { Versions = [] } of paginateListVersionsByFunction(
      { client: this.#client },
      { FunctionName: name },
    ))
      for (const one of Versions) if (used.has(one.Version ?? '')) found.push(factsOf(one));
    return found;
  }

  /**
   * Lets aliases serve a function as it stands now: publishes it, and moves every alias over that stood at a version of the
   * same code. Aliases that share their traffic, or stand at other code, are for a deployment to decide: they are left
   * alone, and returned as `function:alias`.
   */
  async publishToAliases(name: string): Promise<string[]> {
    const latest = await this.#client.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
    const left: string[] = [];
    for (const alias of await this.#versionAliases(name)) {
      const shared = Object.keys(alias.RoutingConfig?.AdditionalVersionWeights ?? {}).length > 0;
      const Qualifier = alias.FunctionVersion;
      const now = await this.#client.send(
        new GetFunctionConfigurationCommand({ FunctionName: name, Qualifier }),
      );
      if (shared || now.CodeSha256 !== latest.CodeSha256) left.push(`${name}:${alias.Name}`);
      else await this.#publish(name, alias, latest.CodeSha256);
    }
    return left;
  }

  /** Lambda refuses when code or alias has changed meanwhile; a second publication of the same makes no other version. */
  async #publish(name: string, { Name, RevisionId }: AliasConfiguration, code: string | undefined) {
    const CodeSha256 = code;
    const { Version } = await this.#client.send(
      new PublishVersionCommand({ FunctionName: name, CodeSha256 }),
    );
    await this.#client.send(
      new UpdateAliasCommand({ FunctionName: name, Name, FunctionVersion: Version, RevisionId }),
    );
  }

  async #versionAliases(name: string): Promise<AliasConfiguration[]> {
    const found: AliasConfiguration[] = [];
    for await (const { Aliases = [] } of paginateListAliases(
      { client: this.#client },
      { FunctionName: name },
    ))
      found.push(...Aliases.filter(({ FunctionVersion }) => FunctionVersion !== '$LATEST'));
    return found;
  }

  /** Puts in other code, from S3; what is under way with the function has to have ended. */
  async useCode(name: string, code: { bucket: string; key: string }): Promise<void> {
    const { bucket: S3Bucket, key: S3Key } = code;
    await this.#client.send(new UpdateFunctionCodeCommand({ FunctionName: name, S3Bucket, S3Key }));
  }

  /** The version that an alias sends all calls to. */
  async aliasVersion(name: string, alias: string): Promise<string> {
    const found = await this.#client.send(new GetAliasCommand({ FunctionName: name, Name: alias }));
    return found.FunctionVersion ?? '';
  }

  /** Sends all calls of an alias to one version. */
  async moveAlias(name: string, alias: string, version: string): Promise<void> {
    await this.#client.send(
      new UpdateAliasCommand({
        FunctionName: name,
        Name: alias,
        FunctionVersion: version,
        RoutingConfig: { AdditionalVersionWeights: {} },
      }),
    );
  }

  /** Encrypts a function's environment under another key. */
  async useKey(name: string, kmsKeyArn: string): Promise<void> {
    await this.#client.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: name, KMSKeyArn: kmsKeyArn }),
    );
  }

  /** Replaces a function's variables: every environment made from now on has them, and those that ran are not used again. */
  async setEnvironment(name: string, variables: Record<string, string>): Promise<void> {
    await this.#client.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: name, Environment: { Variables: variables } }),
    );
  }
}

function factsOf(one: FunctionConfiguration): FunctionFacts {
  return {
    name: one.FunctionName ?? '',
    arn: one.FunctionArn ?? '',
    version: one.Version ?? '$LATEST',
    role: one.Role ?? '',
    ...(one.KMSKeyArn !== undefined && one.KMSKeyArn !== '' && { kmsKeyArn: one.KMSKeyArn }),
    environment: one.Environment?.Variables ?? {},
    timeout: one.Timeout ?? 3,
    memorySize: one.MemorySize ?? 128,
    ...(one.Runtime !== undefined && { runtime: one.Runtime }),
    ...(one.Handler !== undefined && { handler: one.Handler }),
    logGroup: one.LoggingConfig?.LogGroup ?? `/aws/lambda/${one.FunctionName}`,
    codeSha256: Buffer.from(one.CodeSha256 ?? '', 'base64').toString('hex'),
    settled: one.LastUpdateStatus === undefined || one.LastUpdateStatus === 'Successful',
  };
}
