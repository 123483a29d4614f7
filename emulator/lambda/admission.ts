import { LambdaServiceError } from '../kernel/lambda.js';
import { conflict } from './refusals.js';
import type { FunctionEntry, Target } from './registry.js';

/** Environments that are to be there always, by version. */
export function wantedConcurrency({
  aliases,
  provisioned,
}: FunctionEntry): [version: string, count: number][] {
  const ofAliases = [...aliases.values()].map(({ version, provisionedConcurrency = 0 }): [string, number] => [
    version,
    provisionedConcurrency,
  ]);
  return [...provisioned, ...ofAliases];
}

/** Refuses events of a function that is still being made. */
export function checkReady({ version }: Target): void {
  if (!version.pending) return;
  throw conflict(
    'The operation cannot be performed at this time. The function is currently in the following state: Pending',
  );
}

/** True for Lambda's refusal of what is above a limit. */
export function isThrottle(error: unknown): boolean {
  return error instanceof LambdaServiceError && error.code === 'TooManyRequestsException';
}
