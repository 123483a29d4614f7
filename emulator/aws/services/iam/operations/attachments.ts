import type { Operation } from '../../../protocol/operation.js';
import { type Account, noSuchEntity, pageOf } from '../account.js';
import { ownerOf } from './inline-policies.js';

/** `AttachUserPolicy`, `AttachRolePolicy`: the account's policies and those of AWS's that are known here. */
export function attach(kind: 'User' | 'Role'): Operation<Account> {
  return async (account, input) => {
    const owner = ownerOf(account, input, kind);
    const arn = input.text('PolicyArn', { min: 20, max: 2048 });
    account.requirePolicy(arn);
    if (!owner.attached.includes(arn)) owner.attached.push(arn);
    await account.save();
    return {};
  };
}

/** `DetachUserPolicy`, `DetachRolePolicy`. */
export function detach(kind: 'User' | 'Role'): Operation<Account> {
  return async (account, input) => {
    const owner = ownerOf(account, input, kind);
    const arn = input.text('PolicyArn', { min: 20, max: 2048 });
    if (!owner.attached.includes(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
    owner.attached = owner.attached.filter((one) => one !== arn);
    await account.save();
    return {};
  };
}

/** `ListAttachedUserPolicies`, `ListAttachedRolePolicies`. */
export function listAttached(kind: 'User' | 'Role'): Operation<Account> {
  return (account, input) => {
    const { items, members } = pageOf(input, ownerOf(account, input, kind).attached);
    return {
      AttachedPolicies: items.map((arn) => ({ PolicyName: arn.split('/').pop(), PolicyArn: arn })),
      ...members,
    };
  };
}
