import { Secret } from '../../../core/secret.js';
import { readBack } from '../../aws/retry.js';
import { Secrets } from '../../aws/secrets.js';
import { meteredAdoption } from '../adoption.js';
import { openUsers } from '../database/admin-access.js';
import {
  alternate,
  type Cluster,
  connectionsOf,
  tryConnection,
  userOf,
  withUser,
} from '../database/connection.js';
import type { DatabaseUsers } from '../database/users.js';
import { type KeyKind, NotSeen, ProbeRefused, type StepContext, StillAccepted } from '../kind.js';
import {
  dropLabel,
  ownPending,
  type PendingDocument,
  pendingAnywhere,
  putPending,
  refuseForeignPending,
} from '../pending.js';
import { bringBack, previousKey, promotePending } from '../promote-pending.js';
import { currentVersion, parseDocument } from '../secret-edit.js';
import type { Target } from '../target.js';

/** What the functions read: each data region's connection string, the home region's first. */
interface Databases extends PendingDocument {
  database: string;
  clusters: Cluster[];
}

/** Two users that take turns: while one is in use, the other is made anew. */
export const database: KeyKind = {
  async survey(target, _rotation) {
    const name = databasesName(target);
    const [home] = target.regions;
    if (target.choices.tenants.length > 0 || name === '' || !home) return [];
    const current = await new Secrets(home).read(name, { stage: 'AWSCURRENT' });
    if (!current) return [];
    const users = usersIn(parseDocument<Databases>(current.value, name));
    if (users.length === 0) return [];
    return [
      {
        id: 'database',
        kind: 'database',
        regions: target.regions.map(({ name: region }) => region),
        holder: `functions of ${target.stack}`,
        name,
        oldKey: distinct(users),
        newKey: distinct(users.map(alternate)),
        since: current.createdAt,
      },
    ];
  },

  async create(context) {
    const { target, region, subject, memory } = context;
    const secrets = new Secrets(region);
    await refuseForeignPending(context, secrets, subject.name);
    const current = await currentVersion(context, secrets, subject.name);
    memory.set(previousKey(region.name, subject.name), current.versionId);
    if (await ownPending(context, secrets, subject.name))
      return 'the new connection strings were there already';
    const elsewhere = await pendingAnywhere(context, subject.name);
    const document = elsewhere
      ? parseDocument<Databases>(elsewhere.value, subject.name)
      : withNewUsers(parseDocument<Databases>(current.value, subject.name), target);
    await putPending(context, secrets, subject.name, document);
    return `connection strings of ${subject.newKey} wait as AWSPENDING of ${subject.name}`;
  },

  async publish(context) {
    const document = await pendingDocument(context);
    const previous = await documentOf(context, {
      id: context.memory.get(previousKey(context.region.name, context.subject.name)) ?? '',
    });
    const before = connectionsOf(previous?.clusters ?? []);
    for (const { cluster, uri } of connectionsOf(document.clusters)) {
      const found = userOf(uri);
      const old = userOf(before.find((one) => one.cluster === cluster)?.uri ?? '');
      if (found && old)
        await withUsers(context, cluster, found.authSource, (users) => makeUser(users, old.user, uri));
    }
    return `${context.subject.newKey} may sign in, with the roles of ${context.subject.oldKey}`;
  },

  async probe(context) {
    const document = await pendingDocument(context);
    for (const { cluster, uri } of connectionsOf(document.clusters)) {
      const refused = userOf(uri) && (await tryConnection(new Secret(uri), document.database));
      if (refused) throw new ProbeRefused(`the cluster of ${cluster} said: ${refused}`);
    }
    return `${context.subject.newKey} signs in and reads in ${document.clusters.length} clusters`;
  },

  async promote(context) {
    const { subject, region } = context;
    await promotePending(context, new Secrets(region), subject.name);
    return `functions sign in as ${subject.newKey} from now on`;
  },

  async revoke(context) {
    const { subject, memory, region } = context;
    const current = await documentOf(context, { stage: 'AWSCURRENT' });
    const inUse = new Set(current ? usersIn(current) : []);
    const previous = await documentOf(context, {
      id: memory.get(previousKey(region.name, subject.name)) ?? '',
    });
    await removeUsers(context, previous, (user) => (inUse.has(user) ? undefined : user));
    return `${subject.oldKey} is removed`;
  },

  async prove(context) {
    const { subject, memory, region } = context;
    const current = await documentOf(context, { stage: 'AWSCURRENT' });
    for (const { uri } of connectionsOf(current?.clusters ?? [])) {
      const refused = userOf(uri) && (await tryConnection(new Secret(uri), current?.database ?? 'admin'));
      if (refused) throw new ProbeRefused(refused);
    }
    const previous = await documentOf(context, {
      id: memory.get(previousKey(region.name, subject.name)) ?? '',
    });
    for (const one of connectionsOf(previous?.clusters ?? [])) {
      if (!userOf(one.uri)) continue;
      const refused = await readBack(
        async () => (await tryConnection(new Secret(one.uri), previous?.database ?? 'admin')) !== undefined,
      );
      if (!refused) throw new StillAccepted(`the cluster of ${one.cluster} lets ${subject.oldKey} in`);
    }
    return `${subject.newKey} signs in, ${subject.oldKey} does not`;
  },

  async clean(context) {
    await dropLabel(new Secrets(context.region), context.subject.name, 'AWSPREVIOUS');
    return 'the version with the old connection strings has no label any more';
  },

  async demote(context) {
    await bringBack(context, new Secrets(context.region), context.subject.name);
    return `functions sign in as ${context.subject.oldKey} again`;
  },

  async unpublish(context) {
    const { subject, region, rotation } = context;
    const secrets = new Secrets(region);
    await removeUsers(context, await documentOf(context, { stage: 'AWSCURRENT' }), (user) => alternate(user));
    for (const stage of ['AWSPENDING', 'AWSPREVIOUS'] as const)
      if ((await documentOf(context, { stage }))?.rotation === rotation)
        await dropLabel(secrets, subject.name, stage);
    return `${subject.newKey} is removed`;
  },

  adoption: (context, from) => meteredAdoption(context, from),
};

