import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { aliasNameOf } from '../alias-name.js';
import type { KeyRing } from '../key-ring.js';

/** `CreateAlias`. */
export const createAlias: Operation<KeyRing> = async (ring, input) => {
  const name = aliasNameOf(input);
  const key = ring.findById(input.text('TargetKeyId', { min: 1, max: 2048 }));
  const present = ring.alias(name);
  if (present && !present.standsIn)
    throw new AwsError('AlreadyExistsException', `An alias with the name ${ring.arn(name)} already exists`);
  if (key.deletionDate !== undefined)
    throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
  ring.state.aliases[name] = { name, keyId: key.id, createdAt: ring.now, updatedAt: ring.now };
  await ring.save();
  return {};
};
