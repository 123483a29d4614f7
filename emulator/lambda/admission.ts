import { type InvokingService, LambdaServiceError } from '../kernel/lambda.js';
import { LARGEST_REQUEST } from './payloads.js';
import { conflict } from './refusals.js';
import type { FunctionEntry, Target } from './registry.js';
import { lets } from './resource-policy.js';

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

/** Refuses a service that the resource policy of what it calls does not let in. */
export function checkPermission({ entry, qualifier = '', invokedArn }: Target, by: InvokingService): void {
  const policy = entry.policies.get(qualifier);
  if (policy && lets(policy, by)) return;
  const message = `User: ${by.service} is not authorized to perform: lambda:InvokeFunction on resource: ${invokedArn} because no resource-based policy allows the lambda:InvokeFunction action`;
  throw new LambdaServiceError('AccessDeniedException', 403, message);
}

/** Refuses a payload above the limit of synchronous requests. */
export function checkSize(payload: string): void {
  // a character takes four bytes at most: counting them is for long texts
  if (payload.length <= LARGEST_REQUEST / 4 || Buffer.byteLength(payload) <= LARGEST_REQUEST) return;
  throw new LambdaServiceError(
    'RequestTooLargeException',
    413,
    `Request must be smaller than ${LARGEST_REQUEST} bytes for the InvokeFunction operation`,
  );
}

/** True for Lambda's refusal of what is above a limit. */
export function isThrottle(error: unknown): boolean {
  return error instanceof LambdaServiceError && error.code === 'TooManyRequestsException';
}
