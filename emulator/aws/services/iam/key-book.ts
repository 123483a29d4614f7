import type { AccessKeyBook } from '../../../kernel/access-keys.js';
import type { AccessKeys } from '../../access-keys.js';
import type { Directory } from './directory.js';

/**
 * The account's keys with what their owners' policies say, for the gateway's IAM authorization. Whoever is held back
 * by a boundary or a session's policies may call nothing there: that would need their intersection, and to leave them
 * out would be laxer than AWS.
 */
export function keyBook(keys: AccessKeys, directory: Directory): AccessKeyBook {
  return {
    find(accessKeyId, sessionToken) {
      const key = keys.find(accessKeyId, sessionToken);
      const own = key && directory.policiesOf(key.caller);
      if (!key || !own) return key;
      const isLimited = own.boundary !== undefined || key.sessionPolicies !== undefined;
      return { ...key, policies: isLimited ? [] : own.policies };
    },
  };
}
