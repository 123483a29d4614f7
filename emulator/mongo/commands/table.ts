import { collMod } from './catalogue/coll-mod.js';
import { collStats, dbStats } from './catalogue/collection-stats.js';
import { create } from './catalogue/create.js';
import { createIndexes } from './catalogue/create-indexes.js';
import { drop, dropDatabase } from './catalogue/drop.js';
import { dropIndexes } from './catalogue/drop-indexes.js';
import { listCollections } from './catalogue/list-collections.js';
import { listDatabases } from './catalogue/list-databases.js';
import { listIndexes } from './catalogue/list-indexes.js';
import { renameCollection } from './catalogue/rename-collection.js';
import { searchIndexCommands } from './catalogue/search-indexes.js';
import { validate } from './catalogue/validate.js';
import type { Command } from './command.js';
import { buildInfo } from './diagnostic/build-info.js';
import { configureFailPoint } from './diagnostic/configure-fail-point.js';
import { connectionStatus } from './diagnostic/connection-status.js';
import { currentOp, killOp } from './diagnostic/current-op.js';
import { getCmdLineOpts } from './diagnostic/get-cmd-line-opts.js';
import { getParameter } from './diagnostic/get-parameter.js';
import { hello } from './diagnostic/hello.js';
import { hostInfo } from './diagnostic/host-info.js';
import { ping } from './diagnostic/ping.js';
import { serverStatus } from './diagnostic/server-status.js';
import {
  getLog,
  replSetGetConfig,
  replSetGetStatus,
  setFeatureCompatibilityVersion,
} from './diagnostic/tools.js';
import { whatsMyUri } from './diagnostic/whats-my-uri.js';
import { aggregate } from './read/aggregate.js';
import { count } from './read/count.js';
import { distinct } from './read/distinct.js';
import { explain } from './read/explain.js';
import { find } from './read/find.js';
import { getMore } from './read/get-more.js';
import { killCursors } from './read/kill-cursors.js';
import {
  endSessions,
  killAllSessions,
  killSessions,
  refreshSessions,
  startSession,
} from './session/logical-sessions.js';
import { abortTransaction, commitTransaction } from './session/transactions.js';
import { logout, saslContinue, saslStart } from './users/sasl.js';
import {
  createUser,
  dropAllUsersFromDatabase,
  dropUser,
  grantRolesToUser,
  revokeRolesFromUser,
  updateUser,
  usersInfo,
} from './users/user-commands.js';
import { bulkWrite } from './write/bulk-write.js';
import { deleteDocuments } from './write/delete.js';
import { findAndModify } from './write/find-and-modify.js';
import { insert } from './write/insert.js';
import { update } from './write/update.js';

const ALL: readonly Command[] = [
  abortTransaction,
  aggregate,
  buildInfo,
  bulkWrite,
  collMod,
  collStats,
  commitTransaction,
  configureFailPoint,
  connectionStatus,
  count,
  create,
  createIndexes,
  createUser,
  currentOp,
  dbStats,
  deleteDocuments,
  distinct,
  drop,
  dropAllUsersFromDatabase,
  dropDatabase,
  dropIndexes,
  dropUser,
  endSessions,
  explain,
  find,
  findAndModify,
  getCmdLineOpts,
  getLog,
  getMore,
  getParameter,
  grantRolesToUser,
  hello,
  hostInfo,
  insert,
  killAllSessions,
  killCursors,
  killOp,
  killSessions,
  listCollections,
  listDatabases,
  listIndexes,
  logout,
  ping,
  refreshSessions,
  renameCollection,
  replSetGetConfig,
  replSetGetStatus,
  revokeRolesFromUser,
  saslContinue,
  saslStart,
  serverStatus,
  setFeatureCompatibilityVersion,
  startSession,
  update,
  updateUser,
  usersInfo,
  validate,
  whatsMyUri,
  ...searchIndexCommands,
];

/** Every command under each of its names. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  ALL.flatMap((command) =>
    [command.name, ...(command.aliases ?? [])].map((name) => [name, command] as const),
  ),
);
