import type { KeyRing } from './key-ring.js';
import type { StoredKey } from './keys.js';

type Wanted = Partial<
  Pick<StoredKey, 'id' | 'description' | 'usage' | 'spec' | 'manager' | 'multiRegion' | 'policy' | 'tags'>
>;

/** Puts a key with this material into the ring; it is not saved yet. */
export function makeKey(ring: KeyRing, material: string, wanted: Wanted = {}): StoredKey {
  const { multiRegion = false } = wanted;
  const id = wanted.id ?? (multiRegion ? `mrk-${ring.ids.hex(32)}` : ring.ids.uuid());
  const key: StoredKey = {
    description: '',
    usage: 'ENCRYPT_DECRYPT',
    spec: 'SYMMETRIC_DEFAULT',
    manager: 'CUSTOMER',
    policy: defaultPolicy(ring.accountId),
    tags: {},
    ...wanted,
    id,
    arn: ring.arn(`key/${id}`),
    multiRegion,
    createdAt: ring.now,
    enabled: true,
    material: [material],
    rotation: { enabled: false, periodDays: 365, done: [] },
  };
  ring.state.keys[id] = key;
  return key;
}

/** The policy of a key that was made without one: the account's IAM policies decide. */
export function defaultPolicy(accountId: string): string {
  const statement = {
    Sid: 'Enable IAM User Permissions',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  return JSON.stringify({ Version: '2012-10-17', Id: 'key-default-1', Statement: [statement] });
}
