import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { credentialsOf } from '../credentials.js';
import type { StsContext } from '../index.js';

/** `GetSessionToken`: temporary credentials of the caller itself, for users and root. */
export const getSessionToken: Operation<StsContext> = async ({ sessions, clock }, input, { caller }) => {
  if (caller.arn.includes(':assumed-role/'))
    throw new AwsError('AccessDenied', 'Cannot call GetSessionToken with session credentials', 403);
  const isRoot = caller.arn.endsWith(':root');
  const seconds =
    input.optionalInteger('DurationSeconds', { min: 900, max: 129_600 }) ?? (isRoot ? 3600 : 43_200);
  const { accessKeyId, session } = await sessions.open(caller, { now: clock.now(), seconds });
  return { Credentials: credentialsOf(accessKeyId, session) };
};
