import { Writable } from 'node:stream';

/** The mark by which the runtime knows a streaming handler. */
const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');
const HIGH_WATER_MARK = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark');
const PRELUDE = 'application/vnd.awslambda.http-integration-response';

type Marked = { [STREAMING]?: unknown; [HIGH_WATER_MARK]?: unknown };

/** The stream a streaming handler writes to; `Invoke` gives what was written as one payload. */
export class ResponseStream extends Writable {
  readonly #chunks: Buffer[] = [];
  #prelude: string | undefined;
  contentType = 'application/octet-stream';

  setContentType(contentType: string): void {
    this.contentType = contentType;
  }

  /** What comes before the first byte: JSON metadata and eight NUL bytes. */
  setPrelude(metadata: unknown): void {
    this.setContentType(PRELUDE);
    this.#prelude = JSON.stringify(metadata);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  /** Everything written, as text. */
  text(): string {
    const head = this.#prelude === undefined ? '' : this.#prelude + '\0'.repeat(8);
    return head + Buffer.concat(this.#chunks).toString('utf8');
  }
}

/** The global `awslambda` of a function. */
export const awslambda = {
  streamifyResponse(handler: Marked, options?: { highWaterMark?: unknown }): Marked {
    handler[STREAMING] = 'response';
    const mark = options?.highWaterMark;
    if (typeof mark === 'number') handler[HIGH_WATER_MARK] = Math.trunc(mark);
    return handler;
  },
  HttpResponseStream: {
    from(stream: ResponseStream, metadata: unknown): ResponseStream {
      stream.setPrelude(metadata);
      return stream;
    },
  },
};

/** True for a handler made by `streamifyResponse`. */
export function isStreaming(handler: object): boolean {
  return (handler as Marked)[STREAMING] === 'response';
}
