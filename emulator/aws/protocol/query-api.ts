import type { Dict } from '../../../src/core/dict.js';
import type { AwsApi, AwsApiRequest, AwsApiResponse, AwsQuestion } from '../../kernel/aws.js';
import { AwsError, renderFault } from './faults.js';
import { readForm } from './form.js';
import { Input } from './input.js';
import type { ApiSpec, Operation } from './operation.js';
import { writeMembers, type XmlValue } from './xml-writer.js';

export interface QueryApiSpec<C> extends ApiSpec<C> {
  /** API version: requests name it. */
  version: string;
  namespace: string;
  /** Error code of broken constraints; `ValidationError` when left out. */
  validationCode?: string;
  operations: Readonly<Record<string, Operation<C>>>;
}

/** A service that speaks the AWS query protocol: a form with `Action` and `Version` in, XML out. */
export class QueryApi<C> implements AwsApi {
  readonly signingName: string;
  readonly operationNames: readonly string[];
  readonly #spec: QueryApiSpec<C>;
  readonly #operations: ReadonlyMap<string, Operation<C>>;

  constructor(spec: QueryApiSpec<C>) {
    this.#spec = spec;
    this.signingName = spec.signingName;
    this.#operations = new Map(Object.entries(spec.operations));
    this.operationNames = [...this.#operations.keys()];
  }

  async handle(request: AwsApiRequest): Promise<AwsApiResponse> {
    const { version, validationCode = 'ValidationError', open } = this.#spec;
    const form = formOf(request);
    const action = form.get('Action') ?? '';
    try {
      const operation = this.#operations.get(action);
      if (!operation || form.get('Version') !== version)
        throw new AwsError(
          'InvalidAction',
          `Could not find operation ${action} for version ${form.get('Version')}`,
        );
      const output = await operation(open(request), new Input(readForm(form), validationCode), request);
      return this.#render(action, output, request.requestId);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return this.refuse(request, error);
    }
  }

  asks(request: AwsApiRequest): AwsQuestion | undefined {
    const form = formOf(request);
    const action = form.get('Action') ?? '';
    if (!this.#operations.has(action)) return undefined;
    const { actionPrefix = this.signingName, resourceOf } = this.#spec;
    const resource = resourceOf?.(action, Object.fromEntries(form), request) ?? '*';
    return { action: `${actionPrefix}:${action}`, resource };
  }

  refuse({ requestId }: AwsApiRequest, error: AwsError): AwsApiResponse {
    return renderFault('query', error, { requestId, namespace: this.#spec.namespace });
  }

  /** An operation without output has no result element. */
  #render(action: string, output: Dict, requestId: string): AwsApiResponse {
    const members = writeMembers(output as { [name: string]: XmlValue });
    const result = Object.keys(output).length > 0 ? `<${action}Result>${members}</${action}Result>` : '';
    const body = `<${action}Response xmlns="${this.#spec.namespace}">${result}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`;
    return { status: 200, headers: { 'content-type': 'text/xml' }, body };
  }
}

function formOf(request: AwsApiRequest): URLSearchParams {
  return request.method === 'GET' ? request.query : new URLSearchParams(request.body.toString('utf8'));
}
