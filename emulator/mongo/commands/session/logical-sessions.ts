import { Binary, Document, isDocument, type Value } from '../../bson/index.js';
import { sessionKey } from '../../session/sessions.js';
import * as as from '../arguments.js';
import { wrongType } from '../arguments.js';
import { defineCommand } from '../command.js';

/** Makes a session id. */
export const startSession = defineCommand({
  name: 'startSession',
  access: 'user',
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
  fields: { killSessions: as.required(as.array) },
  run({ server }, args) {
    const named = args.killSessions.map(keyOf);
    const keys = named.length === 0 ? server.sessions.keys() : named;
    server.operations.killWhere(({ session }) => session !== undefined && keys.includes(session));
    for (const key of keys) server.sessions.end(key);
    return new Document();
  },
});

/** Ends all sessions. */
export const killAllSessions = defineCommand({
  name: 'killAllSessions',
  access: 'user',
  fields: { killAllSessions: as.required(as.array) },
  run({ server }) {
    const keys = server.sessions.keys();
    server.operations.killWhere(({ session }) => session !== undefined);
    for (const key of keys) server.sessions.end(key);
    return new Document();
  },
});

function keyOf(lsid: Value): string {
  if (!isDocument(lsid)) throw wrongType('killSessions', lsid, [3]);
  return sessionKey(lsid);
}
