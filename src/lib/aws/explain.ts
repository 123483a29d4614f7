import type { CallFacts } from '../../core/errors/aws.js';
import { type ErrorCode, UserError, userError } from '../../core/errors.js';
import { type AwsFailureKind, awsFailure } from './failure.js';
import { withRetry } from './retry.js';

const CODES = {
  denied: 'AWS_DENIED',
  'no-credentials': 'AWS_NO_CREDENTIALS',
  'expired-credentials': 'AWS_CREDENTIALS_EXPIRED',
  skew: 'AWS_CLOCK_SKEW',
  throttled: 'AWS_THROTTLED',
  unreachable: 'AWS_UNREACHABLE',
  server: 'AWS_UNREACHABLE',
  missing: 'AWS_REFUSED',
  refused: 'AWS_REFUSED',
} as const satisfies Record<AwsFailureKind, ErrorCode>;

/** Where a call was made, how things stand, and what to run next. */
export type CallPlace = Omit<CallFacts, 'cause'>;

/** An error for people of a failed AWS call; undefined for what is none. */
export function explainAwsFailure(error: unknown, place: CallPlace): UserError | undefined {
  if (error instanceof UserError) return error;
  const failure = awsFailure(error);
  if (!failure) return undefined;
  const cause = `${failure.code}: ${failure.message}`;
  return userError(CODES[failure.kind], { ...place, cause }, { cause: error });
}

/**
 * Runs what may be done twice, and again after a passing failure; what fails at last is said for people.
 * @param place with a state of its own when something has been changed already
 */
export async function attempt<T>(
  place: Pick<CallPlace, 'region' | 'next'> & Partial<CallPlace>,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await withRetry(call);
  } catch (error) {
    throw explainAwsFailure(error, { state: 'Nothing was changed.', ...place }) ?? error;
  }
}
