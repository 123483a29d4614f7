import type { Clock } from '../../../src/core/clock.js';
import type { Finisher } from '../chain.js';
import { secondOf } from '../event/times.js';
import type { Exchange } from '../exchange.js';
import { discardBody } from './payload.js';

/** Writes the answer. The Date is the emulator's: SDKs reckon their clock skew from it. */
export const send: Finisher = {
  name: 'send',
  finish(exchange, { clock }) {
    const wasted = discardBody(exchange);
    if (wasted !== undefined) return wasted.then(() => write(exchange, clock));
    write(exchange, clock);
    return undefined;
  },
};

function write({ answer, res }: Exchange, clock: Clock): void {
  if (answer === undefined || res.destroyed || res.headersSent) return;
  const { status, body, headers } = answer;
  // Behind a request that is no HTTP nobody can tell where the next one begins.
  if (answer.bare === true && status === 400) res.shouldKeepAlive = false;
  const lines = ['Date', secondOf(clock.now()).http];
  if (status !== 204 && status !== 304)
    lines.push('Content-Length', String(typeof body === 'string' ? Buffer.byteLength(body) : body.length));
  // Written out, so that node adds no Keep-Alive header, which AWS does not send.
  lines.push('Connection', res.shouldKeepAlive ? 'keep-alive' : 'close');
  for (const part of headers) lines.push(part);
  res.writeHead(status, lines);
  res.end(body);
}
