import { ScramConversation } from '../../auth/scram.js';
import { Binary, Document, type Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';

/** Opens a SCRAM-SHA-256 conversation (RFC 5802, RFC 7677). */
export const saslStart = defineCommand({
  name: 'saslStart',
  access: 'anyone',
  fields: {
    saslStart: as.any,
    mechanism: as.required(as.text),
    payload: as.required(as.any),
    autoAuthorize: as.any,
    options: as.object,
  },
  run: (context, { mechanism, payload, options }) =>
    start(context, context.database, mechanism, payload, options?.get('skipEmptyExchange') === true),
});

/** Goes on with the conversation. */
export const saslContinue = defineCommand({
  name: 'saslContinue',
  access: 'anyone',
  fields: {
    saslContinue: as.any,
    conversationId: as.required(as.integer),
    payload: as.required(as.any),
  },
  run({ client }, { conversationId, payload }) {
    const { conversation } = client;
    if (conversation === undefined) throw mongoError('ProtocolError', 'No SASL session state found');
    if (conversation.id !== conversationId) {
      throw mongoError('ProtocolError', 'sasl: Mismatched conversation id');
    }
    return answer(client, conversation, readPayload(payload));
  },
});

/** Forgets who the connection is. */
export const logout = defineCommand({
  name: 'logout',
  access: 'anyone',
  fields: { logout: as.any },
  run({ client }) {
    delete client.identity;
    return new Document();
  },
});

/** The first step of authentication within hello; what fails there is left to saslStart to say. */
export function speculate(context: CommandContext, asked: Document, reply: Document): void {
  const db = asked.get('db');
  if (asked.get('saslStart') === undefined || typeof db !== 'string') return;
  try {
    const skip = asked.get('options');
    const skipEmpty = skip instanceof Document && skip.get('skipEmptyExchange') === true;
    const first = start(context, db, String(asked.get('mechanism')), asked.get('payload') ?? null, skipEmpty);
    reply.set('speculativeAuthenticate', first);
  } catch {
    delete context.client.conversation;
  }
}

function start(
  context: CommandContext,
  db: string,
  mechanism: string,
  payload: Value,
  skipEmpty: boolean,
): Document {
  if (mechanism !== 'SCRAM-SHA-256') {
    throw mongoError(
      'MechanismUnavailable',
      `Received authentication for mechanism ${mechanism} which is not enabled`,
    );
  }
  const { client, server } = context;
  client.conversation = new ScramConversation(server.users, server.ids, db, skipEmpty);
  return answer(client, client.conversation, readPayload(payload));
}

function answer(
  client: CommandContext['client'],
  conversation: ScramConversation,
  payload: Buffer,
): Document {
  try {
    const { text, done } = conversation.step(payload);
    if (conversation.identity !== undefined) client.identity = conversation.identity;
    if (done) delete client.conversation;
    return Document.of({ conversationId: conversation.id, done, payload: new Binary(Buffer.from(text)) });
  } catch (error) {
    delete client.conversation;
    throw error;
  }
}

function readPayload(payload: Value): Buffer {
  if (payload instanceof Binary) return Buffer.from(payload.bytes);
  if (typeof payload === 'string') return Buffer.from(payload, 'base64');
  throw mongoError('TypeMismatch', "BSON field 'payload' is the wrong type");
}
