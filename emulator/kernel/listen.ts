import type { Server as HttpServer } from 'node:http';
import type { Server } from 'node:net';
import { userError } from '../../src/core/errors.js';

/** Where a server should listen. */
export interface ListenOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Fail on a taken port rather than move to the next free one. */
  strictPort?: boolean;
}

/** How many ports above the wanted one are tried. */
const ATTEMPTS = 50;

/** Listens, on the next free port when the wanted one is taken; resolves to the port. Rejects with a `UserError`. */
export async function listen(server: Server, { host, port, strictPort }: ListenOptions): Promise<number> {
  const last = strictPort || port === 0 ? port : Math.min(port + ATTEMPTS, 65_535);
  for (let candidate = port; ; candidate++) {
    const failure = await tryListen(server, host, candidate);
    if (failure === undefined) return boundPort(server);
    if (failure.code !== 'EADDRINUSE')
      throw userError(
        'PORT_FORBIDDEN',
        { port: candidate, host, cause: failure.message },
        { cause: failure },
      );
    if (candidate >= last) throw userError('PORT_TAKEN', { port, host }, { cause: failure });
  }
}

function tryListen(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', listening);
      resolve(error);
    };
    const listening = () => {
      server.off('error', failed);
      resolve(undefined);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen({ host, port });
  });
}

function boundPort(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

/** An address for a URL: IPv6 in brackets, and `0.0.0.0`/`::` as the loopback address that reaches them. */
export function urlHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

/** Ends a server and its connections, those at work included. Idempotent; one that never listened is left as it is. */
export async function closeServer(server: HttpServer | undefined): Promise<void> {
  if (!server?.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
