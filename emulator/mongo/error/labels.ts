import { ErrorCode } from './codes.js';

/** `ErrorCategory::RetriableError` of MongoDB 8.0: a retry may succeed. */
const RETRIABLE = new Set<number>([
  ErrorCode.HostUnreachable,
  ErrorCode.HostNotFound,
  ErrorCode.NetworkTimeout,
  ErrorCode.ShutdownInProgress,
  134, // ReadConcernMajorityNotAvailableYet
  ErrorCode.PrimarySteppedDown,
  ErrorCode.ExceededTimeLimit,
  9001, // SocketException
  ErrorCode.NotWritablePrimary,
  ErrorCode.InterruptedAtShutdown,
  ErrorCode.InterruptedDueToReplStateChange,
  ErrorCode.NotPrimaryNoSecondaryOk,
  ErrorCode.NotPrimaryOrSecondary,
]);

/** After these a whole transaction may be tried again. */
const TRANSIENT = new Set<number>([
  ErrorCode.WriteConflict,
  ErrorCode.LockTimeout,
  ErrorCode.NoSuchTransaction,
  ErrorCode.PreparedTransactionInProgress,
  246, // SnapshotUnavailable
  239, // SnapshotTooOld
]);

/** The occasion of an error, as far as labels depend on it. */
export interface LabelOccasion {
  command: string;
  inTransaction: boolean;
  /** A retryable write, or the end of a transaction. */
  retryableWrite: boolean;
  code: number | undefined;
  writeConcernCode: number | undefined;
}

/** `errorLabels` that the server gives an error, as `src/mongo/db/error_labels.cpp` decides. */
export function errorLabels(occasion: LabelOccasion): string[] {
  const labels: string[] = [];
  if (isTransient(occasion)) labels.push('TransientTransactionError');
  else if (isRetryable(occasion)) labels.push('RetryableWriteError');
  return labels;
}

function isTransient({ command, inTransaction, code, writeConcernCode }: LabelOccasion): boolean {
  if (!inTransaction || code === undefined) return false;
  if (command === 'commitTransaction') {
    return code === ErrorCode.NoSuchTransaction && writeConcernCode === undefined;
  }
  if (command === 'abortTransaction') return TRANSIENT.has(code) && code !== ErrorCode.LockTimeout;
  return TRANSIENT.has(code) || RETRIABLE.has(code);
}

function isRetryable({
  command,
  inTransaction,
  retryableWrite,
  code,
  writeConcernCode,
}: LabelOccasion): boolean {
  const ends = command === 'commitTransaction' || command === 'abortTransaction';
  if (!ends && (inTransaction || !retryableWrite)) return false;
  if (code !== undefined && RETRIABLE.has(code)) return true;
  return writeConcernCode !== undefined && RETRIABLE.has(writeConcernCode);
}
