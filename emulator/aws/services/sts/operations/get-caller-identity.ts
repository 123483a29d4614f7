import type { Operation } from '../../../protocol/operation.js';
import type { StsContext } from '../index.js';

/** `GetCallerIdentity`: who signed this. */
export const getCallerIdentity: Operation<StsContext> = (_context, _input, { caller }) => ({
  Arn: caller.arn,
  UserId: caller.userId,
  Account: caller.accountId,
});
