import type { ErrorRequestHandler } from 'express';
import { UserError } from '../../src/core/errors.js';

/** A refusal of the control API. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Last in the chain: every failure as JSON for people, `{error: {code, what, why?, todo?}}`. */
export const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status, ...body } = describe(error);
  response.status(status).json({ error: body });
};

function describe(error: unknown): {
  status: number;
  code: string;
  what: string;
  why?: string;
  todo?: string;
} {
  if (error instanceof ControlError) return { status: error.status, code: error.code, what: error.message };
  if (error instanceof UserError) {
    const { what, why, todo } = error.problem;
    return { status: 400, code: error.code, what, ...(why !== undefined && { why }), todo };
  }
  if (isBodyFault(error)) return { status: error.status, code: 'BAD_BODY', what: error.message };
  const what = error instanceof Error ? error.message : String(error);
  return { status: 500, code: 'INTERNAL', what };
}

/** express.json() reports bad bodies as errors with a status and `expose`. */
function isBodyFault(error: unknown): error is { status: number; message: string } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'expose' in error &&
    error.expose === true &&
    'status' in error
  );
}
