import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { keyIdOf } from '../members.js';
import { checkedPolicy } from './create-key.js';

/** `GetKeyPolicy`: a key has one, `default`. */
export const getKeyPolicy: Operation<KeyRing> = (ring, input) => {
  const key = ring.findById(keyIdOf(input));
  const name = input.optionalText('PolicyName') ?? 'default';
  if (name !== 'default') throw new AwsError('NotFoundException', 'No such policy exists');
  return { Policy: key.policy, PolicyName: name };
};

/** `PutKeyPolicy`. */
export const putKeyPolicy: Operation<KeyRing> = async (ring, input) => {
  const key = ring.findById(keyIdOf(input));
  key.policy = checkedPolicy(input.text('Policy', { min: 1, max: 131_072 }));
  await ring.save();
  return {};
};
