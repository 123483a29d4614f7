import { setTimeout as delay } from 'node:timers/promises';
import { BsonDate, Document, MAX_DOCUMENT_SIZE, ObjectId } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import { SESSION_TIMEOUT_MINUTES } from '../../session/sessions.js';
import { MAX_MESSAGE_SIZE, MAX_WRITE_BATCH } from '../../wire/op-code.js';
import * as as from '../arguments.js';
import { defineCommand, type Result } from '../command.js';
import type { CommandContext } from '../context.js';
import { speculate } from '../users/sasl.js';

/** Wire version of MongoDB 8.0. */
export const MAX_WIRE_VERSION = 25;
const FIRST_TERM = new ObjectId(0x7fffffff, 0, 1);

/**
 * The handshake and the heartbeat. Describes a replica set whose only member is this server. With `topologyVersion` it
 * waits, as nothing changes, for `maxAwaitTimeMS`; over an exhaust stream it then answers again and again.
 */
export const hello = defineCommand({
  name: 'hello',
  aliases: ['isMaster', 'ismaster'],
  access: 'anyone',
  // Drivers add fields as they grow; mongod does not mind them here.
  lenient: true,
  fields: {
    hello: as.any,
    isMaster: as.any,
    ismaster: as.any,
    helloOk: as.bool,
    client: as.object,
    compression: as.array,
    saslSupportedMechs: as.any,
    speculativeAuthenticate: as.object,
    topologyVersion: as.object,
    maxAwaitTimeMS: as.count,
    loadBalanced: as.bool,
    hostInfo: as.any,
    internalClient: as.any,
    forShell: as.any,
  },
  run(context, args): Result | Promise<Result> {
    if (args.client !== undefined) remember(context, args.client);
    const reply = () => describe(context, args.helloOk);
    if (args.topologyVersion === undefined) {
      const body = reply();
      addMechanisms(context, args.saslSupportedMechs, body);
      if (args.speculativeAuthenticate !== undefined) speculate(context, args.speculativeAuthenticate, body);
      return body;
    }
    if (args.maxAwaitTimeMS === undefined) {
      throw mongoError(31368, 'topologyVersion must be specified with maxAwaitTimeMS');
    }
    return awaitChange(context, args.topologyVersion, args.maxAwaitTimeMS, reply);
  },
});

function remember({ client: state }: CommandContext, client: Document): void {
  if (state.metadata !== undefined) return;
  state.metadata = client;
  const application = client.get('application');
  const name = application instanceof Document ? application.get('name') : undefined;
  if (typeof name === 'string') state.appName = name;
}

async function awaitChange(
  context: CommandContext,
  known: Document,
  waitMs: number,
  reply: () => Document,
): Promise<Result> {
  const { server, connection } = context;
  const processId = known.get('processId');
  const isCurrent = processId instanceof ObjectId && processId.equals(server.processId);
  if (isCurrent) await sleep(waitMs, AbortSignal.any([server.stopping.signal, connection.closed]));
  const body = reply();
  if (!context.request.exhaustAllowed || server.stopping.signal.aborted) return { body };
  return {
    body,
    again: () => awaitChange(context, Document.of({ processId: server.processId }), waitMs, reply),
  };
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { ref: false, signal }).catch(() => {});
}

function describe({ server, client, body: asked }: CommandContext, helloOk: boolean | undefined): Document {
  const me = client.serverAddress;
  const isHello = asked.keys()[0] === 'hello';
  return Document.of([
    ['helloOk', helloOk === true ? true : undefined],
    ['topologyVersion', { processId: server.processId, counter: 0n }],
    ['hosts', [me]],
    ['setName', server.options.setName],
    ['setVersion', 1],
    [isHello ? 'isWritablePrimary' : 'ismaster', true],
    ['secondary', false],
    ['primary', me],
    ['me', me],
    ['electionId', FIRST_TERM],
    ['lastWrite', lastWrite(server)],
    ['maxBsonObjectSize', MAX_DOCUMENT_SIZE],
    ['maxMessageSizeBytes', MAX_MESSAGE_SIZE],
    ['maxWriteBatchSize', MAX_WRITE_BATCH],
    ['localTime', new BsonDate(server.clock.now())],
    ['logicalSessionTimeoutMinutes', SESSION_TIMEOUT_MINUTES],
    ['connectionId', client.connectionId],
    ['minWireVersion', 0],
    ['maxWireVersion', MAX_WIRE_VERSION],
    ['readOnly', false],
  ]);
}

function lastWrite({ storage }: CommandContext['server']): Document {
  const now = storage.opClock.latest;
  const opTime = Document.of({ ts: now, t: 1n });
  const date = new BsonDate(now.t * 1000);
  return Document.of({ opTime, lastWriteDate: date, majorityOpTime: opTime, majorityWriteDate: date });
}

function addMechanisms({ server }: CommandContext, asked: unknown, reply: Document): void {
  if (typeof asked !== 'string') return;
  const dot = asked.indexOf('.');
  if (server.users.get(asked.slice(0, dot), asked.slice(dot + 1)) !== undefined) {
    reply.set('saslSupportedMechs', ['SCRAM-SHA-256']);
  }
}
