import { Secrets, type Stage } from '../../aws/secrets.js';
import { type Cluster, connectionsOf, userOf } from '../database/connection.js';
import { parseDocument } from '../secret-edit.js';
import type { Target } from '../target.js';
import type { HeldKey } from './held-key.js';

/** Database users that the functions sign in as, and those that they did before. None of them is one tenant's. */
export async function databaseUsers({ secretNames, choices, regions }: Target): Promise<HeldKey[]> {
  const name = secretNames.databases;
  if (name === undefined || choices.tenants.length > 0) return [];
  const keys: HeldKey[] = [];
  for (const region of regions) {
    const secrets = new Secrets(region);
    const current = await usersAt(secrets, name, 'AWSCURRENT');
    const before = await usersAt(secrets, name, 'AWSPREVIOUS'); // a rotation takes the label off at its end
    const add = (keyId: string, state: HeldKey['state']) =>
      keys.push({ kind: 'database', region: region.name, keyId, state });
    for (const user of current) add(user, 'current');
    for (const user of before) if (!current.has(user)) add(user, 'retiring');
  }
  return keys;
}

async function usersAt(secrets: Secrets, name: string, stage: Stage): Promise<Set<string>> {
  const version = await secrets.read(name, { stage });
  if (!version) return new Set();
  const { clusters } = parseDocument<{ clusters: Cluster[] }>(version.value, name);
  return new Set(
    connectionsOf(clusters)
      .map(({ uri }) => userOf(uri)?.user)
      .filter((user) => user !== undefined),
  );
}
