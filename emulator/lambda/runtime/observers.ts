import { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { Span } from '../../kernel/events.js';
import { machineNow } from './clock.js';
import { currentScope, type Scope } from './scope.js';

/** Files a finished piece of work under the request whose code asked for it. */
export function record(scope: Scope | undefined, span: Omit<Span, 'requestId'>): void {
  const invocation = scope?.invocation;
  if (!invocation) return;
  invocation.spans.push({ requestId: invocation.spec.storyId ?? invocation.spec.requestId, ...span });
}

/** Makes sockets and children known to the environment that opened them, so that they end with it. */
export function observeResources(): void {
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { socket: Socket };
    const environment = currentScope()?.environment;
    if (!environment) return;
    environment.sockets.add(socket);
    socket.once('close', () => environment.sockets.delete(socket));
  });
  const prototype = ChildProcess.prototype as unknown as { spawn(options: { cwd?: string }): unknown };
  const { spawn } = prototype;
  prototype.spawn = function (this: ChildProcess, options) {
    const environment = currentScope()?.environment;
    if (!environment) return spawn.call(this, options);
    const given = environment.paths.toHost(options.cwd ?? '/var/task');
    options.cwd = typeof given === 'string' ? given : process.cwd();
    const result = spawn.call(this, options);
    environment.adopt(this);
    return result;
  };
}

const AWS_SCOPE = /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[\w-]+\/([\w-]+)\/aws4_request/;

interface Outgoing {
  scope: Scope | undefined;
  startedAt: number;
}

/** Times the HTTP calls of handlers: `node:http(s)` and `fetch`. */
export function observeHttp(): void {
  const started = new WeakMap<object, Outgoing>();
  const begin = (request: object) => started.set(request, { scope: currentScope(), startedAt: machineNow() });
  const end: End = (request, what, status, error) => {
    const outgoing = started.get(request);
    if (!outgoing || !started.delete(request)) return;
    const { scope, startedAt } = outgoing;
    record(scope, {
      ...what,
      startedAt,
      durationMs: machineNow() - startedAt,
      ...(status === undefined ? {} : { attributes: { status } }),
      ...(error ? { error: error.message } : {}),
    });
  };
  observeClientRequests(begin, end);
  observeFetch(begin, end);
}

type Begin = (request: object) => void;
/** What was called. */
type Called = Pick<Span, 'name' | 'kind'>;
type End = (request: object, what: Called, status?: number, error?: Error) => void;

interface ClientRequestLike extends NodeJS.EventEmitter {
  getHeader(name: string): unknown;
  method: string;
  protocol: string;
  host: string;
  path: string;
}

function observeClientRequests(begin: Begin, end: End): void {
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { request: ClientRequestLike };
    begin(request);
    request.once('error', (error: Error) => end(request, describeRequest(request), undefined, error));
  });
  subscribe('http.client.response.finish', (message) => {
    const { request, response } = message as {
      request: ClientRequestLike;
      response: { statusCode?: number };
    };
    end(request, describeRequest(request), response.statusCode);
  });
}

/** An AWS service by the scope of the signature, anything else by its URL; the query is left out: it may hold secrets. */
function describeRequest(request: ClientRequestLike): Called {
  const { method, protocol, host, path } = request;
  const plain = path.split('?')[0];
  const service = AWS_SCOPE.exec(String(request.getHeader('authorization') ?? ''))?.[1];
  if (service !== undefined) {
    const operation = String(request.getHeader('x-amz-target') ?? '').split('.')[1];
    return { kind: 'aws', name: `${service} ${operation ?? `${method} ${plain}`}` };
  }
  return {
    kind: 'http',
    name: `${method} ${protocol}//${String(request.getHeader('host') ?? host)}${plain}`,
  };
}

interface FetchRequest {
  method: string;
  origin: string | URL;
  path: string;
}

function observeFetch(begin: Begin, end: End): void {
  const describe = ({ method, origin, path }: FetchRequest): Called => ({
    kind: 'http',
    name: `${method} ${String(origin)}${path.split('?')[0]}`,
  });
  subscribe('undici:request:create', (message) => begin((message as { request: FetchRequest }).request));
  subscribe('undici:request:headers', (message) => {
    const { request, response } = message as { request: FetchRequest; response: { statusCode: number } };
    end(request, describe(request), response.statusCode);
  });
  subscribe('undici:request:error', (message) => {
    const { request, error } = message as { request: FetchRequest; error: Error };
    end(request, describe(request), undefined, error);
  });
}
