import { Refusal } from '../answer.js';
import type { Handler } from '../chain.js';
import { bodyFault, missingParameters } from '../validation/compile.js';

/** The method's request validator: parameters first; when they fail the body is not looked at (§9). */
export const validation: Handler = {
  name: 'validation',
  handle(exchange) {
    const check = exchange.plan?.check;
    if (check === undefined) return undefined;
    const missing = missingParameters(check, exchange);
    if (missing.length > 0) {
      const message = `Missing required request parameters: [${missing.join(', ')}]`;
      return new Refusal('BAD_REQUEST_PARAMETERS', message, { message });
    }
    const fault = bodyFault(check, exchange);
    if (fault === undefined) return undefined;
    return new Refusal('BAD_REQUEST_BODY', `the body does not fit its model: ${fault}`, {
      validationError: fault,
    });
  },
};
