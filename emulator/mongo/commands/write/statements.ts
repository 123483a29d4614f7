import type { Document } from '../../bson/index.js';
import { ErrorCode, MongoError, mongoError } from '../../error/index.js';
import { WriteConflictError } from '../../storage/index.js';
import { MAX_WRITE_BATCH } from '../../wire/op-code.js';
import type { CommandContext } from '../context.js';
import { writeError } from './write-errors.js';

/** Outcome of the statements of one write command. */
export interface StatementOutcome {
  writeErrors: Document[];
  /** Indexes of statements that had been carried out by an earlier sending of this retryable write. */
  retried: number[];
}

/** Throws InvalidLength for a write command without statements, or with more than a server takes at once. */
export function assertBatchSize(count: number): void {
  if (count > 0 && count <= MAX_WRITE_BATCH) return;
  throw mongoError(
    'InvalidLength',
    `Write batch sizes must be between 1 and ${MAX_WRITE_BATCH}. Got ${count} operations.`,
  );
}

/** Tries again when another transaction was in the way; inside a transaction the conflict ends it. */
export async function withoutConflicts<T>(context: CommandContext, write: () => T | Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof WriteConflictError) || context.inTransaction) throw error;
      await error.until;
      await context.budget.pause();
    }
  }
}

/**
 * Runs the statements of a write command: in order and up to the first failure, or all of them. `run` carries one out
 * and returns what a retry is to answer; `replay` takes up such an answer in its place.
 */
export async function runStatements(
  context: CommandContext,
  count: number,
  ordered: boolean,
  statementIds: readonly number[],
  run: (index: number) => Document | Promise<Document>,
  replay: (index: number, result: Document) => void,
): Promise<StatementOutcome> {
  const outcome: StatementOutcome = { writeErrors: [], retried: [] };
  for (let index = 0; index < count; index++) {
    const statement = statementIds[index] ?? index;
    const before = earlierResult(context, statement);
    if (before !== undefined) {
      outcome.retried.push(statement);
      replay(index, before);
      continue;
    }
    try {
      const result = await withoutConflicts(context, () => runOnce(context, statement, () => run(index)));
      replay(index, result);
    } catch (error) {
      if (!isStatementFailure(context, error)) throw error;
      outcome.writeErrors.push(writeError(index, error));
      if (context.inTransaction) context.session?.abort();
      if (ordered || context.inTransaction) break;
    }
    if (context.budget.step()) await context.budget.pause();
  }
  return outcome;
}

/** The result of a statement that this retryable write has carried out already. */
export function earlierResult(
  { server, generic, isRetryable }: CommandContext,
  statement: number,
): Document | undefined {
  if (!isRetryable) return undefined;
  return server.storage.retryableWrites.find(generic.session!, generic.txnNumber!, statement);
}

/** Carries a statement out and, for a retryable write, keeps its result together with it. */
export function runOnce<T extends Document | Promise<Document>>(
  context: CommandContext,
  statement: number,
  run: () => T,
): T {
  if (!context.isRetryable) return run();
  const fail = context.server.failPoints.active
    ? context.server.failPoints.enter('onPrimaryTransactionalWrite')
    : undefined;
  if (fail?.data?.has('failBeforeCommitExceptionCode') === true) throw dropConnection(context);
  const result = run();
  const finish = (done: Document) => {
    keep(context, statement, done);
    if (fail !== undefined) throw dropConnection(context);
    return done;
  };
  return (result instanceof Promise ? result.then(finish) : finish(result)) as T;
}

/** The failpoint `onPrimaryTransactionalWrite` ends the connection; nobody hears of the error. */
function dropConnection(context: CommandContext): Error {
  context.connection.close();
  return mongoError('ClientDisconnect', 'Hit the onPrimaryTransactionalWrite failpoint');
}

function keep({ server, generic }: CommandContext, statement: number, result: Document): void {
  server.storage.retryableWrites.record(generic.session!, generic.txnNumber!, statement, result);
}

const ENDS_COMMAND = new Set<number>([
  ErrorCode.WriteConflict,
  ErrorCode.MaxTimeMSExpired,
  ErrorCode.Interrupted,
  ErrorCode.NoSuchTransaction,
  ErrorCode.OutOfDiskSpace,
  ErrorCode.ClientDisconnect,
]);

/** Most failures of a statement are entries of `writeErrors`; some end the whole command. */
function isStatementFailure({ inTransaction }: CommandContext, error: unknown): error is MongoError {
  if (!(error instanceof MongoError) || ENDS_COMMAND.has(error.code)) return false;
  return !(inTransaction && error instanceof WriteConflictError);
}

/** Adds `writeErrors` and `retriedStmtIds` to a reply where there are any. */
export function addOutcome(reply: Document, { writeErrors, retried }: StatementOutcome): Document {
  if (writeErrors.length > 0) reply.set('writeErrors', writeErrors);
  if (retried.length > 0) reply.set('retriedStmtIds', retried);
  return reply;
}
