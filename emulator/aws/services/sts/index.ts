import type { Clock } from '../../../../src/core/clock.js';
import type { AwsApi } from '../../../kernel/aws.js';
import type { Operation } from '../../protocol/operation.js';
import { QueryApi } from '../../protocol/query-api.js';
import type { Directory } from '../iam/directory.js';
import { assumeRole } from './operations/assume-role.js';
import { getCallerIdentity } from './operations/get-caller-identity.js';
import { getSessionToken } from './operations/get-session-token.js';
import type { Sessions } from './sessions.js';

export interface StsContext {
  sessions: Sessions;
  directory: Directory;
  clock: Clock;
}

const OPERATIONS: Record<string, Operation<StsContext>> = {
  AssumeRole: assumeRole,
  GetCallerIdentity: getCallerIdentity,
  GetSessionToken: getSessionToken,
};

/** Needed by nobody's leave: AWS answers it whatever policies say; `AssumeRole` asks them itself. */
const UNASKED = new Set(['sts:GetCallerIdentity', 'sts:AssumeRole', 'sts:GetSessionToken']);

/** AWS STS, API version 2011-06-15. */
export function createSts(context: StsContext): AwsApi {
  const api = new QueryApi({
    signingName: 'sts',
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: OPERATIONS,
    open: () => context,
  });
  return {
    signingName: api.signingName,
    operationNames: api.operationNames,
    handle: (request) => api.handle(request),
    asks: (request) => {
      const question = api.asks(request);
      return question && !UNASKED.has(question.action) ? question : undefined;
    },
  };
}