function databasesName({ secretNames }: Target): string {
  return secretNames.databases ?? '';
}

function usersIn({ clusters }: Databases): string[] {
  return connectionsOf(clusters)
    .map(({ uri }) => userOf(uri)?.user)
    .filter((user) => user !== undefined);
}

function distinct(users: string[]): string {
  return [...new Set(users)].join('+');
}

/** Clusters without a user stay as they are. A region's two have one password: on Atlas a user is the project's, not a cluster's. */
function withNewUsers({ database, clusters }: Databases, target: Target): Databases {
  const changed = clusters.map(({ uri, keysUri, ...cluster }) => {
    const password = new Secret(target.random(24).reveal().toString('base64url'));
    const renewed = (old: string): string => {
      const found = userOf(old);
      return found ? withUser(old, alternate(found.user), password).reveal() : old;
    };
    return { ...cluster, uri: renewed(uri), ...(keysUri !== undefined && { keysUri: renewed(keysUri) }) };
  });
  return { database, clusters: changed };
}

async function makeUser(users: DatabaseUsers, oldUser: string, uri: string): Promise<void> {
  const { user } = userOf(uri) ?? { user: '' };
  const roles = await users.roles(oldUser);
  if (!roles) throw new Error(`the user ${oldUser} is not known where users are administered`);
  await users.ensure(user, new Secret(decodeURIComponent(/:\/\/[^:]+:([^@]*)@/.exec(uri)?.[1] ?? '')), roles);
}

/** Removes what `which` makes of a document's users. */
async function removeUsers(
  context: StepContext,
  document: Databases | undefined,
  which: (user: string) => string | undefined,
): Promise<void> {
  for (const { cluster, uri } of connectionsOf(document?.clusters ?? [])) {
    const found = userOf(uri);
    const gone = found && which(found.user);
    if (gone) await withUsers(context, cluster, found.authSource, (users) => users.remove(gone));
  }
}

async function withUsers<T>(
  context: StepContext,
  cluster: string,
  authSource: string,
  run: (users: DatabaseUsers) => Promise<T>,
): Promise<T> {
  const users = await openUsers(context, cluster, authSource);
  try {
    return await run(users);
  } finally {
    await users.close();
  }
}

async function pendingDocument(context: StepContext): Promise<Databases> {
  const { subject, region } = context;
  const pending = await ownPending(context, new Secrets(region), subject.name);
  if (!pending) throw new NotSeen(subject.name, region.name);
  return parseDocument<Databases>(pending.value, subject.name);
}

async function documentOf(
  { region, subject }: StepContext,
  version: Parameters<Secrets['read']>[1],
): Promise<Databases | undefined> {
  const found = await new Secrets(region).read(subject.name, version);
  return found && parseDocument<Databases>(found.value, subject.name);
}
