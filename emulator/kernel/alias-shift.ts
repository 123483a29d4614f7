/** An alias as whoever shifts its traffic sees it. */
export interface AliasTraffic {
  /** The version that gets what the weights leave. */
  version: string;
  /** Version → share of traffic, 0..1. */
  weights: Readonly<Record<string, number>>;
}

/** Aliases of functions, for whoever shifts traffic between versions. Names are those of the account and region. */
export interface FunctionTraffic {
  /** Undefined when there is no such function or alias. */
  alias(place: AliasPlace): AliasTraffic | undefined;
  hasVersion(place: AliasPlace, version: string): boolean;
  /** Sends the next events where `traffic` says; resolves when that is kept. Rejects with a `LambdaServiceError`. */
  route(place: AliasPlace, traffic: AliasTraffic): Promise<void>;
}

/** Where an alias is. */
export interface AliasPlace {
  accountId: string;
  region: string;
  functionName: string;
  alias: string;
}

/** What `CodeDeployLambdaAliasUpdate` of an update policy asks for. */
export interface AliasShift extends AliasPlace {
  application: string;
  group: string;
  from: string;
  to: string;
  /** Names or ARNs of functions. */
  beforeAllowTraffic?: string;
  afterAllowTraffic?: string;
  /** Aborts when the update is cancelled: the deployment is stopped then, and taken back. */
  signal: AbortSignal;
}

/** CodeDeploy, as CloudFormation uses it for aliases. */
export interface AliasDeployments {
  /**
   * Moves an alias by a deployment. Resolves when all traffic has shifted; rejects with an `AwsError` when it failed,
   * after its rollback (if there is one) has ended.
   */
  shift(request: AliasShift): Promise<void>;
  /** Stops what is under way for an alias and waits for the end of it: the alias is set directly now. */
  settle(place: AliasPlace): Promise<void>;
}
