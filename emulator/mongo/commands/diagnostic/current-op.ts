import { Document } from '../../bson/index.js';
import type { Operation } from '../../session/operations.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';

/** The operations under way. */
export const currentOp = defineCommand({
  name: 'currentOp',
  access: 'cluster',
  adminOnly: true,
  fields: { currentOp: as.any },
  lenient: true,
  run: ({ server }) => Document.of({ inprog: server.operations.all().map(describeOperation) }),
});

/** Ends an operation at its next step. Answers the same when there is none. */
export const killOp = defineCommand({
  name: 'killOp',
  access: 'cluster',
  adminOnly: true,
  fields: { killOp: as.any, op: as.required(as.integer) },
  run({ server }, { op }) {
    server.operations.kill(op);
    return Document.of({ info: 'attempting to kill op' });
  },
});

/** An operation as currentOp shows it. */
export function describeOperation(operation: Operation): Document {
  const micros = Math.floor((performance.now() - operation.startedAt) * 1000);
  return Document.of({
    type: 'op',
    connectionId: operation.connectionId,
    client: operation.client,
    appName: operation.appName,
    active: true,
    opid: operation.id,
    secs_running: BigInt(Math.floor(micros / 1_000_000)),
    microsecs_running: BigInt(micros),
    op: 'command',
    ns: `${operation.database}.${String(operation.command.values[0])}`,
    command: operation.command,
  });
}
