import type { IncomingMessage } from 'node:http';
import type { Answer } from '../answer.js';
import type { Handler } from '../chain.js';
import type { Exchange } from '../exchange.js';
import { splitTarget } from '../http/target.js';

/** API Gateway's payload limit, bytes (§2.5). */
const LARGEST_BODY = 10_485_760;
/** All header values together, bytes (§2.5). */
const LARGEST_HEADERS = 10_240;
/** Characters of a URL on a regional endpoint; an edge-optimised one takes fewer (`stage` looks). */
const LONGEST_URL = 10_240;
/** What is read and thrown away of a body that is too large, so that the client gets to see the answer. */
const LARGEST_WASTE = 8 * LARGEST_BODY;

/** Size and protocol: what is refused here gets no ids, as on AWS. Reads the body. */
export const protocol: Handler = {
  name: 'protocol',
  handle(exchange) {
    const { req, headers } = exchange;
    const url = req.url ?? '/';
    if (url.length > LONGEST_URL)
      return bare(414, 'Request-URI Too Long', `the URL has ${url.length} characters`);
    if (headers.valueBytes > LARGEST_HEADERS)
      return bare(
        431,
        'Request Header Fields Too Large',
        `the header values have ${headers.valueBytes} bytes`,
      );
    const target = splitTarget(url);
    if (target === undefined) return bare(400, 'Bad Request', `'${url}' is not a path`);
    if (/[|{}]/.test(target.query))
      return bare(400, 'Bad Request', 'a query string must have |, { and } percent-encoded');
    exchange.retarget(target.path, target.query);
    const override = headers.get('x-http-method-override');
    if (override !== undefined) exchange.method = override.toUpperCase();
    return hasBody(req) ? readInto(exchange) : undefined;
  },
};

function hasBody(req: IncomingMessage): boolean {
  return req.headers['content-length'] !== undefined || req.headers['transfer-encoding'] !== undefined;
}

async function readInto(exchange: Exchange): Promise<Answer | undefined> {
  const body = await readBody(exchange.req);
  if (body === 'gone') return bare(400, 'Bad Request', 'the client left before the end of its body');
  if (body === 'too-large') {
    const text = `HTTP content length exceeded ${LARGEST_BODY} bytes.`;
    return {
      ...bare(413, text, 'the body is larger than 10 MB'),
      headers: ['Content-Type', 'text; charset=utf-8'],
    };
  }
  exchange.body = body;
  return undefined;
}

function readBody(req: IncomingMessage): Promise<Buffer | 'gone' | 'too-large'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= LARGEST_BODY) chunks.push(chunk);
      else chunks.length = 0;
      if (bytes > LARGEST_WASTE) resolve('too-large');
    });
    req.once('end', () => {
      if (bytes > LARGEST_BODY) resolve('too-large');
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    });
    req.once('close', () => resolve('gone'));
    req.once('error', () => resolve('gone'));
  });
}

function bare(status: number, text: string, reason: string): Answer {
  return { status, headers: ['Content-Type', 'text/plain; charset=utf-8'], body: text, reason, bare: true };
}
