import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Room for headers as node counts them; `protocol` looks at API Gateway's own limits. */
const MAX_HEADER_SIZE = 64 * 1024;
/** AWS closes idle connections about a minute after the last answer. */
const KEEP_ALIVE_TIMEOUT = 65_000;

/** Emitted on a request whose body turns out to be no HTTP. */
export const MALFORMED = Symbol('malformed');

/** Takes one request; everything about the answer is its own matter. */
export type RequestHandler = (req: IncomingMessage, res: ServerResponse) => void;

/** What is going on on one connection. */
interface Connection {
  /** Requests without an answer so far. */
  inFlight: number;
  latest: IncomingMessage;
  /** What is said to the rubbish behind them, once they are answered. */
  refusal: string | undefined;
}

/**
 * A node:http server that never answers out of turn. When what follows a request on its connection is no HTTP, the request is
 * answered first; when its own body is none, it is told by `MALFORMED` and answers itself. Then the connection ends.
 */
export function createListener(handle: RequestHandler): Server {
  const connections = new WeakMap<object, Connection>();
  const server = createServer(
    // A missing Host is refused by `protocol`: node's own answer to it has another shape.
    { maxHeaderSize: MAX_HEADER_SIZE, keepAliveTimeout: KEEP_ALIVE_TIMEOUT, requireHostHeader: false },
    (req, res) => {
      const connection = track(connections, req);
      res.once('close', () => {
        connection.inFlight--;
        if (connection.inFlight === 0 && connection.refusal !== undefined) req.socket.end(connection.refusal);
      });
      handle(req, res);
    },
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    refuse(connections.get(socket), error.code, socket as Socket),
  );
  return server;
}

function track(connections: WeakMap<object, Connection>, req: IncomingMessage): Connection {
  const known = connections.get(req.socket);
  if (known !== undefined) {
    known.inFlight++;
    known.latest = req;
    return known;
  }
  const connection = { inFlight: 1, latest: req, refusal: undefined };
  connections.set(req.socket, connection);
  return connection;
}

function refuse(connection: Connection | undefined, code: string | undefined, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = rawRefusal(code);
  if (connection === undefined || connection.inFlight === 0) socket.end(refusal);
  else if (connection.latest.complete) connection.refusal = refusal;
  else if (!connection.latest.emit(MALFORMED)) socket.destroy(); // nobody reads that body
}

/** An answer to what could not be read as a request. */
function rawRefusal(code: string | undefined): string {
  const status = statusLine(code);
  const body = status.slice(4);
  return `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
}

function statusLine(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
}
