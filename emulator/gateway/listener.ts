import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Room for headers as node counts them; `protocol` looks at API Gateway's own limits. */
const MAX_HEADER_SIZE = 64 * 1024;
/** AWS closes idle connections about a minute after the last answer. */
const KEEP_ALIVE_TIMEOUT = 65_000;

/** Takes one request; everything about the answer is its own matter. */
export type RequestHandler = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * A node:http server that never answers out of turn: when a connection turns to rubbish while earlier requests on it are
 * still being answered, those are finished first, then it is closed.
 */
export function createListener(handle: RequestHandler): Server {
  const inFlight = new WeakMap<Socket, number>();
  const broken = new WeakMap<Socket, string>();
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_SIZE, keepAliveTimeout: KEEP_ALIVE_TIMEOUT },
    (req, res) => {
      const { socket } = req;
      inFlight.set(socket, (inFlight.get(socket) ?? 0) + 1);
      res.once('close', () => {
        const left = (inFlight.get(socket) ?? 1) - 1;
        inFlight.set(socket, left);
        const refusal = broken.get(socket);
        if (left === 0 && refusal !== undefined) socket.end(refusal);
      });
      handle(req, res);
    },
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const refusal = rawRefusal(error.code);
    if ((inFlight.get(socket as Socket) ?? 0) > 0) broken.set(socket as Socket, refusal);
    else socket.end(refusal);
  });
  return server;
}

/** An answer to what could not be read as a request. */
function rawRefusal(code: string | undefined): string {
  const status =
    code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  const body = status.slice(4);
  return `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
}
