import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';

/** Makes what a transaction wrote count. Sent again after it succeeded, it succeeds again. */
export const commitTransaction = defineCommand({
  name: 'commitTransaction',
  access: 'anyone',
  adminOnly: true,
  inTransaction: true,
  writes: true,
  fields: { commitTransaction: as.any, recoveryToken: as.object },
  async run(context) {
    await assertInTransaction(context).commit(context.durability);
    return new Document();
  },
});

/** Takes back what a transaction wrote. */
export const abortTransaction = defineCommand({
  name: 'abortTransaction',
  access: 'anyone',
  adminOnly: true,
  inTransaction: true,
  writes: true,
  fields: { abortTransaction: as.any, recoveryToken: as.object },
  run(context) {
    assertInTransaction(context).abort();
    return new Document();
  },
});

function assertInTransaction({ session, inTransaction, commandName }: CommandContext) {
  if (session === undefined || !inTransaction) {
    throw mongoError('CommandFailed', `${commandName} must be run within a transaction`);
  }
  return session;
}
