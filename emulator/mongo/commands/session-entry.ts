import { mongoError } from '../error/index.js';
import type { Command } from './command.js';
import type { CommandContext } from './context.js';

/** Brings a command's session to the transaction or retryable write that the command belongs to. */
export function enterSession(context: CommandContext, command: Command): void {
  const { session, generic } = context;
  checkSnapshot(context, command);
  if (session === undefined || generic.txnNumber === undefined) return;
  if (context.inTransaction) enterTransaction(context, command);
  else if (command.retryable === true) session.beginRetryable(generic.txnNumber);
  else if (command.name === 'commitTransaction' || command.name === 'abortTransaction') {
    throw mongoError('InvalidOptions', `${command.name} requires autocommit: false`);
  } else {
    throw mongoError(
      50768,
      `txnNumber may only be provided for multi-document transactions and retryable write commands. autocommit:false was not provided, and ${command.name} is not a retryable write command.`,
    );
  }
}

const SNAPSHOT_READS = new Set(['find', 'aggregate', 'distinct', 'getMore']);

function checkSnapshot({ generic, inTransaction }: CommandContext, { name }: Command): void {
  if (generic.readConcern?.level !== 'snapshot' || inTransaction || SNAPSHOT_READS.has(name)) return;
  throw mongoError(
    'InvalidOptions',
    `Command ${name} does not support { readConcern: { level: "snapshot", provenance: "clientSupplied" } } :: caused by :: read concern not supported`,
  );
}

function enterTransaction(context: CommandContext, command: Command): void {
  const { generic, server } = context;
  const session = context.session!;
  const txnNumber = generic.txnNumber as bigint;
  if (command.inTransaction !== true) {
    throw mongoError(
      'OperationNotSupportedInTransaction',
      `Cannot run '${command.name}' in a multi-document transaction.`,
    );
  }
  if (generic.startTransaction) {
    session.beginTransaction(txnNumber, () => server.beginTransaction());
    session.onEnd(() =>
      server.cursors.killWhere(({ owner }) => owner.session === session.key && owner.txnNumber === txnNumber),
    );
    return;
  }
  if (generic.readConcern?.level !== undefined && !isEnd(command)) {
    throw mongoError('InvalidOptions', 'Only the first command in a transaction may specify a readConcern');
  }
  session.continueTransaction(txnNumber, command.name);
}

function isEnd({ name }: Command): boolean {
  return name === 'commitTransaction' || name === 'abortTransaction';
}
