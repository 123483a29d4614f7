import type { Finisher } from '../chain.js';
import { renderRefusal } from '../responses/render.js';

/** Refusals become gateway responses. */
export const gatewayResponses: Finisher = {
  name: 'gateway-responses',
  finish(exchange) {
    if (exchange.refusal !== undefined) exchange.answer = renderRefusal(exchange, exchange.refusal);
  },
};
