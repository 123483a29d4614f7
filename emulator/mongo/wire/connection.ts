import type { Socket } from 'node:net';
import { MongoError, mongoError } from '../error/index.js';
import { Framer } from './framer.js';
import { OpCode } from './op-code.js';
import { encodeReply, type ReplyParts } from './reply.js';
import { ProtocolViolation, parseMessage, type Request } from './request.js';

/** What a handler may do with the connection it answers on. */
export interface ConnectionHandle {
  readonly id: number;
  readonly remote: string;
  /** Ends the connection without an answer to the request at hand. */
  close(): void;
  /**
   * Calls back when the client goes while the request at hand is worked on; `undefined` takes that back. One is enough,
   * as requests are answered one after the other, and it costs less than a listener on `closed`.
   */
  onGone(gone: (() => void) | undefined): void;
  /** Resolves when the client has gone or the server stops. */
  readonly closed: AbortSignal;
}

/** An answer; `again` asks for the next one of an exhaust stream. `undefined` says nothing at all. */
export type Answer = (ReplyParts & { again?: () => Promise<Answer | undefined> }) | undefined;

export interface MessageHandler {
  /** Must not reject: a failure is an answer. */
  handle(request: Request, connection: ConnectionHandle): Answer | Promise<Answer>;
  /** The answer to a message whose body is not sound. */
  refuse(error: MongoError): ReplyParts;
}

/**
 * One client. Requests are answered one after the other, as mongod does; while the client does not read its answers,
 * no further request is taken up, so that what waits for it stays at one answer.
 */
export class Connection implements ConnectionHandle {
  readonly id: number;
  readonly remote: string;
  readonly #socket: Socket;
  readonly #handler: MessageHandler;
  readonly #framer = new Framer();
  readonly #closing = new AbortController();
  /** An answer is being worked out. */
  #answering = false;
  /** The client has not read what was written. */
  #blocked = false;
  #gone: (() => void) | undefined;

  constructor(id: number, socket: Socket, handlerOf: (connection: ConnectionHandle) => MessageHandler) {
    this.id = id;
    this.#socket = socket;
    this.remote =
      socket.remoteAddress === undefined ? 'local' : `${socket.remoteAddress}:${socket.remotePort}`;
    this.#handler = handlerOf(this);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('drain', () => this.#resume());
    socket.on('error', () => this.close());
    socket.on('close', () => {
      this.#closing.abort();
      this.#gone?.();
    });
  }

  onGone(gone: (() => void) | undefined): void {
    this.#gone = gone;
    if (this.#closing.signal.aborted) gone?.();
  }

  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#framer.push(chunk);
    if (this.#free()) this.#work();
    else this.#socket.pause();
  }

  #resume(): void {
    this.#blocked = false;
    this.#work();
  }

  #free(): boolean {
    return !this.#answering && !this.#blocked && !this.#socket.destroyed;
  }

  /** Answers what has come, until an answer takes time or the client is behind with reading. */
  #work(): void {
    try {
      while (this.#free()) {
        const message = this.#framer.next();
        if (message === undefined) break;
        this.#take(message);
      }
      if (this.#free()) this.#socket.resume();
    } catch (error) {
      if (!(error instanceof ProtocolViolation)) throw error;
      this.close();
    }
  }

  #take(message: Buffer): void {
    const request = this.#parse(message);
    if (request === undefined) return;
    const answer = this.#handler.handle(request, this);
    if (answer instanceof Promise) this.#await(request, answer);
    else this.#send(request, answer);
  }

  #await(request: Request, answer: Promise<Answer>): void {
    this.#answering = true;
    void answer.then((late) => {
      this.#answering = false;
      this.#send(request, late);
      this.#work();
    });
  }

  #parse(message: Buffer): Request | undefined {
    try {
      return parseMessage(message);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      const head = { requestId: message.readInt32LE(4), legacy: message.readInt32LE(12) === OpCode.Query };
      this.#write(encodeReply(head, this.#handler.refuse(error)).message);
      return undefined;
    }
  }

  #send(request: Request, answer: Answer): void {
    if (answer === undefined || request.moreToCome || this.#socket.destroyed) return;
    const more = request.exhaustAllowed ? answer.again : undefined;
    const { message, id } = this.#encode(request, answer, more !== undefined);
    this.#write(message);
    if (more !== undefined) this.#await({ ...request, requestId: id }, more());
  }

  /** What cannot be encoded (a document too deep) is an error of that request, and of nobody else. */
  #encode(request: Request, answer: ReplyParts, more: boolean): { message: Buffer; id: number } {
    try {
      return encodeReply(request, answer, more);
    } catch (error) {
      const known = error instanceof MongoError ? error : mongoError('InternalError', String(error));
      return encodeReply(request, this.#handler.refuse(known));
    }
  }

  #write(message: Buffer): void {
    if (this.#socket.destroyed) return;
    if (!this.#socket.write(message)) this.#blocked = true;
  }
}
