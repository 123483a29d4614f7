import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';
import { keyMetadata } from '../metadata.js';

/** `DescribeKey`, by id, ARN or alias. */
export const describeKey: Operation<KeyRing> = (ring, input) => ({
  KeyMetadata: keyMetadata(ring, ring.find(keyIdOf(input))),
});
