import type { Operation } from '../../../protocol/operation.js';
import { type Account, alreadyExists, deleteConflict, pageOf, readPath, readTags } from '../account.js';
import { showUser } from '../show.js';

const NAME = { min: 1, max: 64, pattern: /^[\w+=,.@-]+$/ };

/** `CreateUser`. */
export const createUser: Operation<Account> = async (account, input) => {
  const name = input.text('UserName', NAME);
  if (Object.hasOwn(account.state.users, name)) throw alreadyExists(`User with name ${name} already exists.`);
  const path = readPath(input);
  const boundary = input.optionalText('PermissionsBoundary');
  if (boundary !== undefined) account.requirePolicy(boundary);
  const user = {
    name,
    id: account.newId('AIDA'),
    arn: account.arn('user', path, name),
    path,
    createdAt: account.now,
    inline: {},
    attached: [],
    ...(boundary !== undefined && { boundary }),
    tags: readTags(input),
    accessKeys: [],
  };
  account.state.users[name] = user;
  await account.save();
  return { User: showUser(user) };
};

/** `GetUser`: the named one, or the caller itself. */
export const getUser: Operation<Account> = (account, input, { caller }) => {
  const name = input.optionalText('UserName') ?? /:user\/(?:.*\/)?([^/]+)$/.exec(caller.arn)?.[1];
  if (name === undefined)
    return { User: { Path: '/', UserId: account.accountId, Arn: caller.arn, CreateDate: new Date(0) } };
  return { User: showUser(account.user(name)) };
};

/** `ListUsers`, below a path. */
export const listUsers: Operation<Account> = (account, input) => {
  const prefix = input.optionalText('PathPrefix') ?? '/';
  const all = Object.values(account.state.users).filter(({ path }) => path.startsWith(prefix));
  const { items, members } = pageOf(input, all);
  return { Users: items.map(showUser), ...members };
};

/** `DeleteUser`: one without keys and policies. */
export const deleteUser: Operation<Account> = async (account, input) => {
  const user = account.user(input.text('UserName'));
  if (user.accessKeys.length > 0)
    throw deleteConflict('Cannot delete entity, must delete access keys first.');
  if (user.attached.length > 0) throw deleteConflict('Cannot delete entity, must detach all policies first.');
  if (Object.keys(user.inline).length > 0)
    throw deleteConflict('Cannot delete entity, must delete policies first.');
  delete account.state.users[user.name];
  await account.save();
  return {};
};
