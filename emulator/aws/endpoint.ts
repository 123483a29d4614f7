import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../../src/core/clock.js';
import type { Ids } from '../../src/core/ids.js';
import { isFault, readSignature, type WireRequest } from '../../src/core/sigv4/signature.js';
import type { AwsApi, AwsApiRequest, AwsApiResponse, AwsQuestion } from '../kernel/aws.js';
import { closeServer, listen, urlHost } from '../kernel/listen.js';
import type { Service, ServiceHealth } from '../kernel/service.js';
import type { AccessKey, AccessKeys } from './access-keys.js';
import { AwsError, protocolOf, renderFault } from './protocol/faults.js';
import { readBody, readHead } from './read-request.js';
import { authenticate } from './signing/authenticate.js';
import { unwrapChunks } from './signing/chunked-body.js';

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
  /** Refuses, by throwing `AwsError`, what policies do not allow; everything is allowed when left out. */
  authorize?: (key: AccessKey, question: AwsQuestion, request: AwsApiRequest) => void;
  /** Makes the state durable before the first request. */
  prepare?: () => Promise<void>;
  /** Ends what the services began. */
  finish?: () => Promise<void>;
}

/**
 * The AWS services on one port: verify the signature → find the service its scope names → ask the policies → let it
 * run. What is not emulated is listed in the README of this folder.
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
    await this.#options.finish?.();
  }

  health(): ServiceHealth {
    return { status: this.#status, details: { url: this.url, services: [...this.#apis.keys()].join(', ') } };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = this.#options.ids.uuid();
    const head = readHead(request);
    try {
      if (request.headers.expect === '100-continue') response.writeContinue();
      const body = await readBody(request, this.#limitFor(head));
      const answer = body ? await this.#handle(requestId, { ...head, body }) : tooLarge(head, requestId);
      this.#send(response, requestId, head.method, answer);
    } catch {
      // the connection is gone, or one of our services failed: the client can try again
      const failure = new AwsError('InternalFailure', INTERNAL, 500);
      this.#send(response, requestId, head.method, renderFault(protocolOf(head), failure, { requestId }));
    }
  }

  /** A service may take larger bodies than others; which one is asked stands in the signature. */
  #limitFor(head: Omit<WireRequest, 'body'>): number {
    const signature = readSignature({ ...head, body: NOTHING });
    const api = isFault(signature) ? undefined : this.#apis.get(signature.service);
    return api?.largestBody ?? LARGEST_BODY;
  }

  async #handle(requestId: string, wire: WireRequest): Promise<AwsApiResponse> {
    const protocol = protocolOf(wire);
    try {
      const anonymous = isUnsigned(wire) ? this.#handleAnonymous(requestId, wire) : undefined;
      if (anonymous) return await anonymous;
      const { key, signature } = authenticate(wire, protocol, this.#options);
      const { headers, body } =
        signature.service === 's3' ? unwrapChunks(wire, signature, key.secretAccessKey) : wire;
      const api = this.#apis.get(signature.service);
      if (!api) throw unknownService(protocol === 'query', signature.service);
      const request: AwsApiRequest = {
        requestId,
        method: wire.method,
        path: wire.path,
        query: new URLSearchParams(wire.query),
        headers,
        body: body as Buffer,
        region: signature.region,
        caller: key.caller,
      };
      const { authorize } = this.#options;
      if (authorize) request.ask = (question) => authorize(key, question, request);
      return this.#refused(api, key, request) ?? (await api.handle(request));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return renderFault(protocol, error, { requestId });
    }
  }

  #handleAnonymous(requestId: string, wire: WireRequest): Promise<AwsApiResponse> | undefined {
    const { method, path, headers } = wire;
    const body = Buffer.from(wire.body ?? NOTHING);
    const request = {
      requestId,
      method,
      path,
      query: new URLSearchParams(wire.query),
      headers,
      body,
      region: '',
    };
    for (const api of this.#apis.values()) {
      const answer = api.handleAnonymous?.(request);
      if (answer) return answer;
    }
    return undefined;
  }

  /** The answer to a request that no policy allows. Notes the accounts that let it into what is theirs. */
  #refused(api: AwsApi, key: AccessKey, request: AwsApiRequest): AwsApiResponse | undefined {
    const { authorize } = this.#options;
    const asked = authorize && api.asks?.(request);
    if (!asked) return undefined;
    const questions = [asked].flat();
    try {
      for (const question of questions) authorize(key, question, request);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return api.refuse?.(request, error) ?? renderFault('rest', error, request);
    }
    request.grantedBy = questions.flatMap(({ resourcePolicy }) => resourcePolicy?.accountId ?? []);
    return undefined;
  }

  #send(response: ServerResponse, requestId: string, method: string, answer: AwsApiResponse): void {
    if (response.destroyed || response.headersSent) return;
    response.writeHead(answer.status, {
      'content-length': Buffer.byteLength(answer.body),
      ...answer.headers,
      'x-amzn-requestid': requestId,
      // SDKs correct their own clock by this header, so a moved clock does not lock them out
      date: new Date(this.#options.clock.now()).toUTCString(),
    });
    response.end(method === 'HEAD' ? undefined : answer.body);
  }
}

const INTERNAL = 'We encountered an internal error. Please try again.';
const NOTHING = new Uint8Array();

/** Neither a header nor a query parameter says who asks. */
function isUnsigned({ headers, query }: WireRequest): boolean {
  return headers.authorization === undefined && !/(?:^|&)(?:X-Amz-|AWSAccessKeyId=)/i.test(query);
}

/** On AWS this is another host; here it must say plainly that nothing stands behind the name. */
function unknownService(isQuery: boolean, service: string): AwsError {
  const code = isQuery ? 'InvalidAction' : 'UnknownOperationException';
  return new AwsError(code, `This endpoint has no service '${service}'.`);
}

function tooLarge(head: Omit<WireRequest, 'body'>, requestId: string): AwsApiResponse {
  const error = new AwsError('RequestEntityTooLargeException', 'Request is too large.', 413);
  return renderFault(protocolOf(head), error, { requestId });
}
