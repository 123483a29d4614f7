import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import {
  type Account,
  alreadyExists,
  deleteConflict,
  noSuchEntity,
  pageOf,
  readPath,
  readTags,
} from '../account.js';
import { checkedDocument } from '../documents.js';
import { managedPolicy } from '../managed-policies.js';
import { encoded, showPolicy } from '../show.js';
import type { StoredPolicy } from '../stored.js';

/** `CreatePolicy`. */
export const createPolicy: Operation<Account> = async (account, input) => {
  const name = input.text('PolicyName', { min: 1, max: 128, pattern: /^[\w+=,.@-]+$/ });
  const path = readPath(input);
  const arn = account.arn('policy', path, name);
  if (Object.hasOwn(account.state.policies, arn))
    throw alreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`);
  const document = checkedDocument(input.text('PolicyDocument', { min: 1, max: 131_072 }));
  const description = input.optionalText('Description', { max: 1000 });
  const policy: StoredPolicy = {
    name,
    id: account.newId('ANPA'),
    arn,
    path,
    ...(description !== undefined && { description }),
    createdAt: account.now,
    updatedAt: account.now,
    versions: [{ id: 'v1', document, createdAt: account.now }],
    defaultVersion: 'v1',
    nextVersion: 2,
    tags: readTags(input),
  };
  account.state.policies[arn] = policy;
  await account.save();
  return { Policy: showPolicy(policy, 0) };
};

/** `GetPolicy`, of AWS's own too. */
export const getPolicy: Operation<Account> = (account, input) => {
  const policy = anyPolicy(account, input.text('PolicyArn'));
  return { Policy: showPolicy(policy, attachments(account, policy)) };
};

/** `ListPolicies` of the account's own. */
export const listPolicies: Operation<Account> = (account, input) => {
  const prefix = input.optionalText('PathPrefix') ?? '/';
  const own =
    input.optionalText('Scope', { oneOf: ['All', 'AWS', 'Local'] }) === 'AWS'
      ? []
      : Object.values(account.state.policies);
  const { items, members } = pageOf(
    input,
    own.filter(({ path }) => path.startsWith(prefix)),
  );
  return { Policies: items.map((policy) => showPolicy(policy, attachments(account, policy))), ...members };
};

/** `DeletePolicy`: one that nobody has, with one version left. */
export const deletePolicy: Operation<Account> = async (account, input) => {
  const policy = account.policy(input.text('PolicyArn'));
  if (attachments(account, policy) > 0) throw deleteConflict('Cannot delete a policy attached to entities.');
  if (policy.versions.length > 1)
    throw deleteConflict(
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    );
  delete account.state.policies[policy.arn];
  await account.save();
  return {};
};

/** `CreatePolicyVersion`: at most five. */
export const createPolicyVersion: Operation<Account> = async (account, input) => {
  const policy = account.policy(input.text('PolicyArn'));
  if (policy.versions.length >= 5)
    throw new AwsError(
      'LimitExceeded',
      'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      409,
    );
  const id = `v${policy.nextVersion++}`;
  policy.versions.push({
    id,
    document: checkedDocument(input.text('PolicyDocument', { min: 1, max: 131_072 })),
    createdAt: account.now,
  });
  if (input.flag('SetAsDefault')) policy.defaultVersion = id;
  policy.updatedAt = account.now;
  await account.save();
  return {
    PolicyVersion: {
      VersionId: id,
      IsDefaultVersion: policy.defaultVersion === id,
      CreateDate: new Date(account.now),
    },
  };
};

/** `GetPolicyVersion`, of AWS's own too. */
export const getPolicyVersion: Operation<Account> = (account, input) => {
  const policy = anyPolicy(account, input.text('PolicyArn'));
  const { id, document, createdAt } = versionOf(policy, input.text('VersionId'));
  return {
    PolicyVersion: {
      Document: encoded(document),
      VersionId: id,
      IsDefaultVersion: policy.defaultVersion === id,
      CreateDate: new Date(createdAt),
    },
  };
};

/** `ListPolicyVersions`. */
export const listPolicyVersions: Operation<Account> = (account, input) => {
  const policy = account.policy(input.text('PolicyArn'));
  const { items, members } = pageOf(input, [...policy.versions].reverse());
  return {
    Versions: items.map(({ id, createdAt }) => ({
      VersionId: id,
      IsDefaultVersion: policy.defaultVersion === id,
      CreateDate: new Date(createdAt),
    })),
    ...members,
  };
};

/** `SetDefaultPolicyVersion`. */
export const setDefaultPolicyVersion: Operation<Account> = async (account, input) => {
  const policy = account.policy(input.text('PolicyArn'));
  policy.defaultVersion = versionOf(policy, input.text('VersionId')).id;
  await account.save();
  return {};
};

/** `DeletePolicyVersion`, but the default one. */
export const deletePolicyVersion: Operation<Account> = async (account, input) => {
  const policy = account.policy(input.text('PolicyArn'));
  const { id } = versionOf(policy, input.text('VersionId'));
  if (id === policy.defaultVersion) throw deleteConflict('Cannot delete the default version of a policy.');
  policy.versions = policy.versions.filter((version) => version.id !== id);
  await account.save();
  return {};
};

function attachments(account: Account, { arn }: StoredPolicy): number {
  const { users, roles } = account.holders(arn);
  return users.length + roles.length;
}

function versionOf({ versions, arn }: StoredPolicy, id: string): StoredPolicy['versions'][number] {
  const version = versions.find((one) => one.id === id);
  if (!version) throw noSuchEntity(`Policy ${arn} version ${id} does not exist or is not attachable.`);
  return version;
}

/** One of the account's, or one of AWS's own that is known here. */
function anyPolicy(account: Account, arn: string): StoredPolicy {
  return managedPolicy(arn) ?? account.policy(arn);
}
