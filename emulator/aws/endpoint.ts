import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import { isFault, readSignature, type Signature, type WireRequest } from '../../src/core/sigv4/signature.js';
import { verifySignature } from '../../src/core/sigv4/verify.js';
import type { AwsApi, AwsApiResponse } from '../kernel/aws.js';
import { closeServer, listen, urlHost } from '../kernel/listen.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import type { AccessKeys } from './access-keys.js';
import { type ErrorProtocol, protocolOf, renderFault } from './faults.js';

/** Largest body taken, in bytes: Lambda's 6 MB of synchronous payload and room for its base64 and JSON. */
const LARGEST_BODY = 12 * 1024 * 1024;

export interface AwsEndpointOptions {
  host: string;
  port: number;
  strictPort?: boolean;
  clock: Clock;
  ids: Ids;
  keys: AccessKeys;
  /** The services behind the endpoint; a request's credential scope names its one. */
  apis: readonly AwsApi[];
  /** Makes the state durable before the first request. */
  prepare?: () => Promise<void>;
}

/**
 * The AWS services on one port: verify the signature → find the service its scope names → let it run. What is not
 * emulated is listed in the README of this folder.
 */
export class AwsEndpoint implements Service {
  readonly name = 'aws';
  readonly needs = [] as const;
  readonly #options: AwsEndpointOptions;
  readonly #apis: Map<string, AwsApi>;
  #server: Server | undefined;
  #port = 0;
  #status: ServiceHealth['status'] = 'stopped';

  constructor(options: AwsEndpointOptions) {
    this.#options = options;
    this.#apis = new Map(options.apis.map((api) => [api.signingName, api]));
  }

  /** Base URL; meaningful once started. */
  get url(): string {
    return `http://${urlHost(this.#options.host)}:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  async start(): Promise<void> {
    this.#status = 'starting';
    const server = createServer((request, response) => void this.#answer(request, response));
    this.#server = server;
    try {
      await this.#options.prepare?.();
      this.#port = await listen(server, this.#options);
      this.#status = 'ok';
    } catch (error) {
      this.#status = 'failed';
      throw error;
    }
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#status = 'stopped';
    await closeServer(server);
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { url: this.url, services: [...this.#apis.keys()].join(', ') } };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = this.#options.ids.uuid();
    try {
      const wire = await readRequest(request);
      const answer = wire ? await this.#handle(requestId, wire) : tooLarge(request, requestId);
      this.#send(response, requestId, answer);
    } catch {
      // the connection is gone, or one of our services failed: the client can try again
      const protocol = protocolOf(request.headers['x-amz-target'], request.headers['content-type']);
      this.#send(response, requestId, renderFault(protocol, 500, 'InternalFailure', INTERNAL, requestId));
    }
  }

  async #handle(requestId: string, wire: WireRequest): Promise<AwsApiResponse> {
    const protocol = protocolOf(wire.headers['x-amz-target'], wire.headers['content-type']);
    const signature = readSignature(wire);
    if (isFault(signature)) {
      const [code, status] = SIGNATURE_CODES[protocol][signature.kind];
      return renderFault(protocol, status, code, signature.message, requestId);
    }
    return this.#authenticated(requestId, wire, signature, protocol);
  }

  async #authenticated(
    requestId: string,
    wire: WireRequest,
    signature: Signature,
    protocol: ErrorProtocol,
  ): Promise<AwsApiResponse> {
    const key = this.#options.keys.find(signature.accessKeyId, signature.sessionToken);
    if (!key) {
      const [code, status] =
        protocol === 'query' ? ['InvalidClientTokenId', 403] : ['UnrecognizedClientException', 400];
      const message = 'The security token included in the request is invalid.';
      return renderFault(protocol, status as number, code as string, message, requestId);
    }
    const fault = verifySignature(wire, signature, key.secretAccessKey, this.#options.clock.now());
    if (fault) {
      const [code, status] = SIGNATURE_CODES[protocol][fault.kind];
      return renderFault(protocol, status, code, fault.message, requestId);
    }
    const api = this.#apis.get(signature.service);
    if (!api) return unknownService(protocol, signature.service, requestId);
    return api.handle({
      requestId,
      method: wire.method,
      path: wire.path,
      query: new URLSearchParams(wire.query),
      headers: wire.headers,
      body: wire.body as Buffer,
      region: signature.region,
      caller: key.caller,
    });
  }

  #send(response: ServerResponse, requestId: string, answer: AwsApiResponse): void {
    if (response.destroyed || response.headersSent) return;
    response.writeHead(answer.status, {
      ...answer.headers,
      'x-amzn-requestid': requestId,
      // SDKs correct their own clock by this header, so a moved clock does not lock them out
      date: new Date(this.#options.clock.now()).toUTCString(),
      'content-length': Buffer.byteLength(answer.body),
    });
    response.end(answer.body);
  }
}

const INTERNAL = 'We encountered an internal error. Please try again.';

type FaultKind = 'missing' | 'incomplete' | 'mismatch' | 'expired' | 'not-yet' | 'scope';

const SIGNATURE_CODES: Record<ErrorProtocol, Record<FaultKind, [code: string, status: number]>> = {
  json: {
    missing: ['MissingAuthenticationTokenException', 400],
    incomplete: ['IncompleteSignatureException', 400],
    mismatch: ['InvalidSignatureException', 400],
    expired: ['InvalidSignatureException', 400],
    'not-yet': ['InvalidSignatureException', 400],
    scope: ['InvalidSignatureException', 400],
  },
  query: {
    missing: ['MissingAuthenticationToken', 403],
    incomplete: ['IncompleteSignature', 400],
    mismatch: ['SignatureDoesNotMatch', 403],
    expired: ['SignatureDoesNotMatch', 403],
    'not-yet': ['SignatureDoesNotMatch', 403],
    scope: ['SignatureDoesNotMatch', 403],
  },
  rest: {
    missing: ['MissingAuthenticationTokenException', 403],
    incomplete: ['IncompleteSignatureException', 403],
    mismatch: ['InvalidSignatureException', 403],
    expired: ['InvalidSignatureException', 403],
    'not-yet': ['InvalidSignatureException', 403],
    scope: ['InvalidSignatureException', 403],
  },
};

/** On AWS this is another host; here it must say plainly that nothing stands behind the name. */
function unknownService(protocol: ErrorProtocol, service: string, requestId: string): AwsApiResponse {
  const code = protocol === 'query' ? 'InvalidAction' : 'UnknownOperationException';
  return renderFault(protocol, 400, code, `This endpoint has no service '${service}'.`, requestId);
}

function tooLarge(request: IncomingMessage, requestId: string): AwsApiResponse {
  const protocol = protocolOf(request.headers['x-amz-target'], request.headers['content-type']);
  return renderFault(protocol, 413, 'RequestEntityTooLargeException', 'Request is too large.', requestId);
}

/** The request as it lay on the wire, or undefined when its body is larger than any service takes. */
async function readRequest(request: IncomingMessage): Promise<WireRequest | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) {
      request.resume();
      return undefined;
    }
    chunks.push(chunk);
  }
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers: joinHeaders(request.headersDistinct),
    body: Buffer.concat(chunks),
  };
}

function joinHeaders(headers: NodeJS.Dict<string[]>): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, values] of Object.entries(headers)) joined[name] = (values ?? []).join(',');
  return joined;
}
