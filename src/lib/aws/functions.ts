import {
  type FunctionConfiguration,
  GetFunctionConfigurationCommand,
  LambdaClient,
  paginateListAliases,
  paginateListFunctions,
  paginateListVersionsByFunction,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import type { AwsRegion } from './region.js';

/** A function's configuration, as far as rotations have to do with it. */
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
  /** True when no update of it is under way. */
  settled: boolean;
}

/** Lambda functions of one region. */
export class Functions {
  readonly #client: LambdaClient;

  constructor(region: AwsRegion) {
    this.#client = region.client(LambdaClient, (made, clock) =>
      made.middlewareStack.add(clock.middleware, { step: 'deserialize', name: 'serviceClock' }),
    );
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
    for await (const { Aliases = [] } of paginateListAliases(
      { client: this.#client },
      { FunctionName: name },
    ))
      for (const { FunctionVersion = '', RoutingConfig } of Aliases)
        for (const version of [
          FunctionVersion,
          ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {}),
        ])
          used.add(version);
    used.delete('$LATEST');
    if (used.size === 0) return [];
    const found: FunctionFacts[] = [];
    for await (const { Versions = [] } of paginateListVersionsByFunction(
      { client: this.#client },
      { FunctionName: name },
    ))
      for (const one of Versions) if (used.has(one.Version ?? '')) found.push(factsOf(one));
    return found;
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
    settled: one.LastUpdateStatus === undefined || one.LastUpdateStatus === 'Successful',
  };
}
