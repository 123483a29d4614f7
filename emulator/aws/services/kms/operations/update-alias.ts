import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { aliasNameOf } from '../alias-name.js';
import type { KeyRing } from '../key-ring.js';

/** `UpdateAlias`: to another key of the same kind. */
export const updateAlias: Operation<KeyRing> = async (ring, input) => {
  const name = aliasNameOf(input);
  const target = ring.findById(input.text('TargetKeyId', { min: 1, max: 2048 }));
  const alias = ring.alias(name);
  if (!alias) throw new AwsError('NotFoundException', `Alias ${ring.arn(name)} is not found.`);
  const present = ring.find(alias.keyId);
  if (
    present.usage !== target.usage ||
    (present.spec === 'SYMMETRIC_DEFAULT') !== (target.spec === 'SYMMETRIC_DEFAULT')
  )
    throw new AwsError(
      'ValidationException',
      'You can only update an alias to a KMS key of the same type and key usage as the current KMS key.',
    );
  Object.assign(alias, { keyId: target.id, updatedAt: ring.now });
  await ring.save();
  return {};
};
