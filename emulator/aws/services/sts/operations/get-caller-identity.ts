import type { QueryOperation } from '../../../query-api.js';

/** `GetCallerIdentity`: who signed this. */
export const getCallerIdentity: QueryOperation = (_parameters, { caller }) => ({
  Arn: caller.arn,
  UserId: caller.userId,
  Account: caller.accountId,
});
