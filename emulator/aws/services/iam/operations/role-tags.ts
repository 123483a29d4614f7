import type { Operation } from '../../../protocol/operation.js';
import { type Account, pageOf, readTags } from '../account.js';
import { ownerOf } from './inline-policies.js';

/** `TagUser`, `TagRole`. */
export function tag(kind: 'User' | 'Role'): Operation<Account> {
  return async (account, input) => {
    Object.assign(ownerOf(account, input, kind).tags, readTags(input));
    await account.save();
    return {};
  };
}

/** `UntagUser`, `UntagRole`. */
export function untag(kind: 'User' | 'Role'): Operation<Account> {
  return async (account, input) => {
    const { tags } = ownerOf(account, input, kind);
    for (const name of input.texts('TagKeys')) delete tags[name];
    await account.save();
    return {};
  };
}

/** `ListUserTags`, `ListRoleTags`. */
export function listTags(kind: 'User' | 'Role'): Operation<Account> {
  return (account, input) => {
    const { items, members } = pageOf(input, Object.entries(ownerOf(account, input, kind).tags));
    return { Tags: items.map(([Key, Value]) => ({ Key, Value })), ...members };
  };
}
