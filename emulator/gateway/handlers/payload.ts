import type { IncomingMessage } from 'node:http';
import { type Answer, Refusal } from '../answer.js';
import type { Handler } from '../chain.js';
import type { Exchange } from '../exchange.js';
import { within } from '../integrations/within.js';
import { MALFORMED } from '../listener.js';
import { bare } from './protocol.js';

/** API Gateway's payload limit, bytes (§2.5). */
const LARGEST_BODY = 10_485_760;
/** What is read and thrown away of a body that is too large, so that the client gets to see the answer. */
const LARGEST_WASTE = 8 * LARGEST_BODY;

/** Reads the body, up to the payload limit. */
export const payload: Handler = {
  name: 'payload',
  handle: (exchange) => (hasBody(exchange.req) ? readInto(exchange) : undefined),
};

/** Ms that an answer given before the body was read waits for the rest of it. */
const LONGEST_WASTE = 2_000;

/**
 * Reads and throws away a body that nobody has looked at: a connection closed on a client that is still sending loses it the
 * answer. Undefined when there is nothing to wait for.
 */
export function discardBody({ req, bodyRead }: Exchange): Promise<unknown> | undefined {
  if (bodyRead || req.complete || !hasBody(req)) return undefined;
  return within(readBody(req), LONGEST_WASTE);
}

function hasBody(req: IncomingMessage): boolean {
  return req.headers['content-length'] !== undefined || req.headers['transfer-encoding'] !== undefined;
}

async function readInto(exchange: Exchange): Promise<Answer | Refusal | undefined> {
  exchange.bodyRead = true;
  const body = await readBody(exchange.req);
  if (body === 'malformed') return bare(400, 'Bad Request', 'the body is not framed as HTTP');
  if (body === 'gone') return bare(400, 'Bad Request', 'the client left before the end of its body');
  if (body === 'too-large') return tooLarge(exchange);
  exchange.body = body;
  return undefined;
}

/**
 * The plain text without ids was recorded on an edge-optimised endpoint, where CloudFront stands before the gateway;
 * a regional one answers with its own gateway response.
 */
function tooLarge({ stage }: Exchange): Answer | Refusal {
  const reason = 'the body is larger than 10 MB';
  if (stage?.edge === false) return new Refusal('REQUEST_TOO_LARGE', reason);
  const answer = bare(413, `HTTP content length exceeded ${LARGEST_BODY} bytes.`, reason);
  return { ...answer, headers: ['Content-Type', 'text; charset=utf-8'] };
}

function readBody(req: IncomingMessage): Promise<Buffer | 'gone' | 'malformed' | 'too-large'> {
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
    req.once(MALFORMED, () => resolve('malformed'));
    req.once('close', () => resolve('gone'));
    req.once('error', () => resolve('gone'));
  });
}
