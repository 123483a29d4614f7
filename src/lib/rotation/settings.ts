import type { StackModel } from '../../core/stack/model.js';
import { awsFailure } from '../aws/failure.js';
import { type FunctionFacts, Functions } from '../aws/functions.js';
import type { AwsRegion } from '../aws/region.js';
import type { RotationSettings } from './waits.js';

/** What is no setting of the stack's: the services' own times, and what the platform's functions decide. Seconds. */
const FIXED = {
  /** `CLOCK_SKEW` and `EDGE_TIMESTAMP_WINDOW` of the functions' decisions. */
  clockSkew: 60,
  edgeWindow: 300,
  /** Secrets Manager and Lambda say "eventually"; seconds are what is seen. */
  propagation: 10,
  /** API Gateway says that a new key takes minutes to work. */
  gatewayKeys: 300,
  /** `maxIdleTimeMS` of the functions' database clients. */
  connectionIdle: 60,
} as const;

/** Seconds after which API Gateway gives up on an integration: its quota, unless AWS has raised it. */
const LONGEST_REQUEST = 29;

/** Names of the stack's functions: their own, or what CloudFormation makes of stack and logical id. */
export function stackFunctionNames({ functions, stackName }: StackModel): (name: string) => boolean {
  const names = new Set(functions.map(({ name }) => name));
  const starts = functions.map(({ logicalId }) => `${stackName}-${logicalId}-`);
  return (name) => names.has(name) || starts.some((start) => name.startsWith(start));
}

/** The stack's functions in a region; empty where the caller may not list them, or none are there. */
export async function liveFunctions(model: StackModel, region: AwsRegion): Promise<FunctionFacts[]> {
  try {
    return await new Functions(region).list(stackFunctionNames(model));
  } catch (error) {
    const kind = awsFailure(error)?.kind;
    if (kind === 'denied' || kind === 'refused' || kind === 'missing') return [];
    throw error;
  }
}

/** The functions' variables: those in force, over the template's. */
export function environmentOf(model: StackModel, live: readonly FunctionFacts[]): Record<string, string> {
  const all = [...model.functions, ...live].map(({ environment }) => environment);
  return Object.assign({}, ...all) as Record<string, string>;
}

/** The times that rotations wait for. The longest counts wherever several are in force. */
export function readSettings(model: StackModel, live: readonly FunctionFacts[]): RotationSettings {
  const functions = live.length > 0 ? live : model.functions;
  const longest = (name: string, usual: number): number => {
    const told = functions.map(({ environment }) => Number(environment[name])).filter((value) => value >= 0);
    return told.length === 0 ? usual : Math.max(...told);
  };
  const functionTimeout = Math.max(3, ...functions.map(({ timeout }) => timeout));
  const authorizers = model.restApis.flatMap((api) => Object.values(api.authorizers));
  return {
    ...FIXED,
    secretCache: longest('SECRET_CACHE_SECONDS', 30),
    keySetMaxAge: longest('KEY_SET_MAX_AGE_SECONDS', 300),
    tokenLife: longest('TOKEN_LIFE_SECONDS', 3600),
    authorizerTtl: Math.max(0, ...authorizers.map(({ resultTtlInSeconds }) => resultTtlInSeconds)),
    functionTimeout,
    requestTimeout: Math.min(functionTimeout, LONGEST_REQUEST),
  };
}
