import type { Agent } from 'undici';

/** One request to an HTTP backend; header lines are name, value, name, value … */
export interface BackendRequest {
  url: string;
  method: string;
  headers: string[];
  body: Buffer | undefined;
  timeoutInMillis: number;
}

export interface BackendResponse {
  status: number;
  headers: string[];
  body: Buffer;
}

/** Connections to the backends of HTTP integrations. */
export class HttpBackend {
  #agent: Agent | undefined;

  /** @throws when the backend cannot be reached; undefined when it did not answer in time. */
  async ask(call: BackendRequest): Promise<BackendResponse | undefined> {
    const { Agent, request } = await import('undici'); // 60 ms that no start should pay for
    this.#agent ??= new Agent({ connections: 128 });
    const signal = AbortSignal.timeout(call.timeoutInMillis);
    try {
      const response = await request(call.url, {
        dispatcher: this.#agent,
        method: call.method as 'GET',
        headers: call.headers,
        ...(call.body !== undefined && { body: call.body }),
        responseHeaders: 'raw',
        signal,
      });
      const body = Buffer.from(await response.body.arrayBuffer());
      const headers = (response.headers as unknown as (Buffer | string)[]).map((part) =>
        part.toString('latin1' as 'utf8'),
      );
      return { status: response.statusCode, headers, body };
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  /** Drops every connection. Idempotent. */
  async stop(): Promise<void> {
    const agent = this.#agent;
    this.#agent = undefined;
    await agent?.destroy();
  }
}
