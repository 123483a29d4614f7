import type { AwsApi } from '../../../kernel/aws.js';
import { QueryApi } from '../../query-api.js';
import { getCallerIdentity } from './operations/get-caller-identity.js';

/** AWS STS, API version 2011-06-15. */
export function createSts(): AwsApi {
  return new QueryApi('sts', '2011-06-15', { GetCallerIdentity: getCallerIdentity });
}
