import type { Dict } from '../../../src/core/dict.js';
import type { AwsApi, AwsApiRequest, AwsApiResponse, AwsQuestion } from '../../kernel/aws.js';
import { AwsError, renderFault } from './faults.js';
import { Input } from './input.js';
import { toJson } from './json-api.js';

/** A request to a REST-JSON service, its path taken apart. */
export interface RestCall {
  /** Decoded path parameters. */
  path: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: Input;
  request: AwsApiRequest;
}

/** What an operation answers when it is not 200 with a body. */
export class RestAnswer {
  constructor(
    readonly status: number,
    readonly body?: Dict,
  ) {}
}

/** One operation of a REST-JSON service. Throws `AwsError` with the service's own code. */
export type RestOperation<C> = (context: C, call: RestCall) => Dict | RestAnswer | Promise<Dict | RestAnswer>;

/** Method and path template (`{name}` for a segment, `{name+}` for the rest) of an operation. */
export type RestRoute<C> = readonly [method: string, path: string, name: string, operation: RestOperation<C>];

export interface RestJsonApiSpec<C> {
  signingName: string;
  actionPrefix?: string;
  open: (request: AwsApiRequest) => C;
  routes: readonly RestRoute<C>[];
  /** Error code of broken constraints; `BadRequestException` when left out. */
  validationCode?: string;
  /** What a policy must allow: action and ARN; the operation's name and `*` when left out. */
  askOf?: (operation: string, request: AwsApiRequest) => AwsQuestion;
}

interface CompiledRoute<C> {
  method: string;
  pattern: RegExp;
  name: string;
  operation: RestOperation<C>;
}

/** A service that speaks REST-JSON: operations by method and path, JSON in and out. */
export class RestJsonApi<C> implements AwsApi {
  readonly signingName: string;
  readonly operationNames: readonly string[];
  readonly #spec: RestJsonApiSpec<C>;
  readonly #routes: readonly CompiledRoute<C>[];

  constructor(spec: RestJsonApiSpec<C>) {
    this.#spec = spec;
    this.signingName = spec.signingName;
    this.operationNames = spec.routes.map(([, , name]) => name);
    this.#routes = spec.routes.map(([method, path, name, operation]) => ({
      method,
      pattern: compilePath(path),
      name,
      operation,
    }));
  }

  async handle(request: AwsApiRequest): Promise<AwsApiResponse> {
    try {
      const { route, path } = this.#find(request);
      const body = new Input(readBody(request), this.#spec.validationCode ?? 'BadRequestException');
      const call = { path, query: request.query, body, request };
      return render(await route.operation(this.#spec.open(request), call));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return this.refuse(request, error);
    }
  }

  asks(request: AwsApiRequest): AwsQuestion | undefined {
    const found = this.#match(request);
    if (!found) return undefined;
    const { name } = found.route;
    const { actionPrefix = this.signingName, askOf } = this.#spec;
    return askOf?.(name, request) ?? { action: `${actionPrefix}:${name}`, resource: '*' };
  }

  refuse({ requestId }: AwsApiRequest, error: AwsError): AwsApiResponse {
    return renderFault('rest', error, { requestId });
  }

  #find(request: AwsApiRequest): { route: CompiledRoute<C>; path: Record<string, string> } {
    const found = this.#match(request);
    if (found) return found;
    throw new AwsError(
      'UnknownOperationException',
      `Unknown operation: ${request.method} ${request.path}`,
      404,
    );
  }

  #match({
    method,
    path,
  }: AwsApiRequest): { route: CompiledRoute<C>; path: Record<string, string> } | undefined {
    for (const route of this.#routes) {
      const found = route.method === method ? route.pattern.exec(path) : null;
      if (found) return { route, path: decodeAll(found.groups ?? {}) };
    }
    return undefined;
  }
}

function compilePath(path: string): RegExp {
  const pattern = path.replace(/\{(\w+)(\+?)\}/g, (_all, name: string, greedy: string) =>
    greedy ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${pattern}/?$`);
}

function decodeAll(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AwsError('BadRequestException', 'The path is not well-formed.');
  }
}

function readBody({ body }: AwsApiRequest): Dict {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Dict;
  } catch {
    // told below, with everything else that is no object
  }
  throw new AwsError('SerializationException', 'Start of structure or map found where not expected.');
}

function render(output: Dict | RestAnswer): AwsApiResponse {
  const answer = output instanceof RestAnswer ? output : new RestAnswer(200, output);
  const body = answer.body === undefined ? '' : JSON.stringify(toJson(answer.body));
  return { status: answer.status, headers: { 'content-type': 'application/json' }, body };
}
