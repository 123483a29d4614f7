import { ApiError, type Detail } from '../shared/api/errors.js';
import type { Answer } from '../shared/api/serve.js';

/** A missing or faulty `externalPSP`. */
export class MissingExternalPsp extends ApiError {
  constructor(details: Detail[]) {
    super('INVALID_ARGUMENT', 'The payment of the airline is missing or not complete.', details);
  }
}

/** The error shape of `/transactions/widget-order-create`. */
export function refusal(error: ApiError): Answer {
  const code = error instanceof MissingExternalPsp ? 'MISSING_EXTERNAL_PSP' : error.code;
  const details = error.details.map(({ field, reason }) => `${field}: ${reason}`);
  return {
    status: error.status,
    body: { success: false, error: error.message, code, details, timestamp: new Date().toISOString() },
  };
}
