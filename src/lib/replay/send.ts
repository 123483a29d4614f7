import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { userError } from '../../core/errors.js';
import type { WireAnswer } from './answer.js';
import type { OutgoingRequest } from './prepare.js';

/** API Gateway answers after 29 s at the latest; more is given to targets of other kinds. */
const TIME_LIMIT = 60_000;

/** Sends a request as it was sent: its own headers, in their order, redirects not followed. Throws REPLAY_UNANSWERED. */
export async function send(outgoing: OutgoingRequest): Promise<WireAnswer & { durationMs: number }> {
  const { method, url, body } = outgoing;
  const began = performance.now();
  try {
    const answer = await exchange(new URL(url), method, headerLines(outgoing), body);
    return { ...answer, durationMs: performance.now() - began };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw userError('REPLAY_UNANSWERED', { url: new URL(url).origin, cause }, { cause: error });
  }
}

function exchange(url: URL, method: string, headers: string[], body: Buffer): Promise<WireAnswer> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const sent = request(url, { method, headers, agent: false, signal }, (answer) => {
      buffer(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 0, headers: answer.rawHeaders, body: bytes }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function headerLines({ url, headers, body, method }: OutgoingRequest): string[] {
  const lines = ['Host', new URL(url).host, ...headers.flat()];
  const hasBody = body.length > 0 || /^(POST|PUT|PATCH)$/i.test(method);
  return hasBody ? [...lines, 'Content-Length', String(body.length)] : lines;
}
