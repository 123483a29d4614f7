import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a call: refused for its rate, done but never answered, cut off before it arrives, refused for lack of permission, or a text of one's own. */
export type Fault = 'throttled' | 'lost' | 'cut' | 'denied' | { code: string; message: string };

/** A call as it passes by. */
export interface PassingCall {
  /** From 1. */
  number: number;
  /** `secretsmanager.PutSecretValue`, `CreateChangeSet`, or method and path where the protocol names no operation. */
  operation: string;
  region: string;
}

/** Stands in front of an AWS endpoint and spoils calls. Signatures stay good: the host header is passed on. */
export interface FaultProxy {
  url: string;
  calls: PassingCall[];
  /** Decides about each call, which waits for it. */
  judge: (call: PassingCall) => Fault | undefined | Promise<Fault | undefined>;
  close(): Promise<void>;
}

export async function faultProxy(endpoint: string): Promise<FaultProxy> {
  const server = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy());
  });
  const proxy: FaultProxy = {
    url: '',
    calls: [],
    judge: () => undefined,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = {
      number: proxy.calls.length + 1,
      operation: operationOf(request, Buffer.concat(chunks)),
      region: regionOf(request),
    };
    proxy.calls.push(call);
    const fault = await proxy.judge(call);
    if (fault === 'cut') request.socket.destroy();
    else if (fault === undefined || fault === 'lost') {
      const answer = await forward(endpoint, request, Buffer.concat(chunks));
      if (fault === 'lost') request.socket.destroy();
      else response.writeHead(answer.status, answer.headers).end(answer.body);
    } else refuse(request, response, fault, call.operation);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Exclude<Fault, 'lost' | 'cut'>,
  operation: string,
): void {
  const { code, message } =
    fault === 'throttled'
      ? { code: 'ThrottlingException', message: 'Rate exceeded' }
      : fault === 'denied'
        ? { code: 'AccessDeniedException', message: `not authorized to perform: ${operation}` }
        : fault;
  if (isQuery(request)) {
    const xml = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
    response.writeHead(400, { 'content-type': 'text/xml' }).end(xml);
  } else if (isS3(request)) {
    const status = fault === 'throttled' ? 503 : 403;
    const [name] = fault === 'throttled' ? ['SlowDown'] : fault === 'denied' ? ['AccessDenied'] : [code];
    const xml = `<Error><Code>${name}</Code><Message>${message}</Message></Error>`;
    response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(request.method === 'HEAD' ? '' : xml);
  } else
    response
      .writeHead(400, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code })
      .end(JSON.stringify({ __type: code, message }));
}

function operationOf(request: IncomingMessage, body: Buffer): string {
  const { headers, method, url } = request;
  const target = headers['x-amz-target'];
  const action = isQuery(request) ? new URLSearchParams(body.toString()).get('Action') : null;
  if (action !== null) return action;
  return typeof target === 'string' ? target : `${method} ${url}`;
}

function isQuery({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
}

/** S3 alone signs the hash of the body into a header. */
function isS3({ headers }: IncomingMessage): boolean {
  return headers['x-amz-content-sha256'] !== undefined && headers['x-amz-target'] === undefined;
}

function regionOf({ headers }: IncomingMessage): string {
  return /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
}

function forward(endpoint: string, { method, url, headers }: IncomingMessage, body: Buffer) {
  return new Promise<{ status: number; headers: OutgoingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const out = send(endpoint + url, { method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks) });
    });
    out.once('error', reject);
    out.end(body);
  });
}
