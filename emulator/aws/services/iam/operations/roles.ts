import type { Operation } from '../../../protocol/operation.js';
import { type Account, alreadyExists, deleteConflict, pageOf, readPath, readTags } from '../account.js';
import { checkedTrust } from '../documents.js';
import { showRole } from '../show.js';
import type { StoredRole } from '../stored.js';

const NAME = { min: 1, max: 64, pattern: /^[\w+=,.@-]+$/ };
const SESSION = { min: 3600, max: 43_200 };

/** `CreateRole`. */
export const createRole: Operation<Account> = async (account, input) => {
  const name = input.text('RoleName', NAME);
  if (Object.hasOwn(account.state.roles, name)) throw alreadyExists(`Role with name ${name} already exists.`);
  const path = readPath(input);
  const boundary = input.optionalText('PermissionsBoundary');
  if (boundary !== undefined) account.requirePolicy(boundary);
  const description = input.optionalText('Description', { max: 1000 });
  const role: StoredRole = {
    name,
    id: account.newId('AROA'),
    arn: account.arn('role', path, name),
    path,
    createdAt: account.now,
    ...(description !== undefined && { description }),
    trust: checkedTrust(input.text('AssumeRolePolicyDocument', { min: 1, max: 131_072 })),
    maxSession: input.optionalInteger('MaxSessionDuration', SESSION) ?? 3600,
    inline: {},
    attached: [],
    ...(boundary !== undefined && { boundary }),
    tags: readTags(input),
  };
  account.state.roles[name] = role;
  await account.save();
  return { Role: showRole(role) };
};

/** `GetRole`. */
export const getRole: Operation<Account> = (account, input) => ({
  Role: showRole(account.role(input.text('RoleName'))),
});

/** `ListRoles`, below a path. */
export const listRoles: Operation<Account> = (account, input) => {
  const prefix = input.optionalText('PathPrefix') ?? '/';
  const all = Object.values(account.state.roles).filter(({ path }) => path.startsWith(prefix));
  const { items, members } = pageOf(input, all);
  return { Roles: items.map(showRole), ...members };
};

/** `UpdateRole`: description and longest session. */
export const updateRole: Operation<Account> = async (account, input) => {
  const role = account.role(input.text('RoleName'));
  const description = input.optionalText('Description', { max: 1000 });
  if (description !== undefined) role.description = description;
  role.maxSession = input.optionalInteger('MaxSessionDuration', SESSION) ?? role.maxSession;
  await account.save();
  return {};
};

/** `UpdateAssumeRolePolicy`. */
export const updateAssumeRolePolicy: Operation<Account> = async (account, input) => {
  const role = account.role(input.text('RoleName'));
  role.trust = checkedTrust(input.text('PolicyDocument', { min: 1, max: 131_072 }));
  await account.save();
  return {};
};

/** `DeleteRole`: one without policies. */
export const deleteRole: Operation<Account> = async (account, input) => {
  const role = account.role(input.text('RoleName'));
  if (role.attached.length > 0) throw deleteConflict('Cannot delete entity, must detach all policies first.');
  if (Object.keys(role.inline).length > 0)
    throw deleteConflict('Cannot delete entity, must delete policies first.');
  delete account.state.roles[role.name];
  await account.save();
  return {};
};
