import {
  type ClientRequestArgs,
  Agent as HttpAgent,
  type IncomingMessage,
  request as overHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import type { Caller } from './call-log.js';
import type { Call, Exchange } from './exchange.js';

/** ms that a call may take when nothing else is said: the gateway gives up after 29 s. */
const USUAL_TIMEOUT = 35_000;

/** What came back. */
export type Reply = Pick<Exchange, 'status' | 'headers' | 'body' | 'durationMs'> & { error?: string };

/**
 * Calls one API over kept connections. Node's own client rather than `fetch`: a test must be able to send what `fetch`
 * refuses to (an `Origin`, a broken body). One is made for each system under test; `close` ends its connections.
 */
export class ApiCaller implements Caller {
  readonly #base: URL;
  readonly #agent: HttpAgent;

  constructor(api: string) {
    this.#base = new URL(api);
    const options = { keepAlive: true, maxSockets: 256 };
    this.#agent = this.#base.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
  }

  /** Base URL without a slash at its end. */
  get api(): string {
    return this.#base.href.replace(/\/$/, '');
  }

  /** Makes a call. Never rejects: what went wrong on the way is in `error`, with status 0. */
  async call(call: Call): Promise<Reply> {
    const begun = performance.now();
    try {
      return { ...(await this.#send(call)), durationMs: performance.now() - begun };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const why = code ? `${code}: ${message}` : message;
      return { status: 0, headers: {}, body: '', durationMs: performance.now() - begun, error: why };
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #send({ method, path, headers, body, timeout = USUAL_TIMEOUT }: Call): Promise<Omit<Reply, 'durationMs'>> {
    const send = this.#base.protocol === 'https:' ? overHttps : overHttp;
    const options: ClientRequestArgs = {
      host: this.#base.hostname.replace(/^\[|\]$/g, ''),
      port: this.#base.port,
      path: this.#base.pathname.replace(/\/$/, '') + path,
      method,
      headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: this.#agent,
      signal: AbortSignal.timeout(timeout),
    };
    return new Promise((resolve, reject) => {
      const request = send(options, (response) => collect(response, resolve, reject));
      request.on('error', (error) => reject(timedOut(error, timeout)));
      request.end(body);
    });
  }
}

function collect(
  response: IncomingMessage,
  resolve: (reply: Omit<Reply, 'durationMs'>) => void,
  reject: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => void chunks.push(chunk));
  response.on('error', reject);
  response.on('end', () => {
    const headers = Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    );
    resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8') });
  });
}

function timedOut(error: Error, timeout: number): Error {
  return error.name === 'AbortError' || error.name === 'TimeoutError'
    ? new Error(`no answer within ${timeout} ms`)
    : error;
}
