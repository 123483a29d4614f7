import type { Operation } from '../../protocol/operation.js';
import { QueryApi } from '../../protocol/query-api.js';
import { Account } from './account.js';
import type { Directory, IamWorld } from './directory.js';
import {
  createAccessKey,
  deleteAccessKey,
  listAccessKeys,
  updateAccessKey,
} from './operations/access-keys.js';
import { attach, detach, listAttached } from './operations/attachments.js';
import { deleteInline, getInline, listInline, putInline } from './operations/inline-policies.js';
import {
  createPolicy,
  createPolicyVersion,
  deletePolicy,
  deletePolicyVersion,
  getPolicy,
  getPolicyVersion,
  listPolicies,
  listPolicyVersions,
  setDefaultPolicyVersion,
} from './operations/policies.js';
import { listTags, tag, untag } from './operations/role-tags.js';
import {
  createRole,
  deleteRole,
  getRole,
  listRoles,
  updateAssumeRolePolicy,
  updateRole,
} from './operations/roles.js';
import { simulatePrincipalPolicy } from './operations/simulate-principal-policy.js';
import { createUser, deleteUser, getUser, listUsers } from './operations/users.js';

const OPERATIONS: Record<string, Operation<Account>> = {
  AttachRolePolicy: attach('Role'),
  AttachUserPolicy: attach('User'),
  CreateAccessKey: createAccessKey,
  CreatePolicy: createPolicy,
  CreatePolicyVersion: createPolicyVersion,
  CreateRole: createRole,
  CreateUser: createUser,
  DeleteAccessKey: deleteAccessKey,
  DeletePolicy: deletePolicy,
  DeletePolicyVersion: deletePolicyVersion,
  DeleteRole: deleteRole,
  DeleteRolePolicy: deleteInline('Role'),
  DeleteUser: deleteUser,
  DeleteUserPolicy: deleteInline('User'),
  DetachRolePolicy: detach('Role'),
  DetachUserPolicy: detach('User'),
  GetPolicy: getPolicy,
  GetPolicyVersion: getPolicyVersion,
  GetRole: getRole,
  GetRolePolicy: getInline('Role'),
  GetUser: getUser,
  GetUserPolicy: getInline('User'),
  ListAccessKeys: listAccessKeys,
  ListAttachedRolePolicies: listAttached('Role'),
  ListAttachedUserPolicies: listAttached('User'),
  ListPolicies: listPolicies,
  ListPolicyVersions: listPolicyVersions,
  ListRolePolicies: listInline('Role'),
  ListRoleTags: listTags('Role'),
  ListRoles: listRoles,
  ListUserPolicies: listInline('User'),
  ListUserTags: listTags('User'),
  ListUsers: listUsers,
  PutRolePolicy: putInline('Role'),
  PutUserPolicy: putInline('User'),
  SetDefaultPolicyVersion: setDefaultPolicyVersion,
  SimulatePrincipalPolicy: simulatePrincipalPolicy,
  TagRole: tag('Role'),
  TagUser: tag('User'),
  UntagRole: untag('Role'),
  UntagUser: untag('User'),
  UpdateAccessKey: updateAccessKey,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
  UpdateRole: updateRole,
};

/** AWS IAM, API version 2010-05-08. It belongs to no region. */
export function createIam(world: IamWorld, directory: Directory): QueryApi<Account> {
  return new QueryApi({
    signingName: 'iam',
    version: '2010-05-08',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    operations: OPERATIONS,
    open: ({ caller }) => new Account(world, directory, caller.accountId),
    resourceOf: (_operation, form, { caller }) => {
      const { RoleName: role, UserName: user, PolicyArn: policy } = form;
      if (typeof role === 'string') return `arn:aws:iam::${caller.accountId}:role/${role}`;
      if (typeof user === 'string') return `arn:aws:iam::${caller.accountId}:user/${user}`;
      return typeof policy === 'string' ? policy : '*';
    },
  });
}
