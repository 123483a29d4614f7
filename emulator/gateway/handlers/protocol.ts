import type { Answer } from '../answer.js';
import type { Handler } from '../chain.js';
import type { Exchange } from '../exchange.js';
import { splitTarget } from '../http/target.js';

/** All header values together, bytes (§2.5). */
const LARGEST_HEADERS = 10_240;
/** Characters of a URL on a regional endpoint; an edge-optimised one takes fewer (`stage` looks). */
const LONGEST_URL = 10_240;

/** Size and protocol of what comes before the body: what is refused here gets no ids, as on AWS. */
export const protocol: Handler = {
  name: 'protocol',
  handle(exchange) {
    const { headers } = exchange;
    const url = exchange.req.url ?? '/';
    if (url.length > LONGEST_URL)
      return bare(414, 'Request-URI Too Long', `the URL has ${url.length} characters`);
    if (headers.valueBytes > LARGEST_HEADERS)
      return bare(
        431,
        'Request Header Fields Too Large',
        `the header values have ${headers.valueBytes} bytes`,
      );
    if (!hasOneHost(exchange)) return bare(400, 'Bad Request', 'there must be one Host header');
    const target = splitTarget(url);
    if (target === undefined) return bare(400, 'Bad Request', `'${url}' is not a path`);
    if (/[|{}]/.test(target.query))
      return bare(400, 'Bad Request', 'a query string must have |, { and } percent-encoded');
    exchange.retarget(target.path, target.query);
    const override = headers.get('x-http-method-override');
    if (override !== undefined) exchange.method = override.toUpperCase();
    return undefined;
  },
};

/** HTTP/1.0 may leave it out; two would let two programs disagree on whose request it is. */
function hasOneHost({ req, headers }: Exchange): boolean {
  let hosts = 0;
  for (const { lower } of headers.names) if (lower === 'host') hosts++;
  return hosts === 1 || (hosts === 0 && req.httpVersion === '1.0');
}

/** An answer that the gateway gives before it has made a request of what came. */
export function bare(status: number, text: string, reason: string): Answer {
  return { status, headers: ['Content-Type', 'text/plain; charset=utf-8'], body: text, reason, bare: true };
}
