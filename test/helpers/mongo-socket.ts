import { connect, type Socket } from 'node:net';
import { BSON, type Document } from 'mongodb';
import { onTestFinished } from 'vitest';

/** A client of the wire protocol by hand, for what no driver would send. */
export class MongoSocket {
  readonly socket: Socket;
  #buffer = Buffer.alloc(0);
  readonly #waiting: ((message: Buffer | undefined) => void)[] = [];
  readonly #arrived: Buffer[] = [];
  #closed = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', () => {});
    socket.on('close', () => this.#end());
  }

  static async open(uri: string): Promise<MongoSocket> {
    const { hostname, port } = new URL(uri);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    onTestFinished(() => void socket.destroy());
    return new MongoSocket(socket);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Sends a command and gives its reply; `undefined` when the server closed the connection. */
  async command(command: Document): Promise<Document | undefined> {
    this.socket.write(opMsg(command));
    return this.reply();
  }

  /** The next reply's document. */
  async reply(): Promise<Document | undefined> {
    const message = await this.message();
    return message && documentOf(message);
  }

  /** The next message, or `undefined` once the connection has ended. */
  message(): Promise<Buffer | undefined> {
    const arrived = this.#arrived.shift();
    if (arrived !== undefined || this.#closed) return Promise.resolve(arrived);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Resolves when the server has closed the connection. */
  async untilClosed(): Promise<void> {
    while ((await this.message()) !== undefined);
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    while (this.#buffer.length >= 4 && this.#buffer.length >= this.#buffer.readInt32LE(0)) {
      const length = this.#buffer.readInt32LE(0);
      this.#give(this.#buffer.subarray(0, length));
      this.#buffer = this.#buffer.subarray(length);
    }
  }

  #give(message: Buffer): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#arrived.push(message);
    else waiting(message);
  }

  #end(): void {
    this.#closed = true;
    for (const waiting of this.#waiting.splice(0)) waiting(undefined);
  }
}

/** A command as an OP_MSG with one body section. */
export function opMsg(command: Document, flags = 0): Buffer {
  return opMsgOf(section(0, BSON.serialize(command)), flags);
}

/** An OP_MSG with any sections. */
export function opMsgOf(sections: Uint8Array, flags = 0): Buffer {
  const message = Buffer.alloc(20 + sections.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(1, 4);
  message.writeInt32LE(2013, 12);
  message.writeUInt32LE(flags, 16);
  message.set(sections, 20);
  return message;
}

export function section(kind: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([kind]), bytes]);
}

/** A document sequence section. */
export function sequence(name: string, documents: readonly Document[]): Buffer {
  const bytes = Buffer.concat([
    Buffer.from(`${name}\0`),
    ...documents.map((document) => BSON.serialize(document)),
  ]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(bytes.length + 4);
  return section(1, Buffer.concat([size, bytes]));
}

/** An OP_QUERY, as drivers open with. */
export function opQuery(namespace: string, query: Document): Buffer {
  const bytes = Buffer.concat([
    Buffer.alloc(4),
    Buffer.from(`${namespace}\0`),
    Buffer.alloc(8),
    BSON.serialize(query),
  ]);
  const message = Buffer.concat([Buffer.alloc(16), bytes]);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(7, 4);
  message.writeInt32LE(2004, 12);
  return message;
}

function documentOf(message: Buffer): Document {
  const start = message.readInt32LE(12) === 1 ? 36 : 21;
  return BSON.deserialize(message.subarray(start), { promoteValues: false });
}
