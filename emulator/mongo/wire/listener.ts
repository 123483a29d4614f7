import { createServer, type Server, type Socket } from 'node:net';
import { Connection, type ConnectionHandle, type MessageHandler } from './connection.js';

/** Where a listener is: a TCP port or the path of a Unix socket. */
export type Address = { host: string; port: number } | { path: string };

let lastConnectionId = 0;

/** Accepts clients on one address and hands their messages to a handler. */
export class Listener {
  readonly #server: Server;
  readonly #connections = new Set<Connection>();

  constructor(handler: (connection: ConnectionHandle) => MessageHandler) {
    this.#server = createServer({ noDelay: true }, (socket) => this.#accept(socket, handler));
  }

  /** Clients that are connected now. */
  get connections(): number {
    return this.#connections.size;
  }

  /** Resolves with the address that was taken (a free port for port 0). */
  listen(address: Address): Promise<Address> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(address, () => {
        this.#server.off('error', reject);
        const taken = this.#server.address();
        const isTcp = typeof taken === 'object' && taken !== null && 'host' in address;
        resolve(isTcp ? { host: address.host, port: taken.port } : address);
      });
    });
  }

  /** Refuses new clients and drops the ones that are there. Idempotent. */
  async close(): Promise<void> {
    for (const connection of this.#connections) connection.close();
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #accept(socket: Socket, handler: (connection: ConnectionHandle) => MessageHandler): void {
    const connection = new Connection(++lastConnectionId, socket, handler);
    this.#connections.add(connection);
    connection.closed.addEventListener('abort', () => this.#connections.delete(connection), { once: true });
  }
}
