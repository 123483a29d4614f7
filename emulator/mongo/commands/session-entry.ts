import { mongoError } from '../error/index.js';
import { assertStable } from './api-version.js';
import type { Command } from './command.js';
import type { CommandContext } from './context.js';

/** Brings a command's session to the transaction or retryable write that the command belongs to. */
export function enterSession(context: CommandContext, command: Command): void {
  const { session, generic } = context;
  if (generic.apiStrict) assertStable(command.name);
  checkConcerns(context, command);
  if (session === undefined || generic.txnNumber === undefined) return;
  if (context.inTransaction) enterTransaction(context, command);
  else if (command.retryable === true) session.beginRetryable(generic.txnNumber);
  else {
    throw mongoError(
      50768,
      `txnNumber may only be provided for multi-document transactions and retryable write commands. autocommit:false was not provided, and ${command.name} is not a retryable write command.`,
    );
  }
}

const SNAPSHOT_READS = new Set(['find', 'aggregate', 'distinct', 'getMore']);
/** Commands that take a read concern at all; others take `local`, which says nothing. */
const READS = new Set([...SNAPSHOT_READS, 'count', 'explain']);

function checkConcerns({ generic, inTransaction }: CommandContext, { name, writes }: Command): void {
  const level = generic.readConcern?.level ?? 'local';
  const allowed = level === 'snapshot' ? SNAPSHOT_READS : READS;
  if (level !== 'local' && !inTransaction && !allowed.has(name)) {
    throw mongoError(
      'InvalidOptions',
      `Command ${name} does not support { readConcern: { level: "${level}", provenance: "clientSupplied" } } :: caused by :: read concern not supported`,
    );
  }
  if (generic.writeConcern !== undefined && writes !== true)
    throw mongoError('InvalidOptions', `Command ${name} does not support writeConcern`);
}

/** Refuses a command that no transaction may have, before anything else about it is looked at. */
export function assertMayBeInTransaction(command: Command, inTransaction: boolean): void {
  if (!inTransaction || command.inTransaction === true) return;
  throw mongoError(
    'OperationNotSupportedInTransaction',
    `Cannot run '${command.name}' in a multi-document transaction.`,
  );
}

function enterTransaction(context: CommandContext, command: Command): void {
  const { generic, server } = context;
  const session = context.session!;
  const txnNumber = generic.txnNumber as bigint;
  checkStatement(context, command);
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

function checkStatement({ generic, database }: CommandContext, command: Command): void {
  if (generic.startTransaction && command.name === 'killCursors') {
    throw mongoError(
      'OperationNotSupportedInTransaction',
      "Cannot run 'killCursors' as the first statement of a transaction",
    );
  }
  if (isEnd(command)) return;
  if (command.access === 'write' && (database === 'config' || database === 'local')) {
    throw mongoError(
      'OperationNotSupportedInTransaction',
      `Cannot write to the '${database}' database in a transaction`,
    );
  }
  if (generic.writeConcern !== undefined) {
    throw mongoError('InvalidOptions', 'writeConcern is not allowed within a multi-statement transaction');
  }
}

function isEnd({ name }: Command): boolean {
  return name === 'commitTransaction' || name === 'abortTransaction';
}
