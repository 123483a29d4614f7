import { Client } from 'undici';

/** What is sent. `headers` are name, value, name, value …  */
export interface LoadRequest {
  method: string;
  /** Path with query string. */
  path: string;
  headers: string[];
  body?: string | Buffer | undefined;
}

/** What came back. `body` is empty unless it was asked for. */
export interface LoadAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

type Done = (error: Error | undefined, answer: LoadAnswer | undefined) => void;
interface Job {
  request: LoadRequest;
  keepBody: boolean;
  done: Done;
}

/**
 * Keep-alive connections to one origin, one request at a time on each, as many as are needed up to a limit. Beyond it
 * requests wait their turn; their latency counts on.
 */
export class Connections {
  readonly #origin: string;
  /** What comes before every path: the stage. */
  readonly #base: string;
  readonly #limit: number;
  readonly #timeoutMs: number;
  readonly #idle: Client[] = [];
  readonly #all = new Set<Client>();
  readonly #waiting: Job[] = [];
  #taken = 0;
  #waited = 0;

  /** @param url of the API, its stage included */
  constructor(url: string, limit: number, timeoutMs: number) {
    const { origin, pathname } = new URL(url);
    this.#origin = origin;
    this.#base = pathname.replace(/\/$/, '');
    this.#limit = limit;
    this.#timeoutMs = timeoutMs;
  }

  /** Requests that had to wait because all connections were busy. */
  get waited(): number {
    return this.#waited;
  }

  /** Sends; `done` is called once, with the answer or why there is none. */
  send(request: LoadRequest, keepBody: boolean, done: Done): void {
    const client = this.#idle.pop() ?? this.#open();
    const job = { request, keepBody, done };
    if (client) this.#run(client, job);
    else {
      this.#waited++;
      this.#waiting.push(job);
    }
  }

  /** Ends all connections at once; whoever waits is told. */
  async close(): Promise<void> {
    const error = new Error('The load generator was stopped.');
    for (const { done } of this.#waiting.splice(this.#taken)) done(error, undefined);
    await Promise.all([...this.#all].map((client) => client.destroy()));
  }

  #open(): Client | undefined {
    if (this.#all.size >= this.#limit) return undefined;
    const client = new Client(this.#origin, {
      pipelining: 1,
      headersTimeout: this.#timeoutMs,
      bodyTimeout: this.#timeoutMs,
      connect: { timeout: this.#timeoutMs },
    });
    this.#all.add(client);
    return client;
  }

  #run(client: Client, { request, keepBody, done }: Job): void {
    let status = 0;
    let headers: LoadAnswer['headers'] = {};
    let chunks: Buffer[] | undefined;
    let over = false;
    const end = (error: Error | undefined): void => {
      if (over) return;
      over = true;
      this.#next(client);
      if (error) done(error, undefined);
      else done(undefined, { status, headers, body: chunks ? Buffer.concat(chunks).toString() : '' });
    };
    client.dispatch(
      {
        path: this.#base + request.path,
        method: request.method as 'GET',
        headers: request.headers,
        body: request.body ?? null,
      },
      {
        onRequestStart() {},
        onResponseStart(_controller, statusCode, received) {
          status = statusCode;
          headers = received;
        },
        onResponseData(_controller, chunk) {
          if (!keepBody) return;
          chunks ??= [];
          chunks.push(chunk);
        },
        onResponseEnd: () => end(undefined),
        onResponseError: (_controller, error) => end(error),
      },
    );
  }

  /** The first that waits gets the connection. The list is trimmed now and then: shifting it each time costs. */
  #next(client: Client): void {
    const job = this.#waiting[this.#taken];
    if (!job) {
      this.#idle.push(client);
      return;
    }
    this.#taken++;
    if (this.#taken === this.#waiting.length || this.#taken >= 1024) {
      this.#waiting.splice(0, this.#taken);
      this.#taken = 0;
    }
    this.#run(client, job);
  }
}
