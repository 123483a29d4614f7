import { Binary, Document } from '../../bson/index.js';
import { type Session, sessionKey } from '../../session/sessions.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** Makes a session id. */
export const startSession = defineCommand({
  name: 'startSession',
  access: 'user',
  lenient: true,
  fields: { startSession: as.any },
  run({ server }) {
    const id = Buffer.from(server.ids.uuid().replaceAll('-', ''), 'hex');
    server.sessions.use(id.toString('hex'));
    return Document.of({ id: { id: new Binary(id, 4) }, timeoutMinutes: 30 });
  },
});

/** Ends sessions: open transactions are rolled back, cursors closed. */
export const endSessions = defineCommand({
  name: 'endSessions',
  access: 'anyone',
  fields: { endSessions: as.required(as.objects) },
  run({ server }, args) {
    for (const lsid of args.endSessions) server.sessions.end(sessionKey(lsid));
    return new Document();
  },
});

/** Keeps sessions from timing out. */
export const refreshSessions = defineCommand({
  name: 'refreshSessions',
  access: 'user',
  fields: { refreshSessions: as.required(as.objects) },
  run({ server }, args) {
    for (const lsid of args.refreshSessions) server.sessions.use(sessionKey(lsid));
    return new Document();
  },
});

/** Ends sessions and what runs in them; without any named, all of them. */
export const killSessions = defineCommand({
  name: 'killSessions',
  access: 'user',
  lenient: true,
  fields: { killSessions: as.required(as.objectsOrNulls) },
  run({ server }, args) {
    const named = args.killSessions.map(sessionKey);
    const keys = named.length === 0 ? server.sessions.keys() : named;
    server.operations.killWhere(({ session }) => session !== undefined && keys.includes(session));
    for (const key of keys) server.sessions.end(key);
    return new Document();
  },
});

const sessionUser = { user: as.required(as.text), db: as.required(as.text) };

/** Ends the sessions of some users; without any named, all of them. */
export const killAllSessions = defineCommand({
  name: 'killAllSessions',
  access: 'user',
  lenient: true,
  fields: { killAllSessions: as.required(as.objectsOrNulls) },
  run({ server }, args) {
    const users = args.killAllSessions.map((user) => as.readFields(sessionUser, user, 'KillAllSessionsUser'));
    const isMeant = ({ owner }: Session) =>
      users.length === 0 || users.some(({ user, db }) => owner?.user === user && owner.db === db);
    const keys = server.sessions
      .all()
      .filter(isMeant)
      .map(({ key }) => key);
    server.operations.killWhere(({ session }) => session !== undefined && keys.includes(session));
    for (const key of keys) server.sessions.end(key);
    return new Document();
  },
});
