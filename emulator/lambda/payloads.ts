/** Payloads of failures that Lambda itself reports, because the runtime no longer can. */

/** Bytes of a synchronous request. */
export const LARGEST_REQUEST = 6_291_456;

/** A failure as an invoke's answer shows it. */
export interface Failure {
  payload: string;
  errorType: string;
}

/** The handler took longer than the function's timeout (seconds). Two decimals always. */
export function timedOut(requestId: string, timeout: number): Failure {
  return failure(
    'Sandbox.Timedout',
    `RequestId: ${requestId} Error: Task timed out after ${timeout.toFixed(2)} seconds`,
  );
}

/** The process ended by itself. */
export function exited(requestId: string, exitCode: number): Failure {
  const how =
    exitCode === 0 ? 'exited without providing a reason' : `exited with error: exit status ${exitCode}`;
  return failure('Runtime.ExitError', `RequestId: ${requestId} Error: Runtime ${how}`);
}

/** The process was killed: out of memory, or beyond help. */
export function killed(requestId: string): Failure {
  return failure(
    'Runtime.ExitError',
    `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
  );
}

function failure(errorType: string, errorMessage: string): Failure {
  return { payload: JSON.stringify({ errorType, errorMessage }), errorType };
}
