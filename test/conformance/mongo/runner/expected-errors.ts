import {
  type ClientBulkWriteResult,
  type Document,
  MongoBulkWriteError,
  MongoClientBulkWriteError,
  MongoError,
  MongoServerError,
} from 'mongodb';
import { clientBulkResult } from './bulk-models.js';
import { expectMatch, type MatchContext, Mismatch } from './match.js';
import type { ExpectedError } from './spec.js';

/** Checks a failure against what the test expects of it. */
export function expectError(error: unknown, expected: ExpectedError, context: MatchContext): void {
  if (!(error instanceof Error)) throw new Mismatch('expected an error, got none');
  check(expected.isClientError, (wanted) => isClientError(error) === wanted, 'isClientError', error);
  check(
    expected.errorContains,
    (text) => error.message.toLowerCase().includes(text.toLowerCase()),
    'errorContains',
    error,
  );
  check(expected.errorCode, (code) => codeOf(error) === code, 'errorCode', error);
  check(
    expected.errorCodeName,
    (name) => (error as { codeName?: string }).codeName === name,
    'errorCodeName',
    error,
  );
  checkLabels(error, expected);
  if (expected.errorResponse !== undefined) expectMatch(responseOf(error), expected.errorResponse, context);
  if (expected.expectResult !== undefined) expectMatch(partialResult(error), expected.expectResult, context);
  checkWriteErrors(error, expected, context);
}

function check<T>(
  expected: T | undefined,
  holds: (expected: T) => boolean,
  what: string,
  error: Error,
): void {
  if (expected === undefined || holds(expected)) return;
  throw new Mismatch(
    `${what}: expected ${String(expected)}, got ${error.name} ${codeOf(error) ?? ''}: ${error.message}`,
  );
}

function isClientError(error: Error): boolean {
  return !(error instanceof MongoServerError) && !(error instanceof MongoClientBulkWriteError);
}

function codeOf(error: Error): unknown {
  const { code } = error as { code?: unknown };
  if (code !== undefined || !(error instanceof MongoClientBulkWriteError)) return code;
  return (error.cause as { code?: unknown } | undefined)?.code;
}

function checkLabels(error: Error, { errorLabelsContain = [], errorLabelsOmit = [] }: ExpectedError): void {
  const has = (label: string) =>
    [error, error.cause].some((each) => each instanceof MongoError && each.hasErrorLabel(label));
  for (const label of errorLabelsContain) {
    if (!has(label)) throw new Mismatch(`the error lacks the label ${label}: ${error.message}`);
  }
  for (const label of errorLabelsOmit) {
    if (has(label)) throw new Mismatch(`the error has the label ${label}: ${error.message}`);
  }
}

function responseOf(error: Error): unknown {
  const source = error instanceof MongoClientBulkWriteError ? (error.cause ?? error) : error;
  return (source as { errorResponse?: unknown }).errorResponse ?? source;
}

function partialResult(error: Error): unknown {
  if (error instanceof MongoBulkWriteError) return error.result;
  if (error instanceof MongoClientBulkWriteError)
    return wroteSomething(error.partialResult) ? clientBulkResult(error.partialResult) : {};
  return (error as { result?: unknown }).result;
}

/** The Node driver gives a partial result of zeros where the specification wants none. */
function wroteSomething(result: ClientBulkWriteResult | undefined): result is ClientBulkWriteResult {
  return (
    result !== undefined && Object.values(result).some((value) => typeof value === 'number' && value > 0)
  );
}

function checkWriteErrors(error: Error, expected: ExpectedError, context: MatchContext): void {
  const { writeErrors, writeConcernErrors } = expected;
  if (writeErrors !== undefined) {
    const found = (error as MongoClientBulkWriteError).writeErrors;
    for (const [index, wanted] of Object.entries(writeErrors)) {
      expectMatch(plain(found instanceof Map ? found.get(Number(index)) : undefined), wanted, context);
    }
  }
  if (writeConcernErrors === undefined) return;
  const found = (error as MongoClientBulkWriteError).writeConcernErrors as unknown as {
    code: number;
    message: string;
  }[];
  expectMatch(found.map(plain), writeConcernErrors, context);
}

function plain(error: unknown): Document {
  const { code, message, errmsg, details } = (error ?? {}) as Record<string, unknown>;
  return { code, message: message ?? errmsg, details };
}
