import type { AwsApiRequest } from '../../../../kernel/aws.js';
import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { Operation } from '../../../protocol/operation.js';
import { type Account, noSuchEntity, pageOf } from '../account.js';
import type { StoredAccessKey, StoredUser } from '../stored.js';

/** `CreateAccessKey`: at most two; its secret is told once. */
export const createAccessKey: Operation<Account> = async (account, input, request) => {
  const user = userOf(account, input, request);
  if (user.accessKeys.length >= 2)
    throw new AwsError('LimitExceeded', 'Cannot exceed quota for AccessKeysPerUser: 2', 409);
  const key: StoredAccessKey = {
    id: account.newId('AKIA'),
    secret: account.ids.bytes(30).toString('base64'),
    active: true,
    createdAt: account.now,
  };
  user.accessKeys.push(key);
  await account.save();
  return {
    AccessKey: {
      UserName: user.name,
      AccessKeyId: key.id,
      Status: 'Active',
      SecretAccessKey: key.secret,
      CreateDate: new Date(key.createdAt),
    },
  };
};

/** `ListAccessKeys`. */
export const listAccessKeys: Operation<Account> = (account, input, request) => {
  const user = userOf(account, input, request);
  const { items, members } = pageOf(input, user.accessKeys);
  const metadata = items.map(({ id, active, createdAt }) => ({
    UserName: user.name,
    AccessKeyId: id,
    Status: active ? 'Active' : 'Inactive',
    CreateDate: new Date(createdAt),
  }));
  return { AccessKeyMetadata: metadata, ...members };
};

/** `UpdateAccessKey`: an inactive key is refused like an unknown one. */
export const updateAccessKey: Operation<Account> = async (account, input, request) => {
  const key = keyOf(userOf(account, input, request), input);
  key.active = input.text('Status', { oneOf: ['Active', 'Inactive'] }) === 'Active';
  await account.save();
  return {};
};

/** `DeleteAccessKey`. */
export const deleteAccessKey: Operation<Account> = async (account, input, request) => {
  const user = userOf(account, input, request);
  const { id } = keyOf(user, input);
  user.accessKeys = user.accessKeys.filter((key) => key.id !== id);
  await account.save();
  return {};
};

function userOf(account: Account, input: Input, { caller }: AwsApiRequest): StoredUser {
  const own = /:user\/(?:.*\/)?([^/]+)$/.exec(caller.arn)?.[1];
  return account.user(input.optionalText('UserName') ?? own ?? input.text('UserName'));
}

function keyOf(user: StoredUser, input: Input): StoredAccessKey {
  const id = input.text('AccessKeyId');
  const key = user.accessKeys.find((one) => one.id === id);
  if (!key) throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
  return key;
}
