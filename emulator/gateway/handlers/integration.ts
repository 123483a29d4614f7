import type { Handler } from '../chain.js';
import type { MethodPlan } from '../tables/plans.js';

/** Asks the backend: the last handler, it always answers. */
export const integration: Handler = {
  name: 'integration',
  handle(exchange) {
    const plan = exchange.plan as MethodPlan; // `route` has refused everything without one
    return plan.integration.run(exchange, plan);
  },
};
