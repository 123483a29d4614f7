import type { Access, Command, Need } from '../commands/command.js';
import { mongoError } from '../error/index.js';
import type { Request } from '../wire/request.js';
import type { Identity, RoleGrant } from './identity.js';

/** What each built-in role may do on its database (`*AnyDatabase` and the cluster roles: on all). */
const GRANTS: Record<string, readonly Access[] | undefined> = {
  read: ['read'],
  readWrite: ['read', 'write'],
  dbAdmin: ['admin'],
  userAdmin: ['users'],
  dbOwner: ['read', 'write', 'admin', 'users'],
  readAnyDatabase: ['read'],
  readWriteAnyDatabase: ['read', 'write'],
  dbAdminAnyDatabase: ['admin'],
  userAdminAnyDatabase: ['users'],
  clusterMonitor: ['cluster'],
  clusterManager: ['cluster'],
  clusterAdmin: ['cluster'],
  hostManager: ['cluster'],
  backup: ['read'],
  restore: ['write', 'admin', 'users'],
  root: ['read', 'write', 'admin', 'users', 'cluster'],
};

const EVERYWHERE = new Set([
  'readAnyDatabase',
  'readWriteAnyDatabase',
  'dbAdminAnyDatabase',
  'userAdminAnyDatabase',
  'clusterMonitor',
  'clusterManager',
  'clusterAdmin',
  'hostManager',
  'backup',
  'restore',
  'root',
]);

export function isRole(name: string): boolean {
  return Object.hasOwn(GRANTS, name);
}

/** Refuses a command that the connection's user may not run, in mongod's words. */
export function assertAllowed(command: Command, request: Request, identity: Identity | undefined): void {
  const { access, name } = command;
  if (access === 'anyone') return;
  if (identity === undefined) throw mongoError('Unauthorized', `Command ${name} requires authentication`);
  if (access === 'user') return;
  const needs = command.needs?.(request.body, request.database) ?? [{ access, database: request.database }];
  const missing = needs.find((need) => !identity.roles.some((role) => grants(role, need)));
  if (missing === undefined) return;
  throw mongoError('Unauthorized', `not authorized on ${missing.database} to execute command ${name}`);
}

function grants({ role, db }: RoleGrant, { access, database }: Need): boolean {
  if (GRANTS[role]?.includes(access) !== true) return false;
  return db === database || (db === 'admin' && EVERYWHERE.has(role));
}
