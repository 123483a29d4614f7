import type { Operation } from '../../../protocol/operation.js';
import type { KeyRing } from '../key-ring.js';
import { pageOf } from '../members.js';

/** `ListAliases`, all or those of one key, in pages. */
export const listAliases: Operation<KeyRing> = (ring, input) => {
  const keyId = input.optionalText('KeyId', { min: 1, max: 2048 });
  const only = keyId === undefined ? undefined : ring.findById(keyId).id;
  const all = Object.values(ring.state.aliases).filter((alias) => only === undefined || alias.keyId === only);
  const { items, members } = pageOf(input, all, ({ name }) => name);
  const aliases = items.map((alias) => ({
    AliasName: alias.name,
    AliasArn: ring.arn(alias.name),
    TargetKeyId: alias.keyId,
    CreationDate: new Date(alias.createdAt),
    LastUpdatedDate: new Date(alias.updatedAt),
  }));
  return { Aliases: aliases, ...members };
};
