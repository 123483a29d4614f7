import type { Finisher } from '../chain.js';
import { traceHeader } from '../request-ids.js';

/** The headers that AWS puts on every answer of a REST API (§3.2). */
export const commonHeaders: Finisher = {
  name: 'common-headers',
  finish(exchange) {
    const { answer } = exchange;
    if (answer === undefined || answer.bare === true) return;
    answer.headers.push('x-amzn-RequestId', exchange.requestId, 'x-amz-apigw-id', exchange.extendedRequestId);
    if (exchange.warnsOfCacheControl) answer.headers.push('Warning', '199 - "Cache-Control header ignored"');
    if (answer.traced === true) answer.headers.push('X-Amzn-Trace-Id', traceHeader(exchange.trace));
  },
};
