import { Document } from '../../bson/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** Who the connection has authenticated as. */
export const connectionStatus = defineCommand({
  name: 'connectionStatus',
  access: 'anyone',
  fields: { connectionStatus: as.any, showPrivileges: as.bool },
  run({ client }, { showPrivileges }) {
    const { identity } = client;
    const users = identity === undefined ? [] : [{ user: identity.user, db: identity.db }];
    const roles = (identity?.roles ?? []).map(({ role, db }) => ({ role, db }));
    const authInfo = Document.of({ authenticatedUsers: users, authenticatedUserRoles: roles });
    if (showPrivileges === true) authInfo.set('authenticatedUserPrivileges', []);
    return Document.of({ authInfo });
  },
});
