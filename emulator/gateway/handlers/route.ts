import { Refusal } from '../answer.js';
import type { Handler } from '../chain.js';

/** Finds the method for path and verb. What is not there is a missing token to AWS, never a 404 (§1.3). */
export const route: Handler = {
  name: 'route',
  handle(exchange) {
    const found = exchange.stage?.routes.find(exchange.path, exchange.method);
    if (found === undefined)
      return new Refusal(
        'MISSING_AUTHENTICATION_TOKEN',
        `the API has no method ${exchange.method} for ${exchange.path}`,
      );
    exchange.plan = found.target;
    exchange.pathValues = found.values;
    return undefined;
  },
};
