import type { AwsApi, AwsApiRequest, AwsApiResponse } from '../kernel/aws.js';
import { AwsError, escapeXml, renderFault } from './faults.js';

/** One operation of a query service: its parameters in, the members of its result out, in order. */
export type QueryOperation = (parameters: URLSearchParams, request: AwsApiRequest) => Record<string, string>;

/** A service that speaks the AWS query protocol: a form with `Action` and `Version` in, XML out. */
export class QueryApi implements AwsApi {
  readonly signingName: string;
  readonly #version: string;
  readonly #operations: ReadonlyMap<string, QueryOperation>;

  constructor(signingName: string, version: string, operations: Record<string, QueryOperation>) {
    this.signingName = signingName;
    this.#version = version;
    this.#operations = new Map(Object.entries(operations));
  }

  async handle(request: AwsApiRequest): Promise<AwsApiResponse> {
    const parameters =
      request.method === 'GET' ? request.query : new URLSearchParams(request.body.toString('utf8'));
    const action = parameters.get('Action') ?? '';
    try {
      const operation = this.#operations.get(action);
      if (!operation || parameters.get('Version') !== this.#version)
        throw new AwsError(
          'InvalidAction',
          `Could not find operation ${action} for version ${parameters.get('Version')}`,
        );
      return this.#render(action, operation(parameters, request), request.requestId);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return renderFault('query', error.status, error.code, error.message, request.requestId);
    }
  }

  #render(action: string, result: Record<string, string>, requestId: string): AwsApiResponse {
    const members = Object.entries(result).map(
      ([name, value]) => `    <${name}>${escapeXml(value)}</${name}>\n`,
    );
    const namespace = `https://${this.signingName}.amazonaws.com/doc/${this.#version}/`;
    const body = `<${action}Response xmlns="${namespace}">
  <${action}Result>
${members.join('')}  </${action}Result>
  <ResponseMetadata>
    <RequestId>${requestId}</RequestId>
  </ResponseMetadata>
</${action}Response>
`;
    return { status: 200, headers: { 'content-type': 'text/xml' }, body };
  }
}
