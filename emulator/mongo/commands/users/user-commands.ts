import { isRole } from '../../auth/access.js';
import type { RoleGrant } from '../../auth/identity.js';
import type { User } from '../../auth/users.js';
import { Binary, Document, isDocument, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';

const userFields = {
  pwd: as.text,
  roles: as.array,
  customData: as.object,
  mechanisms: as.array,
  digestPassword: as.bool,
  authenticationRestrictions: as.array,
};

/** Makes a user of the database. */
export const createUser = defineCommand({
  name: 'createUser',
  access: 'users',
  writes: true,
  fields: { createUser: as.required(as.text), ...userFields, roles: as.required(as.array) },
  async run(context, { createUser: user, pwd, roles, mechanisms }) {
    const { server, database } = context;
    if (user === '') throw mongoError('BadValue', 'User document needs a non-empty "user" field');
    if (pwd === undefined || pwd === '') {
      throw mongoError(
        'BadValue',
        "Must provide a 'pwd' field for all user documents, except those with '$external' as the user's source db",
      );
    }
    checkMechanisms(mechanisms);
    if (server.users.get(database, user) !== undefined) {
      throw mongoError(51003, `User "${user}@${database}" already exists`);
    }
    await server.users.add(database, user, pwd, readRoles(database, roles));
    return new Document();
  },
});

/** Changes a user's password or roles. */
export const updateUser = defineCommand({
  name: 'updateUser',
  access: 'users',
  writes: true,
  fields: { updateUser: as.required(as.text), ...userFields },
  async run(context, { updateUser: user, pwd, roles, mechanisms, customData }) {
    if (pwd === undefined && roles === undefined && mechanisms === undefined && customData === undefined) {
      throw mongoError('BadValue', 'Must specify at least one field to update in updateUser');
    }
    checkMechanisms(mechanisms);
    const known = knownUser(context, user);
    const granted = roles === undefined ? undefined : readRoles(context.database, roles);
    await context.server.users.change(known, pwd, granted);
    return new Document();
  },
});

/** Drops a user. */
export const dropUser = defineCommand({
  name: 'dropUser',
  access: 'users',
  writes: true,
  fields: { dropUser: as.required(as.text) },
  async run(context, { dropUser: user }) {
    knownUser(context, user);
    await context.server.users.remove(context.database, user);
    return new Document();
  },
});

/** Drops all users of the database. */
export const dropAllUsersFromDatabase = defineCommand({
  name: 'dropAllUsersFromDatabase',
  access: 'users',
  writes: true,
  fields: { dropAllUsersFromDatabase: as.any },
  async run({ server, database }) {
    const all = server.users.all().filter(({ db }) => db === database);
    for (const { user } of all) await server.users.remove(database, user);
    return Document.of({ n: all.length });
  },
});

/** Gives a user more roles. */
export const grantRolesToUser = defineCommand({
  name: 'grantRolesToUser',
  access: 'users',
  writes: true,
  fields: { grantRolesToUser: as.required(as.text), roles: as.required(as.array) },
  async run(context, { grantRolesToUser: user, roles }) {
    const known = knownUser(context, user);
    const added = readRoles(context.database, roles).filter(
      (grant) => !known.roles.some((role) => same(role, grant)),
    );
    await context.server.users.change(known, undefined, [...known.roles, ...added]);
    return new Document();
  },
});

/** Takes roles from a user. */
export const revokeRolesFromUser = defineCommand({
  name: 'revokeRolesFromUser',
  access: 'users',
  writes: true,
  fields: { revokeRolesFromUser: as.required(as.text), roles: as.required(as.array) },
  async run(context, { revokeRolesFromUser: user, roles }) {
    const known = knownUser(context, user);
    const revoked = readRoles(context.database, roles);
    const left = known.roles.filter((role) => !revoked.some((grant) => same(role, grant)));
    await context.server.users.change(known, undefined, left);
    return new Document();
  },
});

/** Shows users: one by name, several, all of the database (`1`) or of all databases (`{forAllDBs: true}`). */
export const usersInfo = defineCommand({
  name: 'usersInfo',
  access: 'users',
  fields: {
    usersInfo: as.required(as.any),
    showCredentials: as.bool,
    showCustomData: as.bool,
    showPrivileges: as.bool,
    showAuthenticationRestrictions: as.bool,
    filter: as.object,
  },
  run: (context, { usersInfo: asked, showCredentials }) =>
    Document.of({ users: find(context, asked).map((user) => describe(user, showCredentials === true)) }),
});

function find({ server, database }: CommandContext, asked: Value): User[] {
  const all = server.users.all();
  if (isDocument(asked) && asked.get('forAllDBs') === true) return all;
  if (typeof asked !== 'string' && !isDocument(asked) && !Array.isArray(asked)) {
    return all.filter(({ db }) => db === database);
  }
  const names = (Array.isArray(asked) ? asked : [asked]).map((name) => userName(name, database));
  return all.filter(({ user, db }) => names.some((name) => name.user === user && name.db === db));
}

function userName(name: Value, database: string): { user: string; db: string } {
  if (typeof name === 'string') return { user: name, db: database };
  const [user, db] = isDocument(name) ? [name.get('user'), name.get('db')] : [];
  if (typeof user !== 'string' || typeof db !== 'string') {
    throw mongoError('BadValue', 'UserName must contain a "user" and a "db" field of type string');
  }
  return { user, db };
}

function describe({ user, db, userId, roles, credential }: User, showCredentials: boolean): Document {
  const described = Document.of({
    _id: `${db}.${user}`,
    userId: new Binary(Buffer.from(userId, 'hex'), 4),
    user,
    db,
    roles: roles.map((grant) => ({ ...grant })),
    mechanisms: ['SCRAM-SHA-256'],
  });
  if (showCredentials) described.set('credentials', Document.of({ 'SCRAM-SHA-256': { ...credential } }));
  return described;
}

function knownUser({ server, database }: CommandContext, user: string): User {
  const known = server.users.get(database, user);
  if (known === undefined) throw mongoError('UserNotFound', `User '${user}@${database}' not found`);
  return known;
}

function readRoles(database: string, roles: readonly Value[]): RoleGrant[] {
  return roles.map((role) => {
    const grant = readRole(database, role);
    if (!isRole(grant.role))
      throw mongoError('RoleNotFound', `Could not find role: ${grant.role}@${grant.db}`);
    return grant;
  });
}

function readRole(database: string, role: Value): RoleGrant {
  if (typeof role === 'string') return { role, db: database };
  const [name, db] = isDocument(role) ? [role.get('role'), role.get('db')] : [];
  if (typeof name === 'string' && typeof db === 'string') return { role: name, db };
  throw mongoError('BadValue', 'Role names must be either strings or objects with a "role" and a "db"');
}

function same(a: RoleGrant, b: RoleGrant): boolean {
  return a.role === b.role && a.db === b.db;
}

function checkMechanisms(mechanisms: readonly Value[] | undefined): void {
  const other = mechanisms?.find((mechanism) => mechanism !== 'SCRAM-SHA-256');
  if (other !== undefined)
    throw mongoError('BadValue', `mechanism ${String(other)} is not supported by this server`);
}
