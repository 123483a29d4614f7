import type { AwsApi, AwsApiRequest, AwsApiResponse } from '../kernel/aws.js';
import { AwsError, renderFault } from './faults.js';

/** Input or output of an operation: the JSON object of the service's API reference. */
export type JsonObject = Record<string, unknown>;

/** One operation of a JSON service. Throws `AwsError` with the service's own code. */
export type JsonOperation = (input: JsonObject, request: AwsApiRequest) => JsonObject | Promise<JsonObject>;

/** A service that speaks awsJson 1.1: `X-Amz-Target: <prefix>.<Operation>`, JSON in and out. */
export class JsonApi implements AwsApi {
  readonly signingName: string;
  readonly #targetPrefix: string;
  readonly #operations: ReadonlyMap<string, JsonOperation>;

  constructor(signingName: string, targetPrefix: string, operations: Record<string, JsonOperation>) {
    this.signingName = signingName;
    this.#targetPrefix = targetPrefix;
    this.#operations = new Map(Object.entries(operations));
  }

  async handle(request: AwsApiRequest): Promise<AwsApiResponse> {
    try {
      const output = await this.#operation(request)(parseInput(request.body), request);
      const headers = { 'content-type': 'application/x-amz-json-1.1' };
      return { status: 200, headers, body: JSON.stringify(output) };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return renderFault('json', error.status, error.code, error.message, request.requestId);
    }
  }

  #operation(request: AwsApiRequest): JsonOperation {
    const target = request.headers['x-amz-target'] ?? '';
    const [prefix, name = ''] = target.split('.', 2);
    const operation = prefix === this.#targetPrefix ? this.#operations.get(name) : undefined;
    if (!operation) throw new AwsError('UnknownOperationException', `Unknown operation: ${target}`);
    return operation;
  }
}

function parseInput(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  try {
    const input: unknown = JSON.parse(body.toString('utf8'));
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as JsonObject;
  } catch {
    // falls through: the same fault for bad JSON and for JSON that is no object
  }
  throw new AwsError('SerializationException', 'Start of structure or map found where not expected.');
}
