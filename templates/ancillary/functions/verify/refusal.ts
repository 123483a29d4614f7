import { ApiError, type ErrorCode } from '../shared/api/errors.js';
import type { Answer, Call } from '../shared/api/serve.js';

/** Refusals of the business: they name their own code and have the shorter shape. */
const BUSINESS = {
  MIXED_CURRENCY: 'INVALID_ARGUMENT',
  UNSUPPORTED_CURRENCY: 'INVALID_ARGUMENT',
  BUNDLE_INTEGRITY_ERROR: 'INVALID_ARGUMENT',
  AIRLINE_MISMATCH: 'PERMISSION_DENIED',
  QUOTE_EXPIRED: 'NOT_FOUND',
} satisfies Record<string, ErrorCode>;

/** A refusal of the business. */
export class VerifyError extends ApiError {
  readonly businessCode: keyof typeof BUSINESS;

  constructor(businessCode: keyof typeof BUSINESS, message: string) {
    super(BUSINESS[businessCode], message);
    this.businessCode = businessCode;
  }
}

/** The two error shapes of `/checkout/verify`. */
export function refusal(error: ApiError, { requestId, correlationId }: Call): Answer {
  const { status: statusCode, message } = error;
  if (error instanceof VerifyError)
    return { status: statusCode, body: { statusCode, message, code: error.businessCode } };
  const faults = error.details.map(({ field, reason }) => `${field}: ${reason}`);
  return {
    status: statusCode,
    body: {
      success: false,
      error: faults.length > 0 ? faults.join('; ') : message,
      statusCode,
      traceId: requestId,
      correlationId,
      timestamp: new Date().toISOString(),
    },
  };
}
