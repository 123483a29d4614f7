import type { Dict } from '../../../src/core/dict.js';
import type { AwsApi, AwsApiRequest, AwsApiResponse, AwsQuestion } from '../../kernel/aws.js';
import { decodeCbor, encodeCbor } from './cbor.js';
import { AwsError, type ErrorProtocol, type FaultContext, renderFault } from './faults.js';
import { Input } from './input.js';
import type { ApiSpec, Operation } from './operation.js';

/** A service that speaks awsJson, and Smithy's RPC v2 in CBOR, which newer SDKs prefer for some of them. */
export interface JsonApiSpec<C> extends ApiSpec<C> {
  /** `X-Amz-Target: <prefix>.<Operation>` */
  targetPrefix: string;
  version?: '1.0' | '1.1';
  queryCompatible?: boolean;
  /** Error code of broken constraints; `ValidationException` when left out. */
  validationCode?: string;
  operations: Readonly<Record<string, Operation<C>>>;
}

/** JSON or CBOR in and out. */
export class JsonApi<C> implements AwsApi {
  readonly signingName: string;
  readonly operationNames: readonly string[];
  readonly #spec: JsonApiSpec<C>;
  readonly #operations: ReadonlyMap<string, Operation<C>>;

  constructor(spec: JsonApiSpec<C>) {
    this.#spec = spec;
    this.signingName = spec.signingName;
    this.#operations = new Map(Object.entries(spec.operations));
    this.operationNames = [...this.#operations.keys()];
  }

  async handle(request: AwsApiRequest): Promise<AwsApiResponse> {
    const protocol = request.headers['smithy-protocol'] === 'rpc-v2-cbor' ? 'cbor' : 'json';
    try {
      const operation = this.#find(request);
      const input = new Input(readInput(request.body, protocol), this.#spec.validationCode);
      return this.#render(protocol, await operation(this.#spec.open(request), input, request));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return renderFault(protocol, error, this.#faultContext(request));
    }
  }

  asks(request: AwsApiRequest): AwsQuestion[] | undefined {
    const name = nameOf(request, this.#spec.targetPrefix);
    if (name === undefined || !this.#operations.has(name)) return undefined;
    const protocol = request.headers['smithy-protocol'] === 'rpc-v2-cbor' ? 'cbor' : 'json';
    const input = tryRead(request.body, protocol);
    const actions = this.#spec.actionsOf?.(name, input) ?? [[name, input] as const];
    return actions.map(([action, members]) => this.#question(action, members, request));
  }

  #question(action: string, input: Dict, request: AwsApiRequest): AwsQuestion {
    const { actionPrefix = this.signingName, resourceOf, contextOf, policyOf } = this.#spec;
    const resource = resourceOf?.(action, input, request) ?? '*';
    const context = contextOf?.(input, request);
    const resourcePolicy = policyOf?.(action, resource);
    return {
      action: `${actionPrefix}:${action}`,
      resource,
      ...(context && { context }),
      ...(resourcePolicy && { resourcePolicy }),
    };
  }

  refuse(request: AwsApiRequest, error: AwsError): AwsApiResponse {
    const protocol = request.headers['smithy-protocol'] === 'rpc-v2-cbor' ? 'cbor' : 'json';
    return renderFault(protocol, error, this.#faultContext(request));
  }

  #faultContext({ requestId }: AwsApiRequest): FaultContext {
    const { version = '1.1', queryCompatible = false } = this.#spec;
    return { requestId, version, queryCompatible };
  }

  #find(request: AwsApiRequest): Operation<C> {
    const name = nameOf(request, this.#spec.targetPrefix);
    const operation = name === undefined ? undefined : this.#operations.get(name);
    if (operation) return operation;
    const told = request.headers['x-amz-target'] ?? request.path;
    throw new AwsError('UnknownOperationException', `Unknown operation: ${told}`);
  }

  #render(protocol: 'json' | 'cbor', output: Dict): AwsApiResponse {
    if (protocol === 'cbor')
      return {
        status: 200,
        headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' },
        body: encodeCbor(output),
      };
    const headers = { 'content-type': `application/x-amz-json-${this.#spec.version ?? '1.1'}` };
    return { status: 200, headers, body: JSON.stringify(toJson(output)) };
  }
}

function nameOf({ headers, path }: AwsApiRequest, prefix: string): string | undefined {
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') {
    const [, service, , operation] = /^\/service\/([\w.]+)\/(operation)\/(\w+)$/.exec(path) ?? [];
    return service?.split('.').pop() === prefix ? operation : undefined;
  }
  const [target, name] = (headers['x-amz-target'] ?? '').split('.', 2);
  return target === prefix ? name : undefined;
}

function readInput(body: Buffer, protocol: ErrorProtocol): Dict {
  if (body.length === 0) return {};
  try {
    const input: unknown = protocol === 'cbor' ? decodeCbor(body) : JSON.parse(body.toString('utf8'));
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Dict;
  } catch {
    // falls through: the same fault for what cannot be read and for what is no object
  }
  throw new AwsError('SerializationException', 'Start of structure or map found where not expected.');
}

function tryRead(body: Buffer, protocol: ErrorProtocol): Dict {
  try {
    return readInput(body, protocol);
  } catch {
    return {}; // the operation itself will say what is wrong
  }
}

/** awsJson's forms: seconds for times, base64 for bytes. */
export function toJson(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toJson(one)]));
}
