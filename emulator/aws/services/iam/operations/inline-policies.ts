import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { type Account, noSuchEntity, pageOf } from '../account.js';
import { checkedDocument } from '../documents.js';
import { encoded } from '../show.js';
import type { StoredRole, StoredUser } from '../stored.js';

type Owner = 'User' | 'Role';

/** `PutUserPolicy`, `PutRolePolicy`. */
export function putInline(kind: Owner): Operation<Account> {
  return async (account, input) => {
    const name = input.text('PolicyName', { min: 1, max: 128, pattern: /^[\w+=,.@-]+$/ });
    ownerOf(account, input, kind).inline[name] = checkedDocument(
      input.text('PolicyDocument', { min: 1, max: 131_072 }),
    );
    await account.save();
    return {};
  };
}

/** `GetUserPolicy`, `GetRolePolicy`. */
export function getInline(kind: Owner): Operation<Account> {
  return (account, input) => {
    const owner = ownerOf(account, input, kind);
    const name = input.text('PolicyName');
    return {
      [`${kind}Name`]: owner.name,
      PolicyName: name,
      PolicyDocument: encoded(documentOf(owner, name, kind)),
    };
  };
}

/** `ListUserPolicies`, `ListRolePolicies`. */
export function listInline(kind: Owner): Operation<Account> {
  return (account, input) => {
    const { items, members } = pageOf(input, Object.keys(ownerOf(account, input, kind).inline));
    return { PolicyNames: items, ...members };
  };
}

/** `DeleteUserPolicy`, `DeleteRolePolicy`. */
export function deleteInline(kind: Owner): Operation<Account> {
  return async (account, input) => {
    const owner = ownerOf(account, input, kind);
    const name = input.text('PolicyName');
    documentOf(owner, name, kind);
    delete owner.inline[name];
    await account.save();
    return {};
  };
}

/** The user or role that an input names. */
export function ownerOf(account: Account, input: Input, kind: Owner): StoredUser | StoredRole {
  const name = input.text(`${kind}Name`);
  return kind === 'User' ? account.user(name) : account.role(name);
}

function documentOf({ inline }: StoredUser | StoredRole, name: string, kind: Owner): string {
  const document = Object.hasOwn(inline, name) ? inline[name] : undefined;
  if (document === undefined)
    throw noSuchEntity(`The ${kind.toLowerCase()} policy with name ${name} cannot be found.`);
  return document;
}
