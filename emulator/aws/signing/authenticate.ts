import type { Clock } from '../../../src/core/clock.js';
import {
  isFault,
  readSignature,
  type Signature,
  type WireRequest,
} from '../../../src/core/sigv4/signature.js';
import { verifySignature } from '../../../src/core/sigv4/verify.js';
import type { AccessKey, AccessKeys } from '../access-keys.js';
import type { ErrorProtocol } from '../protocol/faults.js';
import { expiredToken, refusal, unknownKey } from './refusals.js';

/** A request whose signature holds. */
export interface Authenticated {
  key: AccessKey;
  signature: Signature;
}

/**
 * Finds out who signed a request, in AWS's order: signature read, key known, session not over, signature right.
 * Throws `AwsError` in the words of the protocol.
 */
export function authenticate(
  wire: WireRequest,
  protocol: ErrorProtocol,
  { keys, clock }: { keys: AccessKeys; clock: Clock },
): Authenticated {
  const signature = readSignature(wire);
  if (isFault(signature)) throw refusal(protocol, signature);
  const key = keys.find(signature.accessKeyId, signature.sessionToken);
  if (!key) throw unknownKey(protocol);
  const now = clock.now();
  if (key.expiresAt !== undefined && key.expiresAt <= now) throw expiredToken(protocol);
  const fault = verifySignature(wire, signature, key.secretAccessKey, now);
  if (fault) throw refusal(protocol, fault, signature.form === 'query');
  return { key, signature };
}
