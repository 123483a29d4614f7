import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { aliasNameOf } from '../alias-name.js';
import type { KeyRing } from '../key-ring.js';

/** `DeleteAlias`; its key stays. */
export const deleteAlias: Operation<KeyRing> = async (ring, input) => {
  const name = aliasNameOf(input);
  if (!ring.alias(name)) throw new AwsError('NotFoundException', `Alias ${ring.arn(name)} is not found.`);
  delete ring.state.aliases[name];
  await ring.save();
  return {};
};
